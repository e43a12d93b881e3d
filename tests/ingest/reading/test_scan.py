"""Scanned pages: a table drawn as a picture comes back as a grid, also sideways, askew or under red ink."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from ingest.reading.kind import read_file
from ingest.reading.scan import read_picture

FONTS = ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc")
ROWS = [["科目名称", "合计", "项目支出"], ["行政运行", "6,853.85", "0.00"], ["购房补贴", "3,841.71", "12.50"]]
WIDTH, HEIGHT = 1654, 1100  # pixels, 200 dots an inch


def drawn() -> Image.Image:
    font = next((ImageFont.truetype(path, 36) for path in FONTS if Path(path).exists()), None)
    if font is None:
        pytest.skip("No CJK font to draw a page with: install fonts-noto-cjk.")
    page = Image.new("RGB", (WIDTH, HEIGHT), "white")
    pen = ImageDraw.Draw(page)
    pen.text((600, 80), "支出总体情况表", font=font, fill="black")
    pen.text((1250, 170), "单位：万元", font=font, fill="black")
    for index in range(4):
        pen.line((150, 240 + 90 * index, 1500, 240 + 90 * index), fill="black", width=3)
        pen.line((150 + 450 * index, 240, 150 + 450 * index, 510), fill="black", width=3)
    for row, texts in enumerate(ROWS):
        for column, text in enumerate(texts):
            pen.text((190 + 450 * column, 260 + 90 * row), text, font=font, fill="black")
    pen.text((200, 700), "本表为青禾市水务局二〇二六年支出情况，金额均为预算数。", font=font, fill="black")
    pen.ellipse((1000, 200, 1350, 550), outline=(255, 40, 40), width=8)
    return page


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_drawn_table_is_read_whichever_way_it_lies(turn: int) -> None:
    picture = drawn().rotate(turn, expand=True)
    width, height = (595.0, 396.0) if turn % 180 == 0 else (396.0, 595.0)
    page = read_picture(picture, 1, width, height)
    (grid,) = page.grids
    texts = {(cell.row, cell.column): cell.text for cell in grid.cells}
    assert [[texts[(row, column)] for column in range(3)] for row in range(3)] == ROWS
    assert {line.text for line in page.lines} >= {"支出总体情况表", "单位：万元"}
    assert all(cell.confidence is not None and cell.confidence > 0.8 for cell in grid.cells)
    assert page.displayed_size == pytest.approx((width, height), abs=1)
    for cell in grid.cells:
        assert cell.box and 0 <= cell.box[0] < cell.box[2] <= 595 and 0 <= cell.box[1] < cell.box[3] <= 396


def test_a_page_slightly_askew_is_straightened() -> None:
    page = read_picture(drawn().rotate(1.2, fillcolor="white"), 1, 595.0, 396.0)
    (grid,) = page.grids
    assert [cell.text for cell in grid.cells if cell.row == 1] == ROWS[1]


@pytest.mark.corpus
def test_a_real_table_printed_sideways_is_read(corpus: Path) -> None:
    reading = read_file(corpus / "hard" / "scanned_sideways_table.pdf")
    (grid,) = reading.pages[1].grids
    assert (grid.rows, grid.columns) == (12, 6)
    total = next(cell for cell in grid.cells if cell.row == 11 and cell.column == 5)
    assert total.text == "306.99452"
