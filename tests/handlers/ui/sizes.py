"""The sizes every screen keeps: the tests of all handlers call `assert_fits(message)`."""

from handlers.ui.button_fields import codecs_of
from handlers.ui.buttons import ButtonCodec, Key, registered_buttons
from handlers.ui.layout import LABEL_LIMITS, MAX_ROWS, SCREEN_LIMIT
from handlers.ui.screen_fields import record_codec
from handlers.ui.screens import Message, Screen
from tests.handlers.ui import telegram_html

CODEC = ButtonCodec(b"a secret of tests")
LONGEST_CHAT_ID = 2**52 - 1
ALERT_LIMIT = 200


def assert_fits(message: Message, *, limit: int = SCREEN_LIMIT) -> None:
    """Fail unless the message is short, its HTML is sound and its keys fit their rows."""
    visible = telegram_html.read(message.text)
    assert len(visible) <= limit, f"{len(visible)} characters of {limit}: {visible}"
    assert len(message.rows) <= MAX_ROWS, f"{len(message.rows)} rows"
    for row in message.rows:
        assert_row_fits(row)
    for labels in message.reply_rows or ():
        assert len(labels) in LABEL_LIMITS, labels
        assert all(len(label) <= LABEL_LIMITS[len(labels)] for label in labels), labels


def assert_row_fits(row: tuple[Key, ...]) -> None:
    """Fail unless the labels are short enough to stand side by side and the buttons pack."""
    assert len(row) in LABEL_LIMITS, f"{len(row)} keys in a row"
    for key in row:
        limit = LABEL_LIMITS[len(row)]
        assert 0 < len(key.label) <= limit, f"{key.label!r}: {len(key.label)} of {limit}"
        assert "<" not in key.label, f"HTML in a label: {key.label!r}"
        if key.button is not None:
            CODEC.pack(key.button, chat_id=LONGEST_CHAT_ID)


def assert_fits_alert(text: str) -> None:
    """Fail unless the text fits the small window of a callback answer."""
    assert 0 < len(text) <= ALERT_LIMIT, f"{len(text)} characters: {text}"


def assert_survives_the_outbox(screen: Screen) -> None:
    """Fail unless the screen reads back from its stored form as it was."""
    assert Screen.from_json(screen.name, screen.to_json()) == screen


def assert_everything_registered_can_be_written() -> None:
    """Fail if a button or a screen has a field that cannot be packed or stored."""
    for button in registered_buttons().values():
        codecs_of(button)
    for screen in Screen.registry.values():
        record_codec(screen)
