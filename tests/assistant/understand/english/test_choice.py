"""An English word with several Chinese ones becomes the one that a stored name holds with the words beside it."""

from collections.abc import Iterable

import pytest

from assistant.understand.bodies.named import Bodies
from assistant.understand.english.in_chinese import in_chinese

BODIES = Bodies(["溪口区交通运输局"], {})
NAMES = (
    "农村公路日常养护补助资金",
    "城区道路照明维护",
    "桥梁隧道定期检测经费",
    "委托开展7座隧道检测",
    "维修(护)费",
    "孤儿基本生活费",
    "渡口安全渡运考试",
    "2026年公路视频云资源租赁服务项目",
    "隧道监控平台建设项目",
    "20242027年桥梁监测项目",
    "2023年渡口统一平台项目",
)


def holding(words: Iterable[str], bodies: Iterable[str]) -> list[str]:
    wanted = list(words)
    return [name for name in NAMES if any(word in name for word in wanted)]


def said(english: str) -> str:
    return in_chinese(f"How much does the Xikou Transport Bureau spend on {english}?", BODIES, holding)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("rural road maintenance", "农村公路养护"),
        ("maintaining rural roads", "农村公路养护"),
        ("road lighting", "道路照明"),
        ("tunnel inspection", "隧道检测"),
        ("inspecting 7 tunnels", "7座隧道检测"),
        ("orphans", "孤儿"),
    ],
)
def test_the_word_of_the_name_is_taken(english: str, chinese: str) -> None:
    assert said(english) == f"溪口交通运输局{chinese}多少"


def test_a_line_of_the_classification_stays_itself() -> None:
    assert said("maintenance") == "溪口交通运输局维修护费多少"


@pytest.mark.parametrize(("english", "kept"), [("urban road lighting", "城市"), ("disabled orphans", "残疾")])
def test_a_word_that_no_name_holds_is_kept(english: str, kept: str) -> None:
    assert kept in said(english)


@pytest.mark.parametrize("verb", ["running", "conducting", "organising", "carrying out"])
def test_a_verb_that_only_says_that_a_thing_is_done_is_no_content(verb: str) -> None:
    assert said(f"{verb} the ferry safety exam") == "溪口交通运输局渡口安全考试多少"


def test_running_a_thing_is_not_building_it() -> None:
    assert "运转" in said("running the tunnel monitoring platform")


def test_what_is_paid_for_leasing_stands_in_a_name_as_leasing() -> None:
    assert said("leasing highway cloud resources") == "溪口交通运输局公路云资源租赁多少"


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("the 2024-2027 bridge monitoring in 2026", "溪口交通运输局2026年2024-2027年桥梁监测多少"),
        ("its 2023 unified ferry platform in 2026", "溪口交通运输局2026年2023年渡口统一平台多少"),
        ("rural road maintenance in 2025 and 2026", "溪口交通运输局2025年和2026年农村公路养护多少"),
        ("rural road maintenance in 2025-2026", "溪口交通运输局2025年和2026年农村公路养护多少"),
    ],
)
def test_a_year_of_a_name_is_no_year_asked_for(english: str, chinese: str) -> None:
    assert said(english) == chinese
