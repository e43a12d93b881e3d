"""A small made-up library for tests of the page: one drawn document and an assistant with prepared answers."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from assistant.answer import Answer, AnswerFigure, AnswerItem, AnswerKind, SourceRef
from assistant.question import Question
from ingest.records.document import Document, DocumentKind, RowRole, Stage
from ingest.records.figure import Figure, Origin, Relation
from ingest.records.layout import Cell, Grid, Page, Reading
from ingest.records.units import WAN_YUAN, Amount
from ui.web.recheck import Recheck, recheck

DOCUMENT_ID = "0123456789abcdef"
PROJECTS = (
    ("智慧政务平台运行维护", "1,266.19"),
    ("基层法律服务站点建设", "842.00"),
    ("公共法律服务热线", "310.55"),
    ("普法宣传专项经费", "120.00"),
    ("办公设备购置（涉密）", "96.40"),
)
ROW_TOP, ROW_HIGH = 150.0, 26.0


def row_box(index: int) -> tuple[float, float, float, float]:
    """The box of the amount of a project, in points from the top left."""
    top = ROW_TOP + index * ROW_HIGH
    return (360.0, top, 470.0, top + ROW_HIGH)


def draw(path: Path) -> Path:
    """One page with a table of projects, drawn as PDF."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    high = 841.89
    canvas = Canvas(str(path), pagesize=(595.27, high))
    canvas.setFont("STSong-Light", 16)
    canvas.drawCentredString(297, high - 90, "临江市司法局 2026 年项目支出预算表")
    canvas.setFont("STSong-Light", 9)
    canvas.drawRightString(540, high - 118, "单位：万元")
    canvas.setFont("STSong-Light", 10.5)
    canvas.line(60, high - 124, 540, high - 124)
    canvas.drawString(70, high - 142, "项目名称")
    canvas.drawRightString(464, high - 142, "预算数")
    for index, (name, amount) in enumerate(PROJECTS):
        top = high - ROW_TOP - index * ROW_HIGH
        canvas.line(60, top, 540, top)
        canvas.drawString(70, top - 17, name)
        canvas.drawRightString(464, top - 17, amount)
    canvas.line(60, high - ROW_TOP - len(PROJECTS) * ROW_HIGH, 540, high - ROW_TOP - len(PROJECTS) * ROW_HIGH)
    canvas.save()
    return path


DOCUMENT = Document(
    DOCUMENT_ID,
    "临江市司法局2026.pdf",
    "临江市司法局2026年部门预算",
    DocumentKind.DEPARTMENT_BUDGET,
    "临江市司法局",
    2026,
    Stage.BUDGET,
    "万元",
    1,
    "pdf",
    inferred=("stage",),
    warnings=(),
    coverage="0.9987",
)


def source(index: int) -> SourceRef:
    """The place of a project's amount."""
    name, text = PROJECTS[index]
    return SourceRef(
        DOCUMENT_ID, DOCUMENT.file_name, DOCUMENT.title, 1, "项目支出预算表", name, "预算数", text, row_box(index)
    )


def value(index: int) -> Decimal:
    return Decimal(PROJECTS[index][1].replace(",", ""))


def page_of(index: int, text: str | None = None) -> Page:
    """The page as a reader gives it; ``text`` stands in the place of a project's amount."""
    cells = [Cell(i, 1, text if text and i == index else PROJECTS[i][1], row_box(i)) for i in range(len(PROJECTS))]
    return Page(1, 595.0, 842.0, (Grid(1, None, len(PROJECTS), 2, tuple(cells)),))


def record(ref: SourceRef) -> Figure:
    """The stored figure behind a source."""
    index = next(i for i, (name, _) in enumerate(PROJECTS) if name == ref.row)
    return Figure(
        f"f{index}", DOCUMENT_ID, "t", f"r{index}", None, Origin.TABLE, Relation.AMOUNT, None, None, 2026,
        Stage.BUDGET, "project_expenditure", PROJECTS[index][0], None, RowRole.ITEM, ("预算数",), ref.text,
        Amount(value(index), WAN_YUAN), WAN_YUAN, 1, ref.box,
    )  # fmt: skip


def rechecked(answer: Answer) -> Recheck:
    """An answer checked against the untouched page."""
    return recheck(answer, lambda ref: Reading(ref.document, "pdf", (page_of(0),)), record)


class FakeAssistant:
    """Answers by a word in the question."""

    def stream(self, question: Question) -> Iterator[str | Answer]:
        yield "草稿"
        yield self.ask(question)

    def ask(self, question: Question) -> Answer:
        words = question.words
        if "合计" in words or "total" in words:
            total = sum((value(i) for i in range(5)), Decimal(0))
            parts = tuple(AnswerFigure(value(i), "万元", PROJECTS[i][0], False, (i,)) for i in range(5))
            return Answer(
                AnswerKind.NUMBER,
                f"5 个项目合计 {total:,} 万元。",
                (AnswerFigure(total, "万元", "临江市司法局 2026 年项目支出合计", True, tuple(range(5))), *parts),
                sources=tuple(source(i) for i in range(5)),
                method="把 5 个项目的预算数相加。",
                plan={"words": "合计 · 临江市司法局 · 2026 年预算 · 全部项目"},
            )
        if "最大" in words or "largest" in words:
            items = tuple(AnswerItem(PROJECTS[i][0], value(i), "万元", (i,)) for i in range(5))
            return Answer(
                AnswerKind.LIST,
                "金额最大的 5 个项目：",
                items=items,
                sources=tuple(source(i) for i in range(5)),
                method="按预算数从大到小排列。",
                plan={"words": "排序 · 项目 · 预算数 · 前 5"},
            )
        if "哪个" in words:
            return Answer(
                AnswerKind.CLARIFICATION,
                "“法律服务”与两个项目相符，您问的是哪一个？",
                choices=("基层法律服务站点建设的预算是多少", "公共法律服务热线的预算是多少"),
            )
        if "2019" in words:
            return Answer(
                AnswerKind.REFUSAL,
                "已读入的文件中没有 2019 年的数字。临江市司法局有 2026 年的部门预算。",
                choices=("2026年智慧政务平台运行维护的预算是多少",),
            )
        if "为什么" in words:
            return Answer(
                AnswerKind.TEXT,
                "“2026 年项目支出比上年增加，主要原因是新建基层法律服务站点。”",
                sources=(source(1),),
                method="原文引述。",
            )
        if "坏" in words:
            raise RuntimeError("broken on purpose")
        return Answer(
            AnswerKind.NUMBER,
            "临江市司法局 2026 年“智慧政务平台运行维护”项目预算为 1,266.19 万元。",
            (AnswerFigure(value(0), "万元", "临江市司法局 · 2026 年预算 · 智慧政务平台运行维护", False, (0,)),),
            sources=(source(0),),
            method="直接取自项目支出预算表的“预算数”一列。",
            plan={"words": "取数 · 临江市司法局 · 2026 年预算 · 智慧政务平台运行维护"},
        )
