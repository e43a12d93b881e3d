"""Questions over sets of rows: totals are never added to their parts, conditions are never dropped."""

from decimal import Decimal

import pytest

from assistant.answer import AnswerKind
from tests.assistant.conftest import Asked


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("水利局有多少个项目", "5"),
        ("水利局项目一共多少钱", "900.00"),
        ("水利局超过100万元的项目有几个", "3"),
        ("水利局100万以上的项目合计多少", "830.00"),
        ("水利局50万元到200万元之间的项目有多少个", "2"),
        ("水利局项目平均金额", "180.00"),
        ("水利局项目金额的中位数", "200.00"),
        ("雨水泵站管理中心的项目合计多少", "250.00"),
        ("水利局本级有几个项目", "3"),
        ("水利局涉密项目有几个", "1"),
        ("水利局两个办公设备购置经费加起来多少", "70.00"),
        ("水利局项目清单里办公设备购置经费有好几笔，合计多少", "70.00"),
        ("水利局单个项目超过200万的有几个", "2"),
        ("水利局除了河道清淤工程项目，其余项目合计多少", "500.00"),
        ("水利局其他资金安排的项目合计", "40.00"),
        ("水利局有几个项目？办公设备购置经费不算", "3"),
        ("水利局不是办公设备的项目有几个", "3"),
        ("水利局超过100万的项目合计多少（河道清淤工程除外）", "430.00"),
        ("水利局最大的项目和最小的项目差多少", "380.00"),
        ("水利局项目从多到少，第二名和第四名差多少", "180.00"),
        ("水利局最大的项目是最小的项目的几倍", "20.00"),
        ("水利局除了最大的项目，其余项目合计多少", "500.00"),
        ("水利局公务接待费和公务用车购置及运行维护费合计多少", "20.50"),
        ("水利局行政运行、水利前期工作两个科目加一块是多少", "1400.00"),
        ("水利局行政运行、水利前期工作、行政运行加一块是多少", "1400.00"),  # a line said twice counts once
        ("水利局行政运行+水利前期工作 合计", "1400.00"),
        ("水利局几个同名的“办公设备购置经费”加一块多少钱", "70.00"),
        ("水利局一共5个项目，摊下来一个项目得花多少万", "180.00"),
        ("水利局五个项目，按个数平均，单个项目安排多少", "180.00"),
        ("水利局五个项目的经费从小到大排开，中位的数值是几", "200.00"),
        ("水利局项目里，泵站运行维护经费占百分之几", "25.56"),
        ("先抛开河道清淤工程项目，水利局别的项目凑起来有多大金额", "500.00"),
        ("水利局项目，河道清淤工程项目剔除后，其余合计数是多少", "500.00"),
        ("水利局公务接待费除以“三公”经费，得出百分之多少", "21.95"),
        ("水利局金额最大的两个项目占全部项目的比例是多少", "70.00"),
        ("水利局前两大项目合计占项目支出的百分之几", "70.00"),
        ("水利局超过100万元的项目金额合计占全部项目的比例", "92.22"),
        ("水利局最大的两个项目占支出总计的比例", "42.00"),
        ("水利局河道清淤工程项目和防汛物资采购经费合计占项目支出的多少", "66.67"),
        ("水利局有多少项目金额在50万元到200万元之间", "2"),
    ],
)
def test_a_number_over_a_set(ask, question: str, value: str) -> None:
    answer = ask(question)
    assert answer.kind is AnswerKind.NUMBER, answer.text
    assert answer.figures[0].value == Decimal(value), answer.text


def test_totals_and_parts_are_never_added(ask) -> None:
    for question in ("水利局项目合计多少", "水利局所有项目加起来", "水利局项目总额"):
        answer = ask(question)
        assert answer.figures[0].value == Decimal("900.00"), question
        assert Decimal("2700.00") not in {f.value for f in answer.figures}


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("水利局名称里带办公设备字样的项目共多少个、合计安排多少万元", ["2", "70.00"]),
        ("水利局办公设备购置经费 几笔 合计万元", ["2", "70.00"]),
        ("水利局有几个项目？分别是什么", ["5"]),
    ],
)
def test_a_number_and_what_it_comes_to(ask, question: str, values: list[str]) -> None:
    told = [f.value for f in ask(question).figures if f.computed or f.value > 5]
    assert [Decimal(v) for v in values] == told[: len(values)] or len(values) == 1, ask(question).text


def test_an_amount_that_nothing_takes_up_bounds_the_set(ask) -> None:
    for question in ("水利局一百万元的项目有哪些", "水利局200万元的项目有几个"):
        assert ask(question).kind is AnswerKind.REFUSAL, question


def test_a_whole_is_no_share_of_itself(ask) -> None:
    for question in ("水利局收入总计占收入总计的百分之几", "水利局占比多少", "水利局支出总计占收入总计的比例"):
        assert ask(question).kind is not AnswerKind.NUMBER, ask(question).text


def test_places_are_counted_from_the_end_said_first(ask) -> None:
    assert [i.value for i in ask("水利局项目从低到高排，前两个是哪些").items] == [Decimal("20.00"), Decimal("50.00")]
    assert ask("水利局项目按金额排序，位列第二的是哪个").items[0].label == "泵站运行维护经费"
    assert [i.value for i in ask("从多到少数，水利局前两个项目叫什么").items] == [Decimal("400.00"), Decimal("230.00")]


def test_nothing_said_to_be_missing_leaves_no_list(ask) -> None:
    assert ask("水利局没有的项目有哪些").kind is AnswerKind.REFUSAL


def test_ranks_and_lists(ask) -> None:
    top = ask("水利局金额最大的三个项目是哪些")
    assert [i.label for i in top.items] == ["河道清淤工程项目", "泵站运行维护经费", "防汛物资采购经费"]
    assert ask("水利局最大的项目是哪个").items[0].label == "河道清淤工程项目"
    assert [i.value for i in ask("水利局低于60万元的项目有哪些").items] == [Decimal("50.00"), Decimal("20.00")]


def test_the_set_of_the_turn_before_is_used_again(ask) -> None:
    first = "水利局金额最大的三个项目是哪些"
    assert ask("它们加起来多少", first).figures[0].value == Decimal("830.00")
    assert ask("其中最小的是哪个", first).items[0].label == "防汛物资采购经费"


def test_a_ranked_member_is_taken_out_of_the_set_before(ask) -> None:
    first = "水利局金额最大的三个项目是哪些"
    assert ask("把最后一名去掉，其余的总共多少", first).figures[0].value == Decimal("630.00")


def test_departments_are_compared(ask) -> None:
    answer = ask("水利局和园林局三公经费哪个多")
    assert answer.figures[0].value == Decimal("20.50")
    assert ask("哪个部门三公经费最高").items[0].value == Decimal("20.50")
    assert ask("水利局三公经费比园林局多多少").figures[0].value == Decimal("13.25")


def test_every_input_row_is_cited(ask) -> None:
    answer = ask("水利局100万以上的项目合计多少")
    assert {s.row for s in answer.sources} == {"河道清淤工程项目", "防汛物资采购经费", "泵站运行维护经费"}


def test_indicators(ask) -> None:
    length = ask("河道清淤工程项目的清淤河道长度指标值")
    assert (length.figures[0].value, length.figures[0].unit) == (Decimal(35), "公里")
    assert "≥35公里" in length.text
    assert ask("河道清淤工程项目要清淤多少公里").figures[0].value == 35
    assert ask("河道清淤工程项目有几个绩效指标").figures[0].value == 2


def test_what_is_left_out_is_told_by_words_beside_the_name_and_by_the_own_office(ask) -> None:
    assert [i.label for i in ask("水利局哪些项目不是本级的").items] == ["泵站运行维护经费", "办公设备购置经费"]
    assert ask("水利局除了污水处理费，其他项目有几个").kind is AnswerKind.REFUSAL
    told = ask("水利局河道清淤工程项目多少钱")
    assert told.figures
    assert len(ask("水利局的项目里最大的两个是哪些", "水利局河道清淤工程项目多少钱").items) == 2


def test_a_set_is_listed_and_its_share_told(ask) -> None:
    """What the list holds is what the share is of, said in one question or in two turns."""
    for turns in (
        ("水利局金额最大的两个项目是哪些，合计占全部项目的比例是多少",),
        ("水利局金额最大的两个项目是哪些合计占全部项目的比例是多少",),
        ("它们占项目支出多大比例", "水利局金额最大的两个项目"),
        ("合计占总额百分之几", "水利局金额最大的两个项目"),
    ):
        answer = ask(*turns)
        assert Decimal("70.00") in {f.value for f in answer.figures}, (turns, answer.text)
    counted = ask("水利局涉密项目有几个，金额合计占全部项目多少")
    assert {Decimal("1"), Decimal("5.56")} <= {f.value for f in counted.figures}, counted.text


def test_a_share_of_how_many_is_no_share_of_money(ask) -> None:
    answer = ask("水利局超过100万元的项目个数占全部项目的比例")
    assert Decimal("60.00") in {f.value for f in answer.figures}, answer.text


def test_a_share_said_after_a_line_is_that_lines(ask) -> None:
    """What follows 占 is the whole, and the line asked for before it the part."""
    for turns in (
        ("水利局防汛物资采购经费多少，占项目支出的比例是多少",),
        ("水利局防汛物资采购经费是多少？占项目支出多少",),
        ("占项目支出的百分之几", "水利局防汛物资采购经费是多少"),
        ("占项目支出几成", "水利局防汛物资采购经费是多少"),
    ):
        answer = ask(*turns)
        assert Decimal("22.22") in {f.value for f in answer.figures}, (turns, answer.text)
    most = ask("水利局最大的项目是哪个，占项目总额百分之几")
    assert Decimal("44.44") in {f.value for f in most.figures}, most.text


def test_bodies_that_have_none_of_it_are_not_listed(ask) -> None:
    assert [i.label for i in ask("哪些部门有公务接待费").items] == ["云汀市园林局", "云汀市水利局"]
    assert ask("哪些部门有政府性基金预算").items == ()
    assert ask("哪些部门2026年安排了政府性基金预算").items == ()
    assert len(ask("哪些部门2026年的预算里有公务接待费").items) == 2


def test_bodies_are_compared_by_their_shares_and_changes(ask) -> None:
    higher = ask("水利局和园林局谁的公务接待费占三公经费的比例更高")
    assert [f.value for f in higher.figures] == [Decimal("21.95"), Decimal("17.24")], higher.text
    each = ask("水利局和园林局公务接待费占三公经费的比例分别是多少")
    assert {Decimal("21.95"), Decimal("17.24")} <= {f.value for f in each.figures}, each.text
    points = ask("水利局和园林局的公务接待费占三公经费的比例相差几个百分点")
    assert points.figures[0].value == Decimal("4.71"), points.text
    first = ask("哪个部门的公务接待费占三公经费的比例最高")
    assert [(i.label, i.value) for i in first.items] == [("云汀市水利局", Decimal("21.95"))], first.text
    over = ask("公务接待费占三公经费超过20%的部门有哪些")
    assert [i.label for i in over.items] == ["云汀市水利局"], over.text
    more = ask("水利局的公务接待费比园林局高吗")
    assert more.figures[0].value == Decimal("4.50"), more.text


def test_bodies_are_chosen_by_their_change(ask) -> None:
    risen = ask("收入总计比上年增加的部门有哪些")
    assert [(i.label, i.value) for i in risen.items] == [("云汀市水利局", Decimal("250.00"))], risen.text
    assert ask("有几个部门的公务接待费比去年少").figures[0].value == Decimal("1")
    assert ask("哪些部门的收入总计比上年增长超过30%").figures == ()


def test_a_rate_is_no_condition_on_money(ask) -> None:
    assert ask("公务接待费超过20%的部门有哪些").kind is AnswerKind.REFUSAL


def test_what_passes_a_limit_is_listed_by_size(ask) -> None:
    told = [item.value for item in ask("水利局超过30万元的项目有哪些").items]
    assert told == sorted(told, reverse=True) and len(told) == 4


@pytest.mark.parametrize("question", ["水利局部门预算总共多少", "水利局收支一共多少"])
def test_a_sum_of_nothing_named_is_the_whole_budget(ask, question: str) -> None:
    assert ask(question).figures[0].value == Decimal("1500.00")


def test_several_budgets_are_asked_back(ask) -> None:
    assert ask("今年部门预算总共多少").kind is AnswerKind.CLARIFICATION


@pytest.mark.parametrize(
    "question", ["水利局名称含“办公设备”的项目个数，还有总额", "水利局叫“办公设备购置经费”的项目有几个，总额多少"]
)
def test_a_sum_behind_a_count_is_not_dropped(ask, question: str) -> None:
    assert Decimal("70.00") in {f.value for f in ask(question).figures}


def test_what_the_first_of_a_set_come_to(ask: Asked) -> None:
    answer = ask("云汀市水利局2026年金额最大的两个项目加起来多少")
    assert "630.00" in answer.text


def test_the_largest_of_a_set_before_is_one_of_it(ask) -> None:
    answer = ask("里头最大的那个占多少", "雨水泵站管理中心的项目一共多少钱，分别列出")
    assert answer.figures[0].value == Decimal("92.00"), answer.text


@pytest.mark.parametrize("turn", ["合计多少", "一共多少钱", "两个加起来多少"])
def test_a_bare_sum_is_of_those_that_the_rank_before_it_chose(ask: Asked, turn: str) -> None:
    assert ask(turn, "云汀市水利局2026年金额最大的两个项目是哪些").figures[0].value == Decimal("630.00")


def test_a_sum_of_all_is_not_of_those_that_the_rank_before_it_chose(ask: Asked) -> None:
    assert "630.00" not in ask("所有项目合计多少", "云汀市水利局2026年金额最大的两个项目是哪些").text


def test_a_clause_that_only_says_over_whom_hands_on_to_the_next(ask) -> None:
    """某局各单位中，…: the condition and the rank are over its units, and nothing is listed before them."""
    most = ask("水利局下面各单位里，哪家项目支出最多")
    assert [i.label for i in most.items][:1] == ["云汀市水利局"], most.text
    over = ask("水利局各预算单位中，项目支出低于300万元的有哪些")
    assert [i.label for i in over.items] == ["云汀市雨水泵站管理中心"], over.text


def test_funds_asked_each_after_a_line_are_of_it(ask) -> None:
    answer = ask("水利局泵站运行维护经费总共多少，财政拨款、其他资金各出多少")
    assert [f.value for f in answer.figures] == [Decimal("230.00"), Decimal("190.00"), Decimal("40.00")], answer.text


def test_the_sum_of_one_named_line_is_that_line(ask) -> None:
    answer = ask("水利局河道清淤工程项目总共多少钱")
    assert [(f.value, f.computed) for f in answer.figures] == [(Decimal("400.00"), False)], answer.text


@pytest.mark.parametrize(
    "question", ["水利局 项目支出 大于100万元", "水利局超过100万元的项目有哪些", "水利局超过100万元的小项目有哪些"]
)
def test_a_set_of_which_nothing_more_is_asked_is_listed(ask: Asked, question: str) -> None:
    answer = ask(question)
    assert answer.kind is AnswerKind.LIST, answer.text
    assert len(answer.items) == 3, answer.text


@pytest.mark.parametrize(
    ("question", "gap"),
    [
        ("水利局第二大的项目是哪个、多少钱？跟头名差了多少万", "170.00"),
        ("水利局最大的项目多少钱？和最小的差多少", "380.00"),
    ],
)
def test_one_place_is_held_against_the_one_asked_for_before(ask: Asked, question: str, gap: str) -> None:
    answer = ask(question)
    assert Decimal(gap) in {f.value for f in answer.figures}, answer.text


def test_more_than_one_is_told_where_several_are_asked_for_by_rank(ask: Asked) -> None:
    assert len(ask("云汀市水利局2026年哪些项目金额最大").items) == 3
    assert len(ask("云汀市水利局2026年哪个项目金额最大").items) == 1


def test_a_set_that_no_list_prints_is_refused_by_its_name(ask: Asked) -> None:
    assert "没有列出各个项目" in ask("云汀市园林局2026年最大的五个项目").text


@pytest.mark.parametrize(
    "question",
    [
        "云汀市水利局2026年有哪几个项目",
        "云汀市水利局2026年项目支出包括哪些项目",
        "云汀市水利局2026年项目支出由哪几个项目组成",
    ],
)
def test_which_projects_there_are_asks_for_their_list(ask: Asked, question: str) -> None:
    assert len(ask(question).items) == 5, question
