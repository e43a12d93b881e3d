"""Comparisons by their two sides, things taken together, subjects by level and by change."""

from decimal import Decimal

import pytest

from assistant.answer import AnswerKind


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("水利局的收入预算比园林局多多少", None),
        ("水利局2026年支出总计比2025年多出来多少", "250.00"),
        ("水利局支出总计，2025年和2026年比，多了多少", "250.00"),
        ("相较2025年预算数，水利局2026年支出总计高出多少", "250.00"),
        ("水利局收入预算比去年涨了百分之几", "20.0"),
        ("水利局公务接待费比上年砍了多少", "1.50"),
        ("水利局公务用车购置及运行维护费，是公务接待费的几倍", "3.56"),
        ("水利局公务接待费加公务用车购置及运行维护费一共多少", "20.50"),
        ("水利局 公务接待费 公务用车购置及运行维护费 差多少", "11.50"),
        ("把公务接待费和公务用车购置及运行维护费加起来，水利局2026年要花多少", "20.50"),
        ("水利局2026年支出总计是2025年的几倍", "1.20"),
        ("水利局支出总计两年翻了几倍", "1.20"),  # the later year is the one that grew
        ("水利局支出总计从2025年到2026年涨了几番", "1.20"),
        ("水利局公务接待费加公务用车购置及运行维护费占项目支出的百分之几", "2.28"),
    ],
)
def test_a_comparison_has_its_own_sides(ask, question: str, value: str | None) -> None:
    answer = ask(question)
    assert answer.kind is AnswerKind.NUMBER, answer.text
    if value is not None:
        assert answer.figures[0].value == Decimal(value), answer.text


def test_who_has_more_answers_with_the_gap_first(ask) -> None:
    apart = ask("水利局收入总计比园林局收入总计多多少").figures[0].value
    for words in ("水利局和园林局，收入总计谁多，多多少", "水利局、园林局两家比收入总计，哪家多，多出多少"):
        answer = ask(words)
        assert answer.kind is AnswerKind.NUMBER, answer.text
        assert answer.figures[0].value == apart, words


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("水利局项级科目从高到低排一排", ["水利前期工作", "行政运行"]),
        ("水利局没有基本支出的项级科目有哪些", ["水利前期工作"]),
        ("水利局全靠基本支出的项级科目有哪些", ["行政运行"]),
        ("水利局213类下面哪些科目超过六百万", ["水利前期工作"]),
        ("水利局哪些项级科目跟去年持平", ["水利前期工作", "行政运行"]),
    ],
)
def test_subjects_are_chosen_by_what_is_said_of_them(ask, question: str, labels: list[str]) -> None:
    answer = ask(question)
    assert answer.kind is AnswerKind.LIST, answer.text
    assert sorted(i.label for i in answer.items) == sorted(labels), answer.text


def test_a_change_that_no_row_shows_is_no_list_of_all_rows(ask) -> None:
    assert not ask("水利局哪些项级科目比去年减少了").items


def test_a_number_of_things_that_are_not_all_understood_is_refused(ask) -> None:
    assert ask("水利局公务接待费加公务用车购置及运行维护费，五样一共多少").kind is AnswerKind.REFUSAL


def test_a_topic_is_no_question(ask) -> None:
    answer = ask("水利局河道清淤工程项目，财政拨款是多少")
    assert [f.value for f in answer.figures] == [Decimal("400.00")], answer.text


def test_projects_as_a_part_are_the_project_expenditure(ask) -> None:
    said, named = ask("水利局的支出里花在项目上的占百分之几"), ask("水利局项目支出占支出总计的百分之几")
    assert said.figures and [f.value for f in said.figures] == [f.value for f in named.figures], said.text


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        (
            "水利局公务接待费比园林局公务接待费多多少",
            "云汀市水利局2026年公务接待费与云汀市园林局2026年公务接待费相差为3.25万元（计算得出）。",
        ),
        (
            "水利局公务用车购置及运行维护费是公务接待费的几倍",
            "云汀市水利局2026年公务用车购置及运行维护费是公务接待费的3.56倍（计算得出）。",
        ),
        (
            "记者问：水利局公务接待费加公务用车购置及运行维护费一共多少",
            "云汀市水利局2026年公务接待费、公务用车购置及运行维护费合计为20.50万元（计算得出）。",
        ),
        ("公务接待费是多少？（云汀市水利局）", "云汀市水利局2026年公务接待费预算为4.50万元。"),
    ],
)
def test_a_sentence_says_whose_figures_it_holds_together(ask, question: str, sentence: str) -> None:
    assert ask(question).text.splitlines()[0] == sentence


def test_what_a_clause_only_states_is_not_answered(ask) -> None:
    answer = ask("水利局今年因公出国一分钱没有，那去年公务接待费是多少")
    assert [f.label for f in answer.figures] == ["公务接待费"], answer.text
    assert "2025年" in answer.text


def test_a_unit_has_its_share_of_the_department_spoken_of(ask) -> None:
    answer = ask("水利局的项目里，雨水泵站管理中心占百分之几")
    assert answer.figures[0].value == Decimal("27.78"), answer.text


def test_how_many_of_an_ordered_list_are_wanted(ask) -> None:
    answer = ask("水利局的项目，按钱从多到少排，前两个是哪些，各多少")
    assert [i.label for i in answer.items] == ["河道清淤工程项目", "泵站运行维护经费"], answer.text
