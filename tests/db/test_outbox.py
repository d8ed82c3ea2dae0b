from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from db import outbox
from db.models.delivery import Outbox, OutboxLane, OutboxStatus
from db.outbox import Settlement
from db.units import Units

NOW = datetime(2026, 10, 5, 12, 0, tzinfo=UTC)


def row(**values: Any) -> dict[str, Any]:
    return {
        "chat_id": 7,
        "lane": OutboxLane.REPLY,
        "kind": "Hello",
        "payload": {"name": "Марина"},
        "language": "ru",
        "status": OutboxStatus.PENDING,
        "attempts": 0,
        "next_at": NOW,
        "created_at": NOW,
        **values,
    }


def put(units: Units, **values: Any) -> int | None:
    return units.run_now(lambda s: outbox.put(s, row(**values)))


def status(units: Units, letter: int | None) -> int:
    return units.run_now(lambda s: s.get_one(Outbox, letter).status)


def claim(units: Units, limit: int = 10) -> list[int]:
    letters = units.run_now(lambda s: outbox.claim_due(s, NOW, limit=limit, skip=()))
    return [one.id for one in letters]


def test_replies_go_before_reminders_and_broadcasts(units: Units) -> None:
    broadcast = put(units, lane=OutboxLane.BROADCAST)
    reminder = put(units, lane=OutboxLane.REMINDER)
    reply = put(units)

    assert claim(units) == [reply, reminder, broadcast]


def test_a_claimed_reply_is_not_claimed_again(units: Units) -> None:
    letter = put(units)

    assert claim(units) == [letter]
    assert claim(units) == []


def test_a_claimed_reminder_that_nobody_tried_survives_a_crash(units: Units) -> None:
    untried, tried = put(units, lane=OutboxLane.REMINDER), put(units, lane=OutboxLane.REMINDER)
    assert tried is not None
    assert claim(units) == [untried, tried]

    units.run_now(lambda s: outbox.begin(s, [tried]))
    units.run_now(lambda s: outbox.recover(s, NOW))

    assert status(units, tried) == OutboxStatus.UNKNOWN
    assert claim(units) == [untried]


def test_what_is_due_later_waits(units: Units) -> None:
    put(units, next_at=NOW + timedelta(hours=1))

    assert claim(units) == []


def test_a_letter_with_a_known_key_is_not_put_twice(units: Units) -> None:
    assert put(units, dedupe_key="push:1:7") is not None
    assert put(units, dedupe_key="push:1:7") is None
    assert put(units, dedupe_key="push:1:8") is not None


def test_after_a_crash_replies_go_again_and_broadcasts_become_unknown(units: Units) -> None:
    reply = put(units, status=OutboxStatus.SENDING)
    broadcast = put(units, status=OutboxStatus.SENDING, lane=OutboxLane.BROADCAST)

    assert units.run_now(lambda s: outbox.recover(s, NOW)) == (1, 1)
    assert status(units, reply) == OutboxStatus.PENDING
    assert status(units, broadcast) == OutboxStatus.UNKNOWN


def test_a_settled_letter_keeps_its_message_and_is_found_by_what_it_stands_for(
    units: Units,
) -> None:
    letter = put(units, anchor="difficulty:12")
    assert letter is not None
    sent = Settlement(letter, 7, OutboxStatus.SENT, NOW, 1, message_id=44)

    units.run_now(lambda s: outbox.settle(s, [sent]))

    assert status(units, letter) == OutboxStatus.SENT
    assert units.run_now(lambda s: outbox.message_of(s, 7, "difficulty:12")) == 44
    assert units.run_now(lambda s: outbox.message_of(s, 8, "difficulty:12")) is None


def test_a_moved_chat_gets_what_was_still_owed_to_it(units: Units) -> None:
    put(units, chat_id=-5)

    units.run_now(lambda s: outbox.move_chat(s, -5, -1005))

    chats = units.run_now(lambda s: s.scalars(select(Outbox.chat_id)).all())
    assert chats == [-1005]


def test_undelivered_letters_are_listed_without_words_and_can_be_retried(units: Units) -> None:
    letter = put(units, status=OutboxStatus.FAILED, error="Forbidden: bot was blocked")
    assert letter is not None

    (listed,) = units.run_now(outbox.undelivered)

    assert "Марина" not in str(listed)
    assert units.run_now(lambda s: outbox.retry(s, [letter, 999], NOW)) == 1
    assert claim(units) == [letter]
