"""A card in a browser: what a trainee does to it with a mouse or with the keys, and what it then shows."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

OUTPATIENT = "Outpatient"
FIRST_STEP_NO = "No, straight to the level of care"
MOST_STOPS = 60
_PRINT = "window.print = () => { window.top.printed = document.documentElement.outerHTML; }"


@dataclass(frozen=True)
class CardPage:
    """The last card on *page*."""

    page: Page

    @property
    def root(self) -> Locator:
        return self.page.locator(".cl-card:has(.cl-body)").last

    @property
    def sentences(self) -> Locator:
        return self.root.locator(".cl-sentence")

    @property
    def verdict(self) -> Locator:
        return self.root.locator(".cl-verdict h3")

    @property
    def live(self) -> Locator:
        """What only a screen reader is told."""
        return self.root.locator("> [aria-live]")

    @property
    def message(self) -> Locator:
        return self.root.locator(".cl-message:visible")

    def marked(self) -> list[int]:
        pressed: list[str | None] = [one.get_attribute("aria-pressed") for one in self.sentences.element_handles()]
        return [number for number, state in enumerate(pressed) if state == "true"]

    def choose(self, level: str = OUTPATIENT, first_step: str = FIRST_STEP_NO, sure: str = "Certain") -> None:
        for name in (level, first_step, sure):
            self.root.get_by_role("radio", name=name).check()

    def compare(self) -> None:
        """Press Compare and wait until all of the comparison is there."""
        self.press("Compare")
        self.root.locator(".cl-next").wait_for()

    def decide_by_keys(self, level: str = OUTPATIENT, first_step: str = FIRST_STEP_NO, sure: str = "Certain") -> None:
        """Choose and compare without a mouse, from wherever the focus is above it."""
        for name in (level, first_step, sure):
            group = self.root.locator("fieldset", has=self.page.get_by_role("radio", name=name))
            self.tab_to(group.get_by_role("radio").first)
            self.page.keyboard.press("Space")
            while not group.get_by_role("radio", name=name).is_checked():
                self.page.keyboard.press("ArrowDown")
        self.tab_to(self.root.get_by_role("button", name="Compare"))
        self.page.keyboard.press("Enter")
        self.root.locator(".cl-next").wait_for()

    def printed(self, button: str) -> str:
        """What a button puts on paper, as a document of its own."""
        self.page.context.add_init_script(_PRINT)  # for the frames to come: a browser of tests has no printer
        self.press(button)
        html: str = self.page.evaluate("() => window.printed")
        return html

    def press(self, button: str) -> None:
        self.root.get_by_role("button", name=button, exact=True).click()

    def unfold(self) -> None:
        """Open everything that is folded away."""
        self.root.evaluate("root => root.querySelectorAll('details').forEach(one => { one.open = true; })")

    def tab_to(self, wanted: Locator) -> None:
        """Press Tab until *wanted* has the focus."""
        for _ in range(MOST_STOPS):
            if wanted.evaluate("one => one === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no Tab stop is {wanted}")

    def focused(self) -> str:
        """The text of what has the focus."""
        text: str = self.page.evaluate("() => document.activeElement.textContent")
        return text
