"""The menus and link lists of web pages, which stand before and after the document itself."""

import re
from collections.abc import Callable, Sequence

from ingest.wording.names import strip_enumerator

LEAST_MENU = 8  # so many bare words in a row are the menus of a web page


def menus(texts: Sequence[str]) -> set[int]:
    """The menus and link lists of a web page: many bare words one after another."""
    return runs(texts, LEAST_MENU, _is_menu_word)


def _is_menu_word(text: str) -> bool:
    return len(text) <= 22 and not re.search(r"[。；，：:、“”]|\d年|万?元", text) and strip_enumerator(text)[0] is None


def runs(texts: Sequence[str], least: int, fits: Callable[[str], bool]) -> set[int]:
    """The lines of every run of at least so many that fit."""
    found: set[int] = set()
    run: list[int] = []
    for i, text in enumerate([*texts, "。"]):
        if i < len(texts) and fits(text):
            run.append(i)
            continue
        if len(run) >= least:
            found.update(run)
        run = []
    return found
