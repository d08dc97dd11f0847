"""Joins a script and what it imports into one ES module.

Each module becomes a function that is called once, after those that it imports, and gives back what it exports. So no
name of one can meet a name of another. Only the plainest imports and exports are known; whatever else is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from posixpath import basename, dirname, join, normpath

from carelevel.core.errors import ScriptError

IMPORT = re.compile(r'^import \{([^{}]+)\} from "(\.{1,2}/[^"]+\.js)";$', re.MULTILINE)
NOT_A_NAME = re.compile(r"\W")
NAME = re.compile(r"([\w$]+)(?: as ([\w$]+))?")
EXPORT = re.compile(r"^export (?=(?:async )?function ([\w$]+)|const ([\w$]+) =)", re.MULTILINE)
DEFAULT = re.compile(r"^export default (\{.*\});\s*\Z", re.MULTILINE)
COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*.*?\*/)", re.MULTILINE | re.DOTALL)
TYPES = re.compile(r"^[ \t]*/\*\*.*?\*/", re.MULTILINE | re.DOTALL)
UNKNOWN = re.compile(r"^[ \t]*(?:import|export)\b.*|\bimport\s*(?:\.|\(\s*[^\w\s]).*", re.MULTILINE)
"""What is left of imports and exports where one was not understood; what is imported by a name is no script of ours."""

OURS = re.compile(r"\b_\d+_\w+")
"""A name such as a module gets here."""


@dataclass(frozen=True, slots=True)
class Module:
    """A script with its imports as declarations: *exports* are its names, *default* what the entry gives to others."""

    path: str
    variable: str
    text: str
    exports: frozenset[str]
    default: str | None

    def __str__(self) -> str:
        given = self.default or f"{{ {', '.join(sorted(self.exports))} }}"
        begins = "export default " if self.default else f"const {self.variable} = "
        return f"// {self.path}\n{begins}(() => {{\n{self.text}\nreturn {given};\n}})();\n"


def bundled(entry: str, folder: Traversable | None = None) -> str:
    """One ES module of *entry*, a path in *folder* (the package, if not told), and of all that it imports."""
    modules: dict[str, Module] = {}
    _read(entry, folder or files("carelevel"), modules, ())
    *others, last = modules.values()
    given = next((module.path for module in others if module.default), None)
    if given:
        raise ScriptError(f"{given}: an imported script has a default export; give it a name")
    return "\n".join(('"use strict";', *map(str, (*others, last))))


def _read(path: str, folder: Traversable, modules: dict[str, Module], above: tuple[str, ...]) -> None:
    """Add the module at *path* to *modules*, behind those that it imports."""
    if path in above:
        raise ScriptError(f"{path}: imports itself by way of {', '.join(above[above.index(path) :])}; cut the circle")
    if path in modules:
        return
    try:
        text = (folder / path).read_text("utf-8")
    except OSError:
        raise ScriptError(f"{above[-1] if above else path}: there is no script {path}; mend the path") from None
    imported = {spec: normpath(join(dirname(path), spec)) for spec in (found[2] for found in IMPORT.finditer(text))}
    for other in imported.values():
        _read(other, folder, modules, (*above, path))
    modules[path] = _module(path, text, {spec: modules[other] for spec, other in imported.items()}, len(modules))


def _module(path: str, text: str, imported: Mapping[str, Module], number: int) -> Module:
    default, name = DEFAULT.search(text), basename(path).removesuffix(".js")
    plain = EXPORT.sub("", IMPORT.sub(lambda found: _declared(path, found, imported[found[2]]), text))
    plain = DEFAULT.sub("", plain)
    _refuse_the_unknown(path, text, plain)
    return Module(
        path=path,
        variable=f"_{number}_{NOT_A_NAME.sub('_', name)}",
        text=TYPES.sub(lambda found: "\n" * found[0].count("\n"), plain).rstrip(),  # which no browser reads
        exports=frozenset(function or constant for function, constant in EXPORT.findall(text)),
        default=default[1] if default else None,
    )


def _declared(path: str, found: re.Match[str], module: Module) -> str:
    """An import as a declaration that has as many lines."""
    names = list(_names(path, found[1], module))
    return f"const {{ {', '.join(names)} }} = {module.variable};" + "\n" * found[0].count("\n")


def _names(path: str, listed: str, module: Module) -> Iterator[str]:
    for name in filter(None, map(str.strip, listed.split(","))):
        understood = NAME.fullmatch(name)
        if understood is None or understood[1] not in module.exports:
            raise ScriptError(f"{path}: {module.path} exports no {name!r}; import what it has")
        yield f"{understood[1]}: {understood[2]}" if understood[2] else understood[1]


def _refuse_the_unknown(path: str, text: str, plain: str) -> None:
    found = UNKNOWN.search(COMMENT.sub("", plain)) or OURS.search(text)
    if found:
        raise ScriptError(f"{path}: {found[0].strip()!r} cannot be joined; write import {{ … }} from, or export")
    last = max((found.end() for found in IMPORT.finditer(text)), default=0)
    if COMMENT.sub("", IMPORT.sub("", text[:last])).strip():
        raise ScriptError(f"{path}: an import stands below other code; move it to the top")
