"""The cases taken along in a real browser, and the handout as it is read and printed there."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import nbformat
from carelevel.bank import Bank
from carelevel.exports.handout import handout
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.access import keeps_keys, violations
from tests.browser.jupyter import JupyterLab

NOTEBOOK = "files.ipynb"
CASE = "The kitchen shift"
WIDER = """() => [...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1).length"""

ALONE = """wanted => {
    const kept = document.querySelector(wanted), stays = (one) => one.contains(kept) || kept.contains(one);
    [...document.querySelectorAll('body *')].filter((one) => !stays(one)).forEach((one) => one.remove());
}"""

CUT_OFF = """face => [...face.querySelectorAll('label')]
    .filter(one => one.getBoundingClientRect().right > face.getBoundingClientRect().right).length"""


def downloaded(face: Locator, button: str, to: Path) -> Path:
    """Press *button* by keyboard, and keep what comes."""
    face.get_by_role("button", name=button).focus()
    with face.page.expect_download() as started:
        face.page.keyboard.press("Enter")
    started.value.save_as(to / started.value.suggested_filename)
    return to / started.value.suggested_filename


def test_cases_are_chosen_and_downloaded_for_moodle_and_for_paper(
    lab: JupyterLab, chromium: Browser, tmp_path: Path
) -> None:
    call = nbformat.v4.new_code_cell("from carelevel import notebook\n\nnotebook.bank_files()")
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=[call], metadata=kernel), lab.notebooks / NOTEBOOK)
    notebook = lab.open(chromium, NOTEBOOK)
    notebook.run_all()
    face = notebook.page.locator(".cl-bank-files")
    face.locator("summary").click()
    assert keeps_keys(face)
    assert face.evaluate(CUT_OFF) == 0
    face.get_by_role("button", name="Choose none").click()
    face.get_by_role("button", name="Download for Moodle").click()
    expect(face.locator(".cl-message")).to_have_text("Choose at least one case.")
    face.get_by_role("checkbox", name=CASE).check()
    face.get_by_role("checkbox", name="With their twins").uncheck()
    notebook.screenshot("bank-files-light")
    assert violations(notebook.page, ".cl-bank-files") == []
    quiz = ElementTree.parse(downloaded(face, "Download for Moodle", tmp_path)).getroot()
    numbers = [one.text for one in quiz.findall("question/idnumber") if one.text]
    assert {number.partition(".")[0] for number in numbers} == {"begin", "kitchen-shift"}
    expect(face.locator(".cl-message")).to_contain_text("Downloaded: cases-moodle.xml")
    notebook.switch_theme("dark")
    assert violations(notebook.page, ".cl-bank-files") == []
    notebook.screenshot("bank-files-dark")
    face.get_by_role("checkbox", name="With their twins").check()
    read_and_print(chromium, downloaded(face, "Download the handout", tmp_path))


def read_and_print(browser: Browser, handout: Path) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    page.goto(handout.as_uri())
    assert violations(page) == []
    assert page.evaluate(WIDER) == 0
    page.set_viewport_size({"width": 1280, "height": 900})
    assert violations(page) == []
    for paper in ("A4", "Letter"):
        assert 1 + 2 + 2 <= printed(page, paper) <= 10, (
            "a cover, the story, its twin, the answers with what is said for safety, and what comes after"
        )


def printed(page: Page, paper: str) -> int:
    """How many pages it takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))


def test_each_story_of_our_bank_is_a_page_of_its_own_with_room_to_decide(chromium: Browser, bank: Bank) -> None:
    page = chromium.new_page()
    page.set_content("".join(handout(bank.cases(), bank.criteria)))
    page.evaluate(ALONE, ".stories")
    stories = page.locator(".story").count()
    assert {paper: printed(page, paper) for paper in ("A4", "Letter")} == {"A4": stories, "Letter": stories}
    page.close()
