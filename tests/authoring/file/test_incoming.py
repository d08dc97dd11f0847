"""A story from elsewhere arrives as a draft with its marks, and whatever is no story is refused in words."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from carelevel.authoring import Desk, Draft, DraftError, Saved
from carelevel.authoring.draft.draft import LONGEST_TEXT
from carelevel.authoring.file import word
from carelevel.authoring.file.incoming import free_id, incoming_file, incoming_text
from carelevel.core.criteria import PLAIN_WORDS
from carelevel.core.errors import BankError

from tests.bank.conftest import CASE

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>"""
STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>"""
STYLED = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
 Target="styles.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/></Relationships>"""
HIGHLIGHT, UNDERLINE, BOLD = '<w:highlight w:val="yellow"/>', '<w:u w:val="single"/>', "<w:b/>"


def run(text: str, form: str = "") -> str:
    return f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, style: str = "") -> str:
    form = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{form}{''.join(runs)}</w:p>"


def document(*paragraphs: str, head: str = "") -> bytes:
    body = f'{head}<w:document xmlns:w="{W}"><w:body>{"".join(paragraphs)}</w:body></w:document>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, text in {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELATIONS,
            "word/_rels/document.xml.rels": STYLED,
            "word/styles.xml": STYLES,
            "word/document.xml": body,
        }.items():
            parts.writestr(name, text)
    return packed.getvalue()


def marks(draft: Draft, point: int = 0) -> list[tuple[str, dict[str, str]]]:
    told = draft.points[point]
    return [(told.text[phrase.start : phrase.end], dict(phrase.findings)) for phrase in told.phrases]


def brought(content: bytes, name: str = "story.docx") -> Draft:
    return incoming_file(content, name, PLAIN_WORDS)


def test_a_word_document_brings_its_title_its_parts_its_weight_and_its_marks() -> None:
    draft = brought(
        document(
            paragraph(run("The late bus"), style="Title"),
            paragraph(run("Intake"), style="Heading2"),
            paragraph(run("Ola drives "), run("the", BOLD), run(" bus. "), run("Her sister rings at nine.", HIGHLIGHT)),
            paragraph(run("She hums. "), run("She has ", UNDERLINE), run("two rooms", UNDERLINE), run(" &amp; more.")),
            paragraph(run("Later"), style="Heading2"),
            paragraph(run("[It is a month.]{opioid_use=not_using} It rains.")),
        )
    )
    assert (draft.title, draft.id, [point.heading for point in draft.points]) == (
        "The late bus",
        "the-late-bus",
        ["Intake", "Later"],
    )
    assert draft.points[0].text == (
        "Ola drives *the* bus. Her sister rings at nine.\n\nShe hums. She has two rooms & more."
    )
    assert marks(draft) == [("Her sister rings at nine.", {}), ("She has two rooms", {})]
    assert marks(draft, 1) == [("It is a month.", {"opioid_use": "not_using"})]


def test_a_text_brings_its_title_and_its_marks_with_or_without_empty_lines() -> None:
    text = "# The late bus\r\nOla hums.\r\n[She rents two rooms.]{#rooms housing=settled}\r\nIt rains."
    draft = incoming_text(text, PLAIN_WORDS)
    assert (draft.title, draft.id, draft.points[0].heading) == (
        "The late bus",
        "the-late-bus",
        PLAIN_WORDS.first_meeting,
    )
    assert draft.points[0].text == "Ola hums.\n\nShe rents two rooms.\n\nIt rains."
    assert marks(draft) == [("She rents two rooms.", {"housing": "settled"})]
    wrapped = incoming_text("Ola\nhums.\n\nIt rains.", PLAIN_WORDS)
    assert wrapped.points[0].text == "Ola hums.\n\nIt rains."


def test_a_case_goes_out_as_one_file_and_comes_in_as_the_same(desk: Desk) -> None:
    content = (desk.bank.folder / "late-bus.md").read_bytes()
    desk.open("late-bus")
    draft = desk.draft
    (desk.bank.folder / "late-bus.md").unlink()
    desk.bring(content, "late-bus.md")
    assert (desk.draft, desk.original, len(desk.unfinished())) == (draft, None, 1)
    assert isinstance(desk.save(), Saved)
    assert (desk.bank.folder / "late-bus.md").read_bytes() == content


def test_a_case_that_is_there_already_comes_in_beside_it_and_a_copy_has_a_title_of_its_own(desk: Desk) -> None:
    desk.bring(CASE.encode(), "whatever.md")
    assert (desk.draft.id, desk.draft.title) == ("late-bus-2", "The late bus")
    desk.duplicate("late-bus")
    assert (desk.draft.id, desk.draft.title, desk.original) == ("late-bus-2", "Copy of The late bus", None)
    assert isinstance(desk.save(), Saved)
    assert desk.bank.case("late-bus-2").points[0].findings == desk.bank.case("late-bus").points[0].findings
    assert (desk.bank.folder / "late-bus.md").read_text("utf-8") == CASE
    with pytest.raises(BankError):
        desk.duplicate("nowhere")


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"", "story.docx", "cannot be read as a Word document"),
        (b"PK\x03\x04" + b"\0" * 100, "story.docx", "cannot be read as a Word document"),
        (document(paragraph(run("&i;")), head=BOMB), "story.docx", "cannot be read as a Word document"),
        (document(paragraph(run(" "))), "story.docx", "no text in it"),
        (document(paragraph(run("a" * (LONGEST_TEXT + 1)))), "story.docx", "characters at most"),
        (b"\xff\xfe\x00", "story.txt", "not a text in UTF-8"),
        (b" \n ", "story.txt", "no text in it"),
        (b"%PDF", "story.pdf", "is neither a case nor a text"),
        (b"x", "story", "is neither a case nor a text"),
    ],
)
def test_what_is_no_story_is_refused_with_the_remedy(content: bytes, name: str, says: str) -> None:
    with pytest.raises(DraftError, match=says):
        brought(content, name)


def test_a_document_that_unpacks_to_far_more_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "LARGEST_DOCUMENT", 10_000)
    with pytest.raises(DraftError, match="too large for a story"):
        brought(document(paragraph(run("a" * 20_000))))


def test_a_document_brings_no_file_of_this_computer(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", "utf-8")
    head = f'<!DOCTYPE x [<!ENTITY s SYSTEM "{secret.as_uri()}">]>'
    try:
        draft = brought(document(paragraph(run("It rains. &s;")), head=head))
    except DraftError:
        return
    assert "secret" not in draft.points[0].text


def test_an_id_is_made_of_a_name_and_is_free() -> None:
    assert free_id("Forty Pigeons!", set()) == "forty-pigeons"
    assert free_id("late-bus", {"late-bus", "late-bus-2"}) == "late-bus-3"
    assert free_id("…", set()) == ""
