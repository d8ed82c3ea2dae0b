"""Settings from the environment, read once; nobody else looks at it."""

from __future__ import annotations

import secrets
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Everything an installation may set, by METODBOT_… variables."""

    model_config = SettingsConfigDict(env_prefix="METODBOT_", frozen=True, extra="ignore")

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
    proxy: str | None = None
    log_level: str = "INFO"
    timezone: str = "Europe/Moscow"
    language: str = "ru"
    cache_dir: Path | None = None
    """What can be made anew at any time (forms read once); by default in the data directory."""
    clock_url: str | None = None
    """A sandbox whose clock is followed (tests and the demo)."""
    attempts: int = Field(default=5, ge=1)
    """How often an update is tried before it becomes a dead letter."""

    def bot_token(self) -> str:
        """The token from the variable or the file; raise ValueError when there is none."""
        if self.token is not None:
            return self.token.get_secret_value()
        if self.token_file is not None:
            return self.token_file.read_text(encoding="utf-8").strip()
        raise ValueError("METODBOT_TOKEN or METODBOT_TOKEN_FILE must be set")

    def button_secret(self) -> bytes:
        """The key of the buttons; made once and kept in the data directory if none is given."""
        if self.secret is not None:
            return self.secret.get_secret_value().encode()
        path = self.secret_file or self.data_dir / "secret"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(32), encoding="utf-8")
        return path.read_text(encoding="utf-8").strip().encode()

    def database(self) -> str:
        """The database's URL; by default an SQLite file in the data directory."""
        return self.database_url or f"sqlite:///{self.data_dir / 'metodbot.db'}"

    def cache(self) -> Path:
        """Where what can be made anew is kept."""
        return self.cache_dir or self.data_dir / "cache"

    def zone(self) -> ZoneInfo:
        """The time zone of the district."""
        return ZoneInfo(self.timezone)
