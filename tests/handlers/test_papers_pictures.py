"""Papers open in an office program; pictures of them for the documentation."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from handlers.papers.composing.samples import sample
from handlers.papers.writing import paper_texts, written_as
from services.papers import PaperKind, Writing, write
from tests.services.papers import told as scenes
from tests.services.papers.reckoned import drawn_of

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PAGES = shutil.which("pdftoppm")
PICTURES = os.environ.get("METODBOT_PICTURES")
"""Where pictures for the documentation are written, when they are to be renewed."""
DOTS_PER_INCH = "80"

pytestmark = [
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
    pytest.mark.skipif(PAGES is None, reason="pdftoppm (poppler-utils) is not installed"),
]


def papers(folder: Path) -> dict[str, bytes]:
    """One document of every kind, and the form a place could start from."""
    file = folder / "picture.png"
    file.write_bytes(drawn_of(scenes.study()))
    texts = paper_texts()
    made = {
        kind.value: write(written_as(scenes.told(kind, picture=file), texts, None)).content
        for kind in PaperKind
    }
    form = sample(PaperKind.MINUTES, texts)
    return {**made, "form": write(Writing(form, "form.docx")).content}


def pages(folder: Path, documents: dict[str, bytes]) -> dict[str, list[Path]]:
    """Every page of the documents as a PNG, as the office program lays them out."""
    assert OFFICE is not None
    assert PAGES is not None
    paths = [folder / f"{name}.docx" for name in documents]
    for path, content in zip(paths, documents.values(), strict=True):
        path.write_bytes(content)
    home = f"-env:UserInstallation=file://{folder}/home"
    command = [OFFICE, home, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=180)
    for name in documents:
        pdf, stem = folder / f"{name}.pdf", folder / name
        subprocess.run([PAGES, "-r", DOTS_PER_INCH, "-png", str(pdf), str(stem)], check=True)
    return {name: sorted(folder.glob(f"{name}-*.png")) for name in documents}


def test_an_office_program_opens_every_paper(tmp_path: Path) -> None:
    found = pages(tmp_path, papers(tmp_path))

    # How many pages there are depends on the faces a machine has; the plan is made for one.
    counts = {name: len(made) for name, made in found.items()}
    assert counts["plan"] == 1
    assert all(1 < counts[name] < 6 for name in ("minutes", "report", "form")), counts
    if PICTURES:
        for name, made in found.items():
            shutil.copyfile(made[0], Path(PICTURES) / f"paper-{name}.png")
            for number, page in enumerate(made[1:3], 2):
                if name == "report":
                    shutil.copyfile(page, Path(PICTURES) / f"paper-{name}-{number}.png")
