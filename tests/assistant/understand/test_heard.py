"""What is heard in a question outside the grammar: its words, what is counted, months and least prices."""

from decimal import Decimal

from assistant.finding.heard import heard_in, is_counted_in, prints_price


def test_a_count_is_heard_with_its_unit_and_least_price() -> None:
    heard = heard_in("云川市水务局上百万的设备有几台", ("云川市水务局",))
    assert heard is not None
    assert "台" in heard.units and heard.price == Decimal(100) and heard.words == ("设备",)
    assert prints_price("单价100万元（含）以上设备", Decimal(100))
    assert not prints_price("单价20万元以上设备", Decimal(100))


def test_areas_and_months_are_heard() -> None:
    area = heard_in("云川市水务局房子占了多大面积", ("云川市水务局",))
    month = heard_in("云川市水务局九月份那期培训花多少钱", ("云川市水务局",))
    assert area is not None and area.units == ("平方米",) and area.words == ("房子",)
    assert month is not None and month.month == 9 and not month.units


def test_words_that_turn_a_question_round_are_not_passed_over() -> None:
    assert heard_in("云川市水务局不买车省了多少钱", ("云川市水务局",)) is None
    assert heard_in("云川市水务局哪些项目花多少钱", ("云川市水务局",)) is None


def test_things_are_counted_in_their_own_words() -> None:
    for words, unit in (("办公桌几张", "张"), ("椅子多少把", "把"), ("图书多少本", "册")):
        heard = heard_in(words, ())
        assert heard is not None and unit in heard.units
    spent, wide = heard_in("教育多少支出", ()), heard_in("设备几台", ())
    assert spent is not None and wide is not None
    assert spent.units == () and is_counted_in("台（套）", wide.units) and not is_counted_in("台班", ("套",))
