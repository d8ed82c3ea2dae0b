"""One-time links: made for whom, good for what, counted, spent, forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from db.models.people import Person, RoleAssignment
from db.models.results import Upload
from db.models.upload_links import UploadLink
from services import upload_links
from services.people import privacy, traces
from services.public_page import PublicPage
from services.results import FileRefused
from services.upload_links import LinkClosed, LinkExpired, LinkUsed, TooManyLinks
from services.uploads import NotYoursToUpload, Purpose, TooManyFiles
from tests.services.results_scene import ANNA, MARINA, OLGA, Scene

PAGE = PublicPage.of("https://bot.example.ru", b"a secret of tests")


def offered(scene: Scene, account: int, purpose: Purpose = Purpose.RESULTS) -> str:
    """The token of a new link."""
    with scene.work(account) as work:
        work.page = PAGE
        url = upload_links.offer(work, purpose)
        assert url is not None
        return url.rpartition("/")[2]


def used(scene: Scene, token: str, *, content: bytes = b"PK", **ago: float) -> int:
    """Spend a link on a file whose transfer began a while ago."""
    key = f"link1x{scene.files.put(content)}"
    scene.files.path(key).write_bytes(content)
    with scene.work() as work:
        work.page = PAGE
        began = scene.now - timedelta(**ago)
        return upload_links.use(work, token, file_key=key, name="file.xlsx", began=began)


def looked(scene: Scene, token: str) -> upload_links.OpenLink:
    with scene.work() as work:
        work.page = PAGE
        return upload_links.look(work, token)


def row(scene: Scene, model: type[UploadLink] | type[Upload]) -> UploadLink | Upload:
    return scene.session.scalars(select(model)).one()


@given(st.text(max_size=60))
def test_only_what_we_signed_is_a_token(token: str) -> None:
    assert PAGE.code_in(token) is None


@given(st.text(alphabet="abcXYZ019_-", min_size=1, max_size=40), st.integers(0, 30))
def test_a_signed_code_comes_back_and_a_changed_one_does_not(code: str, at: int) -> None:
    token = PAGE.link(code).rpartition("/")[2]
    assert PAGE.code_in(token) == code

    place = at % len(token)
    changed = token[:place] + ("~" if token[place] != "~" else "!") + token[place + 1 :]
    assert PAGE.code_in(changed) is None


def test_another_secret_signs_nothing_of_ours() -> None:
    other = PublicPage.of("https://bot.example.ru", b"another secret")
    assert other.code_in(PAGE.link("code").rpartition("/")[2]) is None


def test_a_link_holds_128_random_bits_and_only_its_hash_is_kept(results_scene: Scene) -> None:
    tokens = {offered(results_scene, OLGA) for _ in range(5)}

    codes = {PAGE.code_in(token) or "" for token in tokens}
    assert len(codes) == 5
    assert all(len(code) == 22 for code in codes)
    kept = results_scene.session.scalars(select(UploadLink.token_hash)).all()
    assert not any(
        code in held or held in token for code in codes for held in kept for token in tokens
    )


@pytest.mark.parametrize("account", [MARINA, 999])
def test_who_may_not_load_gets_no_link(results_scene: Scene, account: int) -> None:
    with pytest.raises(NotYoursToUpload):
        offered(results_scene, account)


def test_without_an_address_nothing_is_made(results_scene: Scene) -> None:
    with results_scene.work(ANNA) as work:
        assert upload_links.offer(work, Purpose.RESULTS) is None
    assert results_scene.session.scalars(select(UploadLink)).all() == []


def test_ten_links_an_hour_are_enough(results_scene: Scene) -> None:
    for _ in range(upload_links.PER_HOUR):
        offered(results_scene, ANNA)
    with pytest.raises(TooManyLinks):
        offered(results_scene, ANNA)
    offered(results_scene, OLGA)

    results_scene.passes(hours=1)
    offered(results_scene, ANNA)


def test_a_link_is_bound_to_person_and_purpose(results_scene: Scene) -> None:
    token = offered(results_scene, ANNA, Purpose.STAFF)

    assert looked(results_scene, token).purpose is Purpose.STAFF
    used(results_scene, token)

    upload, link = row(results_scene, Upload), row(results_scene, UploadLink)
    assert isinstance(upload, Upload)
    assert isinstance(link, UploadLink)
    assert (upload.purpose, upload.channel, upload.message_id) == ("staff", "page", None)
    assert (upload.person_id, link.upload_id) == (link.person_id, upload.id)
    assert results_scene.heard(LinkUsed) == [LinkUsed(Purpose.STAFF)]


def test_a_link_is_good_for_quarter_of_an_hour(results_scene: Scene) -> None:
    token = offered(results_scene, ANNA)
    results_scene.passes(minutes=14, seconds=59)
    looked(results_scene, token)

    results_scene.passes(seconds=1)
    with pytest.raises(LinkClosed):
        looked(results_scene, token)
    with pytest.raises(LinkClosed):
        used(results_scene, token)
    used(results_scene, token, seconds=1)


def test_a_link_is_spent_once(results_scene: Scene) -> None:
    token = offered(results_scene, ANNA)
    used(results_scene, token)

    for attempt in (looked, used):
        with pytest.raises(LinkClosed):
            attempt(results_scene, token)


def test_the_role_is_asked_again_when_the_file_arrives(results_scene: Scene) -> None:
    token = offered(results_scene, ANNA)
    person = results_scene.session.scalars(select(Person).where(Person.account == ANNA)).one()
    for held in results_scene.session.scalars(
        select(RoleAssignment).where(RoleAssignment.person_id == person.id)
    ):
        results_scene.session.delete(held)
    results_scene.session.flush()

    for attempt in (looked, used):
        with pytest.raises(LinkClosed):
            attempt(results_scene, token)


def test_too_many_files_are_no_fault_of_the_link(results_scene: Scene) -> None:
    for number in range(3):
        used(results_scene, offered(results_scene, ANNA), content=bytes([number]))
    token = offered(results_scene, ANNA)

    nested = results_scene.session.begin_nested()
    with pytest.raises(TooManyFiles):
        used(results_scene, token, content=b"4")
    nested.rollback()

    assert looked(results_scene, token)


def test_an_unused_link_says_that_it_is_over(results_scene: Scene) -> None:
    offered(results_scene, ANNA)
    unused = row(results_scene, UploadLink)
    results_scene.passes(minutes=15)

    results_scene.does("upload_links.expire", {"link_id": unused.id}, lambda _: None)

    assert results_scene.heard(LinkExpired) == [LinkExpired(Purpose.RESULTS)]


def test_who_is_forgotten_has_no_links(results_scene: Scene) -> None:
    token = offered(results_scene, ANNA)
    with results_scene.work(ANNA) as work:
        assert '"purpose": "results"' in privacy.kept(work).document
        privacy.forget(work)

    assert results_scene.session.scalars(select(UploadLink)).all() == []
    with pytest.raises(LinkClosed):
        used(results_scene, token)


def test_the_links_of_a_person_are_shown_to_them(results_scene: Scene) -> None:
    offered(results_scene, ANNA)
    with results_scene.work(ANNA) as work:
        shown = traces.upload_links(results_scene.session, work.actor.person_id or 0)
    assert [set(one) for one in shown] == [{"purpose", "created_at", "used_at"}]


def forgets(scene: Scene, upload_id: int) -> None:
    scene.does("uploads.forget_file", {"upload_id": upload_id}, lambda _: None)


@pytest.mark.parametrize("code", ["damaged", "failed", "timeout"])
def test_a_file_that_cannot_be_read_goes_like_one_that_can(results_scene: Scene, code: str) -> None:
    upload_id = used(results_scene, offered(results_scene, ANNA))
    upload = results_scene.session.get_one(Upload, upload_id)
    assert results_scene.files.path(upload.file_key).exists()

    results_scene.does("results.parse", {"upload_id": upload_id}, lambda _: FileRefused(code))
    forgets(results_scene, upload_id)

    assert upload.status == "refused"
    assert not results_scene.files.path(upload.file_key).exists()
