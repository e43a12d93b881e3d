"""What is asked on of the one row that was found: by the next turn, and by the next clause."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from tests.assistant.conftest import Asked
from tests.assistant.town import parks, stored, water

FIRST = "水利局2026年哪个项目最费钱"


@pytest.mark.parametrize("turn", ["这个项目要清多少公里", "它清淤河道长度要多少公里"])
def test_a_turn_that_points_at_the_row_found_is_of_that_row(ask, turn: str) -> None:
    answer = ask(turn, FIRST)
    assert [f.value for f in answer.figures] == [Decimal(35)], answer.text
    assert all(source.row == "河道清淤工程项目" for source in answer.sources)


def test_what_the_row_found_does_not_tell_is_told_of_no_other(ask) -> None:
    answer = ask("这个班多少人去", "园林局哪个培训班最贵")
    assert answer.kind is AnswerKind.REFUSAL, answer.text


def test_a_clause_asks_on_of_the_row_the_clause_before_it_found(ask) -> None:
    answer = ask("水利局2026年河道清淤工程项目花多少钱，验收合格要到几成")
    assert [f.value for f in answer.figures] == [Decimal("400.00"), Decimal(98)], answer.text


def test_another_member_is_picked_from_the_set_one_was_picked_from(ask) -> None:
    assert [i.label for i in ask("最少的那个呢", FIRST).items] == ["云汀市雨水泵站管理中心—办公设备购置经费"]


def test_a_turn_that_names_a_row_of_its_own_points_back_at_none(ask) -> None:
    answer = ask("那河道清淤的有多少", "水利局2026年防汛物资采购经费是多少")
    assert [f.value for f in answer.figures] == [Decimal("400.00")], answer.text


def test_a_talk_asked_turn_by_turn_tells_what_it_tells_when_it_is_asked_at_once(ask, tmp_path: Path) -> None:
    turns = (FIRST, "它的绩效目标是什么", "那第二多的呢", "它们合计多少")
    at_once = Asked(Assistant(Library(stored(tmp_path / "again", water(), water(2025), parks()).engine)))
    for at, turn in enumerate(turns):
        ask(turn, *turns[:at])
    assert ask(turns[-1], *turns[:-1]) == at_once(turns[-1], *turns[:-1])


def test_a_clause_refused_beside_another_is_asked_by_itself(ask) -> None:
    answer = ask("水利局2026年三公经费多少，验收合格率要到几成")
    assert [f.value for f in answer.figures] == [Decimal("20.50"), Decimal(98)], answer.text


def test_a_clause_that_nothing_tells_stays_refused(ask) -> None:
    assert len(ask("水利局2026年三公经费多少，火星探测经费多少").figures) < 2


def test_a_clause_that_asks_for_a_number_is_not_told_by_words_without_it(ask) -> None:
    answer = ask("水利局2026年河道清淤工程项目验收合格要到几成，办几班")
    assert answer.kind is AnswerKind.REFUSAL, answer.text


@pytest.mark.parametrize(
    "turn", ["跟防汛物资采购经费加一块呢", "再加上防汛物资采购经费呢", "连防汛物资采购经费一起是多少"]
)
def test_what_a_turn_adds_is_summed_with_what_was_asked_before(ask, turn: str) -> None:
    before = "水利局2026年河道清淤工程项目多少钱"
    parts = [ask(before).figures[0].value, ask("水利局2026年防汛物资采购经费多少").figures[0].value]
    assert ask(turn, before).figures[0].value == sum(parts), turn
    assert ask(f"{before}？{turn}").figures[1].value == sum(parts), turn


def test_nothing_is_summed_with_what_nobody_asked(ask) -> None:
    assert ask("跟防汛物资采购经费加一块呢").kind is AnswerKind.REFUSAL
