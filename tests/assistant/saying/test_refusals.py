"""What a refusal says is there instead: lines of like names, and never the one that was asked for."""

from pathlib import Path

from assistant.finding.library import Library
from assistant.finding.scope import Place, periods_of, places_of
from assistant.plan import Scope, Term
from assistant.saying.refusals import lines_alike
from ingest.wording.glyphs import bare
from tests.assistant.town import WATER, stored, water


def _alike(folder: Path, term: Term) -> list[str]:
    library = Library(stored(folder, water()).engine)
    library.refresh()
    scope = Scope(departments=((bare(WATER),),), said=(WATER,))
    place: Place = next(place for options in places_of(library, scope, {}) for place in options)
    return lines_alike(library, (term,), place, next(iter(periods_of(place, scope))))


def test_lines_of_like_names_are_told(tmp_path: Path) -> None:
    assert "防汛物资采购经费" in _alike(tmp_path, Term("防汛物质采购费用", "name"))


def test_a_line_is_not_told_for_itself(tmp_path: Path) -> None:
    assert "公务接待费" in _alike(tmp_path, Term("公务接待的费", "name"))
    assert "公务接待费" not in _alike(tmp_path, Term("公务接待的费", "concept", "reception"))
