"""A round trip with the client library the bot is built on."""

from collections.abc import AsyncIterator

import pytest
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputPollOption,
    ReplyKeyboardMarkup,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter

from tests.sandbox.door import TOKEN, Door
from tests.sandbox.test_files import png


@pytest.fixture
async def bot(door: Door) -> AsyncIterator[Bot]:
    one = Bot(TOKEN, base_url=f"{door.url}/bot", base_file_url=f"{door.url}/file/bot")
    async with one:
        yield one


async def test_a_dialogue_goes_round(door: Door, bot: Bot) -> None:
    anna = await door.person("Анна", username="anna")
    await door.sim("start", user_id=anna, payload="school-1")
    (start,) = await bot.get_updates(timeout=1)
    assert start.message is not None
    assert start.message.text == "/start school-1"

    rows = [[InlineKeyboardButton("Да", callback_data="y")]]
    sent = await bot.send_message(
        anna, "<b>Вопрос</b> & ответ".replace("&", "&amp;"), parse_mode="HTML",
        reply_markup=InlineKeyboardMarkup(rows),
    )  # fmt: skip
    assert sent.text_html == "<b>Вопрос</b> &amp; ответ"

    await door.sim("press", user_id=anna, label="Да")
    (pressed,) = await bot.get_updates(offset=start.update_id + 1, timeout=1)
    assert pressed.callback_query is not None
    assert await pressed.callback_query.answer("Принято")
    edited = await pressed.callback_query.edit_message_text("Готово")
    assert not isinstance(edited, bool)
    assert edited.text == "Готово"


async def test_files_go_both_ways(door: Door, bot: Bot) -> None:
    anna = await door.starter()

    photo = await bot.send_photo(anna, png(40, 30), caption="схема", filename="схема.png")
    document = await bot.send_document(anna, b"1;2;3", filename="итоги.csv")
    again = await bot.send_document(anna, document.document or "")
    album = await bot.send_media_group(
        anna, [InputMediaDocument(b"a", filename="a.txt"), InputMediaDocument(b"b")]
    )

    assert (photo.photo[-1].width, photo.photo[-1].height) == (40, 30)
    assert document.document is not None
    assert document.document.file_name == "итоги.csv"
    assert again.document == document.document
    assert len({one.media_group_id for one in album}) == 1
    file = await bot.get_file(document.document)
    assert bytes(await file.download_as_bytearray()) == b"1;2;3"


async def test_polls_and_groups(door: Door, bot: Bot) -> None:
    olga = await door.starter("Olga")
    group = await door.sim(
        "chats", type="supergroup", title="ШМО", owner=olga, bot="admin", is_forum=True
    )
    await door.empty_queue()

    topic = await bot.create_forum_topic(group["id"], "Опросы")
    sent = await bot.send_poll(
        group["id"], "Когда?", ["Пн", InputPollOption("Вт")], is_anonymous=False,
        message_thread_id=topic.message_thread_id,
    )  # fmt: skip
    await door.sim("vote", user_id=olga, chat_id=group["id"], message_id=sent.message_id,
                   options=[1])  # fmt: skip
    updates = await bot.get_updates()
    poll = await bot.stop_poll(group["id"], sent.message_id)
    member = await bot.get_chat_member(group["id"], olga)
    chat = await bot.get_chat(group["id"])

    assert updates[-1].poll_answer is not None
    assert list(updates[-1].poll_answer.option_ids) == [1]
    assert poll.is_closed
    assert member.status == "creator"
    assert chat.is_forum
    assert await bot.set_message_reaction(group["id"], sent.message_id, "👍")


async def test_refusals_are_the_librarys_exceptions(
    door: Door, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The library warns about a number of seconds that will become a timedelta.
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    stranger, anna = await door.person("Boris"), await door.starter()
    group = await door.sim("chats", type="group", title="ШМО", owner=anna, bot="member")
    new = (await door.sim("migrate", chat_id=group["id"]))["new_chat_id"]

    with pytest.raises(Forbidden, match="can't initiate"):
        await bot.send_message(stranger, "hi")
    with pytest.raises(BadRequest, match="parse entities"):
        await bot.send_message(anna, "<oops>", parse_mode="HTML")
    with pytest.raises(ChatMigrated) as migrated:
        await bot.send_message(group["id"], "hi")
    assert migrated.value.new_chat_id == new
    await door.sim("fault", method="sendMessage", retry_after=5)
    with pytest.raises(RetryAfter):
        await bot.send_message(anna, "hi")


async def test_commands_and_keyboards(door: Door, bot: Bot) -> None:
    anna = await door.starter()

    await bot.set_my_commands([BotCommand("help", "Помощь")], language_code="ru")
    await bot.send_message(
        anna, "Меню", reply_markup=ReplyKeyboardMarkup([["Помощь"]], resize_keyboard=True)
    )
    await door.sim("press", user_id=anna, label="Помощь")

    (said,) = await bot.get_updates()
    assert said.message is not None
    assert said.message.text == "Помощь"
    assert [one.command for one in await bot.get_my_commands(language_code="ru")] == ["help"]
    assert await bot.delete_message(anna, said.message.message_id)
