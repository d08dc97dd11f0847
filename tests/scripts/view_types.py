"""The types of what Python sends to a page, for the scripts: each face's `view.py` has its `view.d.ts` beside it.

`make fix` writes them; `make check` names those that say something else than the dataclasses.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from importlib import import_module
from pathlib import Path
from types import ModuleType, NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from carelevel import widgets

FACES = Path(widgets.__path__[0])
SHARED = "shared"
WIDEST = 120
"""Characters of a line."""

PLAIN = {str: "string", int: "number", float: "number", bool: "boolean", NoneType: "null", object: "unknown"}


def view_types() -> dict[Path, str]:
    """The text of every view.d.ts by its path.

    A dataclass from elsewhere stands in the file of the one face that is sent it, or in the shared one.
    """
    modules = {path.parent.name: import_module(f"{widgets.__name__}.{path.parent.name}.view") for path in _views()}
    sent = {face: _sent(module) for face, module in modules.items()}
    homes = {kind: _home(kind, modules, sent) for kinds in sent.values() for kind in kinds}
    return {FACES / face / "view.d.ts": _file(face, module, homes) for face, module in modules.items()}


def outdated() -> list[Path]:
    """The files that say something else than the dataclasses."""
    return [
        path for path, text in view_types().items() if not path.exists() or path.read_text(encoding="utf-8") != text
    ]


def typescript(kind: Any) -> str:
    """A type in TypeScript, as its JSON is; TypeError for one that is not sent."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return typescript(inner[0])
    if kind in PLAIN:
        return PLAIN[kind]
    if is_dataclass(kind) and isinstance(kind, type):
        return kind.__name__
    if isinstance(kind, type) and issubclass(kind, Enum):
        return " | ".join(json.dumps(member.value) for member in kind)
    if origin is Literal:
        return " | ".join(map(json.dumps, inner))
    if origin in (Union, UnionType):
        return _union(inner)
    if origin is tuple and inner[1:] == (...,):
        item = typescript(inner[0])
        return f"({item})[]" if " | " in re.sub("<.*>", "", item) else f"{item}[]"
    if inspect.isclass(origin) and issubclass(origin, Mapping):
        return f"Record<{typescript(inner[0])}, {typescript(inner[1])}>"
    raise TypeError(f"{kind} has no counterpart in TypeScript")


def _union(kinds: tuple[Any, ...]) -> str:
    views = [typescript(kind) for kind in kinds if is_dataclass(kind)]
    others = [typescript(kind) for kind in kinds if not is_dataclass(kind)]
    return " | ".join([f"OneOf<{' | '.join(views)}>" if len(views) > 1 else "".join(views), *others]).strip("| ")


# Where each stands


def _views() -> Iterator[Path]:
    return iter(sorted(FACES.glob("*/view.py")))


def _sent(module: ModuleType) -> dict[type, None]:
    """The dataclasses of a module, and all that they are made of, these first."""
    found: dict[type, None] = {}
    for value in vars(module).values():
        if is_dataclass(value) and value.__module__ == module.__name__:
            _gather(value, found)
    return found


def _gather(kind: Any, found: dict[type, None]) -> None:
    if not is_dataclass(kind) or not isinstance(kind, type):
        for inner in get_args(kind):
            _gather(inner, found)
    elif kind not in found:
        for inner in (*kind.__bases__, *_own_fields(kind).values()):
            _gather(inner, found)
        found[kind] = None


def _own_fields(kind: type) -> dict[str, Any]:
    """The types of the fields that a dataclass does not have from its base."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind) if field.name in vars(kind)["__annotations__"]}


def _home(kind: type, modules: Mapping[str, ModuleType], sent: Mapping[str, dict[type, None]]) -> str:
    own = [face for face, module in modules.items() if kind.__module__ == module.__name__]
    faces = own or [face for face, kinds in sent.items() if kind in kinds]
    return faces[0] if len(faces) == 1 else SHARED


# The text of a file


def _file(face: str, module: ModuleType, homes: Mapping[type, str]) -> str:
    parts = [_interface(kind) for kind, home in homes.items() if home == face]
    parts += [_alias(name, value) for name, value in vars(module).items() if _is_alias(value)]
    body = "\n\n".join(parts)
    folder = "." if face == SHARED else f"../{SHARED}"
    one_of = _import(["OneOf"] if "OneOf<" in body else [], f"{folder}/one_of.js")
    imports = one_of if face == SHARED else []
    for other in sorted({*homes.values()} - {face}):
        named = [kind.__name__ for kind, home in homes.items() if home == other and _stands_in(kind.__name__, body)]
        imports += [*(one_of if other == SHARED else ()), *_import(named, f"../{other}/view.js")]
    head = f"// {inspect.getdoc(module).splitlines()[0]}\n// Made from view.py by `make fix`.\n"
    return "\n".join([head, *(imports and [*imports, ""]), body, ""])


def _stands_in(name: str, text: str) -> bool:
    code = (line for line in text.splitlines() if not line.startswith("/**"))
    return any(re.search(rf"\b{name}\b", line) for line in code)


def _import(names: list[str], module: str) -> list[str]:
    if not names:
        return []
    line = f'import type {{ {", ".join(sorted(names))} }} from "{module}";'
    if len(line) <= WIDEST:
        return [line]
    return ["import type {", *(f"  {name}," for name in sorted(names)), f'}} from "{module}";']


def _interface(kind: type) -> str:
    bases = [base.__name__ for base in kind.__bases__ if is_dataclass(base)]
    extends = f" extends {', '.join(bases)}" if bases else ""
    own = [f"  {name}: {typescript(hint)};" for name, hint in _own_fields(kind).items()]
    return "\n".join([_about(kind), f"export interface {kind.__name__}{extends} {{", *own, "}"])


def _about(kind: type) -> str:
    """What the dataclass says of itself in its first sentence."""
    sentence = re.sub(r"\bNone\b", "null", inspect.getdoc(kind).splitlines()[0])
    return f"/** {sentence} */"


def _is_alias(value: Any) -> bool:
    return get_origin(value) in (UnionType, Mapping) or isinstance(value, UnionType)


def _alias(name: str, kind: Any) -> str:
    return f"export type {name} = {typescript(kind)};"


def main() -> str | None:
    """Write every view.d.ts; with --check only say which are outdated."""
    if "--check" in sys.argv:
        return "".join(f"{path} is not what its view.py says: run `make fix`\n" for path in outdated()).strip() or None
    for path, text in view_types().items():
        path.write_text(text, encoding="utf-8")
    return None


if __name__ == "__main__":
    sys.exit(main())
