"""The sandbox's time: system time shifted by an offset that players may move."""

import time
from datetime import UTC, datetime


class Clock:
    """System time plus `offset` seconds; everything with a date in the sandbox follows it."""

    def __init__(self, offset: float = 0.0) -> None:
        self.offset = offset

    def now(self) -> datetime:
        """The sandbox's moment, aware, in UTC."""
        return datetime.fromtimestamp(self.timestamp(), UTC)

    def timestamp(self) -> float:
        """The same moment as Unix seconds."""
        return time.time() + self.offset

    def unix(self) -> int:
        """The same moment as Telegram writes dates: whole Unix seconds."""
        return int(time.time() + self.offset)

    def set(self, moment: datetime) -> None:
        """Make `moment` (aware) the present; time goes on from there."""
        self.offset = moment.timestamp() - time.time()

    def advance(self, seconds: float) -> None:
        """Move the present by `seconds`."""
        self.offset += seconds
