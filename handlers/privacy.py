"""/mydata: all that is kept, at once; /forget: all of it gone, at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.commands import show_commands
from handlers.consent import SendText
from handlers.home import home
from handlers.menu import OpenMenu, to_menu
from handlers.old_buttons import opens_now
from handlers.ui.buttons import Button
from handlers.ui.context import Context
from handlers.ui.layout import in_rows
from handlers.ui.outcome import Outcome
from handlers.ui.routes import Routes
from handlers.ui.screens import Message, Screen, WrittenFile
from handlers.ui.texts import Texts
from services.people import privacy
from services.people.enrolment import LISTED

routes = Routes()
SHOWN_CONSENTS = 3


@dataclass(frozen=True, slots=True)
class Forget(Button):
    """Forget me; `sure` after being told what that means."""

    prefix = "forget"
    sure: bool = False


@dataclass(frozen=True, slots=True)
class ConsentShown:
    """One line of the consent history."""

    version: int
    given_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True)
class OwnData(Screen):
    """What is kept, in words, and whole as a file."""

    since: datetime
    difficulties: int
    consents: tuple[ConsentShown, ...]
    document: str

    def render(self, texts: Texts) -> Message:
        """The words stand under the file."""
        lines: list[str] = [texts("privacy-kept", since=self.since, difficulties=self.difficulties)]
        lines += [_consent_line(texts, one) for one in self.consents[-SHOWN_CONSENTS:]]
        lines.append(texts("privacy-not-kept"))
        keys = [
            SendText(LISTED).labelled(texts.label("privacy-consent-text")),
            Forget().labelled(texts.label("privacy-forget-me")),
        ]
        return Message(
            "\n".join(lines),
            in_rows(keys, exits=(to_menu(texts),), columns=1),
            document=WrittenFile(texts.label("privacy-file-name"), self.document),
        )


@dataclass(frozen=True)
class NothingKept(Screen):
    """Somebody unknown asks."""

    def render(self, texts: Texts) -> Message:
        """Say it."""
        return Message(texts("privacy-nothing-kept"), ((to_menu(texts),),))


@dataclass(frozen=True)
class ForgetAsked(Screen):
    """What forgetting means, before it is done."""

    def render(self, texts: Texts) -> Message:
        """Ask."""
        keys = (
            Forget(sure=True).labelled(texts.label("privacy-forget-yes"), style="danger"),
            OpenMenu().labelled(texts.label("privacy-forget-no")),
        )
        return Message(texts("privacy-forget-asked"), in_rows(keys, columns=1))


@dataclass(frozen=True)
class ForgetDone(Screen):
    """What has been done."""

    drafts: int
    difficulties: int
    roles: int

    def render(self, texts: Texts) -> Message:
        """Say it."""
        return Message(
            texts(
                "privacy-forgotten",
                drafts=self.drafts,
                difficulties=self.difficulties,
                roles=self.roles,
            )
        )


@routes.command("mydata")
def show_kept(context: Context) -> Outcome:
    """Everything about the one who asks."""
    if context.work.actor.person_id is None:
        return NothingKept()
    kept = privacy.kept(context.work)
    shown = tuple(
        ConsentShown(one.version, one.given_at, one.withdrawn_at) for one in kept.consents
    )
    return OwnData(kept.since, kept.difficulties, shown, kept.document)


@routes.command("forget")
@opens_now(Forget.prefix)
def ask(context: Context) -> Outcome:
    """Say what it means first."""
    return NothingKept() if context.work.actor.person_id is None else ForgetAsked()


@routes.press(Forget)
def forget(context: Context, button: Forget) -> Outcome:
    """Do it."""
    if context.work.actor.person_id is None:
        return home(context)
    if not button.sure:
        return ForgetAsked()
    done = privacy.forget(context.work)
    show_commands(context)
    return ForgetDone(done.drafts, done.difficulties, done.roles)


def _consent_line(texts: Texts, one: ConsentShown) -> str:
    if one.withdrawn_at is None:
        return texts("privacy-consent-given", version=one.version, at=one.given_at)
    return texts(
        "privacy-consent-withdrawn",
        version=one.version,
        at=one.given_at,
        withdrawn_at=one.withdrawn_at,
    )
