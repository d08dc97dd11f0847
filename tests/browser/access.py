"""Whom a page leaves out: axe's rules, keys that a notebook would take for its own, and what stands out sideways."""

from __future__ import annotations

import re
from collections.abc import Iterable

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ElementHandle, Locator, Page

FOCUSABLE = "a, button, input, select, summary, textarea, [tabindex]"
KEYS = (*"abcddjkmrvxyz", *"ABJKLMRZ", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight")
"""What JupyterLab binds in a notebook to letters and arrows alone; it deletes a cell at the second *d*."""
ALL = {"resultTypes": ["violations"]}  # else axe describes all that is in order, which takes longer than to find it so
COLORS = ALL | {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""What alone differs between a light theme and a dark one."""
_BOUND = r"""() => jupyterapp.commands.keyBindings
    .filter(one => one.selector.includes('jp-Notebook'))
    .flatMap(one => one.keys)
    .filter(key => /^((Shift )?[A-Z]|Arrow\w+)$/.test(key))"""
_FIND = "async ([within, options]) => (await axe.run(within ?? document, options)).violations"
_SUPPRESSED = "(root, all) => [...root.querySelectorAll(all)].every(one => one.dataset.lmSuppressShortcuts)"
_KIND = "one => `${one.tagName} ${one.type ?? ''} ${one.getAttribute('role') ?? ''} ${one.className}`"
_SIDES = ("top", "right", "bottom", "left")
_WIDER = """root => {
    const edge = root.getBoundingClientRect().right + 1;
    return [...root.querySelectorAll('*')].filter(one => one.getBoundingClientRect().right > edge).length;
}"""


def violations(page: Page, within: str | None = None, *, colors_only: bool = False) -> list[str]:
    """What axe finds in *page*, or in what the selector *within* names."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate(_FIND, [within, COLORS if colors_only else ALL])
    return [f"{one['id']}: {node['target']} {node['html'][:200]}" for one in found for node in one["nodes"]]


def count_sheets(page: Page) -> int:
    """How many sheets of A4 a page is on paper."""
    return len(re.findall(rb"/Type /Page\b", page.pdf(format="A4", margin=dict.fromkeys(_SIDES, "15mm"))))


def keeps_keys(root: Locator) -> bool:
    """Whether all that can be focused in *root* keeps its keys from the notebook."""
    suppressed: bool = root.evaluate(_SUPPRESSED, FOCUSABLE)
    return suppressed


def one_of_each_kind(root: Locator) -> list[ElementHandle]:
    """What can be focused in *root* and is seen: one of each element, role and style."""
    seen = [element for element in root.locator(FOCUSABLE).element_handles() if element.is_visible()]
    return list({element.evaluate(_KIND): element for element in seen}.values())


def bound_keys(page: Page) -> set[str]:
    """What JupyterLab in *page* binds in a notebook to letters and arrows alone, named as `press_keys` does."""
    bound: list[str] = page.evaluate(_BOUND)
    return {key[6:] if key.startswith("Shift ") else key.lower() if len(key) == 1 else key for key in bound}


def press_keys(page: Page, elements: Iterable[ElementHandle | Locator], keys: Iterable[str] = KEYS) -> None:
    """Press each of *keys* on each of *elements*."""
    for element in elements:
        for key in keys:
            element.focus()
            page.keyboard.press(key)


def count_wider(root: Locator) -> int:
    """How many elements stand out of *root* to the right."""
    count: int = root.evaluate(_WIDER)
    return count
