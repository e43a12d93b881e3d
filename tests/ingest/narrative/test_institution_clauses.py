"""What the sentences of institutions' pages state: counts under money, years' ends, sums."""

from ingest.narrative.clauses import statements_in
from ingest.narrative.stated import Statement
from ingest.records.document import Stage
from ingest.records.figure import Relation


def read(text: str) -> list[Statement]:
    """The statements of a paragraph."""
    return list(statements_in(text, "甲县人民法院").statements)


def test_cars_are_parts_of_the_cars_not_of_the_money() -> None:
    found = read("公务用车购置费支出5万元。其中：购置公务用车0辆，年末公务用车保有量9辆，其中：轿车3辆，执法用车6辆。")
    assert (found[-1].label, found[-1].whole) == ("执法用车", "年末公务用车保有量")


def test_spent_by_the_end_of_a_year_is_an_account() -> None:
    spent, planned, rate = read("公务接待费2015年年末支出3万元,2016年预算为4万元,增加33.33%。")
    assert (spent.label, spent.year, spent.stage) == ("公务接待费", 2015, Stage.FINAL_ACCOUNT)
    assert (planned.year, rate.basis) == (2016, "上年实际支出")


def test_a_sum_of_counts_is_of_none_of_them() -> None:
    found = read("拥有民警42人、辅警58人,共计100人。")
    assert [(s.label, str(s.value)) for s in found] == [("民警", "42"), ("辅警", "58")]


def test_a_change_against_the_budget_has_that_basis() -> None:
    found = read("公务接待费支出决算数比预算数减少4万元，下降40%。")
    assert {s.basis for s in found if s.relation is not Relation.AMOUNT} == {"预算数"}


def test_a_total_keeps_its_name() -> None:
    assert read("2022年收入预算总额为90万元。")[0].label == "收入预算总额"


def test_posts_pupils_and_classes_are_counted() -> None:
    found = read("事业编制12人，编制总数32人，实有29人。现有教学班40个，在校学生2056人。")
    told = [(s.label, str(s.value)) for s in found]
    assert {("编制总数", "32"), ("实有", "29"), ("现有教学班", "40"), ("在校学生", "2056")} <= set(told)


def test_a_functional_line_is_told_with_its_section_or_its_digits_in_brackets() -> None:
    found = read("2.一般公共服务支出(审计事务)审计业务(2010804)。年初预算为230.00万元，支出决算为203.10万元。")
    assert {s.label for s in found} == {"一般公共服务支出(审计事务)审计业务"}
    found = read("农林水支出(213)农业农村(01)群众文化(09):2024年预算数为28.60万元，用于人员。")
    assert [s.label for s in found] == ["农林水支出(213)农业农村(01)群众文化(09)"]


def test_what_is_bought_is_told_by_its_kinds_of_projects() -> None:
    found = read(
        "甲县人民法院纳入2026年部门预算的政府采购项目共有75.8万元，其中：货物类项目36.5万元、服务类项目39.3万元。"
    )
    assert [(s.label, str(s.value), s.whole) for s in found] == [
        ("政府采购项目", "75.8", None),
        ("货物类项目", "36.5", "政府采购项目"),
        ("服务类项目", "39.3", "政府采购项目"),
    ]


def test_a_state_as_of_the_years_end_needs_no_comma() -> None:
    found = read("公务用车运行维护费支出39.80万元;截至年末公务用车保有量8辆。")
    assert [(s.label, str(s.value)) for s in found][1:] == [("公务用车保有量", "8")]


def test_a_subtotal_is_called_by_what_it_adds_up() -> None:
    told = [
        (s.label, str(s.value), s.whole)
        for s in read("编制人数小计183人,其中:行政编制人数0人。实有人数小计231人,其中:在职人数小计174人,退休人员57人。")
    ]
    assert ("编制人数", "183", None) in told and ("在职人数", "174", "实有人数") in told
    assert read("工资福利支出小计120万元。")[0].label == "工资福利支出"


def test_what_an_amount_is_mainly_used_for_is_made_of_its_parts() -> None:
    found = read("2026年机关运行经费安排55.00万元，主要用于办公费30.00万元、差旅费15.00万元、其他交通费用10.00万元。")
    assert [(s.label, s.whole) for s in found] == [
        ("机关运行经费", None),
        ("办公费", "机关运行经费"),
        ("差旅费", "机关运行经费"),
        ("其他交通费用", "机关运行经费"),
    ]


def test_a_reason_of_the_main_change_is_of_what_changed() -> None:
    found = read("2026年度收、支总计均为90万元。与2025年相比，收、支总计各减少10万元。主要变动原因是闸门改造完工。")
    assert [s.reason for s in found if s.relation is Relation.CHANGE] == ["闸门改造完工"]


def test_posts_and_titles_are_counted() -> None:
    found = read("在职人员62人，其中副高级职称4人，技师3人；聘用制书记员64人。")
    assert {(s.label, int(s.value)) for s in found} >= {("副高级职称", 4), ("技师", 3), ("聘用制书记员", 64)}


def test_the_people_of_a_meeting_that_is_paid_for_are_counted() -> None:
    found = read("开支会议费8.00万元，用于召开年度工作会议，人数120人；开支培训费3.00万元，用于能力提升，人数85人。")
    assert [(s.label, str(s.value)) for s in found] == [
        ("会议费", "8.00"),
        ("会议人数", "120"),
        ("培训费", "3.00"),
        ("培训人数", "85"),
    ]


def test_what_is_held_at_the_end_of_a_year_is_of_no_other_year() -> None:
    found = read(
        "2025年期末，甲县人民法院固定资产总额90.00万元，其中：车辆20.00万元。共有车辆6辆，其中：执法执勤用车4辆。"
    )
    assert {(s.label, s.year, s.basis) for s in found} >= {
        ("固定资产总额", None, "截至2025年末"),
        ("执法执勤用车", None, "截至2025年末"),
    }


def test_guests_from_abroad_are_counted_apart() -> None:
    found = read("国内公务接待21批次，168人次；国（境）外公务接待2批次，9人次。")
    assert [(s.label, int(s.value)) for s in found] == [
        ("国内公务接待批次", 21),
        ("国内公务接待人次", 168),
        ("国（境）外公务接待批次", 2),
        ("国（境）外公务接待人次", 9),
    ]


def test_the_beds_of_a_hospital_are_counted() -> None:
    (found,) = read("编外聘用人员165人。开放床位1200张。")[-1:]
    assert (found.label, str(found.value), found.unit.name) == ("开放床位", "1200", "张")
