"""Mishaps that players order: refusals, latency, lost answers, no network."""

import random
from dataclasses import asdict, dataclass
from typing import Any

from sandbox.refusals import PlayError, RefusalError
from sandbox.wire import Json, encode

_DESCRIPTIONS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    500: "Internal Server Error",
    502: "Bad Gateway",
    504: "Gateway Timeout",
}


@dataclass(slots=True)
class Fault:
    """One ordered mishap; `times` left, 0 = until cleared."""

    id: int
    method: str = "*"
    code: int | None = None
    description: str | None = None
    retry_after: int | None = None
    latency_ms: float | None = None
    lose_response: bool = False
    drop: bool = False
    times: int = 1
    probability: float = 1.0
    contains: str | None = None

    def matches(self, method: str, fields: Json) -> bool:
        """Whether this call is meant, the dice included."""
        if self.method not in ("*", method):
            return False
        if self.contains and not _mentions(fields, self.contains):
            return False
        return self.probability >= 1 or random.random() < self.probability

    def decides(self) -> bool:
        """Whether it changes the outcome, not only the time."""
        return bool(self.code or self.retry_after or self.lose_response or self.drop)

    def refusal(self) -> RefusalError | None:
        """The refusal it stands for, in Telegram's form."""
        if self.code is None and self.retry_after is None:
            return None
        code = self.code or 429
        if self.retry_after is None:
            return RefusalError(code, self.description or _DESCRIPTIONS.get(code, "Error"))
        words = self.description or f"Too Many Requests: retry after {self.retry_after}"
        return RefusalError(code, words, {"retry_after": self.retry_after})

    def shown(self) -> Json:
        """As `/sim/state` lists it."""
        return {name: value for name, value in asdict(self).items() if value is not None}


@dataclass(slots=True)
class Mishap:
    """What befalls one call."""

    latency_s: float = 0.0
    fault: Fault | None = None


class Faults:
    """The ordered mishaps, in the order they were ordered."""

    def __init__(self) -> None:
        self.active: dict[int, Fault] = {}
        self._last_id = 0

    def order(self, fields: Json) -> Fault:
        """Add a fault described by the body of `POST /sim/fault`."""
        allowed = Fault.__slots__[1:]
        unknown = sorted(set(fields) - set(allowed))
        if unknown:
            raise PlayError(400, f"unknown field of a fault: {', '.join(unknown)}")
        self._last_id += 1
        fault = Fault(self._last_id, **_checked(fields))
        self.active[fault.id] = fault
        return fault

    def clear(self, fault_id: int | None = None) -> None:
        """Forget one fault, or all."""
        if fault_id is None:
            self.active.clear()
        elif self.active.pop(fault_id, None) is None:
            raise PlayError(404, f"no fault {fault_id}")

    def strike(self, method: str, fields: Json) -> Mishap | None:
        """Latencies of all faults that match, the outcome of the first that decides one."""
        if not self.active:
            return None
        mishap = Mishap()
        for fault in list(self.active.values()):
            if (fault.decides() and mishap.fault) or not fault.matches(method, fields):
                continue
            mishap.latency_s += (fault.latency_ms or 0) / 1000
            if fault.decides():
                mishap.fault = fault
            self._use(fault)
        return mishap

    def _use(self, fault: Fault) -> None:
        if fault.times == 1:
            del self.active[fault.id]
        elif fault.times > 1:
            fault.times -= 1


def _checked(fields: Json) -> dict[str, Any]:
    kinds: dict[str, tuple[type, ...]] = {
        "method": (str,),
        "code": (int,),
        "description": (str,),
        "retry_after": (int,),
        "latency_ms": (int, float),
        "lose_response": (bool,),
        "drop": (bool,),
        "times": (int,),
        "probability": (int, float),
        "contains": (str,),
    }
    given = {name: value for name, value in fields.items() if value is not None}
    for name, value in given.items():
        if not isinstance(value, kinds[name]):
            raise PlayError(400, f"{name} of a fault must be {kinds[name][-1].__name__}")
    if "method" in given:
        given["method"] = given["method"].lower()
    return given


def _mentions(fields: Json, words: str) -> bool:
    if any(words in value for value in fields.values() if isinstance(value, str)):
        return True
    return words in encode(fields).decode()
