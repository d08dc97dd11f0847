"""What figures say, in plain sentences: the numbers are analytics', the wording is the catalog's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from carelevel import messages
from carelevel.analytics.chance import Proportion, fisher_either
from carelevel.analytics.faults import Fault, Faults, Leaning, Overconfident, RuleMissed
from carelevel.analytics.flags import FlagSeen
from carelevel.analytics.progress import (
    Agreement,
    Calibration,
    Direction,
    Figure,
    Kappa,
    Marks,
    Matrix,
    Progress,
    Referral,
    RuleSeen,
    Time,
)
from carelevel.analytics.scoring import STATED
from carelevel.core.answer import Confidence
from carelevel.core.assess import Effect
from carelevel.core.attempt import Attempt
from carelevel.core.criteria import Criteria
from carelevel.core.support import Support
from carelevel.feedback.names import level_name
from carelevel.messages import progress as progress_messages
from carelevel.messages import support as support_messages

UNLIKELY = 0.05
"""Below this, a sentence calls something unlikely by chance; naming a fault asks for more."""

MOST_MISSED = 8
"""Missed referrals that are named, the latest first."""


@dataclass(frozen=True, slots=True)
class FigureText:
    """A figure's sentences, what its n counts, and, for those who ask, how it was worked out.

    *needs* says from how many on it speaks, '' where it does.
    """

    sentences: tuple[str, ...]
    n: str
    method: tuple[str, ...] = ()
    needs: str = ""


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
        return messages.counted(round(seconds), progress_messages.SECONDS)
    return progress_messages.MINUTES.format(minutes=seconds / 60)


def quoted(names: Iterable[str]) -> str:
    """Titles or rules in a row, each in quotation marks."""
    return messages.LIST_SEPARATOR.join(progress_messages.LINK_CASES.format(title=name) for name in names)


def figure_text(figure: Figure, sentences: Iterable[str], what: str, method: Iterable[str] = ()) -> FigureText:
    """*sentences* where the figure speaks, else how many it needs; *what* names in FIGURE_N what its n counts."""
    counted = messages.counted(figure.n, progress_messages.FIGURE_N[what])
    if not figure.speaks:
        return FigureText((), counted, needs=progress_messages.FIGURE_NEEDS[what].format(needs=figure.needs))
    return FigureText(tuple(sentences), counted, tuple(method))


def _expected(stated: float, n: int) -> int:
    """How many of *n* answers should have been right, going by the chance that they state."""
    return round(stated * n)


def support(record: Iterable[Attempt]) -> Iterator[str]:
    """That answers which were told something are left out of the figures, and that some had the rules beside them."""
    had = [attempt.had for attempt in record]
    helped = sum(one.helps for one in had)
    cued = sum(one.support is Support.CUED and not one.helps for one in had)
    for count, forms in ((helped, support_messages.LEFT_OUT), (cued, support_messages.MARKED)):
        if count:
            yield messages.counted(count, forms)


# One trainee's figures


def agreement(figure: Agreement) -> FigureText:
    """How often the answers were accepted, and whether that changed."""

    def sentences() -> Iterator[str]:
        overall = figure.overall
        yield progress_messages.AGREEMENT.format(hits=overall.hits, n=overall.n, share=percent(overall.share))
        yield progress_messages.AGREEMENT_INTERVAL.format(interval=interval(overall))
        if len(figure.blocks) > 1:
            yield _halves(figure)

    return figure_text(figure, sentences(), "answers", method=progress_messages.AGREEMENT_METHOD)


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


def direction(figure: Direction, kappa: Kappa, referral: Referral, criteria: Criteria) -> FigureText:
    """Which way the errors go, and how many of those not accepted have no direction, being about a referral."""

    def sentences() -> Iterator[str]:
        sentence = progress_messages.DIRECTION_UNEVEN if figure.p < UNLIKELY else progress_messages.DIRECTION_EVEN
        yield progress_messages.DIRECTION.format(more=figure.more, n=figure.n, less=figure.less)
        yield sentence
        yield progress_messages.DIRECTION_ROOM.format(more=of(figure.more_room), less=of(figure.less_room))

    method = (progress_messages.DIRECTION_METHOD.format(p=_p(figure.p)), *_kappa(kappa))
    text = figure_text(figure, sentences(), "errors", method)
    aside = len(referral.missed) + referral.needless.hits
    if not aside:
        return text
    says = criteria.words.said(progress_messages.DIRECTION_ASIDE[aside > 1], count=aside)
    return replace(text, sentences=(*text.sentences, says))


def _kappa(figure: Kappa) -> Iterator[str]:
    """How far the answers agree beyond chance, where there are enough to tell."""
    if figure.speaks and figure.value is not None:
        yield progress_messages.KAPPA.format(kappa=figure.value)


def _p(p: float) -> str:
    if p < 0.001:
        return progress_messages.P_SMALL
    return progress_messages.P_EQUALS.format(p=f"{p:.3f}" if p < 0.1 else f"{p:.2f}")


def referral(figure: Referral, criteria: Criteria) -> FigureText:
    """How often a referral was chosen where the criteria call for one, and where a level answers."""
    words = criteria.words

    def sentences() -> Iterator[str]:
        asked, needless = figure.asked, figure.needless
        sentence = progress_messages.REFERRAL if asked.n else progress_messages.REFERRAL_NONE
        yield words.said(sentence, hits=asked.hits, n=asked.n)
        if needless.n:
            yield words.said(progress_messages.REFERRAL_NEEDLESS, hits=needless.hits, n=needless.n)

    return figure_text(figure, sentences(), "answers", method=progress_messages.SHARES_METHOD)


def missed_referrals(figure: Referral, titles: Mapping[str, str], criteria: Criteria) -> tuple[str, ...]:
    """That referrals were missed, and then each case, the latest first, however few answers there are.

    *titles* by case; nothing where nothing was missed.
    """
    if not figure.missed:
        return ()
    says = criteria.words.said(progress_messages.REFERRAL_MISSED, missed=len(figure.missed), n=figure.asked.n)
    latest = reversed(figure.missed[-MOST_MISSED:])
    return (says, *(_missed_referral(attempt, titles, criteria) for attempt in latest))


def _missed_referral(attempt: Attempt, titles: Mapping[str, str], criteria: Criteria) -> str:
    """The case, and the red flags that it showed, as far as the criteria still have them."""
    escalating = {rated.rule for rated in attempt.rules if rated.effect is Effect.ESCALATES}
    flags = [finding.name for finding in criteria.findings if finding.id in escalating]
    form = progress_messages.REFERRAL_CASE if flags else progress_messages.REFERRAL_CASE_ALONE
    case = progress_messages.LINK_CASES.format(title=titles.get(attempt.case, attempt.case))
    return form.format(case=case, flags=messages.LIST_SEPARATOR.join(flags), day=attempt.committed_at.date())


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

    return figure_text(figure, sentences(), "answers")


def flag(figure: FlagSeen, criteria: Criteria) -> FigureText:
    """How often one question beside the level was answered as the criteria do, and how it was not."""

    def sentences() -> Iterator[str]:
        alike = figure.alike
        yield progress_messages.FLAG.format(hits=alike.hits, n=alike.n, share=percent(alike.share))
        for count, form in (
            (figure.missed, progress_messages.FLAG_MISSED),
            (figure.needless, progress_messages.FLAG_NEEDLESS),
        ):
            if count:
                yield form.format(times=messages.counted(count, progress_messages.TIMES))

    return figure_text(figure, sentences(), "flag")


def calibration(figure: Calibration) -> FigureText:
    """How many answers should have been right, going by the words of confidence, and how many were."""

    def sentences() -> Iterator[str]:
        expected, accepted = _expected(figure.stated, figure.n), figure.accepted
        yield progress_messages.CALIBRATION.format(expected=expected, n=figure.n, hits=accepted.hits)
        tells = figure.brier < figure.reference
        yield progress_messages.CONFIDENCE_TELLS if tells else progress_messages.CONFIDENCE_TELLS_NOTHING

    method = (
        progress_messages.STATED_AS.format(**{word.value: percent(chance) for word, chance in STATED.items()}),
        progress_messages.BRIER.format(
            brier=figure.brier, share=percent(figure.accepted.share), reference=figure.reference
        ),
    )
    return figure_text(figure, sentences(), "answers", method=method)


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

    return figure_text(Figure(n), sentences(), "answers")


def marks(figure: Marks) -> FigureText:
    """How many deciding phrases were marked, and how many marks were needed."""

    def sentences() -> Iterator[str]:
        recall, precision = figure.recall, figure.precision
        yield progress_messages.MARKS.format(recall=percent(recall.share), caught=recall.hits, phrases=recall.n)
        yield progress_messages.MARKS_PRECISION.format(
            precision=percent(precision.share), needed=precision.hits, marked=precision.n
        )

    return figure_text(figure, sentences(), "marking", progress_messages.MARKS_METHOD)


def time(figure: Time, blocks: Sequence[float]) -> FigureText:
    """How long a decision takes; *blocks* are the medians block by block."""

    def sentences() -> Iterator[str]:
        yield progress_messages.TIME.format(median=duration(figure.median))
        if len(blocks) > 1:
            yield progress_messages.TIME_CHANGE.format(first=duration(blocks[0]), last=duration(blocks[-1]))

    return figure_text(figure, sentences(), "answers")


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

    text = figure_text(found, sentences(), "answers")
    few = progress_messages.SILENT_FAULTS.format(needs=found.needs)
    return replace(text, sentences=(few,)) if text.needs else text


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
    expected = _expected(fault.stated, accepted.n)
    yield progress_messages.OVERCONFIDENT.format(expected=expected, hits=accepted.hits, n=accepted.n)
    yield progress_messages.OVERCONFIDENT_NEXT.format(certain=messages.CONFIDENCE[Confidence.CERTAIN])


def _rule_missed(fault: RuleMissed, criteria: Criteria) -> Iterator[str]:
    rule, others = criteria.rule_name(fault.rule), percent(fault.others.share)
    yield progress_messages.RULE_MISSED.format(rule=rule, hits=fault.missed.hits, n=fault.missed.n, others=others)
    if fault.along:
        yield progress_messages.RULE_ALONG.format(rules=quoted(criteria.rule_name(rule) for rule in fault.along))
    yield messages.counted(fault.cost, progress_messages.RULE_COST) if fault.cost else progress_messages.RULE_NO_COST
