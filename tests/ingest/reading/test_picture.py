import io
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from ingest.reading.picture import NoPicture, page_picture


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    """Two pages of 200 by 300 points, the second with a black block at (50, 100)-(150, 120) from the top left."""
    file = tmp_path / "drawn"
    canvas = Canvas(str(file), pagesize=(200, 300))
    canvas.showPage()
    canvas.rect(50, 300 - 120, 100, 20, fill=1)
    canvas.showPage()
    canvas.save()
    return file


def pixels(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("L")


def test_page_is_drawn_at_its_scale(drawn: Path) -> None:
    picture = page_picture(drawn, 2, scale=2)
    assert picture.page_size == (200, 300)
    assert pixels(picture.png).size == (400, 600)
    assert pixels(picture.png).getpixel((200, 220)) < 30


def test_part_of_a_page_is_cut_where_its_box_says(drawn: Path) -> None:
    picture = page_picture(drawn, 2, scale=1, part=(50, 100, 150, 120))
    assert picture.part == (50, 100, 150, 120)
    assert pixels(picture.png).size == (100, 20)
    assert pixels(picture.png).resize((1, 1)).getpixel((0, 0)) < 60


def test_part_beyond_the_page_is_cut_to_it(drawn: Path) -> None:
    assert page_picture(drawn, 1, scale=1, part=(0, -40, 1e6, 60)).part == (0, 0, 200, 60)


def test_image_file_is_its_own_page(tmp_path: Path) -> None:
    file = tmp_path / "scan"
    Image.new("RGB", (120, 80), "white").save(file, "PNG")
    assert page_picture(file, 1).page_size == (120, 80)


@pytest.mark.parametrize("page", [0, 3])
def test_a_page_that_is_not_there_is_refused(drawn: Path, page: int) -> None:
    with pytest.raises(NoPicture):
        page_picture(drawn, page)


def test_a_file_without_pages_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "text"
    file.write_text("no page", "utf-8")
    with pytest.raises(NoPicture):
        page_picture(file, 1)
