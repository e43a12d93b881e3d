"""What sentences state: amounts with their subject, changes with their basis, reasons with their change."""

from decimal import Decimal

import pytest

from ingest.narrative.clauses import statements_in
from ingest.narrative.stated import Statement
from ingest.records.document import Stage
from ingest.records.figure import Relation
from ingest.records.units import UnitKind

Short = tuple[str, str, str, str | None]


def read(text: str, department: str | None = "甲市审计局", known: frozenset[str] = frozenset()) -> list[Statement]:
    """The statements of a paragraph of that department."""
    return list(statements_in(text, department, known).statements)


def short(statements: list[Statement]) -> list[Short]:
    """Relation, subject, value, basis."""
    return [(s.relation.value, s.label, str(s.value), s.basis) for s in statements]


def test_amount_change_rate_and_reason() -> None:
    found = read("2026年本部门收入预算16,410.71万元，比上年减少1,230.54万元，下降7.0%，主要原因是机构改革。")
    assert short(found) == [
        ("amount", "收入预算", "16410.71", None),
        ("change", "收入预算", "-1230.54", "上年"),
        ("rate", "收入预算", "-7.0", "上年"),
    ]
    assert found[0].year == 2026
    assert [s.reason for s in found] == [None, "机构改革", "机构改革"]


def test_the_amount_a_share_is_taken_of_is_no_subject() -> None:
    found = read(
        "接待费支出决算为2万元，完成全年预算4万元的50%，比上年决算数增加1万元；税收收入9亿元，占年计划8亿元的112%。"
    )
    assert [(s.relation.value, s.label, str(s.value), s.stage) for s in found] == [
        ("amount", "接待费", "2", Stage.FINAL_ACCOUNT),
        ("amount", "接待费", "4", Stage.ADJUSTED_BUDGET),
        ("share", "接待费", "50", Stage.FINAL_ACCOUNT),
        ("change", "接待费", "1", Stage.FINAL_ACCOUNT),
        ("amount", "税收收入", "9", None),
        ("share", "税收收入", "112", None),
    ]


def test_money_does_not_change_what_is_counted() -> None:
    assert short(read("公务用车保有量11辆。较上年减少19万元，下降40%。")) == [("amount", "公务用车保有量", "11", None)]


def test_a_noun_after_a_count_is_not_of_the_next_count() -> None:
    assert read("包括8个二级事业单位16个三级事业单位。") == []


def test_nothing_is_part_of_a_zero() -> None:
    found = read("收入预算9元；上年结转结余0元。其中：一般公共预算拨款9元。")
    assert [s.whole for s in found] == [None, None, None]


def test_what_goes_over_to_the_next_year_is_of_this_years_money() -> None:
    found = read("2024年收支相抵，结转下年支出5万元。社保基金收入7亿元，支出5亿元。")
    assert [(s.label, s.relative) for s in found] == [
        ("结转下年支出", None),
        ("社保基金收入", None),
        ("社保基金支出", None),
    ]


def test_a_second_subject_after_a_reason() -> None:
    found = read(
        "收入预算10万元，比上年减少1万元，主要原因是一是减少项目经费2万元；二是厉行节约；"
        "支出预算10万元，比上年减少1万元，主要原因是同上所述。"
    )
    assert [s.label for s in found] == ["收入预算"] * 2 + ["支出预算"] * 2
    assert found[1].reason == "一是减少项目经费2万元；二是厉行节约".removeprefix("一是")


def test_parts_in_brackets_belong_to_what_stands_before_them() -> None:
    found = read(
        "公务用车购置及运行维护费0万元（购置费0万元，比上年减少70万元；运行维护费0万元，比上年减少318.88万元。）"
        "比上年减少388.88万元，下降100%。"
    )
    assert short(found)[-2:] == [
        ("change", "公务用车购置及运行维护费", "-388.88", "上年"),
        ("rate", "公务用车购置及运行维护费", "-100", "上年"),
    ]
    assert [(s.label, s.value) for s in found if s.whole] == [
        ("购置费", Decimal(0)),
        ("购置费", Decimal(-70)),
        ("运行维护费", Decimal(0)),
        ("运行维护费", Decimal("-318.88")),
    ]


def test_shares_are_of_the_whole_before_them() -> None:
    found = read("本年收入合计2946.25万元，其中：财政拨款收入2940.05万元，占99.79%；其他收入6.2万元，占0.21%。")
    assert [(s.label, s.basis) for s in found if s.relation.value == "share"] == [
        ("财政拨款收入", "本年收入合计"),
        ("其他收入", "本年收入合计"),
    ]


def test_a_change_after_parts_in_a_row_is_of_their_whole() -> None:
    found = read("当年预算收入420万元，其中：一般公共预算拨款400万元、其他收入20万元，较上年增加14万元，增长3.5%。")
    assert short(found)[-2:] == [("change", "预算收入", "14", "上年"), ("rate", "预算收入", "3.5", "上年")]


@pytest.mark.parametrize(
    ("text", "year", "stage", "value"),
    [
        ("1.培训费（项）。年初预算为15.5万元。", None, Stage.BUDGET, "15.5"),
        ("1.“培训支出（款）（项）”25万元，主要用于培训。2023年当年预算执行数为60万元。", 2023, Stage.EXECUTION, "60"),
        ("1.因公出国（境）费用。2026年预算数28.00万元。", 2026, Stage.BUDGET, "28.00"),
        ("培训费支出年初预算为2万元，支出决算为1万元。", None, Stage.FINAL_ACCOUNT, "1"),
    ],
)
def test_amounts_that_name_only_a_stage(text: str, year: int | None, stage: Stage, value: str) -> None:
    last = read(text)[-1]
    assert (last.year, last.stage, str(last.value)) == (year, stage, value)


def test_level_with_last_year_is_a_change_of_nothing() -> None:
    found = read("公务接待费预算74.00万元，与上年预算数持平，主要用于接待。")
    assert short(found) == [
        ("amount", "公务接待费预算", "74.00", None),
        ("change", "公务接待费预算", "0", "上年预算数"),
    ]
    assert len(read("公务接待费3.4万元，与上年基本持平。")) == 1


def test_counts_with_their_day() -> None:
    found = read("截至2025年12月31日，甲市审计局共有车辆56辆，其中：执法执勤用车35辆；单价100万元以上设备9台（套）。")
    assert [(s.label, str(s.value), s.unit.name, s.basis, s.whole) for s in found] == [
        ("车辆", "56", "辆", "截至2025年12月31日", None),
        ("执法执勤用车", "35", "辆", "截至2025年12月31日", "车辆"),
        ("单价100万元以上设备", "9", "台", "截至2025年12月31日", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "全市生产总值达到2.5亿元，比上年增长5%。",  # no noun of the budget
        "甲市审计局预算737.69万元。",  # income or expenditure is not said
        "机关运行经费安排210.32万元，比上年1.43万元。",  # a slip: the verb is missing
        "人均培训费用标准为每人每天400元。",
        "收入预算比上年增加（减少）5万元。",
    ],
)
def test_what_is_not_certain_is_left_out(text: str) -> None:
    assert [s for s in read(text) if s.relation.value != "amount" or s.label != "机关运行经费"] == []


def test_a_change_without_its_verb_is_proved_by_its_rate() -> None:
    found = read("机关运行经费安排200.00万元，比上年4.00万元，下降1.96%。主要原因是人员减少。")
    assert short(found)[1] == ("change", "机关运行经费", "-4.00", "上年")
    assert [
        s for s in read("机关运行经费安排200.00万元，比上年4.00万元，下降7%。") if s.relation.value == "change"
    ] == []


def test_scores_of_a_self_evaluation_are_figures() -> None:
    found = read("绩效自评的项目4个，涉及预算金额50.00万元，平均得分96.50分。整体支出绩效自评得分98分，耗时5分。")
    assert ("amount", "绩效自评平均得分", "96.50", None) in short(found)
    assert [s for s in short(found) if s[2] in ("98", "5")] == [("amount", "整体支出绩效自评得分", "98", None)]


def test_an_unknown_amount_keeps_the_next_words_from_the_subject_before_it() -> None:
    found = read("收入预算10万元，其中：某某专项5万元，较上年增加2万元。")
    assert short(found) == [("amount", "收入预算", "10", None)]
    known = read("收入预算10万元，其中：某某专项5万元，较上年增加2万元。", known=frozenset(["某某专项"]))
    assert short(known)[1:] == [("amount", "某某专项", "5", None), ("change", "某某专项", "2", "上年")]


def test_the_amount_compared_with() -> None:
    found = read("2026年收入预算328.5万元，比2025年年初预算数303.5万元增加25万元，增长8.24%。")
    assert [(s.relation.value, s.year, str(s.value)) for s in found] == [
        ("amount", 2026, "328.5"),
        ("amount", 2025, "303.5"),
        ("change", 2026, "25"),
        ("rate", 2026, "8.24"),
    ]


def test_meetings_and_their_people_are_counted_by_the_noun_after_the_number() -> None:
    found = read("会议费预算2.50万元，拟召开2次会议，人数160人；培训费预算6.00万元，拟开展3期业务培训，人数210人。")
    assert [(s.label, str(s.value), s.unit.name) for s in found if s.unit.name in "次期人"] == [
        ("会议次数", "2", "次"),
        ("会议人数", "160", "人"),
        ("业务培训次数", "3", "期"),
        ("业务培训人数", "210", "人"),
    ]


def test_meetings_are_counted_by_the_noun_before_the_number() -> None:
    found = read("开支会议费6.2万元，召开会议4次，参加人数320人；开支培训费8.3万元，培训7期、参加人数415人。")
    assert [(s.label, str(s.value)) for s in found if s.unit.name in "次期人"] == [
        ("会议次数", "4"),
        ("会议人数", "320"),
        ("培训次数", "7"),
        ("培训人数", "415"),
    ]


def test_uses_are_stated_where_they_come_to_an_amount_before_them() -> None:
    found = read("2025年度基金支出60.5万元。支出主要用于机耕道建设42.0万元、粪污资源化利用18.5万元。")
    assert [(s.label, str(s.value), s.whole) for s in found[1:]] == [
        ("机耕道建设", "42.0", "基金支出"),
        ("粪污资源化利用", "18.5", "基金支出"),
    ]
    assert len(read("2025年度基金支出60.5万元。支出主要用于机耕道建设42.0万元、粪污资源化利用10.5万元。")) == 1


def test_a_change_after_the_reason_and_the_value_of_contracts() -> None:
    found = read("公务接待费支出决算为14.35万元，主要原因是推行工作餐；与上年相比减少2.53万元，下降14.99%。")
    assert [(s.relation.value, str(s.value)) for s in found] == [
        ("amount", "14.35"),
        ("change", "-2.53"),
        ("rate", "-14.99"),
    ]
    contracts = read(
        "授予中小企业合同金额947.71万元，占政府采购支出总额的84.00%，其中：授予小微企业合同金额205.72万元。"
    )
    assert [str(s.value) for s in contracts if s.relation.value == "amount"] == ["947.71", "205.72"]


def test_codes_inside_the_levels_of_a_line_are_no_counts() -> None:
    found = read(
        "5、公共安全支出（204类）司法（06款）信息化建设（13项）20万元。主要用于：系统。2025年当年预算执行数为6万元，"
        "2026年预算安排20万元，比2025年预算执行数增加233.33%。",
        "甲市司法局",
    )
    assert {s.label for s in found} == {"公共安全支出（类）司法（款）信息化建设（项）"}
    assert {s.code for s in found if s.relation.value == "amount"} == {"2040613"}
    assert [(str(s.value), s.year) for s in found if s.stage is Stage.EXECUTION] == [("6", 2025)]


def test_a_bracket_after_the_noun_of_money_explains_it() -> None:
    assert short(read("政府采购金额（以合同签订为准）为25万元。")) == [
        ("amount", "政府采购金额（以合同签订为准）", "25", None)
    ]


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        (
            "本部门人员编制125人，其中行政编制111人，事业编制14人；实有人员119人，其中行政108人，事业11人。",
            [None, "人员编制", "人员编制", None, "实有人员", "实有人员"],
        ),
        (
            "本部门人员编制125人，其中行政编制111人；实有人员119人，其中行政108人。",
            [None, "人员编制", None, "实有人员"],
        ),
        (
            "2026年支出预算100万元，其中：基本支出60万元，项目支出40万元；财政拨款支出90万元，其中：人员经费50万元。",
            [None, "支出预算", "支出预算", None, "财政拨款支出"],
        ),
        (
            "2026年收入预算100万元，其中：一般公共预算拨款收入60万元；政府性基金预算拨款收入30万元，其中：上年结转5万元。",
            [None, "收入预算", "收入预算", "收入预算"],
        ),
    ],
)
def test_a_whole_after_a_list_of_parts_has_its_own_parts(text: str, wholes: list[str | None]) -> None:
    found = [s for s in read(text, "甲市司法局") if s.relation is Relation.AMOUNT]
    assert [s.whole for s in found] == wholes


def test_what_flows_through_a_fund_is_of_that_fund_to_the_end_of_the_sentence() -> None:
    found = read(
        "政府性基金预算财政拨款年初结转和结余0万元，本年收入398.50万元，本年支出380.00万元。"
        "2024年本年收入9000万元，本年支出8000万元。"
    )
    fund = "政府性基金预算财政拨款"
    assert [s.label for s in found] == [
        f"{fund}年初结转和结余",
        f"{fund}本年收入",
        f"{fund}本年支出",
        "本年收入",
        "本年支出",
    ]


def test_income_and_expenditure_that_are_said_to_include_parts_are_wholes_of_their_own() -> None:
    found = read(
        "2025年收支预算总数90万元，比2024年收支预算总数增加9万元，增长11.11%。"
        "收入包括：一般公共预算拨款收入80万元、上年结转10万元；支出包括：教育支出60万元、住房保障支出30万元。"
    )
    assert [(s.label, s.whole) for s in found if s.relation is Relation.AMOUNT] == [
        ("收支预算总数", None),
        ("一般公共预算拨款收入", "收入预算总数"),
        ("上年结转", "收入预算总数"),
        ("教育支出", "支出预算总数"),
        ("住房保障支出", "支出预算总数"),
    ]
    assert [(s.label, s.value) for s in found if s.relation is Relation.CHANGE] == [("收支预算总数", Decimal(9))]


def test_those_who_are_there_are_counted_beside_the_posts() -> None:
    found = read("在职人员编制256人，其中：行政编制38人。在职实有238人，其中：财政全额保障238人。")
    assert [(s.label, s.value) for s in found][:3] == [
        ("在职人员编制", Decimal(256)),
        ("行政编制", Decimal(38)),
        ("在职实有", Decimal(238)),
    ]


def test_that_nothing_was_arranged_last_year_does_not_date_what_follows() -> None:
    found = read(
        "公务用车购置及运行维护费42.28万元。其中：公务用车购置费17.98万元，上年未安排，增加的原因是车辆报废更新；"
        "公务用车运行维护费24.30万元，较上年减少1.80万元。"
    )
    assert [(s.label, s.relative) for s in found if str(s.value) == "24.30"] == [("公务用车运行维护费", None)]


def test_a_part_with_its_own_change_and_reason_ends_the_reason_before_it() -> None:
    found = read(
        "2026年预算收支安排90.00万元，较2025年预算增加30.00万元。其中：基本支出增加10.00万元，主要原因是招聘人员；"
        "项目支出增加20.00万元，主要原因是新增专项债券项目。"
    )
    changes = [(s.label, str(s.value), s.reason) for s in found if s.relation is Relation.CHANGE]
    assert changes[1:] == [("基本支出", "10.00", "招聘人员"), ("项目支出", "20.00", "新增专项债券项目")]


def test_receptions_of_foreign_guests_are_counted_apart() -> None:
    found = read(
        "公务接待费支出决算5.46万元。其中：外宾接待支出0.00万元，接待批次0个，来宾0人次；其他国内公务接待支出5.46万元。"
        "2024年共接待国内来访团组68个、来宾712人次（不包括陪同人员）。"
    )
    counts = {s.label: str(s.value) for s in found if s.unit.kind is UnitKind.COUNT}
    assert counts["外宾接待批次"] == counts["外宾接待人次"] == "0"
    assert "接待批次" not in counts


def test_a_fund_holds_through_its_sentence_and_what_is_left_is_no_part_of_spending() -> None:
    found = read(
        "政府性基金预算财政拨款收入53.20万元；年初结转和结余2.50万元；支出46.50万元，其中基本支出0万元，项目支出46.50万元；"
        "年末结转和结余9.20万元。支出较上年增加22.80万元。"
    )
    fund = "政府性基金预算财政拨款"
    assert [(s.label, s.whole) for s in found] == [
        (f"{fund}收入", None), (f"{fund}年初结转和结余", None), (f"{fund}支出", None), ("基本支出", f"{fund}支出"),
        ("项目支出", f"{fund}支出"), (f"{fund}年末结转和结余", None), (f"{fund}支出", None),
    ]  # fmt: skip


def test_a_subject_whose_name_begins_with_its_use() -> None:
    label = "其他支出（类）彩票公益金安排的支出（款）用于社会福利的彩票公益金支出（项）"
    assert [s.label for s in read(f"2、{label}。支出决算为60.00万元，用于复明手术补助。")] == [label]


def test_what_is_paid_is_no_part_of_what_is_counted() -> None:
    found = read("公务接待费支出决算为1.92万元，全年共接待来访团组18个、来宾149人次。其中外事接待支出0万元。")
    assert [(s.label, s.whole) for s in found] == [
        ("公务接待费", None), ("接待来访团组", None), ("来宾", None), ("外事接待支出", "公务接待费"),
    ]  # fmt: skip


def test_meetings_and_trainings_counted_after_examples() -> None:
    found = read(
        "开支会议费3.12万元，用于召开全市工作会议、推进会等14场次会议，人数126人；开支培训费4.89万元，"
        "用于开展急诊急救、监督协管等培训9期，人数213人。"
    )
    counts = {s.label: str(s.value) for s in found if s.unit.kind is UnitKind.COUNT}
    assert counts == {"会议次数": "14", "会议人数": "126", "培训次数": "9", "培训人数": "213"}


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        (
            "基本支出60万元，占60%，其中人员支出40万元，公用支出20万元；项目支出40万元，占40%。",
            [None, "基本支出", "基本支出", None],
        ),
        ("甲支出（类）50万元，其中行政运行（项）40万元；乙支出（类）20万元。", [None, "甲支出（类）", None]),
        ("“三公”经费30万元，其中：公务接待费9万元；另外，会议费5万元。", [None, "“三公”经费", None]),
        ("财政专户管理资金另安排公务接待费2万元、会议费6万元。", ["财政专户管理资金", "财政专户管理资金"]),
        ("支出预算100万元，其中：基本支出60万元；项目支出40万元。", [None, "支出预算", "支出预算"]),
    ],
)
def test_what_stands_beside_a_whole_is_no_part_of_it(text: str, wholes: list[str | None]) -> None:
    found = read(text)
    assert [s.whole for s in found if s.relation is Relation.AMOUNT] == wholes
    assert {s.basis for s in found if s.relation is Relation.SHARE} <= {None}


def test_batches_and_people_of_a_reception_stand_behind_its_noun() -> None:
    found = read("公务接待2批次、24人次，其中：接待外宾1批次、3人次。")
    assert [(s.label, s.value) for s in found] == [
        ("国内公务接待批次", Decimal(2)),
        ("国内公务接待人次", Decimal(24)),
        ("外宾接待批次", Decimal(1)),
        ("外宾接待人次", Decimal(3)),
    ]
