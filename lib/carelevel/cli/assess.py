"""`carelevel assess`: the answer to findings given by hand, or to a line of them after another."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable

from carelevel.bank import open_bank
from carelevel.cli.assessment_text import assessment_text
from carelevel.core.assess import assess
from carelevel.core.criteria import Criteria, Findings
from carelevel.core.errors import AnswerError, UnknownFindingError, suggestion
from carelevel.exports.assessment_json import assessment_json
from carelevel.exports.assessment_stream import answers
from carelevel.messages import command as command_messages

DONE, REFUSED = 0, 2


def run(chosen: argparse.Namespace) -> int:
    """2 where a line of a stream was refused; AnswerError or UnknownFindingError for findings given by hand."""
    if chosen.stream and chosen.findings:
        raise AnswerError(command_messages.STREAM_ALONE)
    criteria = open_bank(chosen.bank).criteria
    if chosen.stream:
        return _stream(criteria)
    findings = _findings(chosen.findings, criteria)
    if chosen.json:
        print(json.dumps(assessment_json(assess(findings, criteria), criteria), indent=2))
    else:
        print(assessment_text(findings, criteria))
    return DONE


def _stream(criteria: Criteria) -> int:
    status = DONE
    for answer in answers(sys.stdin.buffer, criteria):
        if "error" in answer:
            status = REFUSED
        print(json.dumps(answer), flush=True)
    return status


def _findings(arguments: Iterable[str], criteria: Criteria) -> Findings:
    """FINDING=VALUE each, none of them twice; whether they are known is for the engine to say."""
    findings: dict[str, str] = {}
    for argument in arguments:
        name, equals, value = argument.partition("=")
        if not equals:
            raise UnknownFindingError(_no_value(argument, criteria))
        if name in findings:
            raise AnswerError(command_messages.STATED_TWICE.format(name=name))
        findings[name] = value
    return findings


def _no_value(argument: str, criteria: Criteria) -> str:
    """The sentence for an argument without =, with what may have been meant."""
    known = {finding.id: finding for finding in criteria.findings}
    finding = known.get(argument, criteria.findings[0])
    example = f"{finding.id}={finding.values[-1].id}"
    wrong = command_messages.NO_FINDING.format(argument=argument, example=example)
    return wrong if argument in known else f"{wrong}; {suggestion(argument, known)}"
