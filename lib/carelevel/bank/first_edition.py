"""What criteria of the first edition say, and how the second edition says it: rule by rule, in place.

In the first edition a finding that *mitigates* counted as of most concern while it was unstated, and exceptions on any
other finding held while it was; of several exceptions that held, the lowest of each counted. A prerequisite had
alternatives, and could be waived: then its level stayed accepted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise, product

import yaml

from carelevel.bank.yaml_source import Pair, YamlSource, items, pair, pairs, value, word

TO_DO = "TO DO: "
MOST_FOREMOST = 20
TRUE = ("true", "True", "TRUE")

WAIVABLE = (
    "this was waivable: where it alone failed, '{level}' stayed accepted, and now it does not. If it should, say it "
    "as an indication that yields, with 'also: [{level}]'; the README of the cases shows one"
)
UNTOLD = (
    "these alternatives need your decision: 'needs' is one test, which whatever is unstated passes, and each test "
    "under 'instead' counts only when it is stated"
)
IN_DOUBT = (
    "an exception held also while nothing was said of {findings}, and now it counts only when that is stated. Read "
    "the cases that leave it unsaid"
)
CROSSED = (
    "where several of these exceptions held, the lowest of each counted, and now the first that holds counts. See "
    "whether their order says what you mean"
)
MITIGATED = (
    "while nothing was said of {findings}, its last value counted here, and now its first does. See whether this "
    "still says what you mean"
)
RED_FLAG = "say how soon (one of the urgencies), what to do first, and which references say so, for '{finding}' alone"
URGENCIES = "# How soon a red flag asks for somebody, the most urgent first. Change these words as you need.\n"


@dataclass(frozen=True, eq=False)
class FirstEdition:
    """A text of the first edition, made to say the same in the second; whatever is malformed stays as it is."""

    source: YamlSource

    @property
    def root(self) -> yaml.Node | None:
        """The whole document; None where the file is empty."""
        return self.source.root

    @cached_property
    def ladder(self) -> tuple[str, ...]:
        """The levels' ids, the least intensive first."""
        return tuple(word(level, "id") for level in items(value(self.root, "levels")))

    @cached_property
    def values(self) -> Mapping[str, tuple[str, ...]]:
        """Each finding's values, from least to most concern."""
        return {
            word(finding, "id"): tuple(word(known, "id") for known in items(value(finding, "values")))
            for finding in items(value(self.root, "findings"))
        }

    @cached_property
    def mitigating(self) -> frozenset[str]:
        """The findings that counted as of most concern while they were unstated."""
        findings = items(value(self.root, "findings"))
        return frozenset(word(finding, "id") for finding in findings if word(finding, "mitigates") in TRUE)

    def arrange(self) -> None:
        """Put exceptions that ask for less before those that ask for more."""
        for floor in items(value(self.root, "floors")):
            listed = pair(floor, "exceptions")
            exceptions = items(listed.value) if listed else ()
            rungs = [self._rungs(eased) for eased in exceptions]
            if listed and all(rungs):
                order = sorted(range(len(rungs)), key=rungs.__getitem__)
                if order != list(range(len(rungs))):
                    in_brackets = bool(getattr(listed.value, "flow_style", False))
                    self.source.arrange(exceptions, order, listed, in_brackets=in_brackets)

    def rewrite(self) -> None:
        """Say in the second edition what is of the first."""
        for finding in items(value(self.root, "findings")):
            self._finding(finding)
        self._rename_at_top("floors", "indications")
        for floor in items(value(self.root, "floors")):
            self._floor(floor)
        self._rename_at_top("prerequisites", "requirements")
        for needed in items(value(self.root, "prerequisites")):
            self._prerequisite(needed)
        self._rename_at_top("red_flag_says", "refer_says")
        self._mitigated_tests()
        self._below()

    def _rename_at_top(self, old: str, new: str) -> None:
        if found := pair(self.root, old):
            self.source.rename(found, new)

    def _to_do(self, entry: yaml.Node, says: str) -> None:
        self.source.note(entry, says, TO_DO)

    # Findings

    def _finding(self, finding: yaml.Node) -> None:
        if mark := pair(finding, "mitigates"):
            self.source.remark(finding, self.source.take_away(mark, finding))
        red_flag = pair(finding, "red_flag")
        if red_flag is None or not isinstance(red_flag.value, yaml.ScalarNode):
            return
        if not self._is_red_flag(finding):
            self.source.remark(finding, self.source.take_away(red_flag, finding))
            return
        self._to_do(finding, RED_FLAG.format(finding=word(finding, "id")))
        if isinstance(finding, yaml.MappingNode) and finding.flow_style:
            self.source.put(red_flag, finding, "{soon: , says: , references: []}")
            return
        self.source.put(red_flag, finding, "")
        self.source.add(red_flag, finding, ["  soon:", "  says:", "  references: []"])

    def _is_red_flag(self, finding: yaml.Node) -> bool:
        return word(finding, "red_flag") in TRUE

    # Floors

    def _floor(self, floor: yaml.Node) -> None:
        if asks := pair(floor, "floor"):
            self.source.rename(asks, "asks")
            self.source.add(asks, floor, ["kind: firm"])
        exceptions = items(value(floor, "exceptions"))
        for eased in exceptions:
            if asks := pair(eased, "floor"):
                self.source.rename(asks, "asks")
                self.source.add(pair(eased, "also") or asks, eased, ["kind: firm", "strength: inferred"])
        rungs = [self._rungs(eased) for eased in exceptions]
        if any(one > other for before, after in pairwise(rungs) for one, other in zip(before, after, strict=False)):
            self._to_do(floor, CROSSED)
        named = {key.value for eased in exceptions for key, _ in pairs(value(eased, "when"))}
        if doubtful := sorted(named & self.values.keys() - self.mitigating):
            self._to_do(floor, IN_DOUBT.format(findings=_named(doubtful)))

    def _rungs(self, eased: yaml.Node) -> tuple[int, ...]:
        """What an exception asks for, and the lowest and highest level that it supports; none where one is unknown."""
        if word(eased, "defeats") in TRUE:
            return (0, 0, 0)
        named = [word(eased, "floor"), *(str(level.value) for level in items(value(eased, "also")))]
        if not all(level in self.ladder for level in named):
            return ()
        rungs = [self.ladder.index(level) for level in named]
        return rungs[0], min(rungs), max(rungs)

    # Prerequisites

    def _prerequisite(self, needed: yaml.Node) -> None:
        if waivable := pair(needed, "waivable"):
            if word(needed, "waivable") in TRUE:
                self._to_do(needed, WAIVABLE.format(level=word(needed, "level")))
            self.source.remark(needed, self.source.take_away(waivable, needed))
        needs = pair(needed, "needs")
        alternatives = items(needs.value) if needs else ()
        if needs is None or not alternatives or not all(map(pairs, alternatives)):
            return
        told = self._told(alternatives)
        if told is None:
            self._to_do(needed, UNTOLD)
            return
        first, *further = told
        self.source.put(needs, needed, first)
        if further:
            self.source.add(needs, needed, further)

    def _told(self, alternatives: Sequence[yaml.Node]) -> list[str] | None:
        """What stands behind `needs`, and the lines below it; None where the second edition cannot say it."""
        granted = [test for test in alternatives if not self._keys(test) & self.mitigating]
        stated = [test for test in alternatives if self._keys(test) <= self.mitigating]
        if not granted or len(granted) + len(stated) < len(alternatives):
            return None
        lines = [f"instead: [{', '.join(map(self._in_brackets, stated))}]"] if stated else []
        if len(granted) == 1:
            return [self._in_brackets(granted[0]), *lines]
        names = [name for test in granted for name in self._keys(test)]
        if any(len(self._keys(test)) > 1 for test in granted) or len(set(names)) < len(names):
            return None
        either = ", ".join(self._in_brackets(test)[1:-1] for test in granted)
        return [f"{{{either}}}", "at_least: 1", *lines]

    def _keys(self, test: yaml.Node) -> frozenset[str]:
        return frozenset(key.value for key, _ in pairs(test))

    def _in_brackets(self, test: yaml.Node) -> str:
        written = self.source.written
        return "{" + ", ".join(f"{written(key)}: {written(behind)}" for key, behind in pairs(test)) + "}"

    # What was read of a finding that mitigates, elsewhere

    def _mitigated_tests(self) -> None:
        for entry, tests in self._tests():
            named = {
                key.value
                for test in tests
                for key, behind in pairs(test)
                if key.value in self.mitigating and behind.value != self.values[key.value][:1]
            }
            least = {
                key.value
                for test in tests
                for key, behind in pairs(test)
                if key.value in self.mitigating and (behind.value,) == self.values[key.value][:1]
            }
            if doubtful := sorted(named - least):
                self._to_do(entry, MITIGATED.format(findings=_named(doubtful)))

    def _tests(self) -> Iterator[tuple[yaml.Node, tuple[yaml.Node, ...]]]:
        """Every entry that tests for concern, with its tests."""
        for section in ("floors", "contributory", "preferences", "neutral"):
            for entry in items(value(self.root, section)):
                when = value(entry, "when")
                yield entry, (when,) if when else ()
        for flag in items(value(self.root, "flags")):
            yield flag, items(value(flag, "when"))
        for listed in items(value(self.root, "lists")):
            for item in items(value(listed, "items")):
                yield item, items(value(item, "when"))

    # What stands below: urgencies and safety

    def _below(self) -> None:
        blocks = []
        if any(self._is_red_flag(finding) for finding in items(value(self.root, "findings"))):
            blocks.append("" if pair(self.root, "urgencies") else f"\n{URGENCIES}urgencies: [now, today]")
        lines, foremost = self._safety()
        if lines:
            first = f"  foremost: [{', '.join(foremost)}]\n" if foremost else ""
            blocks.append(f"\nsafety:\n{first}  lines:\n" + "\n".join(lines))
        places = (pair(self.root, key) for key in ("red_flag_says", "prerequisites", "floors", "findings"))
        place = next((found for found in places if found), None)
        if place and any(blocks):
            self.source.add_below(place, "\n".join(block for block in blocks if block))

    def _safety(self) -> tuple[list[str], list[str]]:
        """The lines that say what flags warned of, and the findings with which they stand foremost."""
        lines: list[str] = []
        foremost: list[str] = []
        for flag in items(value(self.root, "flags")):
            warning = pair(flag, "warning")
            says = pair(warning.value, "says") if warning else None
            if warning is None or says is None:
                continue
            lines += [f"    {comment}" for comment in self.source.take_away(warning, flag)]
            lines += [f"    - id: {word(flag, 'id')}", f"      says: {self._text(says)}"]
            if references := value(warning.value, "references"):
                names = ", ".join(self.source.written(name) for name in items(references))
                lines.append(f"      references: [{names}]")
            foremost += islice(self._exactly(items(value(flag, "when"))), MOST_FOREMOST)
        return lines, list(dict.fromkeys(foremost))

    def _exactly(self, tests: Sequence[yaml.Node]) -> Iterator[str]:
        """Each combination of values with which a flag of these *tests* is set."""
        for test in tests:
            chosen = [
                [f"{key.value}: {reached}" for reached in known[known.index(behind.value) :]]
                for key, behind in pairs(test)
                if behind.value in (known := self.values.get(key.value, ()))
            ]
            yield from ("{" + ", ".join(combined) + "}" for combined in product(*chosen))

    def _text(self, says: Pair) -> str:
        """A text as it is written, below the key `says` of a safety line."""
        written = self.source.written(says.value)
        head, *below = written.split("\n")
        if not below:
            return written
        if getattr(says.value, "style", None) not in ("|", ">") or not set(head) <= set("|>-+"):
            return '"' + " ".join(line.strip() for line in written.strip("\"'").split("\n")) + '"'
        indent = min(len(line) - len(line.lstrip()) for line in below if line.strip())
        return "\n".join([head, *(f"        {line[indent:]}" if line.strip() else "" for line in below)])


def _named(findings: Sequence[str]) -> str:
    return " or ".join(f"'{finding}'" for finding in findings)
