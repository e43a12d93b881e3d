"""Questions that a near figure would answer wrongly: each is refused, asked back or worked out."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from tests.assistant.town import parks, saying, stored, unit_of, water


@pytest.mark.parametrize(
    "question",
    [
        "水利局除公务接待费以外的三公经费是多少",
        "水利局基本支出以外的钱是多少",
        "水利局剩下的钱有多少",
        "水利局涉密的公务接待费是多少",
        "水利局比园林局少",
        "清淤署2026年预算多少",
        "2026年防汛局的预算",
        "水利局人均公务接待费是多少",
        "水利局三公经费占公务接待费的比例",
        "水利局行政运行、水利前期工作这三个科目合计多少",
        "水利局清淤河道长度平均每期多少公里",
    ],
)
def test_no_near_figure_is_given(ask, question: str) -> None:
    answer = ask(question)
    assert answer.kind in (AnswerKind.REFUSAL, AnswerKind.CLARIFICATION), answer.text
    assert not answer.figures


def test_what_a_line_is_gets_no_amount(ask) -> None:
    assert not ask("水利局公务接待费是什么").figures
    assert not ask("水利局三公经费是啥").figures


def test_bodies_of_one_kind_are_ranked_by_one_figure(ask) -> None:
    top = ask("哪个部门公务接待费最高")
    assert [(i.value) for i in top.items] == [Decimal("4.50")]


def test_a_sum_over_years_adds_them(ask) -> None:
    answer = ask("水利局2025年和2026年两年支出总计一共多少")
    assert answer.figures[0].value == Decimal("2750.00"), answer.text
    assert answer.figures[0].computed


def test_a_department_with_a_unit_document_says_which_it_answers(tmp_path: Path) -> None:
    assistant = Assistant(Library(stored(tmp_path, water(), unit_of(water())).engine))
    answer = assistant.ask(Question("水利局收入总计是多少"))
    assert answer.figures[0].value == Decimal("1500.00")
    assert "部门汇总口径" in answer.text


def test_words_in_brackets_of_an_english_question_break_nothing(ask) -> None:
    """Light verbs with no noun beside them: nothing is left to be named by them."""
    told = ask("By how much did the Water Bureau's vehicle spending (buying plus running) drop from 2025 to 2026?")
    assert told.kind is AnswerKind.REFUSAL


def test_the_year_of_a_later_clause_is_asked_of_the_document_the_first_one_names(ask) -> None:
    told = ask("水利局2026年预算，2025年收入总计是多少")
    assert [str(f.value) for f in told.figures] == ["1250.00"], told.text


def test_the_totals_of_two_years_are_told_each(ask) -> None:
    told = ask("水利局2025年、2026年收入总计是多少")
    assert [str(f.value) for f in told.figures] == ["1250.00", "1500.00"], told.text


@pytest.mark.parametrize(
    "words",
    [
        "园林局下属雨水泵站管理中心预算多少",
        "园林局雨水泵站管理中心的项目支出是多少",
        "园林局收入多少，其中泵站管理中心多少",
    ],
)
def test_a_unit_of_another_department_stands_for_none_of_this_one(ask, words: str) -> None:
    answer = ask(words)
    assert answer.kind is AnswerKind.REFUSAL and not answer.figures, answer.text


def test_a_unit_behind_its_own_department_is_told(ask) -> None:
    assert ask("水利局下属雨水泵站管理中心项目支出多少").figures[0].value == Decimal("250.00")


def test_a_turn_means_the_unit_that_the_department_before_it_writes_of(tmp_path: Path) -> None:
    other = saying(parks(), ("单位构成", "园林局下属雨水泵站管理中心1家单位。"))
    assistant = Assistant(Library(stored(tmp_path, water(), other).engine))
    answer = assistant.ask(Question("雨水泵站管理中心呢", ("园林局项目支出多少",)))
    assert answer.kind is AnswerKind.REFUSAL and not answer.figures, answer.text
    beside = assistant.ask(Question("园林局和雨水泵站管理中心的项目支出"))
    assert beside.kind is AnswerKind.REFUSAL, beside.text
    told = assistant.ask(Question("雨水泵站管理中心呢", ("水利局项目支出多少",)))
    assert told.figures[0].value == Decimal("250.00"), told.text


def test_a_mean_over_bodies_of_one_kind_is_of_their_figures_and_not_of_parts(ask) -> None:
    for words in ("各局三公经费平均多少", "水利局和园林局公务接待费平均多少"):
        assert ask(words).figures[0].value in (Decimal("13.88"), Decimal("13.875"), Decimal("2.88"), Decimal("2.875"))
