"""The bot's name, descriptions and menu button."""

from sandbox.botapi.table import Method, method
from sandbox.params import Params
from sandbox.refusals import bad_request
from sandbox.wire import Json
from sandbox.world import World

_FIELDS = {
    "Name": ("name", 64),
    "Description": ("description", 512),
    "ShortDescription": ("short_description", 120),
}
_BUTTONS = ("commands", "web_app", "default")


def _setter(field: str, most: int) -> Method:
    def set_field(world: World, params: Params) -> bool:
        text = params.text(field) or ""
        language = params.text("language_code") or ""
        if len(text) > most:
            raise bad_request(f"bot {field.replace('_', ' ')} is too long")
        kept = world.state.facts.profile.setdefault(field, {})
        kept[language] = text
        if not text:
            del kept[language]
        if field == "name" and not language and text:
            world.state.bot["first_name"] = text
        world.save_facts()
        return True

    return set_field


def _getter(field: str) -> Method:
    def get_field(world: World, params: Params) -> Json:
        kept = world.state.facts.profile.get(field, {})
        default = world.state.bot["first_name"] if field == "name" else ""
        language = params.text("language_code") or ""
        return {field: kept.get(language) or kept.get("") or default}

    return get_field


for _title, (_field, _most) in _FIELDS.items():
    method(f"setMy{_title}")(_setter(_field, _most))
    method(f"getMy{_title}")(_getter(_field))


@method("setChatMenuButton")
def set_chat_menu_button(world: World, params: Params) -> bool:
    """Set the button beside the input field, in one private chat or by default."""
    button = params.object("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in _BUTTONS:
        raise bad_request("can't parse menu button: unsupported type specified")
    chat_id = params.integer("chat_id")
    if chat_id is None:
        world.state.facts.menu_button = button
        world.save_facts()
        return True
    chat = world.state.chats.get(chat_id)
    if chat is None or not chat.is_private:
        raise bad_request("chat not found")
    chat.menu_button = button
    world.save_chat(chat)
    return True


@method("getChatMenuButton")
def get_chat_menu_button(world: World, params: Params) -> Json:
    """The button beside the input field."""
    chat_id = params.integer("chat_id")
    chat = world.state.chats.get(chat_id) if chat_id is not None else None
    if chat is not None and chat.menu_button is not None:
        return chat.menu_button
    return world.state.facts.menu_button


@method("setMyDefaultAdministratorRights")
def set_my_default_administrator_rights(world: World, params: Params) -> bool:
    """Remember the rights the bot asks for when added as an administrator."""
    world.state.facts.default_rights = params.object("rights")
    world.save_facts()
    return True
