"""The queue of updates: offsets, long polls, conflicts, what was asked for."""

import asyncio
import time

from tests.sandbox.door import Door

KEYBOARD = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


async def test_an_update_is_given_again_until_confirmed(door: Door) -> None:
    anna = await door.starter()
    said = await door.sim("message", user_id=anna, text="hello")

    first, again = await door.updates(), await door.updates()
    after = await door.updates(offset=said["update_id"] + 1)

    assert [one["update_id"] for one in first] == [said["update_id"]]
    assert first == again
    assert after == []


async def test_an_offset_confirms_only_what_is_before_it(door: Door) -> None:
    anna = await door.starter()
    ids = [(await door.sim("message", user_id=anna, text=t))["update_id"] for t in "abc"]

    left = await door.updates(offset=ids[1])

    assert [one["update_id"] for one in left] == ids[1:]


async def test_a_negative_offset_forgets_all_but_the_last(door: Door) -> None:
    anna = await door.starter()
    ids = [(await door.sim("message", user_id=anna, text=t))["update_id"] for t in "abc"]

    assert [one["update_id"] for one in await door.updates(offset=-1)] == ids[-1:]
    assert [one["update_id"] for one in await door.updates()] == ids[-1:]


async def test_the_limit_is_kept_between_1_and_100(door: Door) -> None:
    anna = await door.starter()
    for number in range(102):
        await door.sim("message", user_id=anna, text=str(number))

    assert len(await door.updates(limit=2)) == 2
    assert len(await door.updates(limit=1000)) == 100
    assert len(await door.updates(limit=-5)) == 1


async def test_a_long_poll_ends_with_the_first_update(door: Door) -> None:
    anna = await door.starter()
    poll = asyncio.create_task(door.updates(timeout=20))
    await asyncio.sleep(0.05)
    assert (await door.get("state"))["mode"] == "polling"

    await door.sim("message", user_id=anna, text="hello")

    assert (await asyncio.wait_for(poll, 2))[0]["message"]["text"] == "hello"


async def test_an_empty_long_poll_ends_in_time(door: Door) -> None:
    started = time.monotonic()

    assert await door.updates(timeout=1) == []
    assert 0.9 < time.monotonic() - started < 5


async def test_a_second_poller_ends_the_first_with_a_conflict(door: Door) -> None:
    anna = await door.starter()
    first = asyncio.create_task(door.refused("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(door.updates(timeout=20))

    refusal = await asyncio.wait_for(first, 2)
    await door.sim("message", user_id=anna, text="hello")

    assert refusal == (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
    assert len(await asyncio.wait_for(second, 2)) == 1


async def test_polling_with_a_webhook_is_a_conflict(door: Door) -> None:
    await door.bot("setWebhook", url="http://127.0.0.1:9/nobody")

    assert (await door.refused("getUpdates")).startswith(
        "Conflict: can't use getUpdates method while webhook is active"
    )
    assert (await door.get("state"))["mode"] == "webhook"

    await door.bot("deleteWebhook")
    assert await door.updates() == []


async def test_only_kinds_that_were_asked_for_make_updates(door: Door) -> None:
    anna = await door.starter()
    await door.updates(allowed_updates=["callback_query"])

    said = await door.sim("message", user_id=anna, text="unheard")
    await door.updates(allowed_updates=[])
    heard = await door.sim("message", user_id=anna, text="heard")

    assert said["update_id"] is None
    assert [one["update_id"] for one in await door.updates()] == [heard["update_id"]]


async def test_ids_are_not_used_again_after_a_reset(door: Door) -> None:
    anna = await door.starter()
    before = await door.sim("message", user_id=anna, text="a")
    await door.sim("reset")
    after = await door.sim("message", user_id=anna, text="b")

    assert after["update_id"] > before["update_id"]
    state = await door.get("state")
    assert (state["pending_updates"], state["calls"]) == (1, 0)


async def test_a_stranger_is_not_written_to_first(door: Door) -> None:
    anna = await door.person()

    assert await door.refused("sendMessage", chat_id=anna, text="hi") == (
        "Forbidden: bot can't initiate conversation with a user"
    )
    assert await door.refused("sendMessage", chat_id=424242, text="hi") == (
        "Bad Request: chat not found"
    )


async def test_a_blocked_bot_hears_of_it_and_cannot_write(door: Door) -> None:
    anna = await door.starter()
    blocked = await door.sim("member", user_id=anna, blocked=True)
    update = (await door.updates())[-1]

    assert update["update_id"] == blocked["update_id"]
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert await door.refused("sendMessage", chat_id=anna, text="hi") == (
        "Forbidden: bot was blocked by the user"
    )
    assert (await door.play("message", user_id=anna, text="hi"))[0] == 409

    await door.sim("start", user_id=anna)
    kinds = [next(k for k in one if k != "update_id") for one in await door.updates()]
    assert kinds == ["my_chat_member", "my_chat_member", "message"]
    await door.bot("sendMessage", chat_id=anna, text="welcome back")


async def test_a_deep_link_is_a_start_with_its_payload(door: Door) -> None:
    anna = await door.person(username="anna", last_name="Petrova")
    await door.sim("start", user_id=anna, payload="school-1")

    message = (await door.updates())[-1]["message"]

    assert message["text"] == "/start school-1"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["chat"] == {
        "id": anna,
        "type": "private",
        "first_name": "Anna",
        "last_name": "Petrova",
        "username": "anna",
    }
    assert message["from"]["language_code"] == "ru"


async def test_an_edit_of_a_person_is_an_edited_message(door: Door) -> None:
    anna = await door.starter()
    said = await door.sim("message", user_id=anna, text="helo")
    await door.sim("message", user_id=anna, text="hello", edit_of=said["message_id"])

    update = (await door.updates())[-1]["edited_message"]

    assert (update["message_id"], update["text"]) == (said["message_id"], "hello")
    assert update["edit_date"] >= update["date"]


async def test_a_press_is_answered_once(door: Door) -> None:
    anna = await door.starter()
    sent = await door.bot("sendMessage", chat_id=anna, text="?", reply_markup=KEYBOARD)
    pressed = await door.sim("press", user_id=anna, label="Yes")
    query = (await door.updates())[-1]["callback_query"]
    answer = {"callback_query_id": query["id"], "text": "Done", "show_alert": True}

    assert (query["data"], query["message"]["message_id"]) == ("y", sent["message_id"])
    assert query["id"] == pressed["callback_query_id"]
    await door.bot("answerCallbackQuery", **answer)
    assert await door.refused("answerCallbackQuery", **answer) == (
        "Bad Request: query is too old and response timeout expired or query ID is invalid"
    )
    assert (await door.get(f"chat/{anna}"))["answers"] == [
        {"callback_query_id": query["id"], "user_id": anna, "text": "Done", "alert": True}
    ]


async def test_a_late_answer_is_refused(door: Door) -> None:
    anna = await door.starter()
    await door.bot("sendMessage", chat_id=anna, text="?", reply_markup=KEYBOARD)
    early = await door.sim("press", user_id=anna, label="Yes")
    await door.sim("clock", advance_s=16)
    refusal = await door.refused(
        "answerCallbackQuery", callback_query_id=early["callback_query_id"]
    )

    await door.sim("limits", callback_deadline_s=60)
    late = await door.sim("press", user_id=anna, label="Yes")
    await door.sim("clock", advance_s=30)

    assert "query is too old" in refusal
    await door.bot("answerCallbackQuery", callback_query_id=late["callback_query_id"])


async def test_a_press_can_wait_for_its_answer(door: Door) -> None:
    anna = await door.starter()
    await door.bot("sendMessage", chat_id=anna, text="?", reply_markup=KEYBOARD)

    async def press() -> object:
        async with door.session.post(
            f"{door.url}/sim/press?wait=5", json={"user_id": anna, "label": "Yes"}
        ) as response:
            return (await response.json())["answer"]

    waiting = asyncio.create_task(press())
    query = (await door.updates(timeout=5))[-1]["callback_query"]
    await door.bot("answerCallbackQuery", callback_query_id=query["id"], text="ok")

    assert await waiting == {"text": "ok", "alert": False}
    async with door.session.post(
        f"{door.url}/sim/press?wait=0.1", json={"user_id": anna, "label": "Yes"}
    ) as response:
        assert (await response.json())["answer"] is None


async def test_the_newest_message_with_the_label_is_pressed(door: Door) -> None:
    anna = await door.starter()
    for text in "ab":
        await door.bot("sendMessage", chat_id=anna, text=text, reply_markup=KEYBOARD)
    await door.sim("press", user_id=anna, label="Yes")

    assert (await door.updates())[-1]["callback_query"]["message"]["text"] == "b"


async def test_forged_data_is_playable_but_a_missing_label_is_not(door: Door) -> None:
    anna = await door.starter()
    await door.bot("sendMessage", chat_id=anna, text="?", reply_markup=KEYBOARD)
    await door.sim("press", user_id=anna, data="forged")

    assert (await door.updates())[-1]["callback_query"]["data"] == "forged"
    status, answer = await door.play("press", user_id=anna, label="No")
    assert status == 404
    assert "No" in answer["error"]


async def test_a_button_under_the_input_field_writes_a_message(door: Door) -> None:
    anna = await door.starter()
    keyboard = [[{"text": "Help"}, {"text": "My number", "request_contact": True}]]
    await door.bot("sendMessage", chat_id=anna, text="?", reply_markup={"keyboard": keyboard})
    await door.sim("press", user_id=anna, label="Help")
    await door.sim("press", user_id=anna, label="My number")

    text, contact = [one["message"] for one in await door.updates()]

    assert text["text"] == "Help"
    assert contact["contact"]["user_id"] == anna
