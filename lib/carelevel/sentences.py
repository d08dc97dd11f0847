"""What figures say, in plain sentences: the numbers are analytics', the wording is the catalog's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from carelevel import words
from carelevel.analytics.chance import Proportion, fisher_either
from carelevel.analytics.cohort import FEWEST, Cohort, PointName
from carelevel.analytics.faults import NEEDS as FAULTS_NEED
from carelevel.analytics.faults import Fault, Faults, Leaning, Overconfident, RuleMissed
from carelevel.analytics.judged import STATED
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
from carelevel.core.answer import Confidence
from carelevel.core.criteria import ESCALATE, Criteria

UNLIKELY = 0.05
"""Below this, a sentence calls something unlikely by chance; naming a fault asks for more."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure's sentences, and what its n counts."""

    sentences: tuple[str, ...]
    n: str


def percent(share: float) -> str:
    return words.PERCENT.format(share=100 * share)


def interval(one: Proportion) -> str:
    return words.INTERVAL.format(low=100 * one.low, high=100 * one.high)


def of(one: Proportion) -> str:
    return words.OF.format(hits=one.hits, n=one.n)


def duration(seconds: float) -> str:
    if seconds < 120:
        return words.SECONDS.format(seconds=seconds)
    return words.MINUTES.format(minutes=seconds / 60)


def level_name(level: str, criteria: Criteria) -> str:
    return words.ESCALATE_SHORT if level == ESCALATE else criteria.level(level).name


# One trainee's figures


def agreement(figure: Agreement) -> Told:
    if not figure.speaks:
        return _silent(words.SILENT, figure.n, figure.needs, "answers")
    overall = figure.overall
    told = [
        words.AGREEMENT.format(hits=overall.hits, n=overall.n, share=percent(overall.share)),
        words.AGREEMENT_INTERVAL.format(interval=interval(overall)),
    ]
    if len(figure.blocks) > 1:
        told.append(_halves(figure))
    return _told(told, figure.n, "answers")


def _halves(figure: Agreement) -> str:
    """The earlier blocks against the later ones, by Fisher's exact test."""
    middle = len(figure.blocks) // 2
    earlier, later = (
        Proportion(sum(block.accepted.hits for block in half), sum(block.accepted.n for block in half))
        for half in (figure.blocks[:middle], figure.blocks[middle:])
    )
    sentence = words.HALVES_LIKE
    if fisher_either(later.hits, later.n, earlier.hits, earlier.n) < UNLIKELY:
        sentence = words.HALVES_UP if later.share > earlier.share else words.HALVES_DOWN
    return sentence.format(earlier=of(earlier), later=of(later))


def direction(figure: Direction, kappa: Kappa) -> Told:
    beside = _kappa(kappa)
    if not figure.speaks:
        silent = words.SILENT_ERRORS.format(n=figure.n, needs=figure.needs)
        return _told([silent, beside], figure.n, "errors")
    sentence = words.DIRECTION_UNEVEN if figure.p < UNLIKELY else words.DIRECTION_EVEN
    told = [
        words.DIRECTION.format(more=figure.more, n=figure.n, less=figure.less),
        sentence.format(p=_p(figure.p)),
        words.DIRECTION_ROOM.format(more=of(figure.more_room), less=of(figure.less_room)),
        beside,
    ]
    return _told(told, figure.n, "errors")


def _kappa(figure: Kappa) -> str:
    if not figure.speaks:
        return words.KAPPA_SILENT.format(needs=figure.needs, n=figure.n)
    return words.KAPPA_NONE if figure.value is None else words.KAPPA.format(kappa=figure.value)


def _p(p: float) -> str:
    if p < 0.001:
        return words.P_SMALL
    return words.P_EQUALS.format(p=f"{p:.3f}" if p < 0.1 else f"{p:.2f}")


def matrix(figure: Matrix, criteria: Criteria) -> Told:
    if not figure.speaks:
        return _silent(words.SILENT, figure.n, figure.needs, "answers")
    same = sum(figure.counts[place][place] for place in range(len(figure.levels)))
    told = [words.MATRIX.format(same=same, n=figure.n)]
    apart = {
        (chosen, asked): count
        for chosen, row in zip(figure.levels, figure.counts, strict=True)
        for asked, count in zip(figure.levels, row, strict=True)
        if chosen != asked and count
    }
    if apart:
        (chosen, asked), count = max(apart.items(), key=lambda cell: cell[1])
        names = {"chosen": level_name(chosen, criteria), "asked": level_name(asked, criteria)}
        told.append(words.MATRIX_MOST.format(**names, count=words.counted(count, words.TIMES)))
    return _told(told, figure.n, "answers")


def calibration(figure: Calibration) -> Told:
    if not figure.speaks:
        return _silent(words.SILENT, figure.n, figure.needs, "answers")
    accepted = percent(figure.accepted.share)
    told = [words.CALIBRATION.format(stated=percent(figure.stated), accepted=accepted)]
    told.append(words.BRIER.format(brier=figure.brier, share=accepted, reference=figure.reference))
    told.append(words.BRIER_BETTER if figure.brier < figure.reference else words.BRIER_WORSE)
    told.append(words.STATED_AS.format(**{word.value: percent(chance) for word, chance in STATED.items()}))
    return _told(told, figure.n, "answers")


def rules(seen: Sequence[RuleSeen], criteria: Criteria, n: int) -> Told:
    """*n* answers; the rules met too seldom are named as such."""
    speaking = [one for one in seen if one.speaks]
    if n < Figure.needs:
        return _silent(words.SILENT, n, Figure.needs, "answers")
    if not speaking:
        return _told([], n, "answers")
    first = speaking[0]
    told = [words.RULES_NONE]
    if first.caught.hits < first.caught.n:
        told = [words.RULES.format(rule=criteria.rule_name(first.rule), hits=first.caught.hits, n=first.n)]
    few = [criteria.rule_name(one.rule) for one in seen if not one.speaks]
    if few:
        told.append(words.RULES_FEW.format(needs=RuleSeen.needs, rules=words.LIST_SEPARATOR.join(few)))
    return _told(told, n, "answers")


def marks(figure: Marks) -> Told:
    if not figure.speaks:
        return _silent(words.SILENT_MARKS, figure.n, figure.needs, "marking")
    recall, precision = figure.recall, figure.precision
    told = [
        words.MARKS.format(recall=percent(recall.share), caught=recall.hits, phrases=recall.n),
        words.MARKS_PRECISION.format(precision=percent(precision.share), needed=precision.hits, marked=precision.n),
    ]
    return _told(told, figure.n, "marking")


def time(figure: Time, blocks: Sequence[float]) -> Told:
    """*blocks* are the medians block by block."""
    if not figure.speaks:
        return _silent(words.SILENT, figure.n, figure.needs, "answers")
    told = [words.TIME.format(median=duration(figure.median))]
    if len(blocks) > 1:
        told.append(words.TIME_CHANGE.format(first=duration(blocks[0]), last=duration(blocks[-1])))
    return _told(told, figure.n, "answers")


def quoted(names: Iterable[str]) -> str:
    return words.LIST_SEPARATOR.join(words.LINK_CASES.format(title=name) for name in names)


# Faults


def faults(found: Faults, criteria: Criteria) -> Told:
    """A sentence or two for each fault that is named, and what to do about it; else that none stands out."""
    if not found.speaks:
        return _silent(words.SILENT_FAULTS, found.n, FAULTS_NEED, "answers")
    told = [sentence for fault in found.named for sentence in fault_sentences(fault, criteria)]
    return _told(told or [words.NO_FAULT.format(n=found.n)], found.n, "answers")


def fault_sentences(fault: Fault, criteria: Criteria) -> Iterator[str]:
    tell: Mapping[type, Callable[..., Iterator[str]]] = {
        Leaning: _leaning,
        Overconfident: _overconfident,
        RuleMissed: _rule_missed,
    }
    return tell[type(fault)](fault, criteria)


def _leaning(fault: Leaning, criteria: Criteria) -> Iterator[str]:
    towards, other = (fault.more, fault.less) if fault.upward else (fault.less, fault.more)
    sentence = words.LEANS_MORE if fault.upward else words.LEANS_LESS
    yield sentence.format(hits=towards.hits, n=towards.n, other_hits=other.hits, other_n=other.n)
    if fault.explained:
        yield words.counted(fault.explained, words.LEANS_EXPLAINED)
    yield words.LEANS_MORE_NEXT if fault.upward else words.LEANS_LESS_NEXT


def _overconfident(fault: Overconfident, criteria: Criteria) -> Iterator[str]:
    accepted = fault.accepted
    yield words.OVERCONFIDENT.format(
        stated=percent(fault.stated), hits=accepted.hits, n=accepted.n, share=percent(accepted.share)
    )
    yield words.OVERCONFIDENT_NEXT.format(certain=words.CONFIDENCE[Confidence.CERTAIN])


def _rule_missed(fault: RuleMissed, criteria: Criteria) -> Iterator[str]:
    yield words.RULE_MISSED.format(
        rule=criteria.rule_name(fault.rule),
        hits=fault.missed.hits,
        n=fault.missed.n,
        others=percent(fault.others.share),
    )
    if fault.along:
        yield words.RULE_ALONG.format(rules=quoted(criteria.rule_name(rule) for rule in fault.along))
    yield words.counted(fault.cost, words.RULE_COST) if fault.cost else words.RULE_NO_COST


# A group


def group(figure: Cohort, names: Mapping[PointName, str], criteria: Criteria) -> Told:
    """*names* says what to call each decision point."""
    if not figure.speaks:
        silent = words.COHORT_SILENT.format(n=figure.n, fewest=FEWEST)
        return _told([silent], figure.attempts, "answers")
    told = [
        words.COHORT.format(trainees=figure.n, attempts=figure.attempts, share=percent(figure.accepted.share)),
        words.COHORT_DIRECTION.format(more=figure.more, n=figure.more + figure.less, less=figure.less),
    ]
    if figure.points and figure.points[0].wrong:
        hardest = figure.points[0]
        most = level_name(next(iter(hardest.wrong)), criteria)
        told.append(
            words.COHORT_HARDEST.format(
                point=names.get(hardest.name, hardest.name[0]), of=of(hardest.accepted), level=most
            )
        )
    if figure.untold:
        points = words.LIST_SEPARATOR.join(names.get(name, name[0]) for name in figure.untold)
        told.append(words.COHORT_UNTOLD.format(fewest=FEWEST, points=points))
    if figure.outdated:
        told.append(words.counted(figure.outdated, words.COHORT_OUTDATED))
    return _told(told, figure.attempts, "answers")


def block_seconds(record: Progress) -> tuple[float, ...]:
    return tuple(block.seconds for block in record.agreement.blocks)


def _told(sentences: Iterable[str], n: int, what: str) -> Told:
    return Told(tuple(sentences), words.FIGURE_N.format(n=n, what=words.FIGURE_WHAT[what]))


def _silent(sentence: str, n: int, needs: int, what: str) -> Told:
    return _told([sentence.format(n=n, needs=needs)], n, what)
