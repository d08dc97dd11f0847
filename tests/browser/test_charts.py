"""Charts as a browser lays them out: no label touches a line or another label, in any data, script, width or scheme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from random import Random

import pytest
from carelevel.analytics import progress
from carelevel.analytics.chance import Proportion
from carelevel.analytics.coverage import coverage
from carelevel.analytics.progress import Block, Progress
from carelevel.bank import Bank, open_bank
from carelevel.charts import progress_charts
from carelevel.charts.bank_charts import coverage_charts
from carelevel.core.ballot import Shift, Tally
from carelevel.core.criteria import Criteria
from carelevel.feedback.html import tag
from carelevel.practice.simulated_trainees import worked_record
from carelevel.review.survey import survey
from carelevel.widgets.pages.page import STYLES, chart, scrolled
from carelevel.widgets.session.flow_picture import flow_svg
from carelevel.widgets.shared.styles import joined
from markupsafe import Markup
from playwright.sync_api import Browser, Page

from tests.browser.access import violations
from tests.charts.test_hostile_names import NAMES, SWIMMING, renamed

LEAST_PX = 11
MEASURED = """() => {
    const crossed = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5
        && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
    const faults = [];
    for (const chart of document.querySelectorAll(".cl-chart, .cl-shades, .cl-flow")) {
        const labels = [], walker = document.createTreeWalker(chart, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const seen = node.parentElement.closest(".cl-unseen") === null && node.textContent.trim();
            if (!seen) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            const scale = node.parentElement.getScreenCTM?.().a ?? 1;
            const size = scale * parseFloat(getComputedStyle(node.parentElement).fontSize);
            for (const box of range.getClientRects()) labels.push({ text: node.textContent, node, size, box });
        }
        const shapes = [...chart.querySelectorAll("svg :is(line, rect, circle, path)")];
        const drawn = shapes.map((one) => one.getBoundingClientRect());
        labels.forEach(({ text, node, size, box }, place) => {
            if (!box.width) return;
            if (size < LEAST) faults.push([text, "small", size]);
            if (drawn.some((line) => crossed(box, line))) faults.push([text, "on a line"]);
            for (const other of labels.slice(place + 1))
                if (other.node !== node && crossed(box, other.box)) faults.push([text, "on", other.text]);
            if (!chart.closest(".cl-scrolled") && box.right > innerWidth) faults.push([text, "cut"]);
        });
    }
    const strips = document.querySelectorAll("svg").length;
    return { faults: faults.slice(0, 9), strips, wide: document.body.scrollWidth > innerWidth };
}""".replace("LEAST", str(LEAST_PX - 0.01))
NOT_THE_SYSTEMS = """() => {
    const probe = document.body.appendChild(document.createElement("i"));
    const system = ["Highlight", "CanvasText", "GrayText"].map((name) => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
    });
    const strokes = [...document.querySelectorAll(".cl-strip :is(line, circle, rect)")].map((one) => [one, "stroke"]);
    const fills = [...document.querySelectorAll(".cl-flow :is(rect, path, text)")].map((one) => [one, "fill"]);
    const colors = new Set([...strokes, ...fills].map(([one, part]) => getComputedStyle(one)[part]));
    return [...colors].filter((color) => !system.includes(color));
}"""


def numbers(like: Progress, chance: Random) -> Progress:
    """A record's figures with numbers drawn by *chance*, the extremes often."""

    def drawn() -> Proportion:
        n = chance.choice((1, 2, 10, chance.randint(1, 4000)))
        return Proportion(chance.choice((0, n, chance.randint(0, n))), n)

    blocks = tuple(
        Block(100 * k + 1, 100 * k + 100, drawn(), chance.choice((0.0, 60.0, 86400.0)))
        for k in range(chance.randint(2, 12))
    )
    words = (replace(word, n=9, accepted=drawn()) for word in like.calibration.by_confidence)
    return replace(
        like,
        agreement=replace(like.agreement, overall=drawn(), blocks=blocks),
        direction=replace(like.direction, steps={step: chance.randint(1, 99) for step in (-2, -1, 1, 2)}),
        referral=replace(like.referral, asked=drawn(), needless=drawn()),
        calibration=replace(like.calibration, by_confidence=tuple(words)),
        rules=tuple(replace(rule, n=(seen := drawn()).n, caught=seen) for rule in like.rules[:3]),
        marks=replace(like.marks, recall=drawn(), precision=drawn()),
    )


def of_records(bank: Bank) -> Iterator[Markup]:
    """The charts of a record for each of NAMES, in a bank in which everything is called so, and the map of a bank."""
    record, chance = progress(worked_record(bank), list(bank.criteria.ladder)), Random(3)
    for name in NAMES.values():
        for kind, picture in progress_charts(numbers(record, chance), renamed(bank.criteria, name)).items():
            yield scrolled(kind, chart(kind, picture)) if kind == "matrix" else chart(kind, picture)
    surveyed = survey(open_bank(SWIMMING))
    for picture in coverage_charts(coverage(surveyed.points, surveyed.criteria), surveyed.criteria):
        yield scrolled(picture.title, chart(picture.title, picture))


def one_of_each(bank: Bank) -> Iterator[Markup]:
    """A record's charts, and a picture of two votes."""
    record = progress(worked_record(bank), list(bank.criteria.ladder))
    for kind, picture in progress_charts(record, bank.criteria).items():
        yield scrolled(kind, chart(kind, picture)) if kind == "matrix" else chart(kind, picture)
    yield scrolled("Two votes", flow_svg(votes(bank.criteria), bank.criteria))


def votes(criteria: Criteria) -> Shift:
    low, middle, high = criteria.ladder[:3]
    first, second = {low: 4, middle: 3, high: 1}, {low: 1, middle: 5, high: 2}
    moves = {(low, low): 1, (low, middle): 3, (middle, middle): 2, (middle, high): 1, (high, high): 1}
    return Shift(Tally(first), Tally(second), moves, up=4, down=0, stayed=4, aside=0, only_first=0, only_second=0)


@pytest.fixture(scope="module")
def many(bank: Bank) -> str:
    return document([*of_records(bank), *one_of_each(bank)])


@pytest.fixture(scope="module")
def few(bank: Bank) -> str:
    return document(one_of_each(bank))


def document(pictures: Iterable[Markup]) -> str:
    styles = Markup(joined(*STYLES, "pages/progress.css", "session/face.css"))
    section = tag("section", *pictures, class_="cl-card cl-page")
    main = tag("main", tag("h1", "Charts"), section)
    return f"<!doctype html>{tag('html', tag('title', 'Charts'), tag('style', styles), main, lang='en')}"


def opened(chromium: Browser, document: str, width: int = 1280, **scheme: str) -> Page:
    page = chromium.new_page(viewport={"width": width, "height": 900}, **scheme)  # type: ignore[arg-type]
    page.set_content(document)
    return page


@pytest.mark.parametrize("width", [1280, 390])
def test_no_label_is_on_a_line_or_another_label_or_too_small(chromium: Browser, many: str, width: int) -> None:
    page = opened(chromium, many, width)
    found = page.evaluate(MEASURED)
    page.close()
    assert found["strips"] > 20 * len(NAMES)
    assert (found["faults"], found["wide"]) == ([], False)


def test_every_line_is_seen_where_the_system_forces_its_colors_and_axe_finds_nothing(
    chromium: Browser, few: str
) -> None:
    page = opened(chromium, few, forced_colors="active", color_scheme="dark")
    assert page.evaluate(NOT_THE_SYSTEMS) == []
    page.close()
    page = opened(chromium, few)
    assert violations(page, ".cl-chart:nth-of-type(1), .cl-scrolled") == []
    page.close()
