"""Setting, deleting and asking about the webhook."""

import re

from sandbox.botapi.table import method
from sandbox.botapi.updates import remember_allowed
from sandbox.params import Params
from sandbox.refusals import bad_request
from sandbox.wire import Json
from sandbox.world import World

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@method("setWebhook")
async def set_webhook(world: World, params: Params) -> bool:
    """Deliver updates to an address; http is allowed here, Telegram wants https."""
    url = params.text("url") or ""
    if not url:
        return await _remove(world, params)
    if not url.startswith(("http://", "https://")):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = params.text("secret_token") or ""
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    connections = params.integer("max_connections") or 40
    if not 1 <= connections <= 100:
        raise bad_request("bad webhook: max_connections must be between 1 and 100")
    _drop_pending(world, params)
    remember_allowed(world, params)
    world.state.facts.webhook = {
        "url": url,
        "max_connections": connections,
        **({"secret_token": secret} if secret else {}),
    }
    world.save_facts()
    world.updates.interrupt("terminated by setWebhook request")
    await world.webhook_changed()
    return True


@method("deleteWebhook")
async def delete_webhook(world: World, params: Params) -> bool:
    """Deliver no more; updates wait for getUpdates."""
    return await _remove(world, params)


async def _remove(world: World, params: Params) -> bool:
    _drop_pending(world, params)
    world.state.facts.webhook = None
    world.save_facts()
    await world.webhook_changed()
    return True


def _drop_pending(world: World, params: Params) -> None:
    if params.flag("drop_pending_updates"):
        world.updates.clear()


@method("getWebhookInfo")
def get_webhook_info(world: World, params: Params) -> Json:
    """Where updates go, how many wait, and what went wrong last."""
    del params
    info: Json = {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
    }
    webhook = world.state.facts.webhook or {}
    info |= {name: value for name, value in webhook.items() if name != "secret_token"}
    if world.updates.allowed:
        info["allowed_updates"] = world.updates.allowed
    return info
