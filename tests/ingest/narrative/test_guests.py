"""Guests of the country and from abroad are counted apart."""

from ingest.records.units import UnitKind
from tests.ingest.narrative.test_clauses import read


def test_guests_from_abroad_are_no_more_guests_of_the_country() -> None:
    found = read("共接待国内来访团组9个，62人次；外事接待支出0万元，接待国（境）外来访团组0个，0人次。")
    counts = {s.label: str(s.value) for s in found if s.unit.kind is UnitKind.COUNT}
    assert counts["国内公务接待人次"] == "62"
    assert counts["国（境）外公务接待人次"] == "0"
