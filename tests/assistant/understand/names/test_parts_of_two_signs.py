"""A part of a name said with how many signs it has."""

import pytest

from assistant.understand.names.name_parts import name_part_spans
from assistant.understand.words.text import words_of


@pytest.mark.parametrize("signs", ["俩字", "两个字", "这两字", "几个字"])
def test_the_number_of_signs_is_no_part_of_the_name(signs: str) -> None:
    spans = name_part_spans(words_of(f"名称含“运维”{signs}的项目有多少个"))
    assert [s.text for s in spans if s.role == "part"] == ["运维"]
    assert [s.text for s in spans if s.role == "after"] == [signs]
