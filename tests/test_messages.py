"""One catalog of words: nothing that a page shows is written in JavaScript, and nothing in the catalog is idle."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from carelevel import messages
from carelevel.core.answer import Confidence, Verdict
from carelevel.core.assess import Basis, Effect
from carelevel.messages import asking as asking_messages
from carelevel.messages import earlier as earlier_messages
from carelevel.messages import editor as editor_messages
from carelevel.messages import export as export_messages
from carelevel.messages import forms as forms_messages
from carelevel.messages import interview as interview_messages
from carelevel.messages import notes as notes_messages
from carelevel.messages import page as page_messages
from carelevel.messages import presenter as presenter_messages
from carelevel.messages import record as record_messages
from carelevel.messages import report as report_messages
from carelevel.messages import review as review_messages
from carelevel.messages import support as support_messages

LIBRARY = Path(messages.__file__).parents[1]
CATALOGS = [
    messages,
    *(import_module(f"carelevel.messages.{module.name}") for module in iter_modules(messages.__path__)),
]
SCRIPTS = sorted(script for room in ("widgets", "page") for script in (LIBRARY / room).rglob("*.js"))
PYTHON = "\n".join(path.read_text("utf-8") for path in LIBRARY.rglob("*.py") if path.parent != LIBRARY / "messages")
JAVASCRIPT = "\n".join(path.read_text("utf-8") for path in SCRIPTS)
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
TEMPLATE = re.compile(r"`[^`]*`")
SLOT = re.compile(r"\$\{(?:[^{}]|\{[^{}]*\})*\}")
# A word of English as a person reads it: a capital letter after the quote, or two words with a space between.
SHOWN = re.compile(r'^["`]\s*[A-Z][a-z]+|[A-Za-z]{2,}[,.]? [a-z]{2,} [a-z]{2,}')
KEYS = {"Enter", "Escape", "Home", "End", "PageDown", "PageUp", "Arrow", "ArrowLeft", "Alt+Enter", "Control+"}
BROWSERS = {"AbortError", "BigInt64Array", "Content-Type", "DecompressionStream", "WebAssembly", "WrittenElsewhere"}
"""What a browser calls its own, and nobody is shown but as a name in brackets."""
TO_PAGES = {
    **messages.CARD,
    **messages.EXPLORER,
    **support_messages.SUPPORT,
    **asking_messages.ASKING,
    **forms_messages.FORM,
    **forms_messages.GROUPS,
    **record_messages.RECORD,
    **export_messages.BANK_FILES,
    **earlier_messages.EARLIER,
    **editor_messages.EDITOR,
    **notes_messages.NOTES,
    **interview_messages.INTERVIEW,
    **page_messages.PAGE,
    **report_messages.SESSION,
    **presenter_messages.PRESENTER,
    **review_messages.BLIND,
    **review_messages.CASES,
    **review_messages.LINES,
    **review_messages.PARTINGS,
    **review_messages.REPORTS_PAGE,
}
STANDALONE = {name for catalog in CATALOGS for name in dir(catalog) if name.isupper()}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_script_holds_words_that_a_person_would_read(script: Path) -> None:
    code = re.sub(r"(?m)//.*$", "", script.read_text("utf-8"))
    strings = [*STRING.findall(code), *(SLOT.sub("", template) for template in TEMPLATE.findall(code))]
    assert [text for text in strings if SHOWN.search(text) and text.strip('"`') not in KEYS | BROWSERS] == []


def test_every_word_that_a_script_asks_for_is_in_the_catalog() -> None:
    asked = set(re.findall(r"\bwords\.(\w+)", JAVASCRIPT))
    assert asked <= set(TO_PAGES)


def test_every_word_sent_to_a_page_is_shown_there() -> None:
    def is_used(name: str) -> bool:
        counted = f"{name.rsplit('_', 1)[0]}_${{"  # marked_0, marked_1, marked_n
        return f"words.{name}" in JAVASCRIPT or counted in JAVASCRIPT or f'"{name}"' in JAVASCRIPT + PYTHON

    assert [name for name in TO_PAGES if not is_used(name)] == []


def test_every_other_word_is_said_somewhere() -> None:
    assert STANDALONE - set(re.findall(r"\w+", PYTHON)) == set()


@pytest.mark.parametrize(
    ("catalog", "nouns"),
    [
        (messages.VERDICT, Verdict),
        (messages.VERDICT_SIGN, Verdict),
        (messages.CONFIDENCE, Confidence),
        (messages.BASIS, Basis),
        (messages.BASIS_SHORT, Basis),
        (messages.EFFECT, Effect),
    ],
)
def test_every_verdict_basis_and_effect_has_its_words(catalog: dict[str, str], nouns: type) -> None:
    assert set(catalog) == set(nouns)


def test_no_word_shouts_or_speaks_ill_of_a_person() -> None:
    files = sorted((LIBRARY / "messages").glob("*.py"))
    text = "\n".join(file.read_text("utf-8") for file in files).replace('SHOULD_ESCALATE: "!"', "")
    assert "!" not in text
    assert not re.search(r"\b(addicts?|abuse|habit|dirty|clean|junkie)\b", text, re.IGNORECASE)
