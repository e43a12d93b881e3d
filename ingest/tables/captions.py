"""What is printed around a table: its title, number, unit, department, year and notes."""

import re
from dataclasses import dataclass

from ingest.records.layout import Line
from ingest.records.units import Unit
from ingest.tables.heading import Heading
from ingest.tables.sheet import Sheet
from ingest.wording.codes import split_code
from ingest.wording.glyphs import normal, printed
from ingest.wording.names import coded_body, is_body_name, normal_name
from ingest.wording.own_units import OwnUnit, own_units
from ingest.wording.periods import calendar_years
from ingest.wording.units import declared_unit, lists_units, unit_named

_NUMBER = re.compile(
    r"(?:(?:部门|单位)?(?:公开|预算|决算|附)?\s*表\s*[(（]?(?:[0-9０-９]{1,2}|(?:[一二三四五六七八九十](?!般)){1,3})(?:[-—－][0-9]{1,2})*[)）]?|"
    r"(?:(?:预算|决算|财决)?公开|预算|决算|财决批复?|附件?)\s*[0-9０-９]{1,2}(?:[-—－][0-9]{1,2})?\s*表|附[表件]\s*[0-9０-９]{1,2}(?:[-—－][0-9]{1,2})*)"
)
_DEPARTMENT = re.compile(
    r"(?:预算|编制|填报|公开|主管|预算主管|部门预算|汇总|资金使用|用款)?(?:部门|单位)\s*(?:名称|[(（](?:单位|部门|盖章|公章)[)）])?\s*(?:[(（](?:盖章|公章)[)）])?\s*[：:﹕∶]\s*(?P<name>\S[^：:]*?)"
    r"(?=\s{2,}|\s*(?:金额)?单位\s*[：:﹕∶]|\s+(?:(?:财决|部门|单位|预算|决算)*(?:公开|预算|决算|附)\s*(?:\d{1,2}\s*表|表\s*\d)|附?表\s*(?:\d|[一二三四五六七八九十]{1,3}(?:\s|$))|\d{1,2}(?:[-—－]\d{1,2})?\s*表)|"
    r"\s*[（(]?\s*\d{4}\s*年|\s*$)"
)
# The body that carries a project out, printed above its form: no department.
_BODY = re.compile(
    r"(?:实施|承担|项目|使用)单位\s*(?:名称|[(（](?:盖章|公章)[)）])?\s*[：:﹕∶]\s*(?P<name>\S+?)(?=\s{2,}|\s*(?:金额)?单位\s*[：:﹕∶]|\s*$)"
)
_MONEY_VALUE = re.compile(r"^(?:人民币)?(?:[百千]?万|千|亿|百)?元$|^[(（]?(?:人民币)?万?元")
_NOTE = re.compile(
    r"^[(（]?\s*(?:注|备注|(?:填报|填表|编制)?说明|附注)\s*[：:﹕∶]?|^\s*\*|本表(?:本年)?无|故本表|此表无|无(?:此项)?(?:数据|发生额)|没有使用"
)
NIL = re.compile(
    r"本表(?:本年)?(?:度)?(?:为空|无|没有)|故(?:本|此|该)?表(?:为)?(?:无|空)|无(?:此项)?(?:数据|发生额|发生|内容)|空表|没有.{0,30}(?:支出|收入|安排|拨款).{0,12}(?:故|所以|，|。|$)|"
    r"(?:无|未安排|不涉及|没有)[^。；，]{0,20}(?:政府性基金|国有资本|财政拨款|预算|支出|项目|购买服务|采购)"
)
_DATED = re.compile(
    r"(?:自评|评价|填报|填表|编制|制表|上报)(?:日期|时间)\s*[：:]|^(?:日期|时间)\s*[：:]"
)  # of the filling in
_SENTENCE = re.compile(r"[。；]|，.*，|[：:]\s*$")
_UNIT_BEHIND = re.compile(
    r"\s*(?:[（(]\s*(?:金额)?单位\s*[：:]?[^（()）]{0,6}元\s*[)）]|\s{4,}(?:金额)?单位\s*[：:]\s*\S{0,6}元)\s*$"
)
_TITLE_END = re.compile(r"表\s*(?:[(（].{0,24}[)）])?$")
_HEADING = re.compile(
    r"^(?:第[一二三四五六七八九十\d]+[部章节]分?|[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十\d]+[)）]|\d+[、.．](?!\d))\s*"
)

_PART = re.compile(r"^第[一二三四五六七八九十]+部分")

LABEL = 24  # characters of a header or label at most
NEAR_LINES = 8  # number, title, year, department and unit lines with a heading or two above them


@dataclass(frozen=True, slots=True)
class Caption:
    """What the lines around a table say of it; None where nothing is printed."""

    title: str
    number: str | None
    unit: Unit | None
    department: str | None
    year: int | None
    note: str | None
    is_nil: bool
    is_own_title: bool  # printed as the table's title, not a heading of the text above it
    body: str | None = None  # the body that carries a form's project out
    own_units: tuple[OwnUnit, ...] = ()  # declared for some columns or rows alone


def caption_of(sheet: Sheet, heading: Heading) -> Caption:
    """Read the lines above and below a table and the title rows inside its rulings."""
    inside = [printed(cell.text) for row in range(heading.first) for cell in sheet.filled(row)]
    pieces = [piece for line in _near(sheet.above) for piece in _pieces(line.text)] + inside
    title, own = _title(sheet.above, inside)
    number = next((m for m in map(_table_number, reversed(pieces)) if m), None)
    names = [cell.text for cell in sheet.cells if cell.row >= heading.first and len(cell.text) <= LABEL]
    told = [own_units(piece, names) for piece in reversed(pieces)]
    unit = next((u for _, u in told if u), None)
    unit = unit or next((u for u in map(_counted_unit, reversed(pieces)) if u), None)
    department = next((d for d in map(department_in, reversed(pieces)) if d), None)
    body = next((normal_name(_without_code(m["name"])) for m in map(_BODY.search, reversed(pieces)) if m), None)
    years = [
        span.year
        for text in (title, *reversed(pieces))
        for span in calendar_years(text)[-1:]  # 2022年、2023年“三公”经费表: of the later one
        if len(text) <= 60 and not _DATED.search(text)
    ]
    wide = [c for c in sheet.cells if c.row >= heading.body and c.column_span * 2 > sheet.columns and c.text.strip()]
    note = _note(sheet.below, [printed(c.text) for c in wide if _NOTE.match(c.text)])
    year = years[0] if years else None
    units = tuple(own for units, _ in (*told, own_units(note or "", names)) for own in units)
    return Caption(title, number, unit, department, year, note, bool(NIL.search(note or "")), own, body, units)


def _near(above: tuple[Line, ...]) -> list[Line]:
    """The lines that can speak of a table: the last few above it, none before the end of a sentence."""
    near: list[Line] = []
    for line in reversed(above[-NEAR_LINES:]):
        if re.search(r"[。；]$|，.*，", line.text.strip()):
            break
        near.append(line)
    return near[::-1]


def _pieces(text: str) -> list[str]:
    return [piece for piece in re.split(r"\s{4,}|\n", text) if piece.strip()]


def _counted_unit(text: str) -> Unit | None:
    """单位：人, 单位：辆、平方米: tables of staff and assets."""
    match = re.search(r"单位\s*[：:]\s*(人次|人|辆|台|套|个|件|平方米|㎡|公里|吨|%|％)\s*$", text)
    return None if match is None else unit_named(match.group(1))


def _table_number(text: str) -> str | None:
    match = _NUMBER.match(text.strip())
    if match is None or len(text) > 60:
        return None
    return re.sub(r"\s+", "", match.group())


def department_in(text: str) -> str | None:
    """The body named by a line such as 部门名称：X or 编制单位：X; None where it names none."""
    if declared_unit(text) is not None and "部门" not in text and "名称" not in text and "编制" not in text:
        rest = re.sub(r"(?:金额)?单位\s*[：:﹕∶]\s*\S*元\S*", "", text)
    else:
        rest = text
    match = _DEPARTMENT.search(_BODY.sub("", rest))
    if match is None:
        return coded_body(text)
    if len(text) > 90:
        return None
    name = printed(match["name"])
    if _MONEY_VALUE.match(normal(name)) or len(name) < 2 or lists_units(name):
        return None
    return normal_name(_without_code(name))


def _without_code(name: str) -> str:
    """A body without the budget code in front of it: [215]甲市水务局, 215001-甲市水务局."""
    coded = split_code(name)
    if coded is not None:
        return coded.name
    rest = name.lstrip("0123456789")
    return rest if len(name) - len(rest) >= 3 and is_body_name(rest) else name


def _title(above: tuple[Line, ...], inside: list[str]) -> tuple[str, bool]:
    """The printed title: the nearest title-like line; several centred lines of one size make one title."""
    for text in map(_own_words, inside):
        plain = _without_number(text)
        if _NUMBER.fullmatch(text) is None and _TITLE_END.search(plain) and not declared_unit(text):
            return plain, True
    above = _of_its_part(above)
    candidates = [line for line in above if _titled(line.text)]
    for line in reversed(candidates):
        plain = _without_number(_own_words(line.text))
        if re.search(r"表\s*(?:[(（].{0,24}[)）])?(?:续表?)?$", plain):
            return _with_line_above(plain, line, above), True
    headings = (line for line in reversed(candidates) if _HEADING.match(line.text.strip()))
    heading = next((line for line in headings if not re.search("[，,：:]", line.text)), None)
    if heading is not None:
        return _HEADING.sub("", printed(heading.text)), False
    if candidates and not any(_SENTENCE.search(line.text.strip()) for line in above[above.index(candidates[-1]) :]):
        return _without_number(_own_words(candidates[-1].text)), False
    return "", False


def _of_its_part(above: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines from the last heading of a part on: titles before it are of the contents or of another part."""
    parts = [at for at, line in enumerate(above) if _PART.match(line.text.strip())]
    return above[parts[-1] :] if parts else above


def _with_line_above(title: str, line: Line, above: tuple[Line, ...]) -> str:
    """A title set in two lines: the line right above, of the same size, that does not end a title itself."""
    index = above.index(line)
    if index == 0 or line.box is None:
        return title
    upper = above[index - 1]
    if upper.box is None or upper.size is None or line.size is None:
        return title
    close = 0 <= line.box[1] - upper.box[3] < 1.2 * line.size
    alike = abs(upper.size - line.size) < 0.6 and line.size >= 11
    text = printed(upper.text)
    if close and alike and _titled(upper.text) and not re.search(r"表$|预算$|决算$|年度?$", text) and len(text) > 8:
        return text + title
    return title


def _without_number(text: str) -> str:
    stripped = _NUMBER.sub("", text, count=1).strip() if _NUMBER.match(text) else text
    stripped = re.sub(r"^[：:、.\s]+", "", stripped)
    return stripped or text


def _own_words(text: str) -> str:
    """A title without the unit that stands in brackets behind it: 支出总表（单位：万元）."""
    return printed(_UNIT_BEHIND.sub("", text))


def _titled(text: str) -> bool:
    plain = _own_words(text)
    if not 3 <= len(plain) <= 60 or _SENTENCE.search(plain) or declared_unit(plain) or department_in(plain):
        return False
    if _DATED.search(plain):
        return False
    if _NUMBER.fullmatch(plain) or re.fullmatch(r"[(（]?\d{4}年度?[)）]?", plain):
        return False
    return not _NOTE.match(plain)


def _note(below: tuple[Line, ...], inside: list[str]) -> str | None:
    """The note under a table: from 注： to the end of its paragraph."""
    note: list[str] = []
    for line in below:
        text = printed(line.text)
        if not note and not _NOTE.search(text):
            if note or _titled(line.text):
                break
            continue
        if note and (
            (re.search(r"[。；][）)]?$", note[-1]) and not re.match(r"^\d+[.、]", text))
            or (_titled(line.text) and len(text) < 30)
        ):
            break
        note.append(text)
        if len(note) >= 6:
            break
    if note:
        return "".join(note)
    return inside[0] if inside else None
