"""Words that no document writes are said to be there nowhere; words that one writes, not to be understood."""

from assistant.not_understood import _of_the_deed
from tests.assistant.conftest import Asked


def test_a_word_that_no_document_of_the_body_writes(ask: Asked) -> None:
    answer = ask("水利局的滑雪场花了多少钱")
    assert answer.kind.value == "refusal"
    assert "水利局的文件里没有写到“滑雪场”" in answer.text


def test_how_much_of_a_deed_is_told_where_the_deed_is() -> None:
    assert _of_the_deed("校舍维修项目要修什么、修多少") == "校舍维修项目要修什么"
    assert _of_the_deed("要修什么、花多少") == "要修什么、花多少"
