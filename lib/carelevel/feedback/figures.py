"""What figures say, in plain sentences: the numbers are analytics', the wording is the catalog's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from carelevel import messages
from carelevel.analytics.chance import Proportion, fisher_either
from carelevel.analytics.faults import NEEDS as FAULTS_NEED
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
    return progress_messages.PERCENT.format(share=100 * share)


def interval(one: Proportion) -> str:
    return progress_messages.INTERVAL.format(low=100 * one.low, high=100 * one.high)


def of(one: Proportion) -> str:
    return progress_messages.OF.format(hits=one.hits, n=one.n)


def duration(seconds: float) -> str:
    if seconds < 120:
        return progress_messages.SECONDS.format(seconds=seconds)
    return progress_messages.MINUTES.format(minutes=seconds / 60)


# One trainee's figures


def agreement(figure: Agreement) -> FigureText:
    if not figure.speaks:
        return _silent(progress_messages.SILENT, figure.n, figure.needs, "answers")
    overall = figure.overall
    told = [
        progress_messages.AGREEMENT.format(hits=overall.hits, n=overall.n, share=percent(overall.share)),
        progress_messages.AGREEMENT_INTERVAL.format(interval=interval(overall)),
    ]
    if len(figure.blocks) > 1:
        told.append(_halves(figure))
    return _text(told, figure.n, "answers")


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
    beside = _kappa(kappa)
    if not figure.speaks:
        silent = progress_messages.SILENT_ERRORS.format(n=figure.n, needs=figure.needs)
        return _text([silent, beside], figure.n, "errors")
    sentence = progress_messages.DIRECTION_UNEVEN if figure.p < UNLIKELY else progress_messages.DIRECTION_EVEN
    told = [
        progress_messages.DIRECTION.format(more=figure.more, n=figure.n, less=figure.less),
        sentence.format(p=_p(figure.p)),
        progress_messages.DIRECTION_ROOM.format(more=of(figure.more_room), less=of(figure.less_room)),
        beside,
    ]
    return _text(told, figure.n, "errors")


def _kappa(figure: Kappa) -> str:
    if not figure.speaks:
        return progress_messages.KAPPA_SILENT.format(needs=figure.needs, n=figure.n)
    return progress_messages.KAPPA_NONE if figure.value is None else progress_messages.KAPPA.format(kappa=figure.value)


def _p(p: float) -> str:
    if p < 0.001:
        return progress_messages.P_SMALL
    return progress_messages.P_EQUALS.format(p=f"{p:.3f}" if p < 0.1 else f"{p:.2f}")


def matrix(figure: Matrix, criteria: Criteria) -> FigureText:
    if not figure.speaks:
        return _silent(progress_messages.SILENT, figure.n, figure.needs, "answers")
    same = sum(figure.counts[place][place] for place in range(len(figure.levels)))
    told = [progress_messages.MATRIX.format(same=same, n=figure.n)]
    apart = {
        (chosen, asked): count
        for chosen, row in zip(figure.levels, figure.counts, strict=True)
        for asked, count in zip(figure.levels, row, strict=True)
        if chosen != asked and count
    }
    if apart:
        (chosen, asked), count = max(apart.items(), key=lambda cell: cell[1])
        names = {"chosen": level_name(chosen, criteria), "asked": level_name(asked, criteria)}
        told.append(
            progress_messages.MATRIX_MOST.format(**names, count=messages.counted(count, progress_messages.TIMES))
        )
    return _text(told, figure.n, "answers")


def calibration(figure: Calibration) -> FigureText:
    if not figure.speaks:
        return _silent(progress_messages.SILENT, figure.n, figure.needs, "answers")
    accepted = percent(figure.accepted.share)
    told = [progress_messages.CALIBRATION.format(stated=percent(figure.stated), accepted=accepted)]
    told.append(progress_messages.BRIER.format(brier=figure.brier, share=accepted, reference=figure.reference))
    told.append(progress_messages.BRIER_BETTER if figure.brier < figure.reference else progress_messages.BRIER_WORSE)
    told.append(progress_messages.STATED_AS.format(**{word.value: percent(chance) for word, chance in STATED.items()}))
    return _text(told, figure.n, "answers")


def rules(seen: Sequence[RuleSeen], criteria: Criteria, n: int) -> FigureText:
    """*n* answers; the rules met too seldom are named as such."""
    speaking = [one for one in seen if one.speaks]
    if n < Figure.needs:
        return _silent(progress_messages.SILENT, n, Figure.needs, "answers")
    if not speaking:
        return _text([], n, "answers")
    first = speaking[0]
    told = [progress_messages.RULES_NONE]
    if first.caught.hits < first.caught.n:
        told = [progress_messages.RULES.format(rule=criteria.rule_name(first.rule), hits=first.caught.hits, n=first.n)]
    few = [criteria.rule_name(one.rule) for one in seen if not one.speaks]
    if few:
        told.append(progress_messages.RULES_FEW.format(needs=RuleSeen.needs, rules=messages.LIST_SEPARATOR.join(few)))
    return _text(told, n, "answers")


def marks(figure: Marks) -> FigureText:
    if not figure.speaks:
        return _silent(progress_messages.SILENT_MARKS, figure.n, figure.needs, "marking")
    recall, precision = figure.recall, figure.precision
    told = [
        progress_messages.MARKS.format(recall=percent(recall.share), caught=recall.hits, phrases=recall.n),
        progress_messages.MARKS_PRECISION.format(
            precision=percent(precision.share), needed=precision.hits, marked=precision.n
        ),
    ]
    return _text(told, figure.n, "marking")


def time(figure: Time, blocks: Sequence[float]) -> FigureText:
    """*blocks* are the medians block by block."""
    if not figure.speaks:
        return _silent(progress_messages.SILENT, figure.n, figure.needs, "answers")
    told = [progress_messages.TIME.format(median=duration(figure.median))]
    if len(blocks) > 1:
        told.append(progress_messages.TIME_CHANGE.format(first=duration(blocks[0]), last=duration(blocks[-1])))
    return _text(told, figure.n, "answers")


def quoted(names: Iterable[str]) -> str:
    return messages.LIST_SEPARATOR.join(progress_messages.LINK_CASES.format(title=name) for name in names)


# Faults


def faults(found: Faults, criteria: Criteria) -> FigureText:
    """A sentence or two for each fault that is named, and what to do about it; else that none stands out."""
    if not found.speaks:
        return _silent(progress_messages.SILENT_FAULTS, found.n, FAULTS_NEED, "answers")
    told = [sentence for fault in found.named for sentence in fault_sentences(fault, criteria)]
    return _text(told or [progress_messages.NO_FAULT.format(n=found.n)], found.n, "answers")


def fault_sentences(fault: Fault, criteria: Criteria) -> Iterator[str]:
    tell: Mapping[type, Callable[..., Iterator[str]]] = {
        Leaning: _leaning,
        Overconfident: _overconfident,
        RuleMissed: _rule_missed,
    }
    return tell[type(fault)](fault, criteria)


def _leaning(fault: Leaning, criteria: Criteria) -> Iterator[str]:
    towards, other = (fault.more, fault.less) if fault.upward else (fault.less, fault.more)
    sentence = progress_messages.LEANS_MORE if fault.upward else progress_messages.LEANS_LESS
    yield sentence.format(hits=towards.hits, n=towards.n, other_hits=other.hits, other_n=other.n)
    if fault.explained:
        yield messages.counted(fault.explained, progress_messages.LEANS_EXPLAINED)
    yield progress_messages.LEANS_MORE_NEXT if fault.upward else progress_messages.LEANS_LESS_NEXT


def _overconfident(fault: Overconfident, criteria: Criteria) -> Iterator[str]:
    accepted = fault.accepted
    yield progress_messages.OVERCONFIDENT.format(
        stated=percent(fault.stated), hits=accepted.hits, n=accepted.n, share=percent(accepted.share)
    )
    yield progress_messages.OVERCONFIDENT_NEXT.format(certain=messages.CONFIDENCE[Confidence.CERTAIN])


def _rule_missed(fault: RuleMissed, criteria: Criteria) -> Iterator[str]:
    yield progress_messages.RULE_MISSED.format(
        rule=criteria.rule_name(fault.rule),
        hits=fault.missed.hits,
        n=fault.missed.n,
        others=percent(fault.others.share),
    )
    if fault.along:
        yield progress_messages.RULE_ALONG.format(rules=quoted(criteria.rule_name(rule) for rule in fault.along))
    yield messages.counted(fault.cost, progress_messages.RULE_COST) if fault.cost else progress_messages.RULE_NO_COST


def block_seconds(record: Progress) -> tuple[float, ...]:
    return tuple(block.seconds for block in record.agreement.blocks)


def _text(sentences: Iterable[str], n: int, what: str) -> FigureText:
    return FigureText(
        tuple(sentences), progress_messages.FIGURE_N.format(n=n, what=progress_messages.FIGURE_WHAT[what])
    )


def _silent(sentence: str, n: int, needs: int, what: str) -> FigureText:
    return _text([sentence.format(n=n, needs=needs)], n, what)
