"""How long a face takes from the run of its cell until it is painted, beside a bare widget in the same page.

The bare widget is an anywidget, which is what a face is to a browser: its script is a line, and what it shows a word.
ipywidgets' own label, which is smaller yet (JupyterLab has its script already), stands beside it in what is printed.
Faces and bare widgets take turns in one cell. The kernel is warm where libraries, bank and face were used in it before;
a fresh one, which is printed beside, has to import them first.
"""

from __future__ import annotations

from statistics import median
from typing import NamedTuple

import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Browser

from tests.bench.test_round_trip import PAINTED
from tests.browser.jupyter import PANEL, JupyterLab, NotebookPage
from tests.widgets.test_face import CALLS

ROUNDS = 7
FRESH_BARE = 3
MOST = 1.5
RUN = f"""async ([source, selector]) => {{ {PAINTED}
    const {{content}} = {PANEL}, [cell] = content.widgets, {{commands}} = jupyterapp;
    cell.model.sharedModel.setSource(source);
    content.activeCellIndex = 0;
    await commands.execute('notebook:clear-cell-output');
    await new Promise((cleared) => requestAnimationFrame(() => setTimeout(cleared, 20)));
    const after = painted(() => cell.node.querySelector(`.jp-OutputArea ${{selector}}`));
    const start = performance.now();
    const run = commands.execute('notebook:run-cell');
    const took = await after - start;
    await run;
    return took;
}}"""
RESTART = f"async () => {{ await {PANEL}.sessionContext.session.kernel.restart(); }}"


class Shown(NamedTuple):
    """What a cell says, and what stands on the page once its widget does."""

    source: str
    selector: str

    def ms(self, notebook: NotebookPage) -> float:
        """From the run of the cell until it is painted."""
        took: float = notebook.page.evaluate(RUN, list(self))
        notebook.wait_until_idle()
        return took

    def fresh_ms(self, notebook: NotebookPage) -> float:
        """The same in a kernel that has run nothing."""
        notebook.page.evaluate(RESTART)
        notebook.wait_until_idle()
        return self.ms(notebook)


LABEL = Shown("import ipywidgets\nipywidgets.Label('bare')", ".widget-label")
BARE = Shown(
    """import anywidget
class Bare(anywidget.AnyWidget):
    _esm = "export default {render: ({el}) => { el.textContent = el.className = 'bare'; }}"
Bare()""",
    ".bare",
)
FACES = {
    call.__name__: Shown(f"from carelevel import notebook\nnotebook.{call.__name__}()", ".cl-card") for call in CALLS
}


def test_every_face_is_painted_in_at_most_one_and_a_half_times_as_long_as_a_bare_widget(
    lab: JupyterLab, chromium: Browser
) -> None:
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(new_notebook(cells=[new_code_cell("")], metadata=kernel), lab.notebooks / "first_view.ipynb")
    notebook = lab.open(chromium, "first_view.ipynb")
    fresh = {name: face.fresh_ms(notebook) for name, face in FACES.items()}
    fresh_bare = median(BARE.fresh_ms(notebook) for _ in range(FRESH_BARE))
    print(f"\nfirst view{'':10} ms    bare  ratio  label  ratio   fresh: ms    bare  ratio; bar {MOST} of bare, warm")
    ratios = {}
    for name, face in FACES.items():
        shown = (face, BARE, LABEL)
        for widget in shown:
            widget.ms(notebook)
        took, bare, label = map(median, zip(*([w.ms(notebook) for w in shown] for _ in range(ROUNDS)), strict=True))
        ratios[name] = took / bare
        warm = f"{took:6.1f} {bare:7.1f} {took / bare:6.2f} {label:6.1f} {took / label:6.2f}"
        print(f"{name:16} {warm} {fresh[name]:11.0f} {fresh_bare:7.0f} {fresh[name] / fresh_bare:6.2f}")
    assert {name: round(ratio, 2) for name, ratio in ratios.items() if ratio > MOST} == {}
