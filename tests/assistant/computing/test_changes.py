"""Figures held against others: printed changes are quoted, the rest is computed and says so."""

from decimal import Decimal


def test_a_printed_change_and_rate_are_quoted(ask) -> None:
    answer = ask("水利局2026年收入预算比上年增加多少，增长百分之几？")
    assert [f.value for f in answer.figures[:2]] == [Decimal("250.00"), Decimal("20.0")]
    assert not any(f.computed for f in answer.figures[:2])


def test_a_fall_keeps_its_sign_unless_the_question_says_it(ask) -> None:
    assert ask("水利局公务接待费比上年减少多少").figures[0].value == Decimal("1.50")
    assert ask("水利局公务接待费比上年变化多少").figures[0].value == Decimal("-1.50")


def test_a_year_that_is_not_printed_is_worked_out(ask) -> None:
    answer = ask("园林局2025年收入预算")
    assert not answer.figures
    derived = ask("水利局2025年公务接待费")
    assert derived.figures[0].value in (Decimal("4.50"), Decimal("6.00"))


def test_change_between_two_years_of_documents(ask) -> None:
    answer = ask("水利局2026年支出预算比2025年增加多少")
    assert answer.figures[0].value == Decimal("250.00")
    assert answer.figures[0].computed
    assert len(answer.figures[0].sources) == 2


def test_shares(ask) -> None:
    answer = ask("水利局项目支出占总支出的比例")
    assert (answer.figures[0].value, answer.figures[0].unit) == (Decimal("60.00"), "%")
    assert ask("水利局公务接待费占三公经费的百分之几").figures[0].value == Decimal("21.95")
    assert ask("水利局三公经费里接待费占几成").figures[0].value == Decimal("21.95")


def test_times(ask) -> None:
    assert ask("水利局2026年收入预算是园林局的几倍").figures[0].value == Decimal("1.83")


def test_follow_ups_keep_what_they_do_not_change(ask) -> None:
    assert ask("那园林局呢", "水利局2026年公务接待费多少").figures[0].value == Decimal("1.25")
    assert ask("那2025年呢", "水利局2026年收入预算多少").figures[0].value == Decimal("1250.00")
    assert ask("换成元", "水利局2026年公务接待费多少").figures[0].value == 45_000
