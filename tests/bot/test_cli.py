"""The command line as scripts use it: exit codes, one JSON document, sentences for mistakes."""

from __future__ import annotations

import json
import os
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.lock import DirectoryLock, DirectoryTaken
from bot.logs import set_up_logs

ROOT = Path(__file__).resolve().parent.parent.parent
FORM = ROOT / "forms" / "ru" / "difficulty.md"
DISTRICT = ROOT / "examples" / "kadom.toml"
TOKEN = "123456:stage-token-of-the-tests-000000000"


@dataclass
class Told:
    """What a command left."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Command = Callable[..., Told]


@pytest.fixture(autouse=True)
def logs_put_back() -> Iterator[None]:
    yield
    # A command logged to the stream that was captured for its test.
    set_up_logs("WARNING")


@pytest.fixture
def command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Iterator[Command]:
    for name in [one for one in os.environ if one.startswith("METODBOT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("METODBOT_DATA_DIR", str(tmp_path / "data"))
    mask = os.umask(0o022)

    def run(*words: object, **environment: str) -> Told:
        for name, value in environment.items():
            monkeypatch.setenv(f"METODBOT_{name}", value)
        monkeypatch.setattr(sys, "argv", ["metodbot", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            main()
        said = capsys.readouterr()
        return Told(int(end.value.code or 0), said.out, said.err)

    yield run
    os.umask(mask)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("OWNER_ID", "abc"),
        ("TIMEZONE", "Mars/Base"),
        ("LANGUAGE", "xx"),
        ("LOG_LEVEL", "LOUD"),
        ("LISTEN", "somewhere"),
        ("LISTEN", "127.0.0.1:99999"),
        ("API_URL", "api.telegram.org"),
        ("PROXY", "127.0.0.1"),
        ("WEBHOOK_URL", "example"),
        ("DATABASE_URL", "mysql://x/y"),
        ("DATABASE_URL", "words"),
        ("ATTEMPTS", "0"),
    ],
)
@pytest.mark.parametrize("words", [("run",), ("doctor", "--json")])
def test_a_wrong_setting_is_named_and_never_repeated(
    command: Command, words: tuple[str, ...], variable: str, value: str
) -> None:
    told = command(*words, TOKEN=TOKEN, **{variable: value})
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(f"metodbot: METODBOT_{variable}: ")
    assert "Traceback" not in told.err
    assert value not in told.err.removeprefix(f"metodbot: METODBOT_{variable}: ")


def test_without_a_token_or_with_an_empty_file_the_bot_does_not_run(
    command: Command, tmp_path: Path
) -> None:
    assert command("run").code == 2
    assert command("run", TOKEN="").code == 2
    (tmp_path / "token").touch()
    told = command("run", TOKEN_FILE=str(tmp_path / "token"))
    assert told.code == 2
    assert "is empty" in told.err
    assert command("run", TOKEN_FILE=str(tmp_path / "nowhere")).code == 2


@pytest.mark.parametrize(
    "words",
    [
        ("db", "upgrade"),
        ("outbox", "list", "--json"),
        ("outbox", "retry", "1"),
        ("invite", "edu621106", "--json"),
        ("seed", DISTRICT),
        ("run",),
    ],
)
def test_a_database_that_is_away_is_a_sentence(command: Command, words: tuple[object, ...]) -> None:
    address = "postgresql://someone:hidden@127.0.0.1:1/nothing"
    told = command(*words, TOKEN=TOKEN, DATABASE_URL=address)
    assert (told.code, told.out) == (1, "")
    assert told.err.startswith("metodbot: the database refuses")
    assert "Traceback" not in told.err
    assert "hidden" not in told.err


def test_doctor_finds_what_is_wrong_in_one_document(command: Command) -> None:
    told = command("doctor", "--json", TOKEN=TOKEN, API_URL="http://127.0.0.1:1")
    assert told.code == 1
    assert {one["name"]: one["ok"] for one in told.json} == {
        "database": False,
        "disk": True,
        "telegram": False,
    }


def test_a_district_is_loaded_and_invited_into(command: Command, tmp_path: Path) -> None:
    assert command("db", "upgrade").code == 0
    assert command("seed", DISTRICT).code == 0
    assert command("seed", DISTRICT).code == 0
    told = command("invite", "edu621106", "--json", "--bot", "metod_bot")
    assert told.code == 0
    assert told.json["link"] == f"https://t.me/metod_bot?start={told.json['code']}"
    assert command("invite", "edu000000", "--json").code == 1
    assert command("invite", "edu621106", "--role", "methodologist").code == 1
    for mistake in (("--uses", "-5"), ("--uses", "0"), ("--days", "0"), ("--days", "9" * 12)):
        assert command("invite", "edu621106", *mistake).code == 2
    assert command("outbox", "list", "--json").json == []
    assert command("outbox", "retry", "5").code == 1
    for made in (tmp_path / "data").iterdir():
        assert stat.S_IMODE(made.stat().st_mode) & 0o077 == 0, made


@pytest.mark.parametrize(
    "words", ["x = 1", "not toml", "region = 5", "[region]\nmunicipalities = 5"]
)
def test_a_file_that_is_no_district_is_a_sentence(
    command: Command, tmp_path: Path, words: str
) -> None:
    (tmp_path / "bad.toml").write_text(words)
    told = command("seed", tmp_path / "bad.toml")
    assert (told.code, told.out) == (1, "")
    assert "Traceback" not in told.err


@pytest.mark.parametrize("answers", ["{", "[1]", '"words"', "\xff"])
def test_answers_that_are_no_object_are_a_mistake_of_use(
    command: Command, tmp_path: Path, answers: str
) -> None:
    (tmp_path / "answers.json").write_text(answers, encoding="latin-1")
    told = command("forms", "simulate", FORM, "--answers", tmp_path / "answers.json", "--json")
    assert (told.code, told.out) == (2, "")
    assert "Traceback" not in told.err


def test_a_walk_through_what_is_no_form_says_what_a_check_says(
    command: Command, tmp_path: Path
) -> None:
    (tmp_path / "answers.json").write_text("{}")
    (tmp_path / "words.txt").write_text("words")
    checked = command("forms", "check", tmp_path / "words.txt", "--json")
    answers = ("--answers", tmp_path / "answers.json", "--json")
    walked = command("forms", "simulate", tmp_path / "words.txt", *answers)
    assert checked.code == walked.code == 1
    assert checked.json == walked.json


def test_files_that_are_no_results_are_entries_with_errors(
    command: Command, tmp_path: Path
) -> None:
    (tmp_path / "words.txt").write_text("words")
    files = [tmp_path / "nowhere.xlsx", tmp_path, tmp_path / "words.txt"]
    told = command("results", "inspect", *files, "--json")
    assert told.code == 1
    assert [one["file"] for one in told.json] == list(map(str, files))
    assert all(one["error"]["message"] and one["kind"] is None for one in told.json)


@pytest.mark.parametrize(
    "words", [("nothing",), ("results",), ("forms", "check"), ("demo", "--port", "99999")]
)
def test_wrong_use_is_two(command: Command, words: tuple[str, ...]) -> None:
    assert command(*words).code == 2


def test_a_taken_port_leaves_the_demo_that_has_it_alone(command: Command, tmp_path: Path) -> None:
    kept = tmp_path / "demo" / "kept"
    kept.parent.mkdir()
    kept.touch()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = command("demo", "--fresh", "--no-browser", "--port", port, "--data", kept.parent)
    assert (told.code, told.out) == (1, "")
    assert str(port) in told.err
    assert [one.name for one in kept.parent.iterdir()] == ["kept"]


def test_a_directory_in_use_is_not_begun_anew(command: Command, tmp_path: Path) -> None:
    lock = DirectoryLock(tmp_path / "demo" / "bot")
    told = command("demo", "--fresh", "--no-browser", "--port", 0, "--data", tmp_path / "demo")
    lock.release()
    assert told.code == 1
    assert "Traceback" not in told.err
    assert (tmp_path / "demo" / "bot" / "lock").exists()


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    words = "import pathlib,sys,time;from bot.lock import DirectoryLock;"
    words += "lock=DirectoryLock(pathlib.Path(sys.argv[1]));print(1,flush=True);time.sleep(60)"
    with subprocess.Popen(
        [sys.executable, "-c", words, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(DirectoryTaken):
            DirectoryLock(tmp_path)
        other.kill()
    DirectoryLock(tmp_path).release()
