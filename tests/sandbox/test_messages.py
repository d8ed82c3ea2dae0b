"""Texts of the bot: sent, edited, deleted, refused in Telegram's words."""

import aiohttp
import pytest

from tests.sandbox.door import TOKEN, Door

KEYBOARD = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


async def test_a_sent_text_is_in_the_chat_with_its_buttons(door: Door) -> None:
    anna = await door.starter()
    sent = await door.bot("sendMessage", chat_id=anna, text="Pick one", reply_markup=KEYBOARD)

    chat = await door.get(f"chat/{anna}")

    assert chat["messages"][-1]["message_id"] == sent["message_id"]
    assert chat["messages"][-1]["text"] == "Pick one"
    assert chat["messages"][-1]["keyboard"] == [[{"text": "Yes", "data": "y"}]]
    assert chat["messages"][-1]["from"]["is_bot"] is True


async def test_the_transcript_is_a_message_a_paragraph(door: Door) -> None:
    anna = await door.starter()
    await door.bot("sendMessage", chat_id=anna, text="Pick one", reply_markup=KEYBOARD)

    assert await door.transcript(anna) == "[1] Anna: /start\n\n[2] bot: Pick one\n    [Yes]\n"


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": "  \n "}, "message text is empty"),
        ({"text": "a" * 4097}, "message is too long"),
        ({"text": "<b>a", "parse_mode": "HTML"}, "can't parse entities: Can't find end tag "
         'corresponding to start tag "b"'),
        ({"text": "a.", "parse_mode": "MarkdownV2"}, "can't parse entities: Character '.' is "
         "reserved and must be escaped with the preceding '\\'"),
        ({"text": "a", "parse_mode": "wiki"}, "unsupported parse_mode"),
        ({"text": "a", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
        ({"text": "a", "message_thread_id": 5}, "message thread not found"),
    ],
)  # fmt: skip
async def test_a_wrong_text_is_refused(door: Door, params: dict[str, object], words: str) -> None:
    anna = await door.starter()

    assert await door.refused("sendMessage", chat_id=anna, **params) == f"Bad Request: {words}"


async def test_4096_characters_are_counted_after_parsing(door: Door) -> None:
    anna = await door.starter()

    text = f"<b>{'a' * 4096}</b>"
    sent = await door.bot("sendMessage", chat_id=anna, text=text, parse_mode="HTML")

    assert len(sent["text"]) == 4096


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "a", "callback_data": "я" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "a"}, "can't parse inline keyboard button: Text buttons are unallowed in the "
         "inline keyboard"),
        ({"text": "a", "url": "javascript:alert(1)"}, "inline keyboard button URL "
         "'javascript:alert(1)' is invalid: Unsupported URL protocol"),
    ],
)  # fmt: skip
async def test_a_wrong_button_is_refused(door: Door, button: dict[str, str], words: str) -> None:
    anna = await door.starter()
    markup = {"inline_keyboard": [[button]]}

    refusal = await door.refused("sendMessage", chat_id=anna, text="a", reply_markup=markup)

    assert refusal == f"Bad Request: {words}"


async def test_64_bytes_of_callback_data_are_taken(door: Door) -> None:
    anna = await door.starter()
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "я" * 32}]]}

    await door.bot("sendMessage", chat_id=anna, text="a", reply_markup=markup)


async def test_an_edit_changes_text_and_keyboard(door: Door) -> None:
    anna = await door.starter()
    sent = await door.bot("sendMessage", chat_id=anna, text="old", reply_markup=KEYBOARD)

    edited = await door.bot(
        "editMessageText", chat_id=anna, message_id=sent["message_id"], text="new"
    )

    assert edited["text"] == "new"
    assert "reply_markup" not in edited
    shown = (await door.get(f"chat/{anna}"))["messages"][-1]
    assert (shown["text"], shown["edited"]) == ("new", True)


async def test_the_same_edit_again_is_not_modified(door: Door) -> None:
    anna = await door.starter()
    sent = await door.bot("sendMessage", chat_id=anna, text="old", reply_markup=KEYBOARD)

    refusal = await door.refused(
        "editMessageText", chat_id=anna, message_id=sent["message_id"], text="old",
        reply_markup=KEYBOARD,
    )  # fmt: skip

    assert refusal.startswith("Bad Request: message is not modified")


async def test_only_what_exists_is_edited_and_deleted(door: Door) -> None:
    anna = await door.starter()
    sent = await door.bot("sendMessage", chat_id=anna, text="a")
    await door.bot("deleteMessage", chat_id=anna, message_id=sent["message_id"])
    gone = {"chat_id": anna, "message_id": sent["message_id"]}

    assert await door.refused("editMessageText", text="b", **gone) == (
        "Bad Request: message to edit not found"
    )
    assert await door.refused("deleteMessage", **gone) == (
        "Bad Request: message to delete not found"
    )
    assert (await door.get(f"chat/{anna}"))["messages"][-1]["deleted"] is True


async def test_a_persons_message_cannot_be_edited(door: Door) -> None:
    anna = await door.starter()
    said = await door.sim("message", user_id=anna, text="mine")

    refusal = await door.refused(
        "editMessageText", chat_id=anna, message_id=said["message_id"], text="yours"
    )

    assert refusal == "Bad Request: message can't be edited"


async def test_after_48_hours_a_message_stays(door: Door) -> None:
    anna = await door.starter()
    sent = await door.bot("sendMessage", chat_id=anna, text="a")
    await door.sim("clock", advance_s=48 * 3600 + 5)

    refusal = await door.refused("deleteMessage", chat_id=anna, message_id=sent["message_id"])

    assert refusal == "Bad Request: message can't be deleted for everyone"


async def test_a_reply_holds_the_message_but_not_its_own_reply(door: Door) -> None:
    anna = await door.starter()
    first = await door.sim("message", user_id=anna, text="one")
    second = await door.bot(
        "sendMessage",
        chat_id=anna,
        text="two",
        reply_parameters={"message_id": first["message_id"]},
    )
    await door.sim("message", user_id=anna, text="three", reply_to=second["message_id"])

    update = (await door.updates())[-1]["message"]

    assert update["reply_to_message"]["text"] == "two"
    assert "reply_to_message" not in update["reply_to_message"]


@pytest.mark.parametrize("method", ["SENDMESSAGE", "sendmessage", "sendMessage"])
async def test_method_names_ignore_case(door: Door, method: str) -> None:
    anna = await door.starter()

    await door.bot(method, chat_id=anna, text="a")


async def test_form_query_and_multipart_are_read_alike(door: Door) -> None:
    anna = await door.starter()
    url = f"{door.url}/bot{TOKEN}/sendMessage"
    multipart = aiohttp.FormData(default_to_multipart=True)
    multipart.add_field("chat_id", str(anna))
    multipart.add_field("text", "третий")
    markup = '{"inline_keyboard":[[{"text":"Yes","callback_data":"y"}]]}'

    async with door.session.post(
        url, data={"chat_id": str(anna), "text": "первый", "reply_markup": markup}
    ) as response:
        assert response.status == 200
    async with door.session.get(url, params={"chat_id": str(anna), "text": "второй"}) as response:
        assert response.status == 200
    async with door.session.post(url, data=multipart) as response:
        assert response.status == 200

    shown = (await door.get(f"chat/{anna}"))["messages"][1:]
    assert [one["text"] for one in shown] == ["первый", "второй", "третий"]
    assert shown[0]["keyboard"] == [[{"text": "Yes", "data": "y"}]]


async def test_an_unknown_method_is_404(door: Door) -> None:
    assert await door.call("sendTelepathy") == {
        "ok": False,
        "error_code": 404,
        "description": "Not Found",
    }


async def test_a_pin_leaves_a_service_message(door: Door) -> None:
    anna = await door.starter()
    sent = await door.bot("sendMessage", chat_id=anna, text="keep this")
    await door.bot("pinChatMessage", chat_id=anna, message_id=sent["message_id"])

    chat = await door.get(f"chat/{anna}", **{"as": anna})
    assert chat["pinned"] == sent["message_id"]
    assert "pinned" in chat["messages"][-1]["service"]
    full = await door.bot("getChat", chat_id=anna)
    assert full["pinned_message"]["text"] == "keep this"

    await door.bot("unpinChatMessage", chat_id=anna)
    assert (await door.get(f"chat/{anna}", **{"as": anna}))["pinned"] is None


async def test_several_messages_are_deleted_at_once(door: Door) -> None:
    anna = await door.starter()
    ids = [(await door.bot("sendMessage", chat_id=anna, text=t))["message_id"] for t in "abc"]

    await door.bot("deleteMessages", chat_id=anna, message_ids=[*ids[:2], 999])

    shown = (await door.get(f"chat/{anna}"))["messages"][1:]
    assert [one["deleted"] for one in shown] == [True, True, False]


async def test_a_reply_keyboard_and_its_removal_are_shown(door: Door) -> None:
    anna = await door.starter()
    await door.bot(
        "sendMessage", chat_id=anna, text="menu", reply_markup={"keyboard": [[{"text": "Help"}]]}
    )
    chat = await door.get(f"chat/{anna}")
    assert chat["messages"][-1]["reply_keyboard"] == [["Help"]]
    assert chat["reply_keyboard"] == [["Help"]]

    await door.bot("sendMessage", chat_id=anna, text="bye", reply_markup={"remove_keyboard": True})
    assert (await door.get(f"chat/{anna}"))["reply_keyboard"] == []


async def test_copies_hide_the_author_and_forwards_name_them(door: Door) -> None:
    anna, boris = await door.starter(), await door.starter("Boris")
    said = await door.sim("message", user_id=anna, text="my <idea>")
    source = {"chat_id": boris, "from_chat_id": anna, "message_id": said["message_id"]}

    await door.bot("copyMessage", **source)
    forwarded = await door.bot("forwardMessage", **source)

    assert forwarded["forward_origin"]["sender_user"]["id"] == anna
    shown = (await door.get(f"chat/{boris}"))["messages"][-2:]
    assert [one["text"] for one in shown] == ["my <idea>", "my <idea>"]
    assert "forward_origin" not in shown[0]
    missing = source | {"message_id": 999}
    assert await door.refused("copyMessage", **missing) == (
        "Bad Request: message to copy not found"
    )
    assert await door.refused("forwardMessage", **missing) == (
        "Bad Request: message to forward not found"
    )


async def test_a_draft_lives_until_the_message_comes(door: Door) -> None:
    anna = await door.starter()
    await door.bot("sendMessageDraft", chat_id=anna, draft_id=1, text="half a rep")
    assert (await door.get(f"chat/{anna}", **{"as": anna}))["draft"] == "half a rep"

    await door.bot("sendMessage", chat_id=anna, text="half a report, and the rest")

    assert (await door.get(f"chat/{anna}", **{"as": anna}))["draft"] is None


async def test_typing_is_seen_for_five_seconds(door: Door) -> None:
    anna = await door.starter()
    await door.bot("sendChatAction", chat_id=anna, action="typing")
    assert (await door.get(f"chat/{anna}"))["typing"] is True

    await door.sim("clock", advance_s=6)

    assert (await door.get(f"chat/{anna}"))["typing"] is False
