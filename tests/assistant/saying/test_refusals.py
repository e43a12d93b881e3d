"""What a refusal says is there instead names other lines than the one that was asked for."""

from tests.assistant.conftest import Asked


def test_a_line_is_not_offered_for_itself(ask: Asked) -> None:
    answer = ask("水利局2023年接待费多少")
    assert not answer.figures and "公务接待费" not in answer.choices, answer.text


def test_lines_of_like_names_are_choices(ask: Asked) -> None:
    answer = ask("水利局防汛物质采购费用多少")
    assert answer.figures or any("防汛物资采购经费" in choice for choice in answer.choices), answer.text
