"""A scanned sheet: the balance of a department printed, then photographed by a slightly crooked scanner."""

import math
from io import BytesIO
from pathlib import Path

import numpy
import pypdfium2
from PIL import Image, ImageDraw, ImageFont
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from samples.fonts import font_path
from samples.grid import Ruled, draw, head, label, number
from samples.model_small import WATER, WATER_INCOME, WATER_SPENDING
from samples.money import ZERO, printed, total
from samples.paper import Paper
from samples.recorded import Printed

DPI = 200
TILT = 0.6  # degrees
NOISE = 7.0  # standard deviation of a grey level


def write(path: Path) -> list[Printed]:
    """Write the one-page file that holds nothing but a picture."""
    sheet = path.with_suffix(".sheet")
    printed = _print(sheet)
    document = pypdfium2.PdfDocument(sheet)
    picture = document[0].render(scale=DPI / 72).to_pil().convert("RGB")
    document.close()
    sheet.unlink()
    _seal(picture)
    picture = picture.rotate(TILT, Image.Resampling.BICUBIC, fillcolor="white")
    grain = numpy.random.default_rng(20260210).normal(0, NOISE, (picture.height, picture.width, 1))
    noisy = numpy.clip(numpy.asarray(picture, dtype=float) - 6 + grain, 0, 255).astype("uint8")
    jpeg = BytesIO()
    Image.fromarray(noisy).save(jpeg, "JPEG", quality=52)
    rl_config.invariant = 1
    rl_config.useA85 = 0
    width, height = picture.width * 72 / DPI, picture.height * 72 / DPI
    canvas = Canvas(str(path), pagesize=(width, height), invariant=1)
    canvas.drawImage(ImageReader(BytesIO(jpeg.getvalue())), 0, 0, width, height)
    canvas.showPage()
    canvas.save()
    return printed


def _print(path: Path) -> list[Printed]:
    paper = Paper(path, "", numbering="")
    paper.page("A4", landscape=True, margin=64, numbered=False)
    paper.right("预算公开01表", 11)
    paper.centered("2026年部门收支预算总表", 18, after=14)
    paper.both(f"部门名称：{WATER}", "单位：万元", 12)
    whole = printed(total(amount for _, amount in WATER_SPENDING))
    body = []
    for place in range(len(WATER_SPENDING)):
        name, amount = WATER_INCOME[place] if place < len(WATER_INCOME) else ("", ZERO)
        spent, cost = WATER_SPENDING[place]
        body.append([label(name), number(printed(amount) if amount else ""), label(spent), number(printed(cost))])
    body.append([head("本年收入合计"), number(whole), head("本年支出合计"), number(whole)])
    body.append([label("六、上年结转结余"), number(""), label("七、年终结转结余"), number("")])
    body.append([head("收入总计"), number(whole), head("支出总计"), number(whole)])
    header = (
        (head("收入", span=2), None, head("支出", span=2), None),
        (head("项目"), head("预算数"), head("项目"), head("预算数")),
    )
    paper.caption = ("2026年部门收支预算总表", "预算公开01表", "万元")
    draw(paper, Ruled((31, 19, 31, 19), header, body, size=11.5, pad=7))
    return paper.close()


def _seal(picture: Image.Image) -> None:
    """A round red stamp under the table, clear of every figure."""
    radius, centre = 150, (picture.width - 420, picture.height - 225)
    layer = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    red = (200, 30, 40, 190)
    box = (centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius)
    pen.ellipse(box, outline=red, width=7)
    points = [
        (
            centre[0] + (46 if turn % 2 == 0 else 18) * math.sin(turn * math.pi / 5),
            centre[1] - (46 if turn % 2 == 0 else 18) * math.cos(turn * math.pi / 5),
        )
        for turn in range(10)
    ]
    pen.polygon(points, fill=red)
    font = ImageFont.truetype(str(font_path()), 38)
    for place, sign in enumerate(WATER):
        angle = math.radians(-75 + 150 * place / (len(WATER) - 1))
        tile = Image.new("RGBA", (60, 60), (0, 0, 0, 0))
        ImageDraw.Draw(tile).text((11, 6), sign, font=font, fill=red)
        tile = tile.rotate(-math.degrees(angle), Image.Resampling.BICUBIC)
        spot = (
            int(centre[0] + (radius - 42) * math.sin(angle) - 30),
            int(centre[1] - (radius - 42) * math.cos(angle) - 30),
        )
        layer.alpha_composite(tile, spot)
    picture.paste(layer, (0, 0), layer)
