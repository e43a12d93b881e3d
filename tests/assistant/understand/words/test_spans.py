"""Years are read with their sign and without, in digits and written out; ranges hold what lies between."""

import pytest

from assistant.understand.words.spans import code_spans, fixed_spans, word_spans
from assistant.understand.words.text import words_of


def years(question: str) -> set[object]:
    return {y for s in fixed_spans(words_of(question)) if s.family == "year" for y in s.value}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "question",
    [
        "二〇二四到二〇二五年接待费少了多少",
        "二零二四年和二零二五年接待费",
        "接待费 2024 vs 2025",
        "接待费2024vs2025",
        "24到25年接待费",
        "24-25年接待费",
        "24、25两本预算里的接待费",
        "接待费2024年与2025年两份部门预算",
    ],
)
def test_two_years(question: str) -> None:
    assert years(question) == {2024, 2025}


@pytest.mark.parametrize("question", ["接待费24到25万元", "二千零二十四万元", "24和25号楼的维修费"])
def test_numbers_that_are_no_years(question: str) -> None:
    assert not years(question)


def test_two_lines_in_a_row_are_not_the_line_of_both() -> None:
    named = [s.text for s in word_spans(words_of("买车、养车"), {}, 10) if s.family == "concept"]
    assert named == ["买车", "养车"]
    assert "买车养车" in [s.text for s in word_spans(words_of("买车养车"), {}, 10) if s.family == "concept"]


def test_a_blank_parts_a_code_from_the_year_before_it() -> None:
    codes = {"2130705", "2010601"}
    assert [s.text for s in code_spans(words_of("某乡 2020 2130705 多少钱"), codes, 32)] == ["2130705"]
    assert [s.text for s in code_spans(words_of("某乡 2010 601 多少钱"), {*codes, "601"}, 32)] == ["2010601"]


def test_a_line_is_heard_with_of_within_it() -> None:
    def concepts(text: str) -> set[tuple[str, str]]:
        return {(s.text, s.role) for s in word_spans(words_of(text), {}, 24) if s.family == "concept"}

    assert ("公车的运行维护", "vehicle_running") in concepts("公车的运行维护多少")
    assert not {text for text, _ in concepts("培训项目的支出多少") if "的" in text}
