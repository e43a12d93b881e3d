"""One wrong character is mended by the stored names, and a name that is another thing is not."""

import pytest

from assistant.understand.everyday.mistyped import slip_in
from assistant.understand.names.fuzzy import FuzzyNames
from assistant.understand.words.text import words_of

NAMES = FuzzyNames(
    (
        *(
            "河道管理服务",
            "差旅费",
            "东闸泵站",
            "西闸泵站",
            "水务管理",
            "购置及运行维护费",
            "公务用车购置费",
            "审计一处",
        ),
        *("河道巡查规范率", "信息化建设", "全市水利培训"),
    )
)


def mended(words: str) -> str:
    said = words_of(words)
    slip = slip_in(said, NAMES)
    return said.key if slip is None else said.key[: slip.at] + slip.sign + said.key[slip.at + 1 :]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("河道管里服务多少钱", "河道管理服务多少钱"),
        ("水利局差履费多少", "水利局差旅费多少"),
        ("河道巡查规范律是多少", "河道巡查规范率是多少"),
        ("水利局信息化建没预算", "水利局信息化建设预算"),  # by its look
        ("办的陪训班最贵", "办的培训班最贵"),
        ("两家相比差多少前", "两家相比差多少钱"),
    ],
)
def test_the_character_that_the_names_have_there_is_meant(typed: str, meant: str) -> None:
    assert mended(typed) == meant


@pytest.mark.parametrize(
    "words",
    [
        "南闸泵站多少钱",  # of a kind that tells things apart
        "审计二处多少钱",
        "税务管理多少钱",  # a kind of work, and a word
        "公务用船购置费多少",  # neither sounds nor looks like it
        "公务用机运行维护费多少",  # no word but a joint stands there
        "河道管理服务只算今年的",
        "水利局在河道管理服务上花了多少",
    ],
)
def test_what_is_another_thing_or_a_word_stays(words: str) -> None:
    assert mended(words) == words
