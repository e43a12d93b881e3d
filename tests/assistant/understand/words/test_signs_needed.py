"""What a pattern needs of a text: too little may be told, never too much."""

import re

import pytest

from assistant.understand.words.rules import written
from assistant.understand.words.signs_needed import SignsNeeded, signs_needed


@pytest.mark.parametrize(
    ("pattern", "every", "one"),
    [
        ("多少钱", "多少钱", ""),
        ("(?:几|多少)辆", "辆", "几多"),
        ("[几多]?辆+", "辆", ""),
        ("车(?!辆|子)", "车", ""),
        ("(?<=公务)车{2,3}", "公务车", ""),
        ("(?P<a>甲|乙)(?P=a)", "", "甲乙"),
        (r"\d年|[一-龥]月", "", "年月"),
        ("甲*|乙", "", ""),
        ("甲{0,2}乙?", "", ""),
        ("(?i:a)b", "", ""),
        (r"\u4e00", "", ""),
    ],
)
def test_what_is_needed(pattern: str, every: str, one: str) -> None:
    assert signs_needed(pattern) == SignsNeeded(frozenset(every), frozenset(one))


def test_no_rule_is_passed_over_that_would_be_found() -> None:
    rules = written("spoken.toml")
    texts = [(shown, frozenset(shown)) for _, _, shown in rules]
    for pattern, _, _ in rules:
        needed, compiled = signs_needed(pattern), re.compile(pattern)
        assert not [t for t, signs in texts if not needed.may_be_in(signs) and compiled.search(t)]
