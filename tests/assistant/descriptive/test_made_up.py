"""What a body's own fund is made up of, where its glossary says it of the body itself."""

from pathlib import Path

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.passage import PassageKind
from tests.assistant.conftest import Asked
from tests.assistant.town import saying, stored, water


def test_an_amount_said_beside_a_fund_is_the_one_printed(tmp_path: Path) -> None:
    told = saying(
        water(),
        ("名词解释", "事业收入：指开展业务活动取得的收入，本单位主要是水样检测收入。"),
        ("收入预算", "收入预算90万元，其中：事业收入78.60万元。"),
        kind=PassageKind.GLOSSARY,
    )
    ask = Asked(Assistant(Library(stored(tmp_path, told).engine)))
    assert "水样检测" in ask("水利局事业收入靠什么挣来的").text
    assert "水样检测" in ask("水利局那78.6万事业收入是从哪里来的").text
