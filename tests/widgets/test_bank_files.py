"""The page for taking the cases along, driven by what a page sends, honest or forged."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from carelevel import messages, notebook
from carelevel.bank import open_bank
from carelevel.exports.bank_files import BankFiles
from carelevel.widgets.bank_files import BankFilesFace

POOL = Path(__file__).parents[1] / "banks" / "swimming"
ASKED = {"do": "download", "form": "moodle", "cases": [], "twins": True, "by": "page-1"}
Sent = list[tuple[dict[str, Any], list[bytes]]]


@pytest.fixture
def face() -> BankFilesFace:
    return BankFilesFace(BankFiles(open_bank(POOL)))


@pytest.fixture
def sent(face: BankFilesFace, monkeypatch: pytest.MonkeyPatch) -> Sent:
    sent: Sent = []
    monkeypatch.setattr(face, "send", lambda content, buffers: sent.append((content, buffers)))
    return sent


def says(face: BankFilesFace) -> str:
    return str((face.view["message"] or {}).get("says", ""))


@pytest.mark.parametrize("form", ["moodle", "handout"])
def test_a_download_goes_packed_to_the_page_that_asked(face: BankFilesFace, sent: Sent, form: str) -> None:
    face.receive(ASKED | {"form": form, "cases": ["first-length"]})
    [(about, [packed])] = sent
    assert about["by"] == "page-1"
    assert about["file"].startswith(f"swimming-{form}")
    text = gzip.decompress(packed).decode()
    assert ("The first length" in text, "Green armbands" in text) == (True, False)
    assert says(face) == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"do": "run"},
        {"form": "pdf"},
        {"form": None},
        {"cases": "first-length"},
        {"cases": [1]},
        {"cases": ["first-length"] * 1001},
        {"twins": "no"},
    ],
)
def test_a_forged_message_sends_nothing_and_is_told(face: BankFilesFace, sent: Sent, wrong: dict[str, object]) -> None:
    face.receive(ASKED | wrong)
    assert (sent, says(face)) == ([], messages.NOT_UNDERSTOOD)
    face.receive("download")
    assert face.view["message"]["number"] == 2


def test_a_case_that_is_gone_is_told_by_its_name(face: BankFilesFace, sent: Sent) -> None:
    face.receive(ASKED | {"cases": ["../criteria"]})
    assert sent == []
    assert "no case '../criteria'" in says(face)


def test_the_notebook_shows_the_bank_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARELEVEL_BANK", str(POOL))
    shown = notebook.bank_files()
    assert isinstance(shown, BankFilesFace)
    assert shown.view["cases"] == {"first-length": "The first length", "green-armbands": "Green armbands"}
