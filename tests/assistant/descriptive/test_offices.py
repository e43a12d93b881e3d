"""The office whose name says what is asked, out of a list of offices."""

from typing import cast

import pytest

from assistant.descriptive.offices import offices_named
from assistant.descriptive.places import Spot
from assistant.finding.holdings import Holding
from ingest.records.passage import Passage, PassageKind, PassageSpot

TEXT = "市水务局内设机构5个，包括：办公室、行政处、水土保持管理处（总工办）、河道治理科、河道执法科。"
OWNERS = ("云汀市水务局", "市水务局", "水务局")


def named(question: str) -> tuple[str, ...]:
    passage = Passage("p", "d", 1, PassageKind.NARRATIVE, ("机构设置",), TEXT, 3, 3,
                      (PassageSpot(3, None, 0, len(TEXT)),))  # fmt: skip
    found = offices_named([Spot(cast(Holding, None), passage, "")], question, OWNERS)
    return found[1] if found is not None else ()


@pytest.mark.parametrize(
    ("question", "offices"),
    [
        ("水务局哪个处管水土保持", ("水土保持管理处（总工办）",)),
        ("水务局里管闸门和河道执法的分别是哪个科", ()),  # one name for two that are asked for
        ("水务局管河道治理和河道执法的分别是哪个科", ("河道治理科", "河道执法科")),
        ("水务局哪个处管食堂", ()),
        ("水务局行政复议归哪个处管", ()),
        ("水务局有哪些职责", ()),
    ],
)
def test_an_office_is_named_by_what_it_is_called(question: str, offices: tuple[str, ...]) -> None:
    assert named(question) == offices
