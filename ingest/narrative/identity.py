"""Who and what a document is: publishing body, budget year, stage, kind and unit, told from its own pages."""

import re
from collections import Counter
from dataclasses import dataclass

from ingest.narrative.budget_year import budget_year
from ingest.narrative.publisher import GOVERNMENT_BUDGET, GOVERNMENT_TABLE, name_in_title, publisher_of
from ingest.narrative.sightings import Sightings
from ingest.records.document import DocumentKind, Stage
from ingest.records.layout import Reading
from ingest.wording.glyphs import printed
from ingest.wording.periods import calendar_years
from ingest.wording.table_kinds import is_table_title
from ingest.wording.units import declared_unit

_TITLE_WORD = re.compile(r"预算|决算|绩效|报表|情况说明|信息公开|说明|公开")
_TABLE_HEAD = re.compile(r"表\s*(?:[（(][^（）()]*[)）])?$|公开\s*\d*\s*表\s*\d*$|^表\s*\d")
_TABLE_NUMBER = re.compile(r"^(?:(?:部门|单位)?(?:预算|决算)?公?开?\s*\d{1,2}\s*表|表\s*\d{1,2})[：:\s]*(?=.{4})")
_DAY = re.compile(r"(20\d\d)\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}(?!\d)")
_OF_MONEY = re.compile(r"三公|部门[预决]算|财政拨款")
_AMOUNT_OF_BUDGET = re.compile(r"(?:预算|决算|经费)[^，。；,;\d]{0,12}\d[\d,.]*\s*[万亿]?元")
_SENTENCE = re.compile(r"[。；，]")
_ACCOUNTS = (
    DocumentKind.DEPARTMENT_FINAL_ACCOUNT,
    DocumentKind.UNIT_FINAL_ACCOUNT,
    DocumentKind.GOVERNMENT_FINAL_ACCOUNT,
)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a document says of itself; ``inferred`` names the fields that are worked out, not printed."""

    title: str
    department: str | None  # with （汇总） or （本级） where the cover prints it
    year: int | None
    stage: Stage
    kind: DocumentKind
    unit: str | None
    inferred: tuple[str, ...] = ()


def identify(reading: Reading) -> Identity:
    """Tell a document from its pages alone; what no page prints is worked out and named in ``inferred``."""
    sightings = Sightings(reading)
    inferred = []
    publisher = publisher_of(sightings)
    year = budget_year(sightings)
    title = _title(sightings)
    scope = publisher.body.scope if publisher else None
    of_place = publisher is not None and publisher.body.name.endswith("人民政府")
    kind = _kind_of_government(title, sightings) if of_place else None
    kind = kind or _kind(title, scope, sightings)
    after = year is not None and _dated_after(sightings, year.year)
    settled = not re.search("预算|决算", title) and (after or _tells_of_accounts(sightings))
    stage = Stage.FINAL_ACCOUNT if kind in _ACCOUNTS or settled else Stage.BUDGET
    department = None
    if publisher is not None:
        department = publisher.body.name + (f"（{scope}）" if scope else "")
        if publisher.is_inferred:
            inferred.append("department")
    if year is not None and year.is_inferred:
        inferred.append("year")
    number = year.year if year else None
    if not title:
        inferred.append("title")
        title = "".join(part for part in (department, f"{number}年" if number else None, kind.value) if part)
    return Identity(title, department, number, stage, kind, _unit(sightings), tuple(inferred))


def _dated_after(sightings: Sightings, year: int) -> bool:
    """Whether a page bears a day of a later year than the one it tells of: what it tells is spent by then."""
    dates = [m for _, text in sightings.lines if len(text) <= 80 for m in _DAY.finditer(text)]
    return bool(dates) and min(int(m[1]) for m in dates) > year


def _tells_of_accounts(sightings: Sightings) -> bool:
    """Whether sentences compare what was spent with accounts or with the budget: 较2024年决算数下降, 比年初预算增加."""
    text = "".join(text for _, text in sightings.lines)
    accounts = len(re.findall(r"决算|累计支出|[比较与和]年初预算数?[^，。；\d]{0,2}(?:增|减|下降|持平)", text))
    return accounts > max(1, len(re.findall(r"预算(?:安排|数?为|\d)", text)))


def _title(sightings: Sightings) -> str:
    """The printed title: the cover's lines that name body, year and document, joined in order."""
    kept = []
    for line in sightings.cover:
        text = printed(line.text)
        if re.search(r"[：:]", text) or _SENTENCE.search(text) or len(text) > 60 or re.fullmatch(r"[-—\s\d]*", text):
            continue
        if not re.match(r"^表\s*\d|^附件?\s*\d*$|^公开", text):
            kept.append((text, line.size or 0.0))
    own = [(text, size) for text, size in kept if not _TABLE_HEAD.search(text)]
    if any(_TITLE_WORD.search(text) for text, _ in own):
        kept = own  # a title page that goes on with its first table
    elif len({t for _, t in (*sightings.headings, *sightings.head_cells) if is_table_title(t)}) > 1:
        return ""  # several tables and no cover: the first table's title is not the document's
    # Beside the title a cover may carry small print: dates, notes, running heads.
    largest = max((size for _, size in kept), default=0.0)
    parts = [text for text, size in kept if size >= largest * 0.6][:5]
    for at in range(len(parts) - 1, 0, -1):
        if re.match("[和与及、]", parts[at]):  # …执行情况 / 和2026年预算草案的报告 is one title on two lines
            parts[at - 1 : at + 1] = [parts[at - 1] + parts[at]]
    complete = [p for p in parts if calendar_years(p) and _TITLE_WORD.search(p) and name_in_title(p)]
    title = _TABLE_NUMBER.sub("", complete[0] if complete else "".join(parts))
    if not _TITLE_WORD.search(title):
        return ""
    return title if len(title) <= 80 else parts[0]


def _kind_of_government(title: str, sightings: Sightings) -> DocumentKind | None:
    """The kind of a document about the money of a whole place; None where it is about a body's own.

    A book of tables without a title page is known by tables that only governments make.
    """
    tables = " ".join(t for _, t in (*sightings.headings, *sightings.head_cells) if is_table_title(t))
    if not title and GOVERNMENT_TABLE.search(tables) and not re.search("部门", tables):
        title = tables
    elif re.search("部门|单位|绩效目标", title) or not GOVERNMENT_BUDGET.search(title):
        return None
    account = "决算" in title and "预算草案" not in title
    return DocumentKind.GOVERNMENT_FINAL_ACCOUNT if account else DocumentKind.GOVERNMENT_BUDGET


def _kind(title: str, scope: str | None, sightings: Sightings) -> DocumentKind:
    """The kind by the title's words; what the title leaves open, the make-up of the pages tells."""
    title = title.replace("预决算", "预算")  # the name of a web site's room, not of an account
    tables = [t for _, t in (*sightings.headings, *sightings.head_cells) if is_table_title(t)]
    named_anywhere = tables or re.search(r"预算|决算", " ".join(t for _, t in sightings.headings))
    if not re.search(r"预算|决算|绩效", title) and not named_anywhere:
        prose = "".join(text for _, text in sightings.lines)
        told = _OF_MONEY.search(prose) and _AMOUNT_OF_BUDGET.search(prose)
        return DocumentKind.BUDGET_NARRATIVE if told else DocumentKind.OTHER
    is_unit = scope == "本级" or bool(re.search(r"单位(?:综合)?(?:预算|决算)|[市区县省]级单位", title))
    if "绩效目标" in title and not re.search(r"部门预算|单位预算|决算", title):
        return DocumentKind.PERFORMANCE_TARGETS
    # A table of final accounts may name the budget it settles: 政府性基金预算财政拨款收入支出决算表.
    accounts = sum("决算" in t for t in tables)
    budgets = sum("预算" in t and "决算" not in t for t in tables)
    if "决算" in title or ("预算" not in title and accounts >= max(budgets, 1)):
        return DocumentKind.UNIT_FINAL_ACCOUNT if is_unit else DocumentKind.DEPARTMENT_FINAL_ACCOUNT
    goals = sum("绩效目标" in t for t in tables)
    if not title and goals and goals * 2 > len(tables):
        return DocumentKind.PERFORMANCE_TARGETS
    mostly_grids = sightings.grid_pages >= len(sightings.reading.pages) * 0.8 and sightings.prose_length < 600
    named = re.search(r"(?:部门|单位)(?:综合)?预算", title)
    if re.search(r"报表$|预算表$|公开表$", title) or (mostly_grids and named is None):
        return DocumentKind.BUDGET_TABLES
    if re.search(r"(?:情况|编制)说明$", title) and not tables:
        return DocumentKind.BUDGET_NARRATIVE
    if sightings.grid_pages == 0 and sightings.prose_length > 300:
        return DocumentKind.BUDGET_NARRATIVE
    return DocumentKind.UNIT_BUDGET if is_unit else DocumentKind.DEPARTMENT_BUDGET


def _unit(sightings: Sightings) -> str | None:
    """The unit of money most pages declare; the first declared where two are equal."""
    seen: dict[int, list[str]] = {}
    for page, text in (*sightings.lines, *sightings.head_cells):
        unit = declared_unit(text) if "单位" in text.replace(" ", "") and len(text) <= 80 else None
        if unit is not None:
            names = seen.setdefault(page, [])
            if unit.name not in names:
                names.append(unit.name)
    counts = Counter(name for names in seen.values() for name in names)
    return counts.most_common(1)[0][0] if counts else None
