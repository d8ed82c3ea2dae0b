"""Texts of one language, by id: strict about mistakes, and the one place where HTML is escaped."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from decimal import Decimal
from enum import Enum
from html import escape
from typing import TYPE_CHECKING, Any, ClassVar

import structlog

from handlers.ui.patterns import Scope, TextError
from handlers.ui.text_files import Catalogue, read_catalogue
from handlers.ui.text_functions import FUNCTIONS, write_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from handlers.ui.patterns import Function

__all__ = ["Markup", "TextError", "TextLibrary", "Texts"]

BASE_LANGUAGE = "ru"
NEUTRAL = "ui-neutral"
NEUTRAL_LABEL = "ui-neutral.label"
LAST_RESORT = "…"

log = structlog.get_logger(__name__)


class Markup(str):
    """A string that is HTML already, such as the result of another text."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one language as one person sees them: in their zone, at the moment `now`.

    Moments are given as aware datetimes and shown in `zone`. Strings are escaped, `Markup` is
    not; None is not an argument; enums count as their values, flags as "true" and "false".
    """

    catalogue: Catalogue
    zone: tzinfo = UTC
    now: datetime | None = None
    strict: bool = True
    fallback: Texts | None = None
    bot: str = ""
    """The bot's own username, for links to itself."""

    functions: ClassVar[Mapping[str, Function]] = FUNCTIONS

    @property
    def language(self) -> str:
        """The language code: ru or en."""
        return self.catalogue.language

    def __call__(self, id: str, /, **args: Any) -> Markup:  # noqa: A002
        """Give the text as Telegram's HTML; `id` may name an attribute: "club.join"."""
        return Markup(self._say(id, args, _html_value, NEUTRAL))

    def label(self, id: str, /, **args: Any) -> str:  # noqa: A002
        """Give the text for a button or an alert: plain, so a text with tags is refused."""
        return self._say(id, args, _plain_value, NEUTRAL_LABEL)

    def has(self, id: str) -> bool:  # noqa: A002
        """Tell whether the language has this text."""
        return id in self.catalogue.entries

    def _say(
        self, name: str, args: dict[str, Any], convert: Callable[[Any], Any], neutral: str
    ) -> str:
        try:
            return self._try(name, args, convert)
        except TextError as error:
            if self.strict:
                raise
            # The error names ids and types only, never what a person wrote.
            log.warning("text_failed", language=self.language, text=name, reason=str(error))
        if self.fallback is not None:
            with suppress(TextError):
                return self.fallback._try(name, args, convert)
        sentence = self.catalogue.entries.get(neutral)
        return sentence if isinstance(sentence, str) else LAST_RESORT

    def _try(self, name: str, args: dict[str, Any], convert: Callable[[Any], Any]) -> str:
        try:
            if convert is _plain_value:
                self._refuse_tags(name)
            return self._format(name, {key: convert(value) for key, value in args.items()})
        except TextError as error:
            raise TextError(f"{self.language} {name}: {error}") from error
        except (TypeError, ValueError, ArithmeticError) as error:
            raise TextError(f"{self.language} {name}: {type(error).__name__}") from error

    def _refuse_tags(self, name: str) -> None:
        if name in self.catalogue.marked:
            raise TextError("has tags and cannot be a label")

    def _format(self, name: str, args: Mapping[str, Any]) -> str:
        entry = self.catalogue.entries.get(name)
        if entry is None:
            raise TextError("no such text")
        return entry if isinstance(entry, str) else str(entry(Scope(self, args)))

    def resolve(self, name: str, scope: Scope) -> str:
        """Give the text a pattern refers to, within the scope of that pattern."""
        entry = self.catalogue.entries.get(name)
        if entry is None:
            raise TextError(f"refers to {name}, which does not exist")
        return entry if isinstance(entry, str) else str(entry(scope))

    def phrase(self, name: str, **args: Any) -> str:
        """Give the text a function is worded by; its arguments are not escaped again."""
        return self._format(name, args)

    def figure(self, value: float | Decimal) -> str:
        """Write a number that stands in a text by itself."""
        return write_number(value, self.language)

    def plural(self, value: float | Decimal) -> str:
        """Give the plural category of a number: one, few, many, other."""
        return self.catalogue.plural(value)

    def local(self, moment: datetime) -> datetime:
        """Move a moment into the person's zone."""
        if moment.tzinfo is None:
            raise TextError("a moment without a time zone")
        return moment.astimezone(self.zone)

    def local_day(self, moment: Any) -> date:
        """Give the day of a moment in the person's zone; a plain date stays what it is."""
        if isinstance(moment, datetime):
            return self.local(moment).date()
        if isinstance(moment, date):
            return moment
        raise TextError(f"{type(moment).__name__} is not a date")

    @property
    def today(self) -> date:
        """The person's today; texts that compare with it need `now`."""
        if self.now is None:
            raise TextError("needs to know what day it is")
        return self.local(self.now).date()


def _html_value(value: Any) -> Any:
    if isinstance(value, str):
        return str(value) if isinstance(value, Markup) else escape(_bare(value))
    return _other_value(value, _html_value)


def _plain_value(value: Any) -> Any:
    if isinstance(value, str):
        if isinstance(value, Markup):
            raise TextError("HTML cannot be an argument of a label")
        return _bare(value)
    return _other_value(value, _plain_value)


def _bare(value: str) -> str:
    return value.value if isinstance(value, Enum) else value


def _other_value(value: Any, convert: Callable[[Any], Any]) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum):
        return convert(value.value)
    if isinstance(value, int | float | Decimal | date | time):
        return value
    if isinstance(value, tuple | list):
        return tuple(convert(item) for item in value)
    raise TextError(f"{type(value).__name__} cannot be an argument")


class TextLibrary:
    """The texts of every language."""

    def __init__(self, catalogues: Mapping[str, Catalogue], *, strict: bool) -> None:
        self._catalogues = dict(catalogues)
        self._strict = strict
        if BASE_LANGUAGE not in self._catalogues:
            raise TextError(f"no texts in {BASE_LANGUAGE}")

    @classmethod
    def load(
        cls, directory: Path, languages: Iterable[str] = ("ru", "en"), *, strict: bool = True
    ) -> TextLibrary:
        """Read `directory`/<language>/*.ftl; strict refuses files with any mistake.

        Otherwise mistakes are logged, and what is missing falls back to Russian, then to a
        neutral sentence.
        """
        catalogues = {
            language: read_catalogue(directory / language, language) for language in languages
        }
        mistakes = [found for catalogue in catalogues.values() for found in catalogue.mistakes]
        if mistakes and strict:
            raise TextError("\n".join(mistakes))
        for mistake in mistakes:
            log.error("text_file_mistake", reason=mistake)
        return cls(catalogues, strict=strict)

    def of(
        self,
        language: str | None,
        zone: tzinfo = UTC,
        now: datetime | None = None,
        *,
        bot: str = "",
    ) -> Texts:
        """Give the texts of a language ("en-GB" is en, an unknown one is ru) for one person."""
        base = Texts(self._catalogues[BASE_LANGUAGE], zone, now, self._strict, bot=bot)
        code = (language or BASE_LANGUAGE).partition("-")[0].lower()
        if code == BASE_LANGUAGE or code not in self._catalogues:
            return base
        return Texts(self._catalogues[code], zone, now, self._strict, base, bot)

    def ids(self, language: str) -> frozenset[str]:
        """Give the ids of a language's messages, attributes as "message.attribute"."""
        entries = self._catalogues[language].entries
        return frozenset(name for name in entries if not name.startswith("-"))
