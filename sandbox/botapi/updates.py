"""Updates for the bot: long polling and webhooks."""

from sandbox.botapi.table import method
from sandbox.params import Params
from sandbox.refusals import bad_request, conflict
from sandbox.wire import Json, RawJson
from sandbox.world import World

_MOST_TIMEOUT_S = 50
_MOST_UPDATES = 100
_WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


@method("getUpdates")
async def get_updates(world: World, params: Params) -> RawJson:
    """Oldest unconfirmed updates; `offset` confirms those before it."""
    if world.state.facts.webhook is not None:
        raise conflict(_WEBHOOK_ACTIVE)
    remember_allowed(world, params)
    offset = params.integer("offset") or 0
    if offset > 0:
        world.updates.confirm_before(offset)
    elif offset < 0:
        world.updates.keep_last(-offset)
    # A killed sandbox must not hand out again what was just confirmed.
    world.store.flush()
    limit = params.integer("limit") or _MOST_UPDATES
    timeout = params.integer("timeout") or 0
    found = await world.updates.poll(
        min(max(limit, 1), _MOST_UPDATES), min(max(timeout, 0), _MOST_TIMEOUT_S)
    )
    return RawJson(b"[" + b",".join(pending.body for pending in found) + b"]")


def remember_allowed(world: World, params: Params) -> None:
    """Keep the kinds of updates the bot asks for; an empty list means the default again."""
    allowed = params.objects("allowed_updates")
    if allowed is None or allowed == world.updates.allowed:
        return
    if not all(isinstance(kind, str) for kind in allowed):
        raise bad_request("can't parse allowed updates: expected an Array of String")
    world.updates.allowed = allowed
    world.save_facts()


@method("getMe")
def get_me(world: World, params: Params) -> Json:
    """The bot itself."""
    del params
    return world.state.bot


@method("logOut")
def log_out(world: World, params: Params) -> bool:
    """Nothing to leave in a local server."""
    del world, params
    return True


@method("close")
def close(world: World, params: Params) -> bool:
    """Nothing to close in a local server."""
    del world, params
    return True
