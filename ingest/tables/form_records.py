"""A form of one project as records: one row, its money lines as figures, its other lines as texts."""

import re
from dataclasses import replace

from ingest.records.document import Row, RowRole, RowText, Table
from ingest.records.figure import Figure, Origin, Relation
from ingest.records.units import POINTS, Amount, Unit, UnitKind
from ingest.tables.captions import Caption
from ingest.tables.celltext import cell_text
from ingest.tables.columns import ColumnKind
from ingest.tables.evaluations import evaluated_columns, points_in
from ingest.tables.form_figures import FormFigure
from ingest.tables.forms import Form, form_of
from ingest.tables.framework import Framework, ReadTable, Said, around, settle, unit_of_labels
from ingest.tables.heading import Heading
from ingest.tables.measures import column_unit, period_of, relation_of
from ingest.tables.rows import is_secret
from ingest.tables.sheet import Sheet
from ingest.wording.codes import scheme_of, split_code
from ingest.wording.names import is_body_name, normal_name
from ingest.wording.numbers import read_cell
from ingest.wording.table_kinds import OTHER, kind_of
from ingest.wording.units import label_unit


def form_records(
    framework: Framework, ordinal: int, sheet: Sheet, start: int, caption: Caption, last_unit: Unit | None
) -> ReadTable:
    """The records of a form that begins at a row of its sheet."""
    form = form_of(sheet, start)
    said = settle(framework, ordinal, caption, _money_unit(form, sheet), last_unit)
    row = _row(framework, said, sheet, caption, form)
    table = Table(
        id=said.id,
        document_id=framework.document_id,
        ordinal=ordinal,
        title=caption.title or row.label,
        number=caption.number,
        kind=_kind(form, sheet, caption),
        department=said.department,
        year=said.year,
        stage=said.stage,
        unit=said.unit.name,
        page=sheet.page,
        page_end=sheet.page_end,
        columns=tuple(dict.fromkeys(figure.path for figure in form.figures)),
        note=caption.note,
    )
    texts = tuple(
        RowText(
            f"{row.id}-x{i:02d}", row.id, row.document_id, name, cell_text(cell.text), cell.page or row.page, cell.box
        )
        for i, (name, cell) in enumerate(form.texts)
    )
    figures = tuple(_figure(said, table, row, i, figure) for i, figure in enumerate(form.figures))
    if form.score is not None:
        figures += (_score(said, table, row, len(figures), form.score),)
    heading = Heading(start, start, start)
    return ReadTable(table, sheet, heading, (), (row,), ((start, 0),), texts, figures, form.indicators_from)


def _money_unit(form: Form, sheet: Sheet) -> Unit | None:
    """The unit of money that the labels of a form name, else what stands above its indicators."""
    units = (label_unit(text) for f in form.figures for text in (f.group, *f.path))
    named = next((u for u in units if u is not None and u.kind is UnitKind.MONEY), None)
    return named or unit_of_labels(c for c in sheet.cells if c.row < form.indicators_from)


def _kind(form: Form, sheet: Sheet, caption: Caption) -> str:
    """The kind of a form: an evaluation where it prints what was done or points, whatever its title."""
    kind = kind_of(caption.title, "绩效目标 绩效指标")
    if kind not in (OTHER, "performance_targets"):
        return kind
    evaluates = {"actual", "points"} & set(evaluated_columns(sheet, form.indicators_from))
    return "performance_evaluation" if evaluates else "performance_targets"


def _label_and_code(form: Form, caption: Caption, department: str | None) -> tuple[str, str | None]:
    """What a form's project is called, by its name or else by its title, and its code."""
    coded = split_code(form.name)
    titled = _named_by(caption.title, department or "") or department or caption.title
    label = normal_name(coded.name if coded is not None else form.name) or titled
    if form.name_cell is None and form.code:
        label = titled  # a project's code without its name: the title has it
    return label, form.code or (coded.code if coded is not None else None)


def _row(framework: Framework, said: Said, sheet: Sheet, caption: Caption, form: Form) -> Row:
    """The one row of a form: its project, over all its cells."""
    label, code = _label_and_code(form, caption, said.department)
    cells = [c for c in (form.name_cell, *(f.cell for f in form.figures), *(c for _, c in form.texts)) if c is not None]
    return Row(
        id=f"{said.id}-r0000",
        table_id=said.id,
        document_id=framework.document_id,
        ordinal=0,
        label=label,
        printed_label=form.name or label,
        code=code,
        code_scheme=scheme_of(code) if code else None,
        role=RowRole.ITEM,
        level=1,
        parent_id=None,
        body=_of_unit(framework, caption) if form.body is None else _body_name(form.body),
        page=sheet.page,
        page_end=max((c.page or sheet.page for c in cells), default=sheet.page),
        box=around(cells, sheet.page),
        is_secret=is_secret(form.name) or any(is_secret(cell.text) for _, cell in form.texts),
    )


# A project's form that names it in its title alone: 1、农村公路日常养护补助资金绩效目标表 (Hebei's form).
_NUMBERED = re.compile(r"(?:^|(?<=目标)|(?<=自评)|(?<=情况))(?:\d{1,3}[、.．]|[（(]?[一二三四五六七八九十]+[)）、])")
_FORM_OF = re.compile(
    r"(?:项目)?(?:支出)?(?:年度)?绩效(?:目标|自评|评价)(?:申报|情况|结果)?表?(?:[（(](?P<of>.{4,})[)）])?$"
)
_OF_ALL = re.compile(r"(?:\d{4}年度?)?(?:部门|单位|整体|项目|预算|支出)*")


def _named_by(title: str, department: str) -> str:
    """The project that a form's title names, without its number; nothing where it is of the department as a whole."""
    words = _NUMBERED.split(title)[-1]
    form = _FORM_OF.search(words)
    name = (form["of"] if form is not None else None) or _FORM_OF.sub("", words)
    if _OF_ALL.fullmatch(name.replace(department, "", 1)):
        return ""
    return name if len(name) > 2 else title


def _of_unit(framework: Framework, caption: Caption) -> str | None:
    """The body printed above a form: the one that carries the project out, else a unit whose forms these are."""
    unit = caption.department
    return caption.body or (unit if unit and unit != framework.department and is_body_name(unit) else None)


def _body_name(printed: str) -> str:
    """The unit a form names, without its code: 402001-某某局 -> 某某局."""
    coded = split_code(printed)
    return normal_name(coded.name if coded is not None else printed)


def _score(said: Said, table: Table, row: Row, i: int, figure: FormFigure) -> Figure:
    """The points a whole form got."""
    made = _figure(said, table, row, i, figure)
    value = points_in(figure.cell.text)
    amount = None if value is None else Amount(value, POINTS)
    return replace(made, relation=Relation.SCORE, year=said.year, stage=said.stage, unit=POINTS, amount=amount)


def _figure(said: Said, table: Table, row: Row, i: int, figure: FormFigure) -> Figure:
    number = read_cell(figure.cell.text)
    unit = column_unit((figure.group, *figure.path), ColumnKind.AMOUNT, number.percent, said.unit)
    year, stage = period_of(figure.path, None, said.year, said.stage)
    return Figure(
        f"{row.id}-c{i:02d}",
        row.document_id,
        table.id,
        row.id,
        None,
        Origin.TABLE,
        relation_of(figure.path, None),
        table.department,
        row.body,
        year,
        stage,
        table.kind,
        row.label,
        row.code,
        row.role,
        figure.path,
        cell_text(figure.cell.text),
        None if number.value is None else Amount(number.value, unit),
        unit,
        figure.cell.page or row.page,
        figure.cell.box,
        None,
        row.is_secret,
        said.inferred,
        figure.cell.confidence,
    )
