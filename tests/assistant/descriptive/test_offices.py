"""The office whose name says what is asked, out of a list of offices."""

from typing import cast

import pytest

from assistant.descriptive.offices import offices_named
from assistant.descriptive.places import Spot
from assistant.finding.holdings import Holding
from ingest.records.passage import Passage, PassageKind, PassageSpot

TEXT = "市水务局内设机构5个，包括：办公室、行政处、水土保持管理处（总工办）、河道治理科、河道执法科。"
OWNERS = ("云汀市水务局", "市水务局", "水务局")


def named(question: str, text: str = TEXT) -> tuple[str, ...]:
    passage = Passage("p", "d", 1, PassageKind.NARRATIVE, ("机构设置",), text, 3, 3,
                      (PassageSpot(3, None, 0, len(text)),))  # fmt: skip
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


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("水务局管船闸和渡口的是哪个科", "航运管理科（船闸渡口工作科）"),
        ("水务局管督办建议的是哪个室", "督查室（挂建议督办处牌子）"),
        ("水务局负责普法的是哪个科", "普法与执法监督科"),
        ("水务局打官司归哪个科管", "应诉科"),
        ("水务局管船闸和食堂的是哪个科", None),
    ],
)
def test_an_office_is_told_by_its_other_name_by_one_of_its_matters_and_by_a_saying(
    question: str, office: str | None
) -> None:
    offices = ("航运管理科（船闸渡口工作科）", "督查室（挂建议督办处牌子）", "普法与执法监督科", "应诉科")
    text = f"市水务局内设机构4个，包括：{'、'.join(offices)}。"
    assert named(question, text) == ((office,) if office else ())
