"""Settings from the environment, read once; nobody else looks at it."""

from __future__ import annotations

import logging
import secrets
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from services.analysis.thresholds import Thresholds
from services.public_page import PublicPage

ROOT = Path(__file__).resolve().parent.parent
DATABASES = ("sqlite", "postgresql")


class Settings(BaseSettings):
    """Everything an installation may set, by METODBOT_… variables."""

    # A wrong value may be a token put into the wrong variable: errors never repeat it.
    model_config = SettingsConfigDict(
        env_prefix="METODBOT_", frozen=True, extra="ignore", hide_input_in_errors=True
    )

    token: SecretStr | None = None
    token_file: Path | None = None
    secret: SecretStr | None = None
    secret_file: Path | None = None
    api_url: str = "https://api.telegram.org"
    database_url: str = ""
    data_dir: Path = Path("data")
    owner_id: int | None = None
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    listen: str = "127.0.0.1:8080"
    public_url: str | None = None
    """Where people reach our web pages, for files that must not travel through the messenger."""
    proxy: str | None = None
    log_level: str = "INFO"
    timezone: str = "Europe/Moscow"
    language: str = "ru"
    files_dir: Path | None = None
    """Where files of people and pictures lie; replicas share it. By default in the data
    directory."""
    thresholds_file: Path | None = None
    """What the operator's experts judge by instead of our defaults (docs/operation.md)."""
    cache_dir: Path | None = None
    """What can be made anew at any time (forms read once); by default in the data directory."""
    clock_url: str | None = None
    """A sandbox whose clock is followed (tests and the demo)."""
    attempts: int = Field(default=5, ge=1)
    """How often an update is tried before it becomes a dead letter."""

    @field_validator("api_url", "webhook_url", "public_url", "proxy", "clock_url")
    @classmethod
    def _is_address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("http://", "https://")):
            raise ValueError("it begins with http:// or https://")
        return value

    @field_validator("public_url")
    @classmethod
    def _is_safe_for_people(cls, value: str | None) -> str | None:
        # What is handed over there names people: it never goes through a network in the open.
        if value is not None and not value.startswith("https://") and not _is_loopback(value):
            raise ValueError("it begins with https:// (http:// only for this machine itself)")
        return value

    @field_validator("thresholds_file")
    @classmethod
    def _can_be_decided_by(cls, value: Path | None) -> Path | None:
        try:
            Thresholds.from_file(value)
        except OSError as error:
            raise ValueError(f"{value} cannot be read: {error.strerror}") from error
        return value

    @field_validator("database_url")
    @classmethod
    def _is_database(cls, value: str) -> str:
        try:
            known = not value or make_url(value).get_backend_name() in DATABASES
        except ArgumentError:
            known = False
        if not known:
            raise ValueError("it begins with sqlite:// or postgresql://")
        return value

    @field_validator("listen")
    @classmethod
    def _is_listenable(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if value and not (host and port.isdecimal() and int(port) < 65536):
            raise ValueError("it is host:port, or empty to listen nowhere")
        return value

    @field_validator("log_level")
    @classmethod
    def _is_level(cls, value: str) -> str:
        if value.upper() not in logging.getLevelNamesMapping():
            raise ValueError("it is one of DEBUG, INFO, WARNING, ERROR, CRITICAL")
        return value

    @field_validator("timezone")
    @classmethod
    def _is_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (OSError, KeyError) as error:
            raise ValueError("there is no such time zone; an example: Europe/Moscow") from error
        return value

    @field_validator("language")
    @classmethod
    def _is_spoken(cls, value: str) -> str:
        spoken = sorted(one.name for one in (ROOT / "locales").iterdir() if one.is_dir())
        if value not in spoken:
            raise ValueError(f"it is one of {', '.join(spoken)}")
        return value

    def bot_token(self) -> str:
        """The token from the variable or the file; raise ValueError when there is none."""
        if self.token is not None and self.token.get_secret_value():
            return self.token.get_secret_value()
        if self.token_file is None:
            raise ValueError("METODBOT_TOKEN or METODBOT_TOKEN_FILE must be set")
        return _written_in(self.token_file, "METODBOT_TOKEN_FILE")

    def button_secret(self) -> bytes:
        """The key of the buttons; made once and kept in the data directory if none is given."""
        if self.secret is not None and self.secret.get_secret_value():
            return self.secret.get_secret_value().encode()
        path = self.secret_file or self.data_dir / "secret"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(32), encoding="utf-8")
        return _written_in(path, "METODBOT_SECRET_FILE").encode()

    def public_root(self) -> str | None:
        """Where people reach our web pages; None where they have no way to them.

        Without a setting: beside the webhook, or this machine itself beside a local Telegram.
        """
        if not self.listen:
            return None
        if self.public_url:
            return self.public_url.rstrip("/")
        if self.webhook_url:
            hook = urlsplit(self.webhook_url)
            return f"{hook.scheme}://{hook.netloc}"
        here = f"http://{self.listen}"
        return here if _is_loopback(here) and _is_loopback(self.api_url) else None

    def public_page(self) -> PublicPage | None:
        """The pages under the public root, with the key of their links."""
        root = self.public_root()
        return None if root is None else PublicPage.of(root, self.button_secret())

    def database(self) -> str:
        """The database's URL; by default an SQLite file in the data directory."""
        return self.database_url or f"sqlite:///{self.data_dir / 'metodbot.db'}"

    def catalogues(self) -> Path:
        """The operator's own task catalogues, looked into before ours."""
        return self.data_dir / "catalogues"

    def files(self) -> Path:
        """The file store."""
        return self.files_dir or self.data_dir / "files"

    def cache(self) -> Path:
        """Where what can be made anew is kept."""
        return self.cache_dir or self.data_dir / "cache"

    def zone(self) -> ZoneInfo:
        """The time zone of the district."""
        return ZoneInfo(self.timezone)


def _is_loopback(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _written_in(path: Path, variable: str) -> str:
    written = path.read_text(encoding="utf-8").strip()
    if not written:
        raise ValueError(f"{variable}: {path} is empty")
    return written
