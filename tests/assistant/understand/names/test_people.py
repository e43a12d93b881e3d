"""How many posts and people there are, in the words the documents count them under."""

import pytest

from assistant.understand.names.people import people_counted
from assistant.understand.words.spans import Span
from assistant.understand.words.text import words_of

PRINTED = frozenset({"人员编制", "实有人员", "行政编制"})


@pytest.mark.parametrize(("kind", "count"), [("编制", "人数"), ("编制", "数"), ("编制", "总数")])
def test_a_number_of_posts_is_what_is_printed_for_it(kind: str, count: str) -> None:
    tokens = [Span(0, 2, "name", "part", kind), Span(2, 2 + len(count), "name", "label", count)]
    (said,) = people_counted(words_of(kind + count), tokens, PRINTED)
    assert said.value == (("人员编制", 0.95),)


def test_a_kind_of_posts_keeps_its_name() -> None:
    tokens = [Span(0, 4, "name", "label", "行政编制"), Span(4, 6, "name", "label", "人数")]
    (said,) = people_counted(words_of("行政编制人数"), tokens, PRINTED)
    assert said.text == "行政编制"
