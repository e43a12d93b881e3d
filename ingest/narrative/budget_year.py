"""Which budget year a document is for: printed on its cover and titles, else worked out from its contents."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from ingest.narrative.sightings import Sightings, page_text
from ingest.wording.glyphs import printed
from ingest.wording.periods import bare_years, calendar_years, year_ranges
from ingest.wording.table_kinds import is_table_title

_TITLE = re.compile(r"预算|决算|绩效|报表|情况说明|信息公开|三公")
_EXECUTED_AND_NEXT = re.compile(  # 2025年预算执行情况和2026年预算草案, often on two lines
    r"(20\d\d)\s*年[^，。；]{0,12}执行(?:情况|结果)?[^，。；]{0,4}(?:和|与|及|、)\s*(20\d\d)\s*年[^，。；]{0,12}预算"
)
_HELD_AGAINST = ("比", "较", "与", "同", "对比")  # 比2021年预算数增加 is told of another year
_LONE = re.compile(r"^[（(]?\s*(?:预算)?(?:年度|年份|财政年度)?[：:]?\s*(20\d\d)\s*年?\s*(?:度|度预算|预算)?\s*[)）]?$")
_COLUMN = re.compile(r"(20\d\d)\s*年?度?\s*(?:年初)?(?:部门|单位)?(?:预算|决算|计划|安排)(?:数|额|安排数)?")
_DEADLINE = re.compile(r"(20\d\d)\s*年\s*\d{1,2}\s*月")
_SIGNED_ON = re.compile(r"^(?:日期[：:]|发布[^：:]{0,4}[：:])?\s*20\d\d\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?$")
_DAY = re.compile(r"(?:.{2,6}[：:])?\s*20\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?")
_DOCUMENT_NUMBER = re.compile(r"[〔（(\[［]\s*(?:19|20)\d\d\s*[〕）)\]］]\s*\d*\s*号?")


@dataclass(frozen=True, slots=True)
class BudgetYear:
    """A document's year; ``is_inferred`` where only its contents tell it."""

    year: int
    is_inferred: bool


def budget_year(sightings: Sightings) -> BudgetYear | None:
    """The year on the cover, else on most titles and form heads, else the one its contents speak of most."""
    both = _EXECUTED_AND_NEXT.search(printed("".join(line.text for line in sightings.cover)))
    if both is not None:
        return BudgetYear(max(int(both[1]), int(both[2])), False)
    for line in sightings.cover:
        text = printed(line.text)
        years = {s.year for s in (*calendar_years(text), *bare_years(text)) if s.year is not None}
        if len(years) == 1 and _DAY.fullmatch(text) is None and (_TITLE.search(text) or len(text) <= 12):
            return BudgetYear(years.pop(), False)
    votes: Counter[int] = Counter()
    compared: set[int] = set()
    told = [text for _, text in sightings.headings]
    for _, texts in sightings.heads:
        years = {int(lone.group(1)) for text in texts if (lone := _LONE.match(text)) is not None}
        if len(years) > 1:  # each a column's, none the document's
            compared |= years
            texts = tuple(text for text in texts if _LONE.match(text) is None)
        told += texts
    for text in told:
        lone = _LONE.match(text)
        if lone is not None:
            votes[int(lone.group(1))] += 2
        elif len(text) <= 60 and (is_table_title(text) or _TITLE.search(text)) and not _COLUMN.fullmatch(text):
            years = {s.year for s in calendar_years(text) if s.year is not None}
            if len(years) == 1:
                votes[years.pop()] += 1
    if votes:
        return BudgetYear(max(votes, key=lambda y: (votes[y], y)), False)
    columns = Counter(int(m.group(1)) for _, text in sightings.head_cells for m in _COLUMN.finditer(text))
    if columns or compared:
        return BudgetYear(max({*columns, *compared}), True)  # the newest column is this year's, the older ones compare
    return _year_of_contents(sightings)


def _year_of_contents(sightings: Sightings) -> BudgetYear | None:
    """The year most deadlines, goals and project terms agree on; None where two are equally likely.

    A deadline (2023年5月前) weighs most; a term (2022-2023年) counts for each of its years.
    """
    votes: dict[int, float] = defaultdict(float)
    for page in sightings.reading.pages:
        told = replace(page, lines=tuple(line for line in page.lines if not _SIGNED_ON.match(printed(line.text))))
        text = _DOCUMENT_NUMBER.sub("", printed(page_text(told)))
        for first, last in year_ranges(text):
            for year in range(first, min(last, first + 5) + 1):
                votes[year] += 1
        for match in _DEADLINE.finditer(text):
            votes[int(match.group(1))] += 2
        for span in calendar_years(text):
            if span.year is not None and not text[: span.start].endswith(_HELD_AGAINST):
                votes[span.year] += 1
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < ranked[1][1] * 1.2):
        return None
    return BudgetYear(ranked[0][0], True)
