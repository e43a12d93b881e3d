"""Who builds and who designs is quoted line by line; of another project, or a part not listed, nothing is."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.passage import Passage, PassageKind, PassageSpot
from tests.assistant.conftest import Asked
from tests.assistant.town import stored, water

TEXT = "施工单位：云汀建工有限公司；\n设计单位：云汀设计院有限公司；\n监理单位：云汀监理有限公司；"


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    parsed = water()
    document = parsed.document.id
    spot = PassageSpot(8, (1.0, 1.0, 9.0, 9.0), 0, len(TEXT))
    section = ("河道清淤工程项目经费情况说明", "三、实施主体")
    passage = Passage(f"{document}-p1", document, 1, PassageKind.NARRATIVE, section, TEXT, 8, 8, (spot,))
    return Asked(Assistant(Library(stored(tmp_path, replace(parsed, passages=(passage,))).engine)))


@pytest.mark.parametrize(
    ("question", "names", "others"),
    [
        ("水利局河道清淤工程由谁施工、谁设计", ["云汀建工", "云汀设计院"], ["云汀监理"]),
        ("水利局河道清淤工程施工和监理分别是哪家公司", ["云汀建工", "云汀监理"], ["云汀设计院"]),
        ("水利局河道清淤工程哪家公司施工", ["云汀建工"], ["云汀监理"]),
        ("水利局防汛物资采购经费谁施工", [], ["云汀建工"]),
    ],
)
def test_the_parts_asked_for(asked: Asked, question: str, names: list[str], others: list[str]) -> None:
    text = asked(question).text
    assert all(name in text for name in names) and not any(name in text for name in others)
