"""The preview of a read file: what it holds, what is odd in it, who will get the summary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handlers.results.buttons import BackInUpload, ConfirmUpload, DropUpload
from handlers.results.wording import title_line, trouble_line
from handlers.ui.buttons import Rows
from handlers.ui.layout import SCREEN_LIMIT, in_rows
from handlers.ui.screens import Message, Screen
from handlers.ui.split import visible_text
from handlers.ui.texts import Markup, Texts
from services.previews import Preview, Receiver

RECEIVERS_SHOWN = 2
TITLES_SHOWN = 3
FEDERAL = "vpr_"
"""How kinds begin whose comparison with the region is another report of the same system."""


@dataclass(frozen=True)
class FilePreview(Screen):
    """What the file holds, what is odd in it, who will get it; nothing is kept yet."""

    preview: Preview

    def render(self, texts: Texts) -> Message:
        """Show it."""
        shown = self.preview
        must = [_head(shown, texts), *_troubles(shown, texts)]
        may: list[Markup] = []
        if not shown.bad_rows:
            must += _notes(shown, texts)
            may += _oddities(shown, texts)
        must += _disagreements(shown, texts)
        must.append(texts("results-nothing-kept"))
        while may and len(visible_text("\n".join([*must, *may]))) > SCREEN_LIMIT:
            may.pop()
        # The hints stand after the head, before who gets the summary.
        return Message("\n".join([must[0], *may, *must[1:]]), _preview_rows(shown, texts))


def _head(shown: Preview, texts: Texts) -> Markup:
    titles = _titles(shown, texts)
    if shown.bad_rows:
        whole = shown.works + len(shown.bad_rows)
        return texts("results-almost", title=titles, read=shown.works, whole=whole)
    return texts(
        "results-found",
        title=titles,
        kind=shown.kind,
        works=shown.works,
        schools=shown.schools,
        school=shown.school or "many",
        named="yes" if shown.school else "no",
    )


def _titles(shown: Preview, texts: Texts) -> str:
    """What the file holds; of many studies the first ones and how many more there are."""
    named = "; ".join(title_line(title, texts) for title in shown.titles[:TITLES_SHOWN])
    more = len(shown.titles) - TITLES_SHOWN
    return named if more <= 0 else texts.label("results-titles-more", titles=named, count=more)


def _disagreements(shown: Preview, texts: Texts) -> Iterator[Markup]:
    for one in shown.disagreements[:1]:
        yield texts(
            "results-differ",
            what=one.what,
            code=one.code,
            first=one.first,
            second=one.second,
            kind=one.kind,
            more=shown.disagreement_count - 1,
        )


def _troubles(shown: Preview, texts: Texts) -> Iterator[Markup]:
    for trouble in shown.troubles:
        yield trouble_line(trouble, texts)
    more = shown.trouble_count - len(shown.troubles)
    if more:
        yield texts("results-and-more", count=more)


def _oddities(shown: Preview, texts: Texts) -> Iterator[Markup]:
    """What to look at, the most useful first: the end of it is left out where it does not fit."""
    if shown.oddities:
        yield texts("results-look-at", count=shown.oddity_count)
        for trouble in shown.oddities:
            yield texts("results-bullet", words=trouble_line(trouble, texts))
    if shown.summarised and not shown.compared and shown.kind.startswith(FEDERAL):
        yield texts("results-not-compared")


def _notes(shown: Preview, texts: Texts) -> Iterator[Markup]:
    if shown.foreign:
        yield texts(
            "results-foreign",
            count=len(shown.foreign),
            first=_short(shown.foreign[0], 28),
            own=shown.own_only,
        )
    if shown.replaced_at is not None:
        yield texts("results-replaces", at=shown.replaced_at)
    if shown.together:
        kinds = ", ".join(texts.label("results-kind", kind=kind) for kind in shown.together)
        yield texts("results-together", kinds=kinds, count=len(shown.together))
    if not shown.summarised:
        yield texts("results-no-summary")
        return
    for receiver in shown.receivers[:RECEIVERS_SHOWN]:
        yield _receiver(receiver, texts)
    more = len(shown.receivers) - RECEIVERS_SHOWN
    if more > 0:
        yield texts("results-and-more", count=more)
    if not shown.receivers:
        yield texts("results-nobody-yet")


def _receiver(receiver: Receiver, texts: Texts) -> Markup:
    return texts(
        "results-receiver",
        name=receiver.name,
        group=receiver.group or "none",
        linked="no" if receiver.group is None else "yes",
    )


def _preview_rows(shown: Preview, texts: Texts) -> Rows:
    corrected = DropUpload(shown.upload_id, corrected=True)
    cancel = DropUpload(shown.upload_id, corrected=False)
    keys = [corrected.labelled(texts.label("results-send-corrected"))]
    if shown.bad_rows:
        leave = ConfirmUpload(shown.upload_id, leave_bad=True)
        label = texts.label(
            "results-leave-bad", count=len(shown.bad_rows), row=str(shown.bad_rows[0])
        )
        keys.append(leave.labelled(label))
    else:
        confirm = ConfirmUpload(shown.upload_id, leave_bad=False)
        label = "results-confirm" if shown.summarised else "results-confirm-only"
        keys.insert(0, confirm.labelled(texts.label(label)))
    if shown.answered:
        keys.append(BackInUpload(shown.upload_id).labelled(texts.label("results-back")))
    return in_rows(keys, exits=[cancel.labelled(texts.label("results-cancel"))], columns=1)


def _short(name: str, limit: int = 40) -> str:
    return name if len(name) <= limit else f"{name[: limit - 1].rstrip()}…"
