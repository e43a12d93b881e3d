"""Which lines are the table of contents: they repeat every key word of the headings.

A list of contents ends where its first entries come again as headings, or where sentences begin; on a file without
pages (a web page, a word processor's) nothing else tells where it ends.
"""

import re
from collections.abc import Sequence

from ingest.narrative.menus import runs
from ingest.narrative.sightings import CONTENTS_HEAD, CONTENTS_LINE, is_prose
from ingest.wording.glyphs import normal
from ingest.wording.names import enumerator_depth, strip_enumerator
from ingest.wording.table_kinds import is_table_title

_LEADERS = re.compile(r"[.．…·•‥\-—\s]*\d{0,3}$")
LEAST_RUN = 6  # so many heading-like lines in a row are a list of contents, not headings over text


class Contents:
    """Walks the lines of a file and says of each whether it belongs to the contents."""

    def __init__(self) -> None:
        self.active = False
        self.entries: set[str] = set()

    def new_page(self, texts: Sequence[str], has_grid: bool) -> None:
        """Contents run on over a page only where all of it is short lines, most of them entries."""
        if self.active and not _all_entries(texts, has_grid):
            self.active = False

    def takes(self, text: str) -> bool:
        """Whether the next line is part of the contents."""
        if CONTENTS_HEAD.match(normal(text)):
            self.active, self.entries = True, set()
            return True
        if not self.active:
            return False
        key = _LEADERS.sub("", normal(text))
        if is_prose(text) or (len(self.entries) >= 2 and key in self.entries and not CONTENTS_LINE.search(text)):
            self.active = False
            return False
        if len(key) >= 2:
            self.entries.add(key)
        return True


def _all_entries(texts: Sequence[str], has_grid: bool) -> bool:
    if has_grid or len(texts) < 2:
        return False
    if any(not CONTENTS_LINE.search(t) and (len(t) > 40 or re.search(r"[。；]", t)) for t in texts):
        return False
    return sum(_is_entry(t) for t in texts) * 2 >= len(texts)


def _is_entry(text: str) -> bool:
    return bool(CONTENTS_LINE.search(text) or strip_enumerator(text)[0] or is_table_title(text))


def unmarked_contents(texts: Sequence[str]) -> set[int]:
    """Lists of contents without a heading: many part and section headings one after another, nothing between."""
    return runs(texts, LEAST_RUN, _is_section_entry)


def _is_section_entry(text: str) -> bool:
    depth = enumerator_depth(strip_enumerator(text)[0])
    return len(text) <= 45 and not re.search(r"[。；，：]$", text) and depth in (0, 1)
