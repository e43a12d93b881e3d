"""The ends of long codes that a question says for the whole."""

import pytest

from assistant.understand.names.code_tails import code_tails
from assistant.understand.words.spans import code_spans
from assistant.understand.words.text import words_of

NUMBERS = (
    "21000026t000004100105",
    "21000026t000004100141",
    "21000026t000004120713",
    "21000026t000004130713",
    "2010805",
)


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("水利局编号05、41的两个项目", [NUMBERS[0], NUMBERS[1]]),
        ("水利局 05-河道清淤 预算", [NUMBERS[0]]),
        ("水利局编号13的项目", []),  # two end so
        ("水利局编号2026年的项目", []),
        ("水利局2026-05-河道清淤", []),
        ("水利局有05个项目", []),
    ],
)
def test_an_end_stands_for_the_one_code_that_ends_so(said: str, codes: list[str]) -> None:
    assert [span.value for span in code_tails(words_of(said), NUMBERS)] == codes


def test_codes_said_one_after_the_other_are_parted_by_their_stop() -> None:
    found = code_spans(words_of("水利局2130301、2130305两个科目"), {"2130301", "2130305"}, 32)
    assert [span.value for span in found] == ["2130301", "2130305"]
