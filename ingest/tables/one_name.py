"""One name a body: 乙区教育委员会 in the tables of 甲市乙区教育委员会 is that body, printed without its city."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.records.document import Row
from ingest.records.figure import Figure
from ingest.wording.codes import UNIT
from ingest.wording.names import is_body_name, place_parts, read_body


def with_whole_names(
    department: str | None, rows: Sequence[Row], figures: Sequence[Figure]
) -> tuple[tuple[Row, ...], tuple[Figure, ...]]:
    """Rows and figures whose bodies bear the longest name the document prints; ``printed_label`` stays as printed."""
    labels = [row.label for row in rows if row.code_scheme in (None, UNIT) and is_body_name(row.label)]
    bodies = [row.body for row in rows if row.body] + [figure.body for figure in figures if figure.body]
    whole = _whole_names((department or "", *labels, *bodies))
    if not whole:
        return tuple(rows), tuple(figures)
    named = {label: renamed for label in labels if (renamed := _renamed(label, whole)) != label}
    return (
        tuple(replace(r, label=named.get(r.label, r.label), body=r.body and _renamed(r.body, whole)) for r in rows),
        tuple(replace(f, label=named.get(f.label, f.label), body=f.body and _renamed(f.body, whole)) for f in figures),
    )


def _whole_names(said: Iterable[str]) -> dict[str, str]:
    """The names that another one only carries on at the front, with that one; none where two longer ones fit."""
    names = {read_body(name).name for name in said if name}
    parted = {name: place_parts(name) for name in names}
    whole: dict[str, str] = {}
    for short, (places, organ) in parted.items():
        longer = [
            name
            for name, (more, same) in parted.items()
            if same == organ and len(more) > len(places) > 0 and more[-len(places) :] == places
        ]
        if longer:
            longest = max(longer, key=len)
            if all(longest.endswith(name) for name in longer):
                whole[short] = longest
    return whole


def _renamed(name: str, whole: dict[str, str]) -> str:
    plain = read_body(name).name
    return name.replace(plain, whole[plain], 1) if plain in whole else name
