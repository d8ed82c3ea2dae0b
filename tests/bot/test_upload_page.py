"""The upload page over HTTP: who is let in, what is refused, what is left on the disk."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest
import structlog
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import delete
from sqlalchemy.orm import Session

from bot.logs import set_up_logs
from bot.settings import Settings
from bot.upload_page import transfer
from db.models.people import Person, RoleAssignment
from services.uploads import Purpose
from tests.bot.upload_page_stage import (
    OGE,
    STAFF,
    files_of,
    hands_over,
    link_for,
    links_of,
    open_stage,
    opens,
    uploads_of,
)
from tests.cast import Cast
from tests.services.results.files import changed
from tests.stage import Player, Stage

MIB = 1 << 20
BOUNDARY = "part-of-the-test"
HEAD = (
    f"--{BOUNDARY}\r\n"
    'Content-Disposition: form-data; name="file"; filename="a.xlsx"\r\n'
    "Content-Type: application/octet-stream\r\n\r\n"
).encode()
TAIL = f"\r\n--{BOUNDARY}--\r\n".encode()


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[tuple[Stage, Cast]]:
    stage, cast = await open_stage(tmp_path / "data")
    yield stage, cast
    await stage.close()


Page = tuple[Stage, Cast]


async def speaks(url: str, body: bytes, *, length: int | None = None, whole: bool = True) -> bytes:
    """Talk to the page without a library's manners; its answer, empty where it hung up."""
    address = urlsplit(url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    head = (
        f"POST {address.path} HTTP/1.1\r\nHost: {address.netloc}\r\n"
        f"Content-Type: multipart/form-data; boundary={BOUNDARY}\r\n"
        f"Content-Length: {len(body) if length is None else length}\r\nConnection: close\r\n\r\n"
    )
    writer.write(head.encode() + body)
    await writer.drain()
    if not whole:
        writer.transport.abort()
        return b""
    async with asyncio.timeout(20):
        answer = await reader.read()
    writer.close()
    return answer


async def lets_go(stage: Stage) -> None:
    """Wait until no transfer is written any more."""
    async with asyncio.timeout(10):
        while any(name.endswith(".part") for name in files_of(stage)):
            await asyncio.sleep(0.02)
    await asyncio.sleep(0.05)


async def nothing_came(stage: Stage) -> bool:
    return await uploads_of(stage) == [] and files_of(stage) == []


async def is_open(stage: Stage, url: str) -> bool:
    return (await opens(stage, url)).status == 200


async def test_a_protocol_is_taken_read_and_deleted(page: Page) -> None:
    stage, cast = page
    url = await link_for(stage, cast.anna)

    told = await hands_over(stage, url, OGE.read_bytes(), Accept="application/json")

    assert told.status == 200
    assert json.loads(told.text)["state"] == "done"
    await stage.due()
    (row,) = await uploads_of(stage)
    assert (row.status, row.channel, row.purpose) == ("previewed", "page", "results")
    assert files_of(stage) == []
    assert "русский язык" in await cast.anna.reads()


SECRETS = ("Канарейкин", "Канареевна", "6199", "987654321", "канарейка")


async def test_nothing_of_the_pupils_is_kept_anywhere(page: Page, tmp_path: Path) -> None:
    stage, cast = page
    url = await link_for(stage, cast.anna)
    path = changed(tmp_path, with_canaries, OGE)

    await hands_over(stage, url, path.read_bytes(), name="канарейка 9А.xlsx")
    await stage.due()
    await cast.anna.presses("Отправить в ШМО")
    await stage.due()

    path.unlink()
    kept = b"".join(one.read_bytes() for one in stage.directory.rglob("*") if one.is_file())
    kept += (await stage.transcript(cast.anna.id)).encode()
    for secret in SECRETS:
        assert secret.encode() not in kept
        assert json.dumps(secret).strip('"').encode() not in kept


def with_canaries(sheet: Worksheet) -> None:
    """Put names and document numbers into the first row of pupils that nobody else has."""
    header = next(row for row in sheet.iter_rows() if any(c.value == "Фамилия" for c in row))
    canaries = {"Фамилия": SECRETS[0], "Отчество": SECRETS[1], "Серия": SECRETS[2]}
    canaries["Номер"] = SECRETS[3]
    for cell in header:
        if cell.value in canaries:
            sheet.cell(cell.row + 1, cell.column).value = canaries.pop(str(cell.value))
    assert SECRETS[0] not in canaries.values()


async def test_a_link_is_spent_on_one_file(page: Page) -> None:
    stage, cast = page
    url = await link_for(stage, cast.anna)
    await hands_over(stage, url, OGE.read_bytes())

    again = await hands_over(stage, url, OGE.read_bytes())

    assert again.status == 404
    assert len(await uploads_of(stage)) == 1


async def test_wrong_expired_used_and_unentitled_links_look_alike(page: Page) -> None:
    stage, cast = page
    used, expired = [await link_for(stage, cast.anna) for _ in range(2)]
    unentitled = await link_for(stage, cast.olga)
    await hands_over(stage, used, OGE.read_bytes())
    await stage.advance(minutes=15)
    late = await link_for(stage, cast.anna)
    assert await is_open(stage, late)
    await stage.run(lambda session: _dismiss(session, cast.olga.id))
    wrong = f"{late[:-1]}{'A' if late[-1] != 'A' else 'B'}"
    none = f"{stage.web}/upload/x"

    seen = [await opens(stage, url) for url in (used, expired, unentitled, wrong, none)]
    sent = [await hands_over(stage, url, OGE.read_bytes()) for url in (used, expired, wrong, none)]

    assert {(one.status, one.text) for one in [*seen, *sent]} == {(404, seen[0].text)}
    assert "Получить ссылку" in seen[0].text


def _dismiss(session: Session, account: int) -> None:
    person = session.query(Person).filter_by(account=account).one()
    session.execute(delete(RoleAssignment).where(RoleAssignment.person_id == person.id))


async def test_a_role_lost_while_the_page_was_open_loads_nothing(page: Page) -> None:
    stage, cast = page
    url = await link_for(stage, cast.anna)
    assert await is_open(stage, url)
    await stage.run(lambda session: _dismiss(session, cast.anna.id))

    told = await hands_over(stage, url, OGE.read_bytes())

    assert told.status == 404
    assert await nothing_came(stage)


async def test_a_link_works_for_its_person_whoever_opens_it(page: Page) -> None:
    stage, cast = page
    url = await link_for(stage, cast.anna)
    before = await cast.olga.reads()

    await hands_over(stage, url, OGE.read_bytes())
    await stage.due()

    assert "русский язык" in await cast.anna.reads()
    assert await cast.olga.reads() == before


async def test_looking_at_the_page_spends_nothing(page: Page) -> None:
    stage, cast = page
    url = await link_for(stage, cast.anna)
    for _ in range(3):
        assert await is_open(stage, url)

    async with stage.http.head(url) as answer:
        assert answer.status == 200
    assert (await links_of(stage))[0].used_at is None


async def test_the_database_keeps_no_link(page: Page) -> None:
    stage, cast = page
    token = (await link_for(stage, cast.anna)).rpartition("/")[2]

    (row,) = await links_of(stage)
    assert len(row.token_hash) == 64
    for path in stage.directory.rglob("*"):
        assert not path.is_file() or token.encode() not in path.read_bytes()


async def test_the_page_may_load_nothing_from_elsewhere_and_be_kept_nowhere(page: Page) -> None:
    stage, cast = page
    url = await link_for(stage, cast.anna)

    answers = [
        await opens(stage, url),
        await opens(stage, f"{stage.web}/upload/x"),
        await hands_over(stage, url, b"", Accept="application/json"),
        await hands_over(stage, url, OGE.read_bytes()),
    ]

    for answer in answers:
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["X-Frame-Options"] == "DENY"
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "http" not in policy
        assert "http" not in answer.text.replace("http-equiv", "")


async def test_a_person_reads_the_page_in_their_language(page: Page) -> None:
    stage, cast = page
    await stage.run(lambda session: _speaks_english(session, cast.anna.id))
    url = await link_for(stage, cast.anna)

    assert '<html lang="en">' in (await opens(stage, url)).text
    gone = await opens(stage, f"{stage.web}/upload/x", **{"Accept-Language": "en-GB,ru;q=0.5"})
    assert '<html lang="en">' in gone.text
    assert '<html lang="ru">' in (await opens(stage, f"{stage.web}/upload/x")).text


def _speaks_english(session: Session, account: int) -> None:
    session.query(Person).filter_by(account=account).one().language = "en"


@pytest.mark.parametrize(
    ("head", "size", "status", "words"),
    [
        (b"", 0, 400, "пустой"),
        (b"%PDF-1.7 no table", 0, 415, "не таблица"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 0, 415, "не таблица"),
        (b"PK\x03\x04", 20, 413, "20 МБ"),
        (b"PK\x03\x04", 40, 413, "20 МБ"),
    ],
    ids=["empty", "pdf", "picture", "a little too big", "40 MB"],
)
async def test_a_file_that_cannot_be_taken_leaves_the_link_open(
    page: Page, head: bytes, size: int, status: int, words: str
) -> None:
    stage, cast = page
    url = await link_for(stage, cast.anna)

    told = await hands_over(stage, url, head + bytes(size * MIB))

    assert told.status == status
    assert words in told.text
    assert "<form" in told.text
    assert await nothing_came(stage)
    assert await is_open(stage, url)


async def test_a_body_without_length_is_stopped_while_it_streams(page: Page) -> None:
    stage, cast = page
    url = await link_for(stage, cast.anna)
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        yield HEAD + b"PK\x03\x04"
        while sent < 400 * MIB:
            sent += MIB
            yield b"\x00" * MIB

    headers = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    try:
        async with stage.http.post(url, data=endless(), headers=headers) as answer:
            assert answer.status == 413
    except aiohttp.ClientConnectionError:
        # The server answered and hung up while we were still sending.
        pass

    await lets_go(stage)
    assert sent < 60 * MIB
    assert await nothing_came(stage)
    assert await is_open(stage, url)


async def test_what_is_no_form_with_a_file_is_refused(page: Page) -> None:
    stage, cast = page
    url = await link_for(stage, cast.anna)
    headers = {"Content-Type": "application/octet-stream"}
    bodies = [
        (OGE.read_bytes(), headers),
        (b"", headers),
        (b"file=1", {"Content-Type": "application/x-www-form-urlencoded"}),
        (b"nonsense", {"Content-Type": "multipart/form-data"}),
        (b"nonsense", {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}),
        (b"nonsense", {"Content-Type": f"multipart/mixed; boundary={BOUNDARY}"}),
    ]
    for body, kind in bodies:
        async with stage.http.post(url, data=body, headers=kind) as answer:
            assert answer.status in (400, 415), kind
    other = await hands_over(stage, url, OGE.read_bytes(), field="photo")

    assert other.status == 400
    assert await nothing_came(stage)
    assert await is_open(stage, url)


async def test_a_form_with_a_second_file_is_refused(page: Page) -> None:
    stage, cast = page
    url = await link_for(stage, cast.anna)
    form = aiohttp.FormData()
    for _ in range(2):
        form.add_field("file", OGE.read_bytes(), filename="a.xlsx")

    async with stage.http.post(url, data=form) as answer:
        assert answer.status == 400

    assert await nothing_came(stage)
    assert await is_open(stage, url)


NAMES = ("../../etc/passwd", "..\\..\\x.xlsx", "/x.xlsx", "%00.xlsx", "")


@pytest.mark.parametrize("name", NAMES)
async def test_the_name_of_a_file_reaches_no_disk(page: Page, name: str) -> None:
    stage, cast = page
    url = await link_for(stage, cast.anna)
    before = all_files(stage)

    told = await hands_over(stage, url, OGE.read_bytes(), name=name)
    await stage.due()

    assert told.status in (200, 400)
    assert all_files(stage) == before


def all_files(stage: Stage) -> set[Path]:
    """Everything around the data directory but what the database makes for itself."""
    return {path for path in stage.directory.parent.rglob("*") if "metodbot.db" not in path.name}


async def test_a_length_that_promises_less_cuts_the_file_and_is_noticed(page: Page) -> None:
    stage, cast = page
    url = await link_for(stage, cast.anna)
    body = HEAD + OGE.read_bytes() + TAIL

    answer = await speaks(url, body, length=len(HEAD) + 2000)

    assert b" 400 " in answer.split(b"\r\n", 1)[0]
    await lets_go(stage)
    assert await nothing_came(stage)
    assert await is_open(stage, url)


async def test_a_length_that_promises_more_is_waited_for_and_given_up(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, cast = page
    url = await link_for(stage, cast.anna)
    monkeypatch.setattr(transfer, "IDLE", 0.3)

    answer = await speaks(url, HEAD + b"PK\x03\x04" + b"0" * 1000, length=100_000)

    assert b" 408 " in answer.split(b"\r\n", 1)[0]
    await lets_go(stage)
    assert await nothing_came(stage)
    assert await is_open(stage, url)


async def test_a_drip_is_cut_when_the_whole_takes_too_long(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, cast = page
    url = await link_for(stage, cast.anna)
    monkeypatch.setattr(transfer, "WITHIN", 0.5)
    address = urlsplit(url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    writer.write(
        f"POST {address.path} HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n"
        f"Content-Type: multipart/form-data; boundary={BOUNDARY}\r\n\r\n".encode()
        + HEAD
        + b"PK\x03\x04"
    )

    async def drip() -> None:
        while True:
            writer.write(b"0")
            await asyncio.sleep(0.05)

    dripping = asyncio.create_task(drip())
    async with asyncio.timeout(10):
        head = await reader.readline()
    dripping.cancel()
    writer.close()

    assert b" 408 " in head
    await lets_go(stage)
    assert await nothing_came(stage)


async def test_a_transfer_that_breaks_off_can_be_made_again(page: Page) -> None:
    stage, cast = page
    url = await link_for(stage, cast.anna)
    whole = HEAD + OGE.read_bytes() + TAIL

    await speaks(url, whole[:3000], length=len(whole), whole=False)
    await lets_go(stage)
    assert await nothing_came(stage)

    answer = await speaks(url, whole)
    assert b" 200 " in answer.split(b"\r\n", 1)[0]
    assert len(await uploads_of(stage)) == 1


async def test_of_two_at_once_one_wins(database_url: str, tmp_path: Path) -> None:
    stage, cast = await open_stage(tmp_path / "data", database_url=database_url)
    for _ in range(5):
        url = await link_for(stage, cast.anna)
        told = await asyncio.gather(*(hands_over(stage, url, OGE.read_bytes()) for _ in range(2)))
        await stage.due()
        assert sorted(one.status for one in told) == [200, 404]

    assert len(await uploads_of(stage)) == 5
    assert files_of(stage) == []
    await stage.close()


async def test_one_link_does_not_open_the_door_to_many_transfers(page: Page) -> None:
    stage, cast = page
    url = await link_for(stage, cast.anna)
    address = urlsplit(url)
    open_ones = []
    for _ in range(2):
        with socket.socket() as probe:
            probe.settimeout(1)
        reader, writer = await asyncio.open_connection(address.hostname, address.port)
        writer.write(
            f"POST {address.path} HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n"
            f"Content-Type: multipart/form-data; boundary={BOUNDARY}\r\n\r\n".encode()
            + HEAD
            + b"PK\x03\x04"
        )
        open_ones.append((reader, writer))
    async with asyncio.timeout(5):
        while len(files_of(stage)) < 2:
            await asyncio.sleep(0.02)

    third = await hands_over(stage, url, OGE.read_bytes())

    assert third.status == 503
    for _reader, writer in open_ones:
        writer.transport.abort()
    await lets_go(stage)
    assert (await hands_over(stage, url, OGE.read_bytes())).status == 200


async def test_a_transfer_that_began_in_time_may_end_after_it(page: Page) -> None:
    stage, cast = page
    url = await link_for(stage, cast.anna)
    await stage.advance(minutes=14, seconds=50)
    late = asyncio.Event()

    async def slow() -> AsyncIterator[bytes]:
        yield HEAD + OGE.read_bytes()
        await late.wait()
        yield TAIL

    async def send() -> int:
        headers = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        async with stage.http.post(url, data=slow(), headers=headers) as answer:
            return answer.status

    sending = asyncio.create_task(send())
    async with asyncio.timeout(5):
        while not files_of(stage):
            await asyncio.sleep(0.02)
    await stage.advance(seconds=20)
    late.set()

    assert await sending == 200
    await stage.quiet()


async def test_too_many_files_are_said_and_the_link_stays(page: Page) -> None:
    stage, cast = page
    await stage.bot.jobs.stop(within=1)
    for _ in range(3):
        assert (await hands_over(stage, await link_for(stage, cast.anna), b"a;b\n")).status == 200
    url = await link_for(stage, cast.anna)

    told = await hands_over(stage, url, OGE.read_bytes())

    assert told.status == 429
    assert "Читаю уже 3" in told.text
    assert await is_open(stage, url)
    assert len(files_of(stage)) == 3


async def test_what_a_crash_left_on_the_disk_goes_with_the_link(page: Page) -> None:
    stage, cast = page
    await link_for(stage, cast.anna)
    (row,) = await links_of(stage)
    for name in (f"link{row.id}x00", f"link{row.id}x01.part", f"link{row.id}0x02"):
        (stage.directory / "files" / name).write_bytes(OGE.read_bytes())

    await stage.advance(minutes=91)

    assert files_of(stage) == [f"link{row.id}0x02"]
    assert await links_of(stage) == []


async def test_a_staff_list_goes_its_own_way(page: Page) -> None:
    stage, cast = page
    url = await link_for(stage, cast.anna, Purpose.STAFF)
    assert "Загрузка кадров" in (await opens(stage, url)).text

    await hands_over(stage, url, STAFF.read_bytes())
    await stage.due()

    assert "12 человек" in await cast.anna.reads()
    assert files_of(stage) == []


async def test_what_opens_the_page_is_in_no_log(
    page: Page, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, cast = page
    set_up_logs("DEBUG")
    url = await link_for(stage, cast.anna)
    await opens(stage, url)

    def failing(*_: object) -> None:
        raise OSError(f"no space for {url}")

    monkeypatch.setattr(transfer, "_check_beginning", failing)
    failed = await hands_over(stage, url, OGE.read_bytes())
    monkeypatch.undo()
    await hands_over(stage, url, OGE.read_bytes())
    logging.getLogger("library").warning("GET %s", url)
    structlog.get_logger().warning("somebody_logs_it", address=url)
    set_up_logs("WARNING")

    said = capsys.readouterr().err
    assert failed.status == 503
    assert "file_handed_over" in said
    assert "/upload/[token]" in said
    assert url.rpartition("/")[2] not in said


async def test_a_stop_in_the_middle_of_a_transfer_is_quick_and_leaves_nothing(
    tmp_path: Path,
) -> None:
    stage, cast = await open_stage(tmp_path / "data")
    url = await link_for(stage, cast.anna)
    address = urlsplit(url)
    _reader, writer = await asyncio.open_connection(address.hostname, address.port)
    writer.write(
        f"POST {address.path} HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n"
        f"Content-Type: multipart/form-data; boundary={BOUNDARY}\r\n\r\n".encode()
        + HEAD
        + b"PK\x03\x04"
    )
    async with asyncio.timeout(5):
        while not files_of(stage):
            await asyncio.sleep(0.02)

    async with asyncio.timeout(10):
        await stage.close()

    writer.close()
    assert files_of(stage) == []


async def test_without_a_public_address_there_is_no_page(stage: Stage) -> None:
    assert stage.bot.page is None


@pytest.mark.parametrize(
    ("given", "root"),
    [
        ({}, None),
        ({"public_url": "https://bot.example.ru/metod/"}, "https://bot.example.ru/metod"),
        ({"webhook_url": "https://bot.example.ru/hook"}, "https://bot.example.ru"),
        ({"api_url": "http://127.0.0.1:8081"}, "http://127.0.0.1:8080"),
        ({"api_url": "http://127.0.0.1:8081", "listen": "0.0.0.0:8080"}, None),
        ({"api_url": "http://127.0.0.1:8081", "listen": ""}, None),
        ({"public_url": "https://bot.example.ru", "listen": ""}, None),
    ],
)
def test_the_public_address_is_said_or_found(given: dict[str, str], root: str | None) -> None:
    assert Settings(**given).public_root() == root


def test_files_of_people_do_not_go_through_the_network_in_the_open() -> None:
    with pytest.raises(ValueError, match="https"):
        Settings(public_url="http://bot.example.ru")


@pytest.mark.parametrize("player", ["marina"])
async def test_who_may_not_load_gets_no_link(page: Page, player: str) -> None:
    from services.uploads import NotYoursToUpload

    stage, cast = page
    one: Player = getattr(cast, player)
    with pytest.raises(NotYoursToUpload):
        await link_for(stage, one)


async def test_a_connection_that_never_asks_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.SILENCE", 0.3)
    stage, _cast = await open_stage(tmp_path / "data")
    address = urlsplit(stage.web)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    writer.write(b"POST /upload/x HTTP/1.1\r\nHost: ")

    async with asyncio.timeout(5):
        rest = await reader.read()

    assert b"200" not in rest
    writer.close()
    await stage.close()
