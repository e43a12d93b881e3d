"""Damaged files: whatever is done to a document, ingestion neither crashes nor hangs nor keeps half of it."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy import func, select

from ingest.pipeline import ingest
from ingest.report import Outcome
from ingest.settings import Settings
from ingest.stores import schema
from ingest.stores.store import open_store

Damage = Callable[[bytes, random.Random], bytes]


def drawn(path: Path, pages: int, compressed: bool) -> bytes:
    """A small budget table, ruled, over some pages."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path), pagesize=A4, pageCompression=int(compressed), invariant=1)
    for page in range(pages):
        canvas.setFont("STSong-Light", 11)
        canvas.drawString(80, 790, f"甲市水务局2026年部门预算 表{page + 1} 项目支出表")
        canvas.drawString(420, 770, "单位：万元")
        canvas.grid([80, 260, 380, 500], [700 - 20 * at for at in range(4)])
        for at, cells in enumerate(
            (("项目", "合计", "财政拨款"), ("河道清淤", "1,266.19", "966.19"), ("合计", "1.00", ""))
        ):
            for column, text in zip((85, 265, 385), cells, strict=True):
                canvas.drawString(column, 686 - 20 * at, text)
        canvas.showPage()
    canvas.save()
    return path.read_bytes()


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(1, len(content))]


def flip(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.choice((1, 5, 50, 500))):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def swap(content: bytes, chance: random.Random) -> bytes:
    one, two, three = sorted(chance.randrange(len(content)) for _ in range(3))
    return content[:one] + content[two:three] + content[one:two] + content[three:]


def repeat(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    piece = content[start : start + chance.randrange(1, 400)]
    return content[:start] + piece * chance.randrange(2, 40) + content[start:]


def renumber(content: bytes, chance: random.Random) -> bytes:
    # Numbers are lengths, offsets, counts and references: wild ones lead readers into loops and huge allocations.
    damaged = bytearray(content)
    places = [at for at, byte in enumerate(damaged) if 48 <= byte <= 57]
    for at in chance.sample(places, min(len(places), 30)):
        damaged[at] = chance.choice(b"0123456789-")
    return bytes(damaged)


DAMAGES: tuple[Damage, ...] = (cut, flip, swap, repeat, renumber)


def damage(folder: Path, count: int) -> None:
    chance = random.Random(20260701)
    wholes = [
        drawn(folder.parent / f"whole-{pages}-{compressed}.pdf", pages, compressed)
        for pages in (1, 3)
        for compressed in (False, True)
    ]
    folder.mkdir()
    for at in range(count):
        content = DAMAGES[at % len(DAMAGES)](chance.choice(wholes), chance)
        (folder / f"{at:03}.pdf").write_bytes(content)


def check(tmp_path: Path, count: int, patience: float) -> None:
    folder = tmp_path / "in"
    damage(folder, count)
    settings = Settings(data=tmp_path / "data", max_seconds=20)
    begun = time.monotonic()
    report = ingest([folder], settings, jobs=2, vectors=False)
    assert time.monotonic() - begun < patience
    assert len(report.files) == count
    assert {file.outcome for file in report.files} <= {Outcome.STORED, Outcome.DUPLICATE, Outcome.FAILED}
    for file in report.failed:
        assert file.reason is not None
        said = file.reason.text("en")
        assert Path(file.path).name in said and "\n" not in said
        # A fault of ours, not of the file.
        assert file.reason.key not in ("read.unexpected", "read.crashed"), said
    with open_store(settings) as store:
        stored = {file.document_id for file in report.of(Outcome.STORED)}
        assert {document.id for document in store.documents()} == stored
        with store.engine.connect() as connection:
            for table in (schema.tables, schema.rows, schema.figures, schema.passages):
                found = connection.scalars(select(table.c.document_id).distinct())
                assert set(found) <= stored
            assert connection.scalar(select(func.count()).select_from(schema.documents)) == len(stored)


def test_a_few_damaged_documents(tmp_path: Path) -> None:
    check(tmp_path, 40, 120)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_many_damaged_documents(tmp_path: Path) -> None:
    check(tmp_path, 500, 800)
