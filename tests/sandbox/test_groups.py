"""Groups: privacy, members, rights, anonymous administrators, migration, topics."""

from typing import Any

import pytest

from tests.sandbox.door import Door

BOT = 7_000_000_001


async def a_group(door: Door, **more: Any) -> tuple[int, int, int]:
    """A group of Olga (owner) and Anna, the bot a member; the queue is empty."""
    olga, anna = await door.person("Olga"), await door.person()
    fields = {"type": "supergroup", "title": "Maths", "owner": olga, "members": [anna]}
    chat = await door.sim("chats", **(fields | {"bot": "member"} | more))
    await door.empty_queue()
    return chat["id"], olga, anna


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("just talk", False),
        ("/help", True),
        ("/help@metodbot", True),
        ("/help@otherbot", False),
        ("hey @metodbot, listen", True),
        ("hey @somebody", False),
    ],
)
async def test_privacy_hides_what_is_not_for_the_bot(door: Door, text: str, seen: bool) -> None:
    group, _, anna = await a_group(door)

    said = await door.sim("message", user_id=anna, chat_id=group, text=text)

    assert (said["update_id"] is not None) == seen


async def test_a_reply_to_the_bot_is_seen_through_privacy(door: Door) -> None:
    group, _, anna = await a_group(door)
    sent = await door.bot("sendMessage", chat_id=group, text="Questions?")

    said = await door.sim(
        "message", user_id=anna, chat_id=group, text="yes", reply_to=sent["message_id"]
    )

    assert said["update_id"] is not None


async def test_an_administrator_bot_sees_all(door: Door) -> None:
    group, _, anna = await a_group(door, bot="admin")

    said = await door.sim("message", user_id=anna, chat_id=group, text="just talk")

    assert said["update_id"] is not None


async def test_a_new_group_tells_the_bot_that_it_was_added(door: Door) -> None:
    olga = await door.person("Olga")
    await door.sim("chats", type="group", title="Maths", owner=olga, bot="admin")

    added, joined = await door.updates()

    assert added["my_chat_member"]["from"]["id"] == olga
    assert added["my_chat_member"]["old_chat_member"]["status"] == "left"
    assert added["my_chat_member"]["new_chat_member"]["status"] == "administrator"
    assert joined["message"]["new_chat_members"][0]["id"] == BOT


async def test_a_group_without_the_bot_does_not_exist_for_it(door: Door) -> None:
    group, _, anna = await a_group(door, bot="absent")

    assert await door.refused("sendMessage", chat_id=group, text="hi") == (
        "Bad Request: chat not found"
    )
    said = await door.sim("message", user_id=anna, chat_id=group, text="/help")
    assert said["update_id"] is None


@pytest.mark.parametrize(
    ("kind", "status", "words"),
    [
        ("group", "kicked", "bot was kicked from the group chat"),
        ("supergroup", "kicked", "bot was kicked from the supergroup chat"),
        ("supergroup", "left", "bot is not a member of the supergroup chat"),
    ],
)
async def test_a_removed_bot_cannot_write(door: Door, kind: str, status: str, words: str) -> None:
    group, olga, _ = await a_group(door, type=kind)
    await door.sim("member", chat_id=group, user_id="bot", by=olga, status=status)

    assert (await door.updates())[-1]["my_chat_member"]["new_chat_member"]["status"] == status
    assert await door.refused("sendMessage", chat_id=group, text="hi") == f"Forbidden: {words}"


async def test_strangers_cannot_write_into_a_group(door: Door) -> None:
    group, _, _ = await a_group(door)
    boris = await door.person("Boris")

    status, answer = await door.play("message", user_id=boris, chat_id=group, text="hi")

    assert status == 403
    assert "not a member" in answer["error"]


async def test_members_come_and_go_with_service_messages(door: Door) -> None:
    group, _, anna = await a_group(door)
    boris = await door.person("Boris")
    await door.sim("member", chat_id=group, user_id=boris, by=anna, status="member")
    await door.sim("member", chat_id=group, user_id=boris, by=boris, status="left")

    came, went = [one["message"] for one in await door.updates()]

    assert came["new_chat_members"][0]["id"] == boris
    assert came["from"]["id"] == anna
    assert went["left_chat_member"]["id"] == boris
    assert await door.bot("getChatMemberCount", chat_id=group) == 3


async def test_chat_member_updates_need_an_administrator_who_asked(door: Door) -> None:
    group, olga, anna = await a_group(door)
    promoted = {"chat_id": group, "user_id": anna, "by": olga, "status": "administrator"}
    demoted = promoted | {"status": "member"}
    await door.updates(allowed_updates=["message", "chat_member"])
    assert (await door.sim("member", **promoted))["update_id"] is None

    await door.sim("member", chat_id=group, user_id="bot", by=olga, status="administrator")
    told = await door.sim("member", **demoted)

    update = (await door.updates())[-1]
    assert update["update_id"] == told["update_id"]
    assert update["chat_member"]["old_chat_member"]["status"] == "administrator"


async def test_only_administrators_raise_others(door: Door) -> None:
    group, _, anna = await a_group(door)

    status, answer = await door.play(
        "member", chat_id=group, user_id="bot", by=anna, status="administrator"
    )

    assert status == 403
    assert "no administrator" in answer["error"]


async def test_standings_are_told_to_the_bot(door: Door) -> None:
    group, olga, anna = await a_group(door, bot="admin")
    boris = await door.person("Boris")

    async def status(user_id: int) -> str:
        return str((await door.bot("getChatMember", chat_id=group, user_id=user_id))["status"])

    assert [await status(one) for one in (olga, anna, BOT, boris)] == [
        "creator", "member", "administrator", "left",
    ]  # fmt: skip
    admins = await door.bot("getChatAdministrators", chat_id=group)
    assert [one["user"]["id"] for one in admins] == [olga, BOT]


async def test_an_anonymous_administrator_speaks_as_the_group(door: Door) -> None:
    group, olga, anna = await a_group(door, bot="admin")
    await door.sim("message", user_id=olga, chat_id=group, text="order", sender_chat=group)

    message = (await door.updates())[-1]["message"]

    assert message["from"]["id"] == 1087968824
    assert message["sender_chat"]["id"] == group
    status, _ = await door.play(
        "message", user_id=anna, chat_id=group, text="me too", sender_chat=group
    )
    assert status == 403


async def test_a_bot_without_rights_cannot_delete_or_pin(door: Door) -> None:
    group, _, anna = await a_group(door)
    said = await door.sim("message", user_id=anna, chat_id=group, text="/help")
    target = {"chat_id": group, "message_id": said["message_id"]}

    assert await door.refused("deleteMessage", **target) == (
        "Bad Request: message can't be deleted"
    )
    assert await door.refused("pinChatMessage", **target) == (
        "Bad Request: not enough rights to manage pinned messages in the chat"
    )


async def test_migration_moves_everybody_and_the_old_id_tells_the_new(door: Door) -> None:
    group, _, anna = await a_group(door, type="group")
    new = (await door.sim("migrate", chat_id=group))["new_chat_id"]

    left, came = [one["message"] for one in await door.updates()]
    refusal = await door.call("sendMessage", chat_id=group, text="hi")

    assert (left["chat"]["id"], left["migrate_to_chat_id"]) == (group, new)
    assert (came["chat"]["id"], came["migrate_from_chat_id"]) == (new, group)
    assert str(new).startswith("-100")
    assert refusal == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": new},
    }
    await door.bot("sendMessage", chat_id=new, text="hi")
    await door.sim("message", user_id=anna, chat_id=new, text="hi")


async def test_topics_hold_messages_until_closed(door: Door) -> None:
    group, _, anna = await a_group(door, bot="admin", is_forum=True)
    topic = await door.bot("createForumTopic", chat_id=group, name="Fractions")
    thread = topic["message_thread_id"]
    sent = await door.bot("sendMessage", chat_id=group, message_thread_id=thread, text="hi")
    await door.sim("message", user_id=anna, chat_id=group, thread_id=thread, text="hello")

    heard = (await door.updates())[-1]["message"]
    assert sent["is_topic_message"] is True
    assert (heard["message_thread_id"], heard["is_topic_message"]) == (thread, True)
    assert "#Fractions bot: hi" in await door.transcript(group)

    await door.bot("closeForumTopic", chat_id=group, message_thread_id=thread)
    assert (
        await door.refused("sendMessage", chat_id=group, message_thread_id=thread, text="late")
        == "Bad Request: TOPIC_CLOSED"
    )
    await door.bot("reopenForumTopic", chat_id=group, message_thread_id=thread)
    await door.bot("editForumTopic", chat_id=group, message_thread_id=thread, name="Percents")
    shown = await door.get(f"chat/{group}", **{"as": anna})
    assert shown["topics"] == [{"thread_id": thread, "name": "Percents", "closed": False}]
    await door.bot("deleteForumTopic", chat_id=group, message_thread_id=thread)
    assert (
        await door.refused("sendMessage", chat_id=group, message_thread_id=thread, text="gone")
        == "Bad Request: message thread not found"
    )


async def test_people_open_and_close_topics_too(door: Door) -> None:
    group, olga, anna = await a_group(door, bot="admin", is_forum=True)
    opened = await door.sim("topic", chat_id=group, user_id=olga, name="News")
    await door.sim("topic", chat_id=group, user_id=olga, thread_id=opened["thread_id"], closed=True)

    created, closed = [one["message"] for one in await door.updates()]

    assert created["forum_topic_created"]["name"] == "News"
    assert closed["forum_topic_closed"] == {}
    status, _ = await door.play(
        "message", user_id=anna, chat_id=group, thread_id=opened["thread_id"], text="hi"
    )
    assert status == 403


async def test_a_member_bot_opens_no_topics(door: Door) -> None:
    group, _, _ = await a_group(door, is_forum=True)

    assert await door.refused("createForumTopic", chat_id=group, name="x") == (
        "Bad Request: not enough rights to create a topic"
    )


async def test_a_bot_that_left_is_out(door: Door) -> None:
    group, _, _ = await a_group(door)
    await door.bot("leaveChat", chat_id=group)

    assert (await door.updates())[-1]["my_chat_member"]["new_chat_member"]["status"] == "left"
    assert await door.refused("getChat", chat_id=group) == (
        "Forbidden: bot is not a member of the supergroup chat"
    )


async def test_reactions_reach_an_administrator_who_asked(door: Door) -> None:
    group, _, anna = await a_group(door, bot="admin")
    sent = await door.bot("sendMessage", chat_id=group, text="hi")
    target = {"chat_id": group, "message_id": sent["message_id"]}
    await door.updates(allowed_updates=["message_reaction"])
    told = await door.sim("react", user_id=anna, emoji="👍", **target)
    await door.bot("setMessageReaction", **target, reaction=[{"type": "emoji", "emoji": "🔥"}])

    update = (await door.updates())[-1]

    assert update["update_id"] == told["update_id"]
    assert update["message_reaction"]["new_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert (await door.get(f"chat/{group}"))["messages"][-1]["reactions"] == [
        {"emoji": "👍", "user_id": anna},
        {"emoji": "🔥", "bot": True},
    ]


async def test_buttons_that_need_a_private_chat_are_refused_in_groups(door: Door) -> None:
    group, _, _ = await a_group(door)
    keyboard = {"keyboard": [[{"text": "phone", "request_contact": True}]]}

    assert (
        await door.refused("sendMessage", chat_id=group, text="?", reply_markup=keyboard)
        == "Bad Request: phone number can be requested in private chats only"
    )


async def test_an_administrator_bot_bans_and_lets_back(door: Door) -> None:
    group, _, anna = await a_group(door, bot="admin")
    target = {"chat_id": group, "user_id": anna}
    await door.bot("banChatMember", **target)

    assert (await door.bot("getChatMember", **target))["status"] == "kicked"
    assert (await door.play("message", user_id=anna, chat_id=group, text="hi"))[0] == 403
    status, _ = await door.play("member", chat_id=group, user_id=anna, by=anna, status="member")
    assert status == 403

    await door.bot("unbanChatMember", **target, only_if_banned=True)
    await door.sim("member", chat_id=group, user_id=anna, by=anna, status="member")
    await door.sim("message", user_id=anna, chat_id=group, text="back")


async def test_a_restricted_member_is_mute_until_permitted(door: Door) -> None:
    group, _, anna = await a_group(door, bot="admin")
    target = {"chat_id": group, "user_id": anna}
    await door.bot("restrictChatMember", **target, permissions={"can_send_messages": False})

    assert (await door.bot("getChatMember", **target))["can_send_messages"] is False
    assert (await door.play("message", user_id=anna, chat_id=group, text="hi"))[0] == 403

    await door.bot("restrictChatMember", **target, permissions={"can_send_messages": True})
    await door.sim("message", user_id=anna, chat_id=group, text="thanks")


async def test_rights_are_given_and_counted_one_by_one(door: Door) -> None:
    group, olga, anna = await a_group(door, bot="admin")
    target = {"chat_id": group, "user_id": anna}
    await door.bot("promoteChatMember", **target, can_pin_messages=True)
    member = await door.bot("getChatMember", **target)
    assert (member["status"], member["can_pin_messages"]) == ("administrator", True)
    assert member["can_delete_messages"] is False

    rights = {"can_restrict_members": False}
    await door.sim(
        "member", chat_id=group, user_id="bot", by=olga, status="administrator", rights=rights
    )
    boris = await door.person("Boris")
    assert await door.refused("banChatMember", chat_id=group, user_id=boris) == (
        "Bad Request: not enough rights to restrict/unrestrict chat member"
    )
    assert await door.refused("setChatTitle", chat_id=olga, title="x") == (
        "Bad Request: chat not found"
    )


async def test_a_muted_bot_cannot_write(door: Door) -> None:
    group, olga, _ = await a_group(door)
    await door.sim("member", chat_id=group, user_id="bot", by=olga, status="restricted")

    assert await door.refused("sendMessage", chat_id=group, text="hi") == (
        "Bad Request: not enough rights to send text messages to the chat"
    )


async def test_a_group_is_renamed(door: Door) -> None:
    group, _, _ = await a_group(door, bot="admin")
    await door.bot("setChatTitle", chat_id=group, title="Algebra")

    assert (await door.bot("getChat", chat_id=group))["title"] == "Algebra"
    assert "renamed the group to Algebra" in await door.transcript(group)


async def test_chats_are_listed_for_those_who_are_in(door: Door) -> None:
    group, olga, anna = await a_group(door)
    boris = await door.starter("Boris")

    async def listed(**query: int) -> list[int]:
        return [one["id"] for one in await door.get("chats", **query)]

    assert await listed() == [group, boris]
    assert await listed(**{"as": anna}) == [group]
    assert await listed(**{"as": boris}) == [boris]
    (chat,) = await door.get("chats", **{"as": olga})
    assert (chat["members"], chat["bot"]) == ([olga, anna, BOT], "member")
