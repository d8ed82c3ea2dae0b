"""The profile: name, subjects, classes, language, roles; changed by the same short form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from handlers.acquaintance import acquaint
from handlers.commands import show_commands
from handlers.forms import finished
from handlers.home import home
from handlers.menu import EVERY_ROLE, ChooseRole, menu_entry, to_menu
from handlers.old_buttons import opens_now
from handlers.ui.buttons import Button
from handlers.ui.clean import clean_line
from handlers.ui.context import Context
from handlers.ui.layout import in_rows
from handlers.ui.outcome import Outcome, Reply
from handlers.ui.routes import Routes
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts
from services.access import Role
from services.forms import Value
from services.people import profiles
from services.people.profiles import LANGUAGES, MAX_NAME
from services.subjects import subject

routes = Routes()


@dataclass(frozen=True, slots=True)
class OpenProfile(Button):
    """See one's own profile."""

    prefix = "prof"


@dataclass(frozen=True, slots=True)
class ChangeProfile(Button):
    """Answer the short form again."""

    prefix = "profch"


@dataclass(frozen=True, slots=True)
class Speak(Button):
    """Read everything in another language."""

    prefix = "lang"
    language: str


@dataclass(frozen=True, slots=True)
class RoleShown:
    """A role in a place, as a screen keeps it."""

    role: Role
    place: str


@dataclass(frozen=True)
class OwnProfile(Screen):
    """A person as they see themselves."""

    person: str
    subjects: tuple[str, ...]
    classes: tuple[str, ...]
    roles: tuple[RoleShown, ...]

    def render(self, texts: Texts) -> Message:
        """What is known, and what can be changed."""
        keys = [ChangeProfile().labelled(texts.label("profile-change"))]
        if len(self.roles) > 1:
            keys.append(ChooseRole().labelled(texts.label("menu-choose-role")))
        other = next(one for one in LANGUAGES if one != texts.language)
        keys.append(Speak(other).labelled(texts.label("profile-speak", language=other)))
        return Message(
            "\n".join(self._lines(texts)), in_rows(keys, exits=(to_menu(texts),), columns=1)
        )

    def _lines(self, texts: Texts) -> list[str]:
        lines = [texts("profile-name-line", name=self.person)] if self.person else []
        lines += [
            texts("profile-role-line", role=one.role, place=one.place) for one in self.roles[:3]
        ]
        if self.subjects:
            names = tuple(subject(one).name(texts.language) for one in self.subjects)
            lines.append(texts("profile-subjects", subjects=names))
        if self.classes:
            lines.append(texts("profile-classes", classes=self.classes))
        return [texts("profile-head"), *lines]


@routes.command("profile")
@opens_now(OpenProfile.prefix, ChangeProfile.prefix, Speak.prefix)
def show_profile(context: Context) -> Outcome:
    """One's own profile; home for strangers."""
    if context.work.actor.person_id is None:
        return home(context)
    own = profiles.own_profile(context.work)
    roles = tuple(RoleShown(one.role, one.scope_name) for one in own.roles)
    return OwnProfile(own.name, own.subjects, own.classes, roles)


@routes.press(OpenProfile)
def open_profile(context: Context, _button: OpenProfile) -> Outcome:
    """The same by a button."""
    return show_profile(context)


@routes.press(ChangeProfile)
def change_profile(context: Context, _button: ChangeProfile) -> Outcome:
    """Ask again, offering the present name."""
    own = profiles.own_profile(context.work)
    role = Role.OBSERVER if own.active is None else own.active.role
    return acquaint(context, role, own.name)


@routes.press(Speak)
def speak(context: Context, button: Speak) -> Outcome:
    """Change the language, the commands' too."""
    profiles.speak(context.work, button.language)
    show_commands(context)
    return show_profile(context)


@finished("registration")
def acquainted(context: Context, values: Mapping[str, Value], _known: Mapping[str, Any]) -> Outcome:
    """Keep what the form has learnt, and show what one can do here."""
    profiles.describe(
        context.work,
        name=clean_line(str(values.get("name") or ""), limit=MAX_NAME),
        subjects=_several(values.get("subjects")),
        classes=_several(values.get("classes")),
    )
    return Reply(home(context, intro="profile-ready"))


def _several(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list | tuple) else ()


menu_entry(EVERY_ROLE, 900, "profile-open", OpenProfile())
