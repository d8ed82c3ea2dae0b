"""Polls: votes, quizzes, closing by hand and by time."""

import asyncio
from typing import Any

import pytest

from tests.sandbox.door import Door


async def a_poll(door: Door, **more: Any) -> tuple[int, dict[str, Any]]:
    """A group of Olga and Anna with a poll in it; Anna, and what addresses the poll."""
    olga, anna = await door.person("Olga"), await door.person()
    group = await door.sim(
        "chats", type="supergroup", title="Maths", owner=olga, members=[anna], bot="member"
    )
    await door.empty_queue()
    fields = {"question": "When?", "options": [{"text": "Mon"}, {"text": "Tue"}]}
    sent = await door.bot("sendPoll", chat_id=group["id"], **(fields | more))
    return anna, {"chat_id": group["id"], "message_id": sent["message_id"]}


def kinds(updates: list[Any]) -> list[str]:
    """What kinds of updates these are."""
    return [next(kind for kind in one if kind != "update_id") for one in updates]


async def test_an_open_vote_names_the_voter(door: Door) -> None:
    anna, poll = await a_poll(door, is_anonymous=False)
    told = await door.sim("vote", user_id=anna, options=[1], **poll)

    state, answer = await door.updates()

    assert state["poll"]["options"][1]["voter_count"] == 1
    assert answer["update_id"] == told["update_id"]
    assert answer["poll_answer"]["user"]["id"] == anna
    assert answer["poll_answer"]["option_ids"] == [1]
    shown = await door.get(f"chat/{poll['chat_id']}", **{"as": anna})
    assert shown["messages"][-1]["poll"]["my_votes"] == [1]
    assert shown["messages"][-1]["poll"]["total_voter_count"] == 1


async def test_a_secret_vote_only_counts(door: Door) -> None:
    anna, poll = await a_poll(door)
    await door.sim("vote", user_id=anna, options=[0], **poll)

    assert kinds(await door.updates()) == ["poll"]


async def test_a_vote_is_changed_and_retracted(door: Door) -> None:
    anna, poll = await a_poll(door, is_anonymous=False)
    for options in ([0], [1], []):
        await door.sim("vote", user_id=anna, options=options, **poll)

    updates = await door.updates()

    assert updates[-1]["poll_answer"]["option_ids"] == []
    assert updates[-2]["poll"]["total_voter_count"] == 0


@pytest.mark.parametrize("options", [[0, 1], [5], [-1], [0, 0]])
async def test_an_impossible_vote_is_refused(door: Door, options: list[int]) -> None:
    anna, poll = await a_poll(door)

    status, _ = await door.play("vote", user_id=anna, options=options, **poll)

    assert status == 400


async def test_a_stopped_poll_takes_no_votes(door: Door) -> None:
    anna, poll = await a_poll(door)
    stopped = await door.bot("stopPoll", **poll)

    assert stopped["is_closed"] is True
    assert (await door.play("vote", user_id=anna, options=[0], **poll))[0] == 409
    assert await door.refused("stopPoll", **poll) == ("Bad Request: poll has already been closed")


async def test_a_poll_closes_when_the_clock_passes_its_date(door: Door) -> None:
    await a_poll(door, open_period=600)
    await door.sim("clock", advance_s=599 - 30)
    assert await door.updates() == []

    await door.sim("clock", advance_s=60)

    assert (await door.updates())[-1]["poll"]["is_closed"] is True


async def test_a_poll_closes_by_itself_too(door: Door) -> None:
    await a_poll(door, open_period=5)
    await door.sim("clock", advance_s=4)

    updates = await asyncio.wait_for(door.updates(timeout=5), 6)

    assert updates[-1]["poll"]["is_closed"] is True


async def test_a_quiz_takes_one_try(door: Door) -> None:
    anna, poll = await a_poll(
        door, type="quiz", correct_option_ids=[1], explanation="Because", is_anonymous=False
    )
    await door.sim("vote", user_id=anna, options=[0], **poll)

    assert (await door.play("vote", user_id=anna, options=[1], **poll))[0] == 409


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"question": ""}, "poll question must be non-empty"),
        ({"question": "a" * 301}, "poll question length must not exceed 300"),
        ({"options": [{"text": "a"}] * 13}, "poll can't have more than 12 options"),
        ({"options": [{"text": "a" * 101}]}, "poll option length must not exceed 100"),
        ({"type": "quiz"}, "wrong correct option ID specified"),
        ({"open_period": 3}, "invalid open_period specified"),
    ],
)
async def test_a_wrong_poll_is_refused(door: Door, fields: dict[str, Any], words: str) -> None:
    anna = await door.starter()
    whole = {"question": "When?", "options": [{"text": "Mon"}, {"text": "Tue"}]} | fields

    assert await door.refused("sendPoll", chat_id=anna, **whole) == f"Bad Request: {words}"
