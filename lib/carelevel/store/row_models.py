"""What a row must hold to be a record: pydantic models made of the records themselves, and strict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, ConfigDict, Strict, TypeAdapter, create_model

T = TypeVar("T")


def read_row(kind: type[T], values: Mapping[str, object]) -> T:
    """A *kind*, a dataclass or a named tuple, of a mapping with its fields; else pydantic's ValidationError.

    Each value is of its field's type exactly. What no column can hold is made of what one can: a tuple or a set of a
    list, a record within a record of a mapping, a member of an enumeration of its value.
    """
    reader: TypeAdapter[T] = _reader(kind)  # type: ignore[arg-type]  # a type has a hash
    return reader.validate_python(values)


@cache
def _reader(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(_strictly(kind))


def _strictly(hint: Any) -> Any:
    origin, arguments = get_origin(hint), tuple(map(_strictly, get_args(hint)))
    if is_dataclass(hint) or hasattr(hint, "_fields"):
        return _record(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Annotated[hint, Strict(False)]
    if origin in (tuple, frozenset):
        return Annotated[origin[arguments], Strict(False)]
    if origin is Mapping:
        return dict[arguments]  # type: ignore[misc, valid-type]  # known only here
    if origin in (Union, UnionType):
        return Union[arguments]  # noqa: UP007  # of types that are known only here
    return hint


def _record(kind: Any) -> Any:
    defaults = {name: field.default for name, field in getattr(kind, "__dataclass_fields__", {}).items()}
    wanted: dict[str, Any] = {
        name: (_strictly(hint), ... if defaults.get(name, MISSING) is MISSING else defaults[name])
        for name, hint in get_type_hints(kind).items()
    }
    model = create_model(kind.__name__, __config__=ConfigDict(strict=True, extra="forbid"), **wanted)
    return Annotated[model, Strict(False), AfterValidator(lambda read: kind(**vars(read)))]
