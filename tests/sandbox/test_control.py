"""The sandbox itself: faults, log, clock, limits, events, shapes, tokens."""

import asyncio
import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from sandbox import Sandbox
from sandbox.limits import Limits
from sandbox.refusals import RefusalError
from tests.sandbox.door import TOKEN, Door


async def texts(door: Door, chat_id: int) -> list[str]:
    """The texts of a chat after the start."""
    return [one["text"] for one in (await door.get(f"chat/{chat_id}"))["messages"][1:]]


async def test_a_lost_answer_leaves_its_effect(door: Door) -> None:
    anna = await door.starter()
    await door.sim("fault", method="sendMessage", lose_response=True)

    with pytest.raises(aiohttp.ServerDisconnectedError):
        await door.call("sendMessage", chat_id=anna, text="arrived")

    assert await texts(door, anna) == ["arrived"]
    call = (await door.get("calls", method="sendMessage"))["calls"][-1]
    assert (call["status"], call["lost"]) == (200, True)


async def test_no_network_leaves_nothing(door: Door) -> None:
    anna = await door.starter()
    await door.sim("fault", method="*", drop=True)

    with pytest.raises(aiohttp.ServerDisconnectedError):
        await door.call("sendMessage", chat_id=anna, text="never")

    assert await texts(door, anna) == []
    await door.bot("sendMessage", chat_id=anna, text="back again")


async def test_a_fault_strikes_as_often_as_ordered(door: Door) -> None:
    anna = await door.starter()
    await door.sim("fault", method="sendmessage", code=429, retry_after=7, times=2)

    for _ in range(2):
        assert await door.call("sendMessage", chat_id=anna, text="a") == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        }
    await door.bot("sendMessage", chat_id=anna, text="a")


async def test_a_fault_without_end_is_cleared_by_hand(door: Door) -> None:
    anna = await door.starter()
    fault = await door.sim("fault", code=502, times=0)
    for _ in range(3):
        assert await door.refused("sendMessage", chat_id=anna, text="a") == "Bad Gateway"
    assert [one["id"] for one in (await door.get("state"))["faults"]] == [fault["id"]]

    async with door.session.delete(f"{door.url}/sim/fault?id={fault['id']}") as response:
        assert response.status == 200

    await door.bot("sendMessage", chat_id=anna, text="a")


async def test_a_fault_can_pick_calls_by_their_content(door: Door) -> None:
    anna = await door.starter()
    await door.sim("fault", method="sendMessage", code=400, contains="bad", times=0)

    await door.bot("sendMessage", chat_id=anna, text="good")
    await door.refused("sendMessage", chat_id=anna, text="a bad one")


async def test_latency_and_a_refusal_may_meet_in_one_call(door: Door) -> None:
    anna = await door.starter()
    await door.sim("fault", latency_ms=120, times=0)
    await door.sim("fault", method="sendMessage", code=500)
    loop = asyncio.get_running_loop()
    started = loop.time()

    assert await door.refused("sendMessage", chat_id=anna, text="a") == "Internal Server Error"
    assert loop.time() - started > 0.11


async def test_a_failed_poll_confirms_nothing(door: Door) -> None:
    anna = await door.starter()
    said = await door.sim("message", user_id=anna, text="a")
    await door.sim("fault", method="getUpdates", code=500)
    await door.refused("getUpdates", offset=said["update_id"] + 1)

    assert len(await door.updates()) == 1


async def test_a_client_that_lost_patience_still_had_its_message_sent(door: Door) -> None:
    anna = await door.starter()
    await door.sim("fault", method="sendMessage", latency_ms=200)
    patience = aiohttp.ClientTimeout(total=0.05)
    url = f"{door.url}/bot{TOKEN}/sendMessage"

    with pytest.raises(asyncio.TimeoutError):
        await door.session.post(url, json={"chat_id": anna, "text": "slow"}, timeout=patience)
    await asyncio.sleep(0.3)

    assert await texts(door, anna) == ["slow"]
    assert (await door.get("calls", method="sendMessage"))["calls"][-1]["status"] == 200


async def test_a_poll_that_hung_up_is_no_conflict(door: Door) -> None:
    anna = await door.starter()
    patience = aiohttp.ClientTimeout(total=0.05)
    url = f"{door.url}/bot{TOKEN}/getUpdates"
    with pytest.raises(asyncio.TimeoutError):
        await door.session.post(url, json={"timeout": 20}, timeout=patience)
    poll = asyncio.create_task(door.updates(timeout=5))
    await asyncio.sleep(0.05)
    await door.sim("message", user_id=anna, text="hello")

    assert len(await poll) == 1
    calls = (await door.get("calls", method="getUpdates"))["calls"]
    assert {one["status"] for one in calls} == {200}


async def test_pages_of_other_sites_cannot_play(door: Door) -> None:
    anna = await door.starter()
    body = {"user_id": anna, "text": "forged"}
    url = f"{door.url}/sim/message"

    async with door.session.post(url, json=body, headers={"Origin": "http://evil.example"}) as r:
        assert r.status == 403
    async with door.session.post(url, json=body, headers={"Origin": door.url}) as response:
        assert response.status == 200


async def test_calls_are_logged_with_params_and_answers(door: Door) -> None:
    anna = await door.starter()
    since = (await door.get("calls"))["calls"][-1]["seq"]
    await door.bot("sendmessage", chat_id=anna, text="a")
    await door.refused("sendMessage", chat_id=anna, text="")

    good, bad = (await door.get("calls", method="sendMessage", since=since))["calls"]

    assert (good["method"], good["params"]["text"], good["status"]) == ("sendMessage", "a", 200)
    assert good["response"]["result"]["text"] == "a"
    assert (bad["status"], bad["response"]["ok"]) == (400, False)


async def test_the_clock_moves_and_messages_follow(door: Door, sandbox: Sandbox) -> None:
    anna = await door.starter()
    before = sandbox.clock.now()
    told = await door.sim("clock", now="2027-03-01T08:00:00+03:00")
    sent = await door.bot("sendMessage", chat_id=anna, text="spring")

    assert told["now"].startswith("2027-03-01T05:00:00")
    moment = datetime.fromisoformat("2027-03-01T05:00:00+00:00")
    assert 0 <= sent["date"] - moment.timestamp() < 5
    assert sandbox.clock.now() - moment < timedelta(seconds=5)
    await door.sim("clock", advance_s=86_400)
    assert (await door.get("clock"))["now"].startswith("2027-03-02")
    assert sandbox.clock.now() > before


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("message", {"text": "a"}, 400),
        ("message", {"user_id": 999, "text": "a"}, 404),
        ("users", {}, 400),
        ("chats", {"type": "channel", "title": "x", "owner": 1}, 400),
        ("chats", {"type": "group", "title": "x", "owner": 999}, 404),
        ("clock", {"now": "yesterday"}, 400),
        ("clock", {}, 400),
        ("fault", {"method": "sendMessage", "kode": 5}, 400),
        ("fault", {"code": "many"}, 400),
        ("migrate", {"chat_id": 999}, 404),
        ("nowhere", {}, 404),
    ],
)
async def test_what_cannot_be_played_is_refused_with_a_reason(
    door: Door, path: str, body: dict[str, Any], status: int
) -> None:
    answered, answer = await door.play(path, **body)

    assert answered == status
    assert answer["error"]


async def test_the_live_stream_tells_what_happens(door: Door) -> None:
    anna = await door.person()
    async with door.session.get(f"{door.url}/sim/events") as stream:
        await stream.content.readuntil(b"\n\n")
        await door.sim("start", user_id=anna)
        await door.bot("sendChatAction", chat_id=anna, action="typing")
        events = [json.loads(await next_data(stream)) for _ in range(3)]

    assert [one["kind"] for one in events] == ["message", "typing", "call"]
    assert events[0]["chat_id"] == anna
    assert events[0]["seq"] < events[1]["seq"]


async def next_data(stream: aiohttp.ClientResponse) -> bytes:
    """The next event of a stream."""
    line = await asyncio.wait_for(stream.content.readuntil(b"\n\n"), 5)
    assert line.startswith(b"data: ")
    return line.removeprefix(b"data: ")


async def test_a_stream_ends_when_the_sandbox_stops() -> None:
    server = Sandbox()
    url = await server.start()
    async with aiohttp.ClientSession() as session, session.get(f"{url}/sim/events") as stream:
        await stream.content.readuntil(b"\n\n")
        await asyncio.wait_for(server.stop(), 3)
        assert await stream.content.read() == b": bye\n\n"


async def test_a_malformed_request_is_refused_and_the_sandbox_goes_on(
    door: Door, sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    anna = await door.starter()

    answer = await door.call("deleteMessages", chat_id=anna, message_ids=["one"])
    status, _ = await door.play("chats", type="group", title="x", owner=anna, members=["one"])

    assert answer["error_code"] == 500
    assert status == 400
    assert len(caplog.records) == 2
    await door.bot("sendMessage", chat_id=anna, text="still here")
    sandbox.violations.clear()


async def test_commands_are_those_of_the_narrowest_scope(door: Door) -> None:
    olga, anna = await door.starter("Olga"), await door.starter(language_code="en")
    group = await door.sim(
        "chats", type="group", title="Maths", owner=olga, members=[anna], bot="member"
    )

    async def set_commands(name: str, **more: Any) -> None:
        commands = [{"command": name, "description": name}]
        await door.bot("setMyCommands", commands=commands, **more)

    async def shown(chat_id: int, user_id: int) -> list[str]:
        chat = await door.get(f"chat/{chat_id}", **{"as": user_id})
        return [one["command"] for one in chat["commands"]]

    await set_commands("default")
    await set_commands("english", language_code="en")
    await set_commands("groups", scope={"type": "all_group_chats"})
    await set_commands("admins", scope={"type": "all_chat_administrators"})
    await set_commands("olga", scope={"type": "chat", "chat_id": olga})

    assert await shown(olga, olga) == ["olga"]
    assert await shown(anna, anna) == ["english"]
    assert await shown(group["id"], anna) == ["groups"]
    assert await shown(group["id"], olga) == ["admins"]
    await door.bot("deleteMyCommands", scope={"type": "chat", "chat_id": olga})
    assert await shown(olga, olga) == ["default"]
    assert await door.bot("getMyCommands", language_code="en") == [
        {"command": "english", "description": "english"}
    ]
    assert (
        await door.refused("setMyCommands", commands=[{"command": "Bad-Name", "description": "x"}])
        == "Bad Request: BOT_COMMAND_INVALID"
    )


async def test_the_bot_describes_itself_by_language(door: Door) -> None:
    await door.bot("setMyName", name="Helper")
    await door.bot("setMyShortDescription", short_description="short")
    await door.bot("setMyShortDescription", short_description="kurz", language_code="de")

    assert (await door.bot("getMe"))["first_name"] == "Helper"
    assert await door.bot("getMyName", language_code="de") == {"name": "Helper"}
    assert await door.bot("getMyShortDescription", language_code="de") == {
        "short_description": "kurz"
    }
    assert await door.bot("getMyShortDescription", language_code="fr") == {
        "short_description": "short"
    }


async def test_limits_can_be_switched(door: Door) -> None:
    anna = await door.starter()
    await door.sim("limits", enforced=True)
    answers = [await door.call("sendMessage", chat_id=anna, text=str(n)) for n in range(5)]

    assert [one["ok"] for one in answers] == [True, True, True, False, False]
    assert answers[-1]["parameters"]["retry_after"] >= 1
    await door.sim("limits", enforced=False)
    await door.bot("sendMessage", chat_id=anna, text="free")


class Seconds:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def refused_for(limits: Limits, chat_id: int) -> int:
    """Seconds to wait, 0 when admitted."""
    try:
        limits.admit(chat_id)
    except RefusalError as refusal:
        return int((refusal.parameters or {})["retry_after"])
    return 0


def test_a_chat_takes_a_burst_and_then_one_a_second() -> None:
    seconds = Seconds()
    limits = Limits(enforced=True, monotonic=seconds)

    assert [refused_for(limits, 5) for _ in range(4)] == [0, 0, 0, 1]
    for _ in range(10):
        seconds.now += 1
        assert refused_for(limits, 5) == 0
    assert refused_for(limits, 5) == 1


def test_a_group_takes_twenty_a_minute() -> None:
    seconds = Seconds()
    limits = Limits(enforced=True, monotonic=seconds)

    assert [refused_for(limits, -5) for _ in range(21)] == [0] * 20 + [60]
    seconds.now += 60
    assert refused_for(limits, -5) == 0


def test_all_chats_together_take_thirty_a_second() -> None:
    seconds = Seconds()
    limits = Limits(enforced=True, monotonic=seconds)

    assert [refused_for(limits, chat) for chat in range(1, 32)] == [0] * 30 + [1]
    seconds.now += 1
    assert refused_for(limits, 99) == 0


async def test_wrong_shapes_are_recorded(door: Door, sandbox: Sandbox) -> None:
    anna = await door.starter()
    await door.bot("sendMessage", chat_id=anna, text="a", colour="red", disable_notification="no")

    assert sandbox.violations == [
        "sendMessage: unknown parameter colour",
        "sendMessage.disable_notification: 'no' is no Boolean",
    ]
    assert (await door.get("state"))["violations"] == sandbox.violations
    sandbox.violations.clear()


async def test_without_a_description_checking_is_off_and_says_so(tmp_path: Path) -> None:
    server = Sandbox(validate=True, description=tmp_path / "none.json")
    async with aiohttp.ClientSession() as session:
        state = await Door(session, await server.start()).get("state")

    assert state["validation"] == "off: no description at none.json"
    await server.stop()


async def test_only_the_given_token_is_let_in() -> None:
    server = Sandbox(token="42:secret")
    url = await server.start()
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{url}/bot42:secret/getMe") as response:
            assert (await response.json())["result"]["id"] == 42
        async with session.get(f"{url}/bot42:guess/getMe") as response:
            assert response.status == 401
            assert (await response.json())["description"] == "Unauthorized"
    await server.stop()


async def test_a_taken_port_is_an_error(sandbox: Sandbox) -> None:
    url = await sandbox.start()
    other = Sandbox()

    with pytest.raises(OSError, match="address already in use"):
        await other.start(port=int(url.rpartition(":")[2]))


async def test_a_poll_ends_when_the_sandbox_stops() -> None:
    server = Sandbox()
    url = await server.start()
    async with aiohttp.ClientSession() as session:
        poll = asyncio.create_task(Door(session, url).updates(timeout=50))
        await asyncio.sleep(0.05)
        await asyncio.wait_for(server.stop(), 3)
        assert await poll == []
