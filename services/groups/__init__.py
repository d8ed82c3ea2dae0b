"""Group chats: which association a group belongs to; a stranger's group gets nothing."""

from services.groups.linking import (
    PREFIX,
    Linking,
    ask,
    confirm,
    decline,
    linking,
    linkings,
    new_group_code,
    unlink,
)
from services.groups.notices import (
    GroupAsks,
    GroupLeft,
    GroupLinked,
    GroupLost,
    GroupNotAsking,
    GroupTaken,
    GroupUnlinked,
)
from services.groups.presence import association_of, group_moved, joined, removed

__all__ = [
    "PREFIX",
    "GroupAsks",
    "GroupLeft",
    "GroupLinked",
    "GroupLost",
    "GroupNotAsking",
    "GroupTaken",
    "GroupUnlinked",
    "Linking",
    "ask",
    "association_of",
    "confirm",
    "decline",
    "group_moved",
    "joined",
    "linking",
    "linkings",
    "new_group_code",
    "removed",
    "unlink",
]
