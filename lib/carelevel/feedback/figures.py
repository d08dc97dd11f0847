"""What figures say, in plain sentences: the numbers are analytics', the wording is the catalog's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from carelevel import words
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
from carelevel.words import progress as progress_words

UNLIKELY = 0.05
"""Below this, a sentence calls something unlikely by chance; naming a fault asks for more."""


@dataclass(frozen=True, slots=True)
class FigureText:
    """A figure's sentences, and what its n counts."""

    sentences: tuple[str, ...]
    n: str


def percent(share: float) -> str:
    return progress_words.PERCENT.format(share=100 * share)


def interval(one: Proportion) -> str:
    return progress_words.INTERVAL.format(low=100 * one.low, high=100 * one.high)


def of(one: Proportion) -> str:
    return progress_words.OF.format(hits=one.hits, n=one.n)


def duration(seconds: float) -> str:
    if seconds < 120:
        return progress_words.SECONDS.format(seconds=seconds)
    return progress_words.MINUTES.format(minutes=seconds / 60)


# One trainee's figures


def agreement(figure: Agreement) -> FigureText:
    if not figure.speaks:
        return _silent(progress_words.SILENT, figure.n, figure.needs, "answers")
    overall = figure.overall
    told = [
        progress_words.AGREEMENT.format(hits=overall.hits, n=overall.n, share=percent(overall.share)),
        progress_words.AGREEMENT_INTERVAL.format(interval=interval(overall)),
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
    sentence = progress_words.HALVES_LIKE
    if fisher_either(later.hits, later.n, earlier.hits, earlier.n) < UNLIKELY:
        sentence = progress_words.HALVES_UP if later.share > earlier.share else progress_words.HALVES_DOWN
    return sentence.format(earlier=of(earlier), later=of(later))


def direction(figure: Direction, kappa: Kappa) -> FigureText:
    beside = _kappa(kappa)
    if not figure.speaks:
        silent = progress_words.SILENT_ERRORS.format(n=figure.n, needs=figure.needs)
        return _text([silent, beside], figure.n, "errors")
    sentence = progress_words.DIRECTION_UNEVEN if figure.p < UNLIKELY else progress_words.DIRECTION_EVEN
    told = [
        progress_words.DIRECTION.format(more=figure.more, n=figure.n, less=figure.less),
        sentence.format(p=_p(figure.p)),
        progress_words.DIRECTION_ROOM.format(more=of(figure.more_room), less=of(figure.less_room)),
        beside,
    ]
    return _text(told, figure.n, "errors")


def _kappa(figure: Kappa) -> str:
    if not figure.speaks:
        return progress_words.KAPPA_SILENT.format(needs=figure.needs, n=figure.n)
    return progress_words.KAPPA_NONE if figure.value is None else progress_words.KAPPA.format(kappa=figure.value)


def _p(p: float) -> str:
    if p < 0.001:
        return progress_words.P_SMALL
    return progress_words.P_EQUALS.format(p=f"{p:.3f}" if p < 0.1 else f"{p:.2f}")


def matrix(figure: Matrix, criteria: Criteria) -> FigureText:
    if not figure.speaks:
        return _silent(progress_words.SILENT, figure.n, figure.needs, "answers")
    same = sum(figure.counts[place][place] for place in range(len(figure.levels)))
    told = [progress_words.MATRIX.format(same=same, n=figure.n)]
    apart = {
        (chosen, asked): count
        for chosen, row in zip(figure.levels, figure.counts, strict=True)
        for asked, count in zip(figure.levels, row, strict=True)
        if chosen != asked and count
    }
    if apart:
        (chosen, asked), count = max(apart.items(), key=lambda cell: cell[1])
        names = {"chosen": level_name(chosen, criteria), "asked": level_name(asked, criteria)}
        told.append(progress_words.MATRIX_MOST.format(**names, count=words.counted(count, progress_words.TIMES)))
    return _text(told, figure.n, "answers")


def calibration(figure: Calibration) -> FigureText:
    if not figure.speaks:
        return _silent(progress_words.SILENT, figure.n, figure.needs, "answers")
    accepted = percent(figure.accepted.share)
    told = [progress_words.CALIBRATION.format(stated=percent(figure.stated), accepted=accepted)]
    told.append(progress_words.BRIER.format(brier=figure.brier, share=accepted, reference=figure.reference))
    told.append(progress_words.BRIER_BETTER if figure.brier < figure.reference else progress_words.BRIER_WORSE)
    told.append(progress_words.STATED_AS.format(**{word.value: percent(chance) for word, chance in STATED.items()}))
    return _text(told, figure.n, "answers")


def rules(seen: Sequence[RuleSeen], criteria: Criteria, n: int) -> FigureText:
    """*n* answers; the rules met too seldom are named as such."""
    speaking = [one for one in seen if one.speaks]
    if n < Figure.needs:
        return _silent(progress_words.SILENT, n, Figure.needs, "answers")
    if not speaking:
        return _text([], n, "answers")
    first = speaking[0]
    told = [progress_words.RULES_NONE]
    if first.caught.hits < first.caught.n:
        told = [progress_words.RULES.format(rule=criteria.rule_name(first.rule), hits=first.caught.hits, n=first.n)]
    few = [criteria.rule_name(one.rule) for one in seen if not one.speaks]
    if few:
        told.append(progress_words.RULES_FEW.format(needs=RuleSeen.needs, rules=words.LIST_SEPARATOR.join(few)))
    return _text(told, n, "answers")


def marks(figure: Marks) -> FigureText:
    if not figure.speaks:
        return _silent(progress_words.SILENT_MARKS, figure.n, figure.needs, "marking")
    recall, precision = figure.recall, figure.precision
    told = [
        progress_words.MARKS.format(recall=percent(recall.share), caught=recall.hits, phrases=recall.n),
        progress_words.MARKS_PRECISION.format(
            precision=percent(precision.share), needed=precision.hits, marked=precision.n
        ),
    ]
    return _text(told, figure.n, "marking")


def time(figure: Time, blocks: Sequence[float]) -> FigureText:
    """*blocks* are the medians block by block."""
    if not figure.speaks:
        return _silent(progress_words.SILENT, figure.n, figure.needs, "answers")
    told = [progress_words.TIME.format(median=duration(figure.median))]
    if len(blocks) > 1:
        told.append(progress_words.TIME_CHANGE.format(first=duration(blocks[0]), last=duration(blocks[-1])))
    return _text(told, figure.n, "answers")


def quoted(names: Iterable[str]) -> str:
    return words.LIST_SEPARATOR.join(progress_words.LINK_CASES.format(title=name) for name in names)


# Faults


def faults(found: Faults, criteria: Criteria) -> FigureText:
    """A sentence or two for each fault that is named, and what to do about it; else that none stands out."""
    if not found.speaks:
        return _silent(progress_words.SILENT_FAULTS, found.n, FAULTS_NEED, "answers")
    told = [sentence for fault in found.named for sentence in fault_sentences(fault, criteria)]
    return _text(told or [progress_words.NO_FAULT.format(n=found.n)], found.n, "answers")


def fault_sentences(fault: Fault, criteria: Criteria) -> Iterator[str]:
    tell: Mapping[type, Callable[..., Iterator[str]]] = {
        Leaning: _leaning,
        Overconfident: _overconfident,
        RuleMissed: _rule_missed,
    }
    return tell[type(fault)](fault, criteria)


def _leaning(fault: Leaning, criteria: Criteria) -> Iterator[str]:
    towards, other = (fault.more, fault.less) if fault.upward else (fault.less, fault.more)
    sentence = progress_words.LEANS_MORE if fault.upward else progress_words.LEANS_LESS
    yield sentence.format(hits=towards.hits, n=towards.n, other_hits=other.hits, other_n=other.n)
    if fault.explained:
        yield words.counted(fault.explained, progress_words.LEANS_EXPLAINED)
    yield progress_words.LEANS_MORE_NEXT if fault.upward else progress_words.LEANS_LESS_NEXT


def _overconfident(fault: Overconfident, criteria: Criteria) -> Iterator[str]:
    accepted = fault.accepted
    yield progress_words.OVERCONFIDENT.format(
        stated=percent(fault.stated), hits=accepted.hits, n=accepted.n, share=percent(accepted.share)
    )
    yield progress_words.OVERCONFIDENT_NEXT.format(certain=words.CONFIDENCE[Confidence.CERTAIN])


def _rule_missed(fault: RuleMissed, criteria: Criteria) -> Iterator[str]:
    yield progress_words.RULE_MISSED.format(
        rule=criteria.rule_name(fault.rule),
        hits=fault.missed.hits,
        n=fault.missed.n,
        others=percent(fault.others.share),
    )
    if fault.along:
        yield progress_words.RULE_ALONG.format(rules=quoted(criteria.rule_name(rule) for rule in fault.along))
    yield words.counted(fault.cost, progress_words.RULE_COST) if fault.cost else progress_words.RULE_NO_COST


def block_seconds(record: Progress) -> tuple[float, ...]:
    return tuple(block.seconds for block in record.agreement.blocks)


def _text(sentences: Iterable[str], n: int, what: str) -> FigureText:
    return FigureText(tuple(sentences), progress_words.FIGURE_N.format(n=n, what=progress_words.FIGURE_WHAT[what]))


def _silent(sentence: str, n: int, needs: int, what: str) -> FigureText:
    return _text([sentence.format(n=n, needs=needs)], n, what)
