"""Words that no document writes are said to be there nowhere; words that one writes, not to be understood."""

from tests.assistant.conftest import Asked


def test_a_word_that_no_document_of_the_body_writes(ask: Asked) -> None:
    answer = ask("水利局的滑雪场花了多少钱")
    assert answer.kind.value == "refusal"
    assert "水利局的文件里没有写到“滑雪场”" in answer.text
