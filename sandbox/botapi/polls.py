"""Polls and quizzes of the bot."""

import secrets
from typing import Any

from sandbox.botapi.access import post_in, writable_chat
from sandbox.botapi.keyboards import read_inline
from sandbox.botapi.sending import send
from sandbox.botapi.table import method
from sandbox.markup import Marked, read
from sandbox.params import Params
from sandbox.polls import close_poll
from sandbox.refusals import bad_request
from sandbox.state import Ballot
from sandbox.wire import Json
from sandbox.world import World

_MOST_QUESTION = 300
_MOST_OPTIONS = 12
_MOST_OPTION = 100
_MOST_EXPLANATION = 200
_MOST_DESCRIPTION = 1024
_OPEN_PERIOD_S = (5, 2_628_000)


@method("sendPoll")
def send_poll(world: World, params: Params) -> Json:
    """Send a poll or a quiz."""
    chat = writable_chat(world, params)
    poll = _poll(params)
    _set_close(world, params, poll)
    message = send(world, chat, params, {"poll": poll}, "can_send_polls")
    ballot = Ballot(poll, chat.id, message["message_id"])
    world.state.ballots[poll["id"]] = ballot
    world.save_ballot(ballot)
    world.moved()
    return message


def _poll(params: Params) -> Json:
    question, entities = _words(
        params.text("question"), params.text("question_parse_mode"),
        params.objects("question_entities"), "poll question", _MOST_QUESTION,
    )  # fmt: skip
    kind = params.text("type") or "regular"
    if kind not in ("regular", "quiz"):
        raise bad_request("unsupported poll type specified")
    quiz = kind == "quiz"
    poll: Json = {
        "id": str(5_000_000_000_000_000_000 + secrets.randbelow(10**17)),
        "question": question,
        "options": _options(params),
        "total_voter_count": 0,
        "is_closed": params.flag("is_closed"),
        "is_anonymous": params.flag("is_anonymous", True),
        "type": kind,
        "allows_multiple_answers": params.flag("allows_multiple_answers"),
        "allows_revoting": params.flag("allows_revoting", not quiz),
        "members_only": params.flag("members_only"),
    }
    if entities:
        poll["question_entities"] = entities
    return poll | (_quiz(params, len(poll["options"])) if quiz else {}) | _description(params)


def _words(
    raw: str | None, parse_mode: str | None, given: list[Json] | None, name: str, most: int
) -> Marked:
    text, entities = read(raw or "", parse_mode, given)
    if not text:
        raise bad_request(f"{name} must be non-empty")
    if len(text) > most:
        raise bad_request(f"{name} length must not exceed {most}")
    return text, [one for one in entities if one["type"] == "custom_emoji"]


def _options(params: Params) -> list[Json]:
    raw = params.objects("options")
    if not raw:
        raise bad_request("poll must have at least 1 answer option")
    if len(raw) > _MOST_OPTIONS:
        raise bad_request(f"poll can't have more than {_MOST_OPTIONS} options")
    return [_option(index, one) for index, one in enumerate(raw)]


def _option(index: int, raw: Any) -> Json:
    given = {"text": raw} if isinstance(raw, str) else raw
    if not isinstance(given, dict):
        raise bad_request("can't parse options: expected an Array of InputPollOption")
    text, entities = _words(
        given.get("text"), given.get("text_parse_mode"), given.get("text_entities"),
        "poll option", _MOST_OPTION,
    )  # fmt: skip
    option: Json = {"persistent_id": str(index), "text": text, "voter_count": 0}
    return option | ({"text_entities": entities} if entities else {})


def _quiz(params: Params, options: int) -> Json:
    correct = params.objects("correct_option_ids")
    single = params.integer("correct_option_id")
    if correct is None and single is not None:
        correct = [single]
    if not correct or any(not isinstance(i, int) or not 0 <= i < options for i in correct):
        raise bad_request("wrong correct option ID specified")
    fields: Json = {"correct_option_ids": correct}
    explanation = params.text("explanation")
    if explanation:
        text, entities = read(
            explanation, params.text("explanation_parse_mode"),
            params.objects("explanation_entities"),
        )  # fmt: skip
        if len(text) > _MOST_EXPLANATION or text.count("\n") > 2:
            raise bad_request("message is too long")
        fields |= {"explanation": text, "explanation_entities": entities}
    return fields


def _description(params: Params) -> Json:
    raw = params.text("description")
    if not raw:
        return {}
    text, entities = read(
        raw, params.text("description_parse_mode"), params.objects("description_entities")
    )
    if len(text) > _MOST_DESCRIPTION:
        raise bad_request("message caption is too long")
    return {"description": text} | ({"description_entities": entities} if entities else {})


def _set_close(world: World, params: Params, poll: Json) -> None:
    period, date = params.integer("open_period"), params.integer("close_date")
    now = world.clock.unix()
    shortest, longest = _OPEN_PERIOD_S
    if period:
        if not shortest <= period <= longest:
            raise bad_request("invalid open_period specified")
        poll |= {"open_period": period, "close_date": now + period}
    elif date:
        if not shortest <= date - now <= longest:
            raise bad_request("invalid close_date specified")
        poll["close_date"] = date


@method("stopPoll")
def stop_poll(world: World, params: Params) -> Json:
    """Close a poll of the bot; the final counts."""
    chat = writable_chat(world, params)
    post = post_in(chat, params.integer("message_id"), "message with poll to stop not found")
    if "poll" not in post.message:
        raise bad_request("message with poll to stop not found")
    ballot = world.state.ballots[post.message["poll"]["id"]]
    if post.message["from"]["id"] != world.bot_id or "forward_origin" in post.message:
        raise bad_request("poll can't be stopped")
    if ballot.poll["is_closed"]:
        raise bad_request("poll has already been closed")
    inline = read_inline(params, chat)
    post.message.pop("reply_markup", None)
    if inline is not None:
        post.message["reply_markup"] = inline
    close_poll(world, ballot)
    return ballot.poll
