"""Scripts joined into one: what is joined runs as it would apart, and what is not understood is refused."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from carelevel.core.errors import ScriptError
from carelevel.scripts import bundled

NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="node is needed to run scripts outside of a browser")

COUNTING = {
    "face.js": """// The entry.

import { count, double as twice } from "./counting/count.js";
import { hidden } from "./other.js";

const start = 1;

function render() {
  return [start, twice(count()), hidden(), count()];
}

export default { render };
""",
    "counting/count.js": """import {
  step,
} from "../other.js";

let made = 0;

export function count() {
  made += step;
  return made;
}

export async function later() {}

export function double(number) {
  return 2 * number;
}
""",
    "other.js": """const start = 40;
export const step = 3;
export function hidden() {
  return start;
}
""",
}


def written(folder: Path, scripts: Mapping[str, str]) -> Path:
    for path, text in scripts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def run(script: Path, code: str) -> str:
    """What *code* prints, in which `face` is the script's default export."""
    begins = f'import face from "{script.as_uri()}";\n' if "face" in code else f'import "{script.as_uri()}";\n'
    command = [str(NODE), "--input-type=module", "--eval", begins + code]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@needs_node
def test_a_joined_script_does_what_its_modules_do_apart(tmp_path: Path) -> None:
    folder = written(tmp_path, {**COUNTING, "package.json": '{"type": "module"}'})
    joined = folder / "joined.mjs"
    joined.write_text(bundled("face.js", folder), "utf-8")
    told = "console.log(JSON.stringify([face.render(), face.render()]))"
    assert run(joined, told) == run(folder / "face.js", told) == "[[1,6,40,6],[1,18,40,12]]"


def test_each_module_is_there_once_and_below_what_it_imports(tmp_path: Path) -> None:
    text = bundled("face.js", written(tmp_path, COUNTING))
    paths = [line.removeprefix("// ") for line in text.splitlines() if line.startswith("// ") and line.endswith(".js")]
    assert paths == ["other.js", "counting/count.js", "face.js"]


def test_a_module_keeps_its_lines_so_that_a_place_in_it_can_be_found(tmp_path: Path) -> None:
    text = bundled("face.js", written(tmp_path, COUNTING))
    begin = text.index("// counting/count.js\n")
    module = text[begin:].splitlines()[2:]
    lines = COUNTING["counting/count.js"].splitlines()
    assert module.index("let made = 0;") == lines.index("let made = 0;")


@needs_node
def test_a_script_that_exports_nothing_runs_for_what_it_does(tmp_path: Path) -> None:
    entry = 'import { step } from "./other.js";\n\nconsole.log(step);\n'
    joined = tmp_path / "joined.mjs"
    joined.write_text(bundled("page.js", written(tmp_path, {**COUNTING, "page.js": entry})), "utf-8")
    assert run(joined, "") == "3"
    assert "export" not in joined.read_text()


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ('import step from "./other.js";', "'import step from \"./other.js\";' cannot be joined"),
        ('import * as other from "./other.js";', "cannot be joined"),
        ('import "./other.js";', "cannot be joined"),
        ("import { step } from './other.js';", "cannot be joined"),
        ('import { step } from "other.js";', "cannot be joined"),
        ('  import { step } from "./other.js";', "cannot be joined"),
        ('const other = await import("./other.js");', "cannot be joined"),
        ("const here = import.meta.url;", "cannot be joined"),
        ('export * from "./other.js";', "cannot be joined"),
        ('export { step } from "./other.js";', "cannot be joined"),
        ("export let counted = 1;", "cannot be joined"),
        ("export class Counter {}", "cannot be joined"),
        ("export const { one, two } = both;", "cannot be joined"),
        ("const one = 1;\nexport { one };", "cannot be joined"),
        ("export default { one };\nconst one = 1;", "cannot be joined"),
        ("const _0_other = 1;", "cannot be joined"),
        ('import { steps } from "./other.js";', "other.js exports no 'steps'"),
        ('import { default as it } from "./other.js";', "other.js exports no 'default as it'"),
        ('const one = 1;\nimport { step } from "./other.js";', "an import stands below other code"),
        ('import { one } from "./gone.js";', "there is no script gone.js"),
        ('import { one } from "../../../outside.js";', "there is no script"),
        ('import { one } from "./face.js";', "imports itself by way of face.js"),
        ('import { round } from "./circle.js";', "imports itself by way of face.js, circle.js"),
        ('import { given } from "./default.js";', "default.js: an imported script has a default export"),
    ],
)
def test_what_cannot_be_joined_is_refused_by_its_place(tmp_path: Path, script: str, says: str) -> None:
    beside = {
        "circle.js": 'import { one } from "./face.js";\n\nexport const round = one;\n',
        "default.js": "export const given = 1;\nexport default { given };\n",
    }
    folder = written(tmp_path / "within", {**COUNTING, **beside, "face.js": f"// The entry.\n\n{script}\n"})
    with pytest.raises(ScriptError) as refused:
        bundled("face.js", folder)
    assert says in str(refused.value)
    assert str(refused.value).split(": ")[0].endswith(".js")


@pytest.mark.parametrize(
    "told",
    [
        '// import { step } from "./other.js" is how',
        '/** @import { View } from "./view.js" */',
        "/**\n * @type {import(\"./view.js\").View}\n * export what others use\n */",
    ],
)  # fmt: skip
def test_what_a_comment_says_of_imports_is_not_taken_for_one(tmp_path: Path, told: str) -> None:
    text = bundled("face.js", written(tmp_path, {"face.js": f"{told}\n\nexport const one = 1;\n"}))
    assert "\nconst one = 1;\n" in text
    assert (told in text) == told.startswith("//"), "types are for whoever writes, not for the browser"
