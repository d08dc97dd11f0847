"""One thing that `carelevel check` says of a bank: where, how bad, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from carelevel.bank import Bank, Lines, Mistake
from carelevel.core.case import Case
from carelevel.lint import Hit, Severity, lint_case
from carelevel.words import check as words

IN_CASE, IN_CRITERIA, IN_PROOF, CUT = "mistake/case", "mistake/criteria", "mistake/proof", "text/cut"
"""The codes of mistakes and of texts that end too soon; lint has codes of its own."""
CRITERIA = "criteria.yaml"
LONGEST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Remark:
    file: str  # its name in the bank's folder
    line: int
    severity: Severity
    code: str
    problem: str
    remedy: str


def case_remarks(bank: Bank, case_id: str) -> tuple[Remark, ...]:
    """The mistakes of a case file; where there are none, what lint finds in the case."""
    checked = bank.checked(case_id)
    cut = map(cut_remark, checked.cut)
    if checked.case is None:
        return (*(_mistaken(mistake, f"{case_id}.md") for mistake in checked.mistakes), *cut)
    return (*cut, *lint_remarks(bank, checked.case))


def lint_remarks(bank: Bank, case: Case) -> tuple[Remark, ...]:
    """What lint finds in a case, from the top of its file to the bottom."""
    hits = lint_case(case, bank.criteria)
    if not hits:
        return ()
    lines = bank.lines(case.id)
    return tuple(sorted((_found(hit, f"{case.id}.md", lines) for hit in hits), key=lambda remark: remark.line))


def criteria_remarks(mistakes: Sequence[str]) -> tuple[Remark, ...]:
    """The mistakes of a BankError, each `folder/criteria.yaml:line: problem; remedy`."""
    return tuple(map(_read, mistakes))


def cut_remark(cut: Mistake) -> Remark:
    """A text that ends where a comment begins."""
    return Remark(Path(cut.file).name, cut.line, Severity.WARNING, CUT, cut.problem, cut.remedy)


def proof_remark(fails: str) -> Remark:
    return Remark(CRITERIA, 1, Severity.ERROR, IN_PROOF, fails.rstrip("."), words.PROOF_REMEDY)


def _mistaken(mistake: Mistake, file: str) -> Remark:
    return Remark(file, mistake.line, Severity.ERROR, IN_CASE, mistake.problem, mistake.remedy)


def _read(mistake: str) -> Remark:
    place, _, says = mistake.partition(f"{CRITERIA}:")[2].partition(": ")
    problem, _, remedy = says.partition("; ")
    return Remark(CRITERIA, int(place), Severity.ERROR, IN_CRITERIA, problem, remedy)


def _found(hit: Hit, file: str, lines: Lines) -> Remark:
    shown = " ".join(hit.words.split())
    if len(shown) > LONGEST_WORDS:
        shown = f"{shown[:LONGEST_WORDS].rstrip()} …"
    problem = words.LINT_PROBLEM.format(problem=hit.problem, words=shown)
    return Remark(file, _line(hit, lines), hit.severity, hit.code, problem, hit.rewording)


def _line(hit: Hit, lines: Lines) -> int:
    where, point = hit.where, hit.where.point or 0
    if where.twin:
        return lines.twin(where.twin)
    if where.part == "title":
        return lines.title()
    if where.part == "discuss":
        return lines.discuss()
    if where.part == "dissent":
        return lines.dissent(point)
    if where.paragraph is None:
        return lines.heading(point)
    return lines.story(point, where.paragraph, where.at[0] if where.at else 0)
