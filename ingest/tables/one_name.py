"""One name a body: 乙区教育委员会 in the tables of 甲市乙区教育委员会 is that body, printed without its city.

So is 市疾控中心 in a list of projects, where another table prints 甲市疾病预防控制中心 and no body is like it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.records.document import Row
from ingest.records.figure import Figure
from ingest.wording.codes import UNIT
from ingest.wording.glyphs import bare
from ingest.wording.names import body_variants, is_body_name, place_parts, read_body


def with_whole_names(
    department: str | None, rows: Sequence[Row], figures: Sequence[Figure]
) -> tuple[tuple[Row, ...], tuple[Figure, ...]]:
    """Rows and figures whose bodies bear the longest name the document prints; ``printed_label`` stays as printed."""
    labels = [row.label for row in rows if row.code_scheme in (None, UNIT) and is_body_name(row.label)]
    bodies = [row.body for row in rows if row.body] + [figure.body for figure in figures if figure.body]
    whole = _whole_names((department or "", *labels, *bodies))
    whole |= _abbreviated(department, rows, whole)
    if not whole:
        return tuple(rows), tuple(figures)
    named = {label: renamed for label in labels if (renamed := _renamed(label, whole)) != label}
    return (
        tuple(replace(r, label=named.get(r.label, r.label), body=r.body and _renamed(r.body, whole)) for r in rows),
        tuple(replace(f, label=named.get(f.label, f.label), body=f.body and _renamed(f.body, whole)) for f in figures),
    )


#: A name that no other body of its county bears, though it begins with no place: 某某乡人民政府, 某某学区.
_OWN_NAME = re.compile(r"[\u4e00-\u9fff]{2,}(?:[乡镇](?:人民政府)?|街道(?:办事处)?|学区|林场)$")


def _whole_names(said: Iterable[str]) -> dict[str, str]:
    """The names that another one only carries on at the front, with that one; none where two longer ones fit."""
    names = {read_body(name).name for name in said if name}
    parted = {name: place_parts(name) for name in names}
    whole: dict[str, str] = {}
    for short, (places, organ) in parted.items():
        longer = [
            name
            for name, (more, same) in parted.items()
            if same == organ and len(more) > len(places) and more[len(more) - len(places) :] == places
            if places or _OWN_NAME.match(organ)
        ]
        if longer:
            longest = max(longer, key=len)
            if all(longest.endswith(name) for name in longer):
                whole[short] = longest
    return whole


def _abbreviated(department: str | None, rows: Sequence[Row], whole: dict[str, str]) -> dict[str, str]:
    """Short names of units in a column, with the one body of other tables whose name they are cut out of.

    Bodies of one table are never one another.
    """
    using: dict[str, set[str]] = defaultdict(set)  # short names of a column -> tables
    printed: dict[str, set[str]] = defaultdict(set)  # all names -> tables
    for row in rows:
        if row.body:
            using[read_body(row.body).name].add(row.table_id)
        for name in (row.body, row.label if is_body_name(row.label) else None):
            if name:
                printed[read_body(name).name].add(row.table_id)
    known = body_variants(department) if department else frozenset[str]()
    found: dict[str, str] = {}
    for short, tables in using.items():
        if short in whole or bare(short) in known or printed[short] != tables:
            continue
        fits = [name for name, others in printed.items() if not others & tables and _is_cut_out_of(short, name)]
        if len(fits) == 1:
            found[short] = fits[0]
    return found


def _is_cut_out_of(short: str, name: str) -> bool:
    """Whether a name is made of characters of another's organ in order, from its first to its last: 疾控中心."""
    places, organ = place_parts(name)
    own = _RANK.sub("", short)
    if not places or own == short or short[0] != places[-1][-1] or not 3 <= len(own) <= len(organ):
        return False
    if (own[0], own[-1]) != (organ[0], organ[-1]):
        return False
    rest = iter(organ)
    return all(character in rest for character in own)


# 市疾控中心: the rank stands for the place. A name without it may be any body's.
_RANK = re.compile(r"^[省市区县州](?!场|政)")


def _renamed(name: str, whole: dict[str, str]) -> str:
    plain = read_body(name).name
    return name.replace(plain, whole[plain], 1) if plain in whole else name
