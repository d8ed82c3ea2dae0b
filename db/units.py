"""Units of work: synchronous functions run in a database thread, many sharing one commit.

The write lock is never held across a wait, and a caller is answered only after its commit.
A unit that fails is rolled back alone, to its savepoint; those beside it stay.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from db.engine import is_sqlite

T = TypeVar("T")
UnitFunction = Callable[[Session], T]


class _Unit(Generic[T]):
    """One function waiting for its turn, and the place its answer goes to."""

    __slots__ = ("function", "future", "outcome")

    def __init__(self, function: UnitFunction[T]) -> None:
        self.function = function
        self.future: Future[T] = Future()
        self.outcome: T | BaseException | None = None

    def settle(self) -> None:
        """Tell the one who waits; only called when the commit is done or has failed."""
        if isinstance(self.outcome, BaseException):
            self.future.set_exception(self.outcome)
        else:
            self.future.set_result(self.outcome)  # type: ignore[arg-type]


class Units:
    """The only door to writing. SQLite gets one thread; PostgreSQL gets a few."""

    def __init__(self, engine: Engine, *, batch: int = 64, threads: int = 4) -> None:
        self._engine = engine
        sqlite = is_sqlite(engine)
        # PostgreSQL commits in parallel, so small batches keep its lock times short.
        self._batch = batch if sqlite else 8
        self._waiting: queue.SimpleQueue[_Unit[Any] | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=self._work, name=f"units-{number}", daemon=True)
            for number in range(1 if sqlite else threads)
        ]
        for thread in self._threads:
            thread.start()

    async def run(self, function: UnitFunction[T]) -> T:
        """Run a unit of work and return what it returned, after the commit."""
        return await asyncio.wrap_future(self._put(function))

    def run_now(self, function: UnitFunction[T]) -> T:
        """The same for callers without an event loop: the CLI and the seed."""
        return self._put(function).result()

    def close(self) -> None:
        """Finish what waits, then stop the threads."""
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()

    def _put(self, function: UnitFunction[T]) -> Future[T]:
        unit = _Unit(function)
        self._waiting.put(unit)
        return unit.future

    def _work(self) -> None:
        while True:
            units, more = self._take()
            if units:
                self._run_together(units)
            if not more:
                return

    def _take(self) -> tuple[list[_Unit[Any]], bool]:
        units: list[_Unit[Any]] = []
        waiting = self._waiting.get()
        while waiting is not None:
            # Whoever asked may have gone away; a unit that has begun is not called back.
            if waiting.future.set_running_or_notify_cancel():
                units.append(waiting)
            if len(units) >= self._batch:
                return units, True
            try:
                waiting = self._waiting.get_nowait()
            except queue.Empty:
                return units, True
        return units, False

    def _run_together(self, units: list[_Unit[Any]]) -> None:
        try:
            self._commit(units)
        except Exception as error:  # noqa: BLE001 the commit itself failed: nothing was kept
            if len(units) == 1:
                units[0].outcome = error
            else:
                # One of them may be the cause (a deadlock, a lost connection): each alone.
                for unit in units:
                    self._run_together([unit])
                return
        for unit in units:
            unit.settle()

    def _commit(self, units: list[_Unit[Any]]) -> None:
        with self._engine.connect() as connection, connection.begin():
            for unit in units:
                self._run_in_savepoint(connection, unit)

    @staticmethod
    def _run_in_savepoint(connection: Connection, unit: _Unit[Any]) -> None:
        savepoint = connection.begin_nested()
        session = Session(
            connection,
            join_transaction_mode="rollback_only",
            expire_on_commit=False,
            autoflush=True,
        )
        try:
            unit.outcome = unit.function(session)
            session.flush()
        except Exception as error:
            if isinstance(error, DBAPIError) and error.connection_invalidated:
                raise
            unit.outcome = error
            session.close()
            savepoint.rollback()
        else:
            session.close()
            savepoint.commit()
