"""Requests for access: a stranger asks the methodologist of a school to be let in."""

from services.access_requests.asking import Asking, begin, cancel, present, send
from services.access_requests.deciding import Granted, decide, drop, granted, use
from services.access_requests.notices import (
    AccessAsked,
    AccessDecided,
    AccessDeclined,
    AccessGranted,
    DeclinedRecently,
    NameMissing,
    NameTooLong,
    NobodyToAsk,
    TooManyRequests,
)

__all__ = [
    "AccessAsked",
    "AccessDecided",
    "AccessDeclined",
    "AccessGranted",
    "Asking",
    "DeclinedRecently",
    "Granted",
    "NameMissing",
    "NameTooLong",
    "NobodyToAsk",
    "TooManyRequests",
    "begin",
    "cancel",
    "decide",
    "drop",
    "granted",
    "present",
    "send",
    "use",
]
