"""Units of work: synchronous functions run in a database thread, many sharing one commit.

The write lock is never held across a wait, and a caller is answered only after its commit.
A unit that fails is rolled back alone; those beside it stay. It may run more than once before it
is answered, so it touches nothing but its session.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from db.engine import is_sqlite

T = TypeVar("T")
UnitFunction = Callable[[Session], T]


class _Unit(Generic[T]):
    """One function waiting for its turn, and the place its answer goes to.

    `loop` is where the future is waited for; None: in another thread.
    """

    __slots__ = ("function", "future", "loop", "outcome")

    def __init__(
        self,
        function: UnitFunction[T],
        future: Future[T] | asyncio.Future[T],
        loop: asyncio.AbstractEventLoop | None,
    ) -> None:
        self.function = function
        self.future = future
        self.loop = loop
        self.outcome: T | BaseException | None = None

    def settle(self) -> None:
        """Tell the one who waits; only called when the commit is done or has failed."""
        if self.future.done():
            # Whoever asked went away while the unit ran.
            return
        if isinstance(self.outcome, BaseException):
            self.future.set_exception(self.outcome)
        else:
            self.future.set_result(self.outcome)  # type: ignore[arg-type]


class Units:
    """The only door to writing. SQLite gets one thread; PostgreSQL gets a few.

    `process` names the one that works here, in `session.info["process"]`: rows in its hands
    carry the name.
    """

    def __init__(
        self, engine: Engine, *, process: str | None = None, batch: int = 64, threads: int = 4
    ) -> None:
        self._engine = engine
        self._info = {"process": process}
        sqlite = is_sqlite(engine)
        # PostgreSQL commits in parallel, so small batches keep its lock times short.
        self._batch = batch if sqlite else 8
        self._closed = False
        self._waiting: queue.SimpleQueue[_Unit[Any] | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=self._work, name=f"units-{number}", daemon=True)
            for number in range(1 if sqlite else threads)
        ]
        for thread in self._threads:
            thread.start()

    @property
    def shared(self) -> bool:
        """Whether other processes may work on the same database."""
        return not is_sqlite(self._engine)

    async def run(self, function: UnitFunction[T]) -> T:
        """Run a unit of work and return what it returned, after the commit."""
        self._refuse_when_closed()
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._waiting.put(_Unit(function, future, loop))
        return await future

    def run_now(self, function: UnitFunction[T]) -> T:
        """The same for callers without an event loop: the CLI and the seed."""
        self._refuse_when_closed()
        future: Future[T] = Future()
        self._waiting.put(_Unit(function, future, None))
        return future.result()

    def close(self) -> None:
        """Finish what waits, then stop the threads."""
        self._closed = True
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()

    def _refuse_when_closed(self) -> None:
        # Nobody would ever answer: better an error than waiting for ever.
        if self._closed:
            raise RuntimeError("the units of work are closed")

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
            if not waiting.future.cancelled():
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
        _settle(units)

    def _commit(self, units: list[_Unit[Any]]) -> None:
        if self._all_succeed(units):
            return
        with self._engine.connect() as connection, connection.begin():
            for unit in units:
                savepoint = connection.begin_nested()
                if _succeeds(connection, unit, self._info):
                    savepoint.commit()
                else:
                    savepoint.rollback()

    def _all_succeed(self, units: list[_Unit[Any]]) -> bool:
        """Run without savepoints, which cost more than most units; False: nothing was kept.

        One that fails alone is answered by that; beside others all run again, each in a savepoint.
        """
        with self._engine.connect() as connection, connection.begin() as transaction:
            for unit in units:
                if not (_succeeds(connection, unit, self._info) and transaction.is_active):
                    transaction.rollback()
                    return len(units) == 1 and isinstance(unit.outcome, Exception)
        return True


def _succeeds(connection: Connection, unit: _Unit[Any], info: dict[str, Any]) -> bool:
    session = Session(
        connection, join_transaction_mode="rollback_only", expire_on_commit=False, info=info
    )
    try:
        unit.outcome = unit.function(session)
        session.flush()
    except Exception as error:
        if isinstance(error, DBAPIError) and error.connection_invalidated:
            raise
        unit.outcome = error
        return False
    else:
        return True
    finally:
        session.close()


def _settle(units: Sequence[_Unit[Any]]) -> None:
    """Answer all at once: every loop is woken once for a commit, not once for a unit."""
    loops: dict[asyncio.AbstractEventLoop | None, list[_Unit[Any]]] = {}
    for unit in units:
        loops.setdefault(unit.loop, []).append(unit)
    for loop, theirs in loops.items():
        if loop is None:
            _settle_here(theirs)
        elif not loop.is_closed():
            loop.call_soon_threadsafe(_settle_here, theirs)


def _settle_here(units: Sequence[_Unit[Any]]) -> None:
    for unit in units:
        unit.settle()
