"""The ground every table stands on: names of constraints, moments in time, big keys."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, ClassVar

from sqlalchemy import BigInteger, Dialect, Integer, MetaData, Table
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import JSON, TypeDecorator

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)

BigKey = BigInteger().with_variant(Integer, "sqlite")
"""A 64-bit key; SQLite counts up by itself only in a column called INTEGER."""


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept as whole milliseconds since 1970 UTC.

    One representation sorts, compares and indexes alike on SQLite and PostgreSQL.
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> int | None:
        """Refuse a naive moment: nobody knows what time it means."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime cannot be stored")
        return (value - EPOCH) // MILLISECOND

    def process_result_value(self, value: int | None, _dialect: Dialect) -> datetime | None:
        """Give the moment back in UTC."""
        return None if value is None else EPOCH + timedelta(milliseconds=value)


class Base(DeclarativeBase):
    """All tables, with every constraint named so that a migration can drop it."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Moment,
        dict[str, Any]: JSON,
        list[Any]: JSON,
    }


Key = Annotated[int, mapped_column(BigKey, primary_key=True, autoincrement=True)]
Big = Annotated[int, mapped_column(BigInteger)]


def table_of(model: type[Base]) -> Table:
    """The Core table of a model, for the hot path."""
    table = model.__table__
    if not isinstance(table, Table):
        raise TypeError(f"{model.__name__} is not one table")
    return table
