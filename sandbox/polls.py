"""Polls: votes counted, closed by hand or when their time comes."""

import asyncio
from collections.abc import Iterable

from sandbox.refusals import PlayError
from sandbox.state import Ballot
from sandbox.wire import Json
from sandbox.world import World


def vote(world: World, ballot: Ballot, user: Json, options: list[int]) -> int | None:
    """Take a person's vote (empty retracts it); the id of the update that tells of it."""
    _refuse_vote(ballot, user["id"], options)
    if options:
        ballot.votes[user["id"]] = options
    else:
        ballot.votes.pop(user["id"], None)
    _count(ballot)
    changed(world, ballot)
    poll_update = world.updates.push("poll", ballot.poll, ballot.chat_id)
    if ballot.poll["is_anonymous"]:
        return poll_update
    answer = {
        "poll_id": ballot.poll["id"],
        "user": user,
        "option_ids": options,
        "option_persistent_ids": [
            ballot.poll["options"][index]["persistent_id"] for index in options
        ],
    }
    return world.updates.push("poll_answer", answer, user["id"])


def _refuse_vote(ballot: Ballot, user_id: int, options: list[int]) -> None:
    poll = ballot.poll
    if poll["is_closed"]:
        raise PlayError(409, f"poll {poll['id']} is closed")
    if any(not 0 <= index < len(poll["options"]) for index in options):
        raise PlayError(400, f"the poll has {len(poll['options'])} options")
    if len(options) != len(set(options)):
        raise PlayError(400, "an option can be chosen once")
    if len(options) > 1 and not poll["allows_multiple_answers"]:
        raise PlayError(400, "the poll takes one answer")
    if user_id in ballot.votes and not poll["allows_revoting"]:
        raise PlayError(409, f"user {user_id} has voted, and the vote cannot be changed")
    if user_id not in ballot.votes and not options:
        raise PlayError(409, f"user {user_id} has not voted")


def _count(ballot: Ballot) -> None:
    for index, option in enumerate(ballot.poll["options"]):
        option["voter_count"] = sum(index in chosen for chosen in ballot.votes.values())
    ballot.poll["total_voter_count"] = len(ballot.votes)


def close_poll(world: World, ballot: Ballot) -> None:
    """Close a poll and tell the bot."""
    ballot.poll["is_closed"] = True
    changed(world, ballot)
    world.updates.push("poll", ballot.poll, ballot.chat_id)


def changed(world: World, ballot: Ballot) -> None:
    """Save a poll and the message that shows it."""
    world.save_ballot(ballot)
    chat = world.state.chats.get(ballot.chat_id)
    post = chat.posts.get(ballot.message_id) if chat else None
    if chat is not None and post is not None:
        world.change_post(chat, post, "poll")


class Timer:
    """Closes polls when the sandbox's time reaches their close date."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._handle: asyncio.TimerHandle | None = None

    def arm(self) -> None:
        """Close what is due and wait for the next one."""
        self.cancel()
        now = self._world.clock.timestamp()
        for ballot in list(self._open()):
            if ballot.poll["close_date"] <= now:
                close_poll(self._world, ballot)
        dates = [ballot.poll["close_date"] for ballot in self._open()]
        if dates:
            loop = asyncio.get_running_loop()
            self._handle = loop.call_later(min(dates) - now, self._ring)

    def cancel(self) -> None:
        """Wait no more."""
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def _ring(self) -> None:
        self.arm()
        self._world.store.flush()

    def _open(self) -> Iterable[Ballot]:
        return (
            ballot
            for ballot in self._world.state.ballots.values()
            if not ballot.poll["is_closed"] and "close_date" in ballot.poll
        )
