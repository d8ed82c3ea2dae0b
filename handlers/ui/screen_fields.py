"""Fields of a frozen dataclass as JSON values and back, by its type hints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import (
    Any,
    NamedTuple,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from handlers.ui.stored_values import SCALARS, FieldsDoNotMatch, Json, ValueCodec

T = TypeVar("T")


class RecordCodec(NamedTuple):
    """The codecs of a dataclass, by field, and the fields that may be absent."""

    values: dict[str, ValueCodec]
    optional: frozenset[str]


def fields_to_json(record: object) -> dict[str, Json]:
    """Write every field; ValueError for what JSON or time zones would distort."""
    codec = record_codec(type(record))
    return {name: value.write(getattr(record, name)) for name, value in codec.values.items()}


def fields_from_json(cls: type[T], values: Mapping[str, Json]) -> T:
    """Build `cls` from stored values; an absent field needs a default."""
    if not isinstance(values, dict):
        raise FieldsDoNotMatch(f"{cls.__name__} is not an object")
    codec = record_codec(cls)
    unknown = values.keys() - codec.values.keys()
    absent = codec.values.keys() - values.keys() - codec.optional
    if unknown or absent:
        raise FieldsDoNotMatch(
            f"{cls.__name__}: unknown {sorted(unknown)}, absent {sorted(absent)}"
        )
    given = {name: codec.values[name].read(value) for name, value in values.items()}
    try:
        return cls(**given)
    except (ValueError, TypeError) as error:
        raise FieldsDoNotMatch(f"{cls.__name__}: {error}") from error


def record_codec(cls: type) -> RecordCodec:
    """Give the codecs of a frozen dataclass; TypeError names the field that has none."""
    codec = _records.get(cls)
    if codec is None:
        codec = _records[cls] = _make_record_codec(cls)
    return codec


def _make_record_codec(cls: type) -> RecordCodec:
    if not (is_dataclass(cls) and cls.__dataclass_params__.frozen):  # type: ignore[attr-defined]
        raise TypeError(f"{cls.__qualname__} must be a frozen dataclass")
    hints = get_type_hints(cls)
    own = fields(cls)
    return RecordCodec(
        {item.name: value_codec(hints[item.name]) for item in own},
        frozenset(
            item.name
            for item in own
            if item.default is not MISSING or item.default_factory is not MISSING
        ),
    )


_records: dict[type, RecordCodec] = {}


def value_codec(kind: Any) -> ValueCodec:
    """Give the codec of a type that a screen may have."""
    if kind in SCALARS:
        return SCALARS[kind]
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _optional(kind)
    if origin is tuple:
        return _tuple(get_args(kind))
    if origin in (dict, Mapping) and get_args(kind)[0] is str:
        return _table_of(value_codec(get_args(kind)[1]))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _enum(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        return _record(kind)
    raise TypeError(f"a screen cannot keep {kind!r}")


def _record(kind: type) -> ValueCodec:
    def write(value: Any) -> Json:
        if type(value) is not kind:
            raise TypeError(f"{type(value).__name__} stands in a field of {kind.__name__}")
        return fields_to_json(value)

    return ValueCodec(write, lambda value: fields_from_json(kind, value))


def _optional(kind: Any) -> ValueCodec:
    kinds = [item for item in get_args(kind) if item is not NoneType]
    if len(kinds) != 1 or len(kinds) == len(get_args(kind)):
        raise TypeError(f"a screen cannot keep {kind!r}")
    inner = value_codec(kinds[0])
    return ValueCodec(
        lambda value: None if value is None else inner.write(value),
        lambda value: None if value is None else inner.read(value),
    )


def _tuple(kinds: tuple[Any, ...]) -> ValueCodec:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return _list_of(value_codec(kinds[0]))
    codecs = [value_codec(kind) for kind in kinds]

    def write(value: tuple[Any, ...]) -> Json:
        return [codec.write(item) for codec, item in zip(codecs, value, strict=True)]

    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) != len(codecs):
            raise FieldsDoNotMatch(f"{value!r} is not {len(codecs)} values")
        return tuple(codec.read(item) for codec, item in zip(codecs, value, strict=True))

    return ValueCodec(write, read)


def _list_of(codec: ValueCodec) -> ValueCodec:
    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise FieldsDoNotMatch(f"{value!r} is not a list")
        return tuple(codec.read(item) for item in value)

    return ValueCodec(lambda value: [codec.write(item) for item in value], read)


def _table_of(codec: ValueCodec) -> ValueCodec:
    def read(value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise FieldsDoNotMatch(f"{value!r} is not a table")
        return {name: codec.read(item) for name, item in value.items()}

    return ValueCodec(lambda table: {name: codec.write(item) for name, item in table.items()}, read)


def _enum(kind: type[Enum]) -> ValueCodec:
    def read(value: Any) -> Enum:
        try:
            return kind(value)
        except ValueError as error:
            raise FieldsDoNotMatch(str(error)) from error

    return ValueCodec(lambda member: member.value, read)
