"""What figures say, in plain sentences: the numbers are analytics', the wording is the catalog's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from carelevel import messages
from carelevel.analytics.chance import Proportion, fisher_either
from carelevel.analytics.faults import Fault, Faults, Leaning, Overconfident, RuleMissed
from carelevel.analytics.progress import (
    Agreement,
    Calibration,
    Direction,
    Figure,
    Kappa,
    Marks,
    Matrix,
    Progress,
    RuleSeen,
    Time,
)
from carelevel.analytics.scoring import STATED
from carelevel.core.answer import Confidence
from carelevel.core.criteria import Criteria
from carelevel.feedback.names import level_name
from carelevel.messages import progress as progress_messages

UNLIKELY = 0.05
"""Below this, a sentence calls something unlikely by chance; naming a fault asks for more."""


@dataclass(frozen=True, slots=True)
class FigureText:
    """A figure's sentences, and what its n counts."""

    sentences: tuple[str, ...]
    n: str


def percent(share: float) -> str:
    """A share, 0 to 1, in whole percent."""
    return progress_messages.PERCENT.format(share=100 * share)


def interval(proportion: Proportion) -> str:
    """Wilson's interval of 95%, in whole percent."""
    return progress_messages.INTERVAL.format(low=100 * proportion.low, high=100 * proportion.high)


def of(proportion: Proportion) -> str:
    """The two counts, as in: 3 of 7."""
    return progress_messages.OF.format(hits=proportion.hits, n=proportion.n)


def duration(seconds: float) -> str:
    """In seconds, from two minutes on in minutes."""
    if seconds < 120:
        return progress_messages.SECONDS.format(seconds=seconds)
    return progress_messages.MINUTES.format(minutes=seconds / 60)


def quoted(names: Iterable[str]) -> str:
    """Titles or rules in a row, each in quotation marks."""
    return messages.LIST_SEPARATOR.join(progress_messages.LINK_CASES.format(title=name) for name in names)


def _text(figure: Figure, sentences: Iterable[str], what: str, silent: str = progress_messages.SILENT) -> FigureText:
    """*sentences* where the figure speaks, else *silent* alone; *what* names in FIGURE_WHAT what its n counts."""
    quiet = [silent.format(n=figure.n, needs=figure.needs)]
    counted = progress_messages.FIGURE_N.format(n=figure.n, what=progress_messages.FIGURE_WHAT[what])
    return FigureText(tuple(sentences if figure.speaks else quiet), counted)


# One trainee's figures


def agreement(figure: Agreement) -> FigureText:
    """How often the answers were accepted, and whether that changed."""

    def sentences() -> Iterator[str]:
        overall = figure.overall
        yield progress_messages.AGREEMENT.format(hits=overall.hits, n=overall.n, share=percent(overall.share))
        yield progress_messages.AGREEMENT_INTERVAL.format(interval=interval(overall))
        if len(figure.blocks) > 1:
            yield _halves(figure)

    return _text(figure, sentences(), "answers")


def _halves(figure: Agreement) -> str:
    """The earlier blocks against the later ones, by Fisher's exact test."""
    middle = len(figure.blocks) // 2
    earlier, later = (
        Proportion(sum(block.accepted.hits for block in half), sum(block.accepted.n for block in half))
        for half in (figure.blocks[:middle], figure.blocks[middle:])
    )
    sentence = progress_messages.HALVES_LIKE
    if fisher_either(later.hits, later.n, earlier.hits, earlier.n) < UNLIKELY:
        sentence = progress_messages.HALVES_UP if later.share > earlier.share else progress_messages.HALVES_DOWN
    return sentence.format(earlier=of(earlier), later=of(later))


def direction(figure: Direction, kappa: Kappa) -> FigureText:
    """Which way the errors go, and how far the answers agree beyond chance, whether there are errors or not."""

    def sentences() -> Iterator[str]:
        sentence = progress_messages.DIRECTION_UNEVEN if figure.p < UNLIKELY else progress_messages.DIRECTION_EVEN
        yield progress_messages.DIRECTION.format(more=figure.more, n=figure.n, less=figure.less)
        yield sentence.format(p=_p(figure.p))
        yield progress_messages.DIRECTION_ROOM.format(more=of(figure.more_room), less=of(figure.less_room))

    errors = _text(figure, sentences(), "errors", progress_messages.SILENT_ERRORS)
    return FigureText((*errors.sentences, _kappa(kappa)), errors.n)


def _kappa(figure: Kappa) -> str:
    if not figure.speaks:
        return progress_messages.KAPPA_SILENT.format(needs=figure.needs, n=figure.n)
    return progress_messages.KAPPA_NONE if figure.value is None else progress_messages.KAPPA.format(kappa=figure.value)


def _p(p: float) -> str:
    if p < 0.001:
        return progress_messages.P_SMALL
    return progress_messages.P_EQUALS.format(p=f"{p:.3f}" if p < 0.1 else f"{p:.2f}")


def matrix(figure: Matrix, criteria: Criteria) -> FigureText:
    """How often the very level was chosen, and what was chosen most instead."""

    def sentences() -> Iterator[str]:
        apart = {
            (chosen, asked): count
            for chosen, row in zip(figure.levels, figure.counts, strict=True)
            for asked, count in zip(figure.levels, row, strict=True)
            if chosen != asked and count
        }
        yield progress_messages.MATRIX.format(same=figure.n - sum(apart.values()), n=figure.n)
        if apart:
            (chosen, asked), count = max(apart.items(), key=lambda cell: cell[1])
            yield progress_messages.MATRIX_MOST.format(
                chosen=level_name(chosen, criteria),
                asked=level_name(asked, criteria),
                count=messages.counted(count, progress_messages.TIMES),
            )

    return _text(figure, sentences(), "answers")


def calibration(figure: Calibration) -> FigureText:
    """What the words of confidence claimed, and what came of it."""

    def sentences() -> Iterator[str]:
        accepted = percent(figure.accepted.share)
        yield progress_messages.CALIBRATION.format(stated=percent(figure.stated), accepted=accepted)
        yield progress_messages.BRIER.format(brier=figure.brier, share=accepted, reference=figure.reference)
        yield progress_messages.BRIER_BETTER if figure.brier < figure.reference else progress_messages.BRIER_WORSE
        yield progress_messages.STATED_AS.format(**{word.value: percent(chance) for word, chance in STATED.items()})

    return _text(figure, sentences(), "answers")


def rules(seen: Sequence[RuleSeen], criteria: Criteria, n: int) -> FigureText:
    """The rule missed most of *n* answers; those met too seldom are named as such."""

    def sentences() -> Iterator[str]:
        first = next((rule for rule in seen if rule.speaks), None)
        if first is None:
            return
        if first.caught.hits < first.n:
            name = criteria.rule_name(first.rule)
            yield progress_messages.RULES.format(rule=name, hits=first.caught.hits, n=first.n)
        else:
            yield progress_messages.RULES_NONE
        few = [criteria.rule_name(rule.rule) for rule in seen if not rule.speaks]
        if few:
            yield progress_messages.RULES_FEW.format(needs=RuleSeen.needs, rules=messages.LIST_SEPARATOR.join(few))

    return _text(Figure(n), sentences(), "answers")


def marks(figure: Marks) -> FigureText:
    """How many deciding phrases were marked, and how many marks were needed."""

    def sentences() -> Iterator[str]:
        recall, precision = figure.recall, figure.precision
        yield progress_messages.MARKS.format(recall=percent(recall.share), caught=recall.hits, phrases=recall.n)
        yield progress_messages.MARKS_PRECISION.format(
            precision=percent(precision.share), needed=precision.hits, marked=precision.n
        )

    return _text(figure, sentences(), "marking", progress_messages.SILENT_MARKS)


def time(figure: Time, blocks: Sequence[float]) -> FigureText:
    """How long a decision takes; *blocks* are the medians block by block."""

    def sentences() -> Iterator[str]:
        yield progress_messages.TIME.format(median=duration(figure.median))
        if len(blocks) > 1:
            yield progress_messages.TIME_CHANGE.format(first=duration(blocks[0]), last=duration(blocks[-1]))

    return _text(figure, sentences(), "answers")


def block_seconds(record: Progress) -> tuple[float, ...]:
    """The median seconds of each block."""
    return tuple(block.seconds for block in record.agreement.blocks)


# Faults


def faults(found: Faults, criteria: Criteria) -> FigureText:
    """A sentence or two for each fault that is named, and what to do about it; else that none stands out."""

    def sentences() -> Iterator[str]:
        for fault in found.named:
            yield from fault_sentences(fault, criteria)
        if not found.named:
            yield progress_messages.NO_FAULT.format(n=found.n)

    return _text(found, sentences(), "answers", progress_messages.SILENT_FAULTS)


def fault_sentences(fault: Fault, criteria: Criteria) -> Iterator[str]:
    """What the fault is, with its numbers, and what to do about it."""
    match fault:
        case Leaning():
            return _leaning(fault, criteria)
        case Overconfident():
            return _overconfident(fault)
        case RuleMissed():
            return _rule_missed(fault, criteria)


def _leaning(fault: Leaning, criteria: Criteria) -> Iterator[str]:
    towards, other = (fault.more, fault.less) if fault.upward else (fault.less, fault.more)
    sentence = progress_messages.LEANS_MORE if fault.upward else progress_messages.LEANS_LESS
    counts = {"hits": towards.hits, "n": towards.n, "other_hits": other.hits, "other_n": other.n}
    yield criteria.words.said(sentence, **counts)
    if fault.explained:
        yield messages.counted(fault.explained, progress_messages.LEANS_EXPLAINED)
    yield progress_messages.LEANS_MORE_NEXT if fault.upward else progress_messages.LEANS_LESS_NEXT


def _overconfident(fault: Overconfident) -> Iterator[str]:
    accepted = fault.accepted
    yield progress_messages.OVERCONFIDENT.format(
        stated=percent(fault.stated), hits=accepted.hits, n=accepted.n, share=percent(accepted.share)
    )
    yield progress_messages.OVERCONFIDENT_NEXT.format(certain=messages.CONFIDENCE[Confidence.CERTAIN])


def _rule_missed(fault: RuleMissed, criteria: Criteria) -> Iterator[str]:
    rule, others = criteria.rule_name(fault.rule), percent(fault.others.share)
    yield progress_messages.RULE_MISSED.format(rule=rule, hits=fault.missed.hits, n=fault.missed.n, others=others)
    if fault.along:
        yield progress_messages.RULE_ALONG.format(rules=quoted(criteria.rule_name(rule) for rule in fault.along))
    yield messages.counted(fault.cost, progress_messages.RULE_COST) if fault.cost else progress_messages.RULE_NO_COST
