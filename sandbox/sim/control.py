"""The sandbox itself: state, calls, faults, clock, limits, reset."""

from datetime import UTC, datetime
from typing import Any

from sandbox.refusals import PlayError
from sandbox.sim.routes import Ask, route
from sandbox.wire import Json, RawJson, encode
from sandbox.world import World


@route("GET", "/sim/state")
async def show_state(world: World, ask: Ask) -> Json:
    """How the sandbox is; answers as soon as it listens."""
    del ask
    return {
        "bot": world.state.bot,
        "description": world.state.facts.profile.get("description", {}).get("", ""),
        "mode": _mode(world),
        "pending_updates": len(world.updates.pending),
        "calls": world.calls.total,
        "calls_by_method": dict(world.calls.by_method),
        "now": world.clock.now().isoformat(),
        "faults": [fault.shown() for fault in world.faults.active.values()],
        "limits": {
            "enforced": world.limits.enforced,
            "callback_deadline_s": world.state.facts.callback_deadline_s,
        },
        "validation": world.shapes.status,
        "violations": world.shapes.violations,
    }


def _mode(world: World) -> str | None:
    if world.state.facts.webhook is not None:
        return "webhook"
    return "polling" if world.updates.is_polled else None


@route("GET", "/sim/calls")
async def show_calls(world: World, ask: Ask) -> Json:
    """The Bot API calls after `since`, of one method or all."""
    found = world.calls.select(ask.params.text("method"), ask.params.integer("since") or 0)
    return {"calls": [call.shown() for call in found]}


@route("POST", "/sim/fault")
async def order_fault(world: World, ask: Ask) -> Json:
    """Order a mishap."""
    fault = world.faults.order(ask.params.fields)
    world.events.emit("fault", id=fault.id)
    return {"id": fault.id}


@route("DELETE", "/sim/fault")
async def clear_faults(world: World, ask: Ask) -> Json:
    """Clear one mishap, or all."""
    world.faults.clear(ask.params.integer("id"))
    world.events.emit("fault")
    return {}


@route("GET", "/sim/clock")
async def show_clock(world: World, ask: Ask) -> Json:
    """The sandbox's time."""
    del ask
    return {"now": world.clock.now().isoformat()}


@route("POST", "/sim/clock")
async def move_clock(world: World, ask: Ask) -> Json:
    """Set the time (a moment without a zone is UTC), or move it."""
    now, seconds = ask.params.text("now"), ask.params.number("advance_s")
    if (now is None) == (seconds is None):
        raise PlayError(400, "either now or advance_s is required")
    if now is not None:
        world.clock.set(_moment(now))
    elif seconds is not None:
        world.clock.advance(seconds)
    world.save_facts()
    world.moved()
    told = world.clock.now().isoformat()
    world.events.emit("clock", now=told)
    return {"now": told}


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise PlayError(400, f"{text!r} is no ISO date and time") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@route("POST", "/sim/limits")
async def set_limits(world: World, ask: Ask) -> Json:
    """Flood control on or off; how long a pressed button may wait for its answer."""
    if "enforced" in ask.params:
        world.limits.enforced = ask.params.flag("enforced")
    deadline = ask.params.number("callback_deadline_s")
    if deadline is not None:
        world.state.facts.callback_deadline_s = deadline
        world.save_facts()
    return {
        "enforced": world.limits.enforced,
        "callback_deadline_s": world.state.facts.callback_deadline_s,
    }


@route("POST", "/sim/reset")
async def reset(world: World, ask: Ask) -> Any:
    """Forget chats, queue, calls and faults; people stay."""
    del ask
    world.reset()
    return RawJson(encode({}))
