"""English questions become Chinese ones in the order the grammar expects."""

import re

import pytest

from assistant.understand.bodies.named import Bodies
from assistant.understand.english.in_chinese import in_chinese

BODIES = Bodies(["深圳市审计局", "北京市审计局", "上海市审计局", "上海市普陀区司法局"], {})


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("How much will Shenzhen Audit Bureau spend on official receptions in 2026?", "深圳审计局2026年公务接待费多少"),
        ("How much is the official reception budget of the audit bureau of Shenzhen?", "深圳审计局公务接待费预算多少"),
        (
            "How much will the Shenzhen Municipal Audit Bureau (深圳市审计局) spend on official receptions in 2026?",
            "深圳市审计局2026年公务接待费多少",
        ),
        ("List the five largest projects of Beijing Municipal Audit Bureau.", "北京市审计局金额最大的5个项目有哪些"),
        (
            "Within goods and services (302) of Beijing Municipal Audit Bureau, what are the three largest items?",
            "北京市审计局商品和服务支出中金额最大的3项有哪些",
        ),
        (
            "How many projects of Shenzhen Audit Bureau exceed 10 million yuan?",
            "深圳审计局超过10000000元的项目有多少个",
        ),
        (
            "What's the average cost of the projects over 10 million yuan in Shenzhen Audit Bureau?",
            "深圳审计局超过10000000元的项目平均金额是多少",
        ),
        (
            "What is the total cost of the projects under 500,000 yuan in Shenzhen Audit Bureau?",
            "深圳审计局低于500000元的项目加起来多少",
        ),
        (
            "Sum up all projects above 20 million yuan of Shenzhen Audit Bureau.",
            "深圳审计局超过20000000元的项目加起来多少",
        ),
        (
            "Which of the Beijing and Shanghai audit bureaus spends a higher share on personnel?",
            "北京审计局和上海审计局人员经费占支出总计的比例谁更高",
        ),
        (
            "Which of the Beijing and Shanghai audit bureaus has the largest share of project expenditure?",
            "北京审计局和上海审计局项目支出占支出总计的比例谁最高",
        ),
        (
            "What is the uptime target of Shenzhen Audit Bureau's platform project, and what is its 2026 budget?",
            "深圳审计局2026年平台项目正常运行率的指标值是多少，项目金额是多少",
        ),
        (
            "How many audit reports did Shenzhen Audit Bureau actually submit in 2025, against what target?",
            "深圳审计局2025年提交审计报告实际完成多少，目标是多少",
        ),
        (
            "What is the maximum response time (响应时间) of Shenzhen Audit Bureau's platform project?",
            "深圳审计局平台项目响应时间的指标值是多少",
        ),
        (
            "Which second-level budget units are included in Shenzhen Audit Bureau's 2026 departmental budget?",
            "深圳审计局2026年部门预算包括哪些二级预算单位",
        ),
        ("What is the average amount per project of Shenzhen Audit Bureau?", "深圳审计局项目平均金额是多少"),
        ("Shenzhen Audit Bureau 30201 in yuan", "深圳审计局30201（元）"),
        ("Shenzhen Audit Bureau travel coded 30211, in yuan", "深圳审计局30211差旅费（元）"),
        ("What does Shenzhen Audit Bureau pay in subsidies per teacher?", "深圳审计局每名教师补助是多少"),
        (
            "Shenzhen Audit Bureau: how many people are actually on staff, and how many posts are unfilled?",
            "深圳审计局实际在职有多少人，还缺编多少人",
        ),
        (
            "By how much did the three public expenses of Shenzhen Audit Bureau change from 2025 to 2026?",
            "深圳审计局2026年三公经费比2025年变化多少",
        ),
        (
            "What share of Shenzhen Audit Bureau's expenditure is basic expenditure?",
            "深圳审计局基本支出占支出总计的比例是多少",
        ),
        (
            "What percentage of its opening budget did Shenzhen Audit Bureau spend on training?",
            "深圳审计局培训费完成年初预算的百分之几",
        ),
        (
            "Which project of Shenzhen Audit Bureau ranks second by amount?",
            "深圳审计局金额第2大的项目是哪个",
        ),
    ],
)
def test_pieces_are_put_in_the_order_of_a_chinese_question(english: str, chinese: str) -> None:
    assert in_chinese(english, BODIES).replace("预算数", "预算") == chinese


def test_two_bodies_stay_two() -> None:
    assert in_chinese(
        "Compare the three public expenses of Beijing Audit Bureau and Shanghai Audit Bureau", BODIES
    ).startswith("北京审计局和上海审计局")


def test_what_is_not_known_stays_to_be_refused() -> None:
    assert "Magic" in in_chinese("What is the budget of the Ministry of Magic in 2026?", BODIES)


def test_a_year_that_no_document_has_is_kept() -> None:
    assert "2031年" in in_chinese("What is the budget of Shenzhen Audit Bureau in 2031?", BODIES)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Why did the Shenzhen Audit Bureau's budget go down in 2026?", "深圳审计局2026年预算为什么减少"),
        (
            "By what percentage did outsourced-business spending (委托业务费) of Beijing Audit Bureau fall in 2026?",
            "北京审计局2026年委托业务费比上年减少百分之几",
        ),
        ("How many official vehicles do the audit bureaus of Beijing, Shanghai and Shenzhen each have?",
         "北京审计局和上海审计局和深圳审计局公务用车购置及运行维护费有多少辆"),
        ("How many vehicles did the Beijing Audit Bureau own at the end of August 2024?",
         "北京审计局截至2024年8月底车辆有多少辆"),
        ("Putuo Justice Bureau (departmental budget) vs Shanghai Municipal Audit Bureau: whose 2026 procurement budget "
         "is larger and by how much?", "普陀司法局部门口径和上海市审计局2026年政府采购预算谁更高，相差多少"),
        ("Which units make up the 2025 departmental budget of the Putuo Justice Bureau?",
         "普陀司法局部门口径2025年预算由哪些单位构成"),
        ("How much is listed under 30227 at the Shenzhen Audit Bureau?", "深圳审计局30227多少"),
        ("How much is budgeted for project YT2023-SM-N-006014?", "项目YT2023-SM-N-006014预算多少"),
        ("How many projects of the Beijing Audit Bureau are under 200,000 yuan?",
         "北京审计局低于200000元的项目有多少个"),
        ("How much is set aside for operating the hotline platform of Beijing?", "北京热线平台运营多少"),
        ("What is basic expenditure?", "基本支出是什么意思"),
        ("What is the basic expenditure of the Beijing Audit Bureau?", "北京审计局基本支出是多少"),
        ("What is the budget of the Wuhan Finance Bureau?", "武汉财政局预算是多少"),
        ("What was the basic expenditure of the Beijing Audit Bureau in 2025, the year before?",
         "北京审计局2025年基本支出是多少"),
        ("What about 2025?", "那2025年呢"),
        ("How much does the Beijing Audit Bureau spend on meetings and training in total?",
         "北京审计局会议费和培训费加起来多少"),
        ("How much did the Beijing Audit Bureau budget for training in 2026, and for how many trainees?",
         "北京审计局2026年培训费预算多少，培训人次有多少人"),
        ("Which is the second largest project of the Beijing Audit Bureau?", "北京审计局金额第2大的项目是哪个"),
    ],
)  # fmt: skip
def test_questions_of_every_kind(english: str, chinese: str) -> None:
    assert in_chinese(english, BODIES) == chinese


@pytest.mark.parametrize(
    ("english", "kept"),
    [
        ("How many new projects does the Beijing Audit Bureau have?", "新"),
        ("How much of the Beijing Audit Bureau's budget is not for projects?", "not"),
        ("How much training is planned at the Beijing Audit Bureau in September?", "9月"),
        ("How much does the Beijing Audit Bureau spend per project?", "每"),
        ("What is the Beijing Audit Bureau's budget excluding training?", "除培训费外"),
    ],
)
def test_words_that_narrow_a_question_are_never_dropped(english: str, kept: str) -> None:
    assert kept in in_chinese(english, BODIES)


def test_a_verb_at_the_end_says_what_is_asked() -> None:
    assert "职责" in in_chinese("What does the Shenzhen Audit Bureau do?", BODIES)
    assert "目标" in in_chinese("What is the archive project of Shenzhen Audit Bureau for?", BODIES)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("How much basic salary does the Shenzhen water centre (深圳市审计局) pay?", "深圳市审计局基本工资多少"),
        ("What is the total of Shenzhen's audit people (审计局)?", "深圳审计局"),
        ("By how much, in percent, did the basic expenditure of Beijing Audit Bureau grow?",
         "北京审计局基本支出比上年增加百分之几"),
    ],
)  # fmt: skip
def test_a_body_in_brackets_stands_for_its_english_and_a_rate_alone_is_asked(english: str, chinese: str) -> None:
    assert in_chinese(english, BODIES).startswith(chinese), in_chinese(english, BODIES)


def test_a_bureau_named_by_its_work_keeps_its_work() -> None:
    assert "政务服务局" in in_chinese(
        "How many projects of Shenzhen government services bureau exceed 5 million yuan?", BODIES
    )
    assert "局" not in in_chinese("How many vehicles does the bureau have?", BODIES)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("What is the Beijing Audit Bureau's training budget, and how much of it is paid from project spending?",
         "北京审计局培训费是多少，北京审计局培训费里的项目支出多少"),
        ("How many vehicles does the Beijing Audit Bureau have, and how many of them are law enforcement duty cars?",
         "北京审计局车辆有多少辆，其中执法执勤用车有多少辆"),
        ("Of the money Beijing Audit Bureau carried over from last year, how much is general public budget funds and "
         "how much is the unit's own funds?",
         "北京审计局上年结转一般公共预算多少，北京审计局上年结转单位资金多少"),
        ("Did the Beijing Audit Bureau's meetings cost more than training, and by how much?",
         "北京审计局会议费和培训费相差多少"),
        ("By how much does the Beijing Audit Bureau's housing purchase subsidy exceed its housing provident fund "
         "contributions?", "北京审计局购房补贴和住房公积金相差多少"),
        ("What percentage of the start-of-year budget for 行政运行 was actually spent by the Beijing Audit Bureau?",
         "北京审计局行政运行完成率是多少"),
        ("How many times its basic expenditure is the project expenditure of the Beijing Audit Bureau?",
         "北京审计局项目支出是基本支出的几倍"),
        ("Rank the municipal audit bureaus of Beijing and Shanghai by official receptions, lowest first.",
         "北京审计局和上海审计局公务接待费从低到高排列"),
        ("How many projects of the Beijing Audit Bureau are worth more than five million yuan?",
         "北京审计局超过5000000元的项目有多少个"),
        ("Did the Beijing Audit Bureau spend anything from the state-owned capital operations budget? How much?",
         "北京审计局国有资本经营预算支出多少"),
        ("How many pieces of equipment worth one million yuan or more does the Beijing Audit Bureau have?",
         "北京审计局单价100万元以上设备有多少台"),
        ("How much does the Beijing Audit Bureau spend on meetings in total?", "北京审计局会议费多少"),
        ("By what percentage was the Beijing Audit Bureau's 2026 basic expenditure down on 2025?",
         "北京审计局2026年基本支出比2025年减少百分之几"),
        ("How many ten-thousand yuan does the Beijing Audit Bureau have for rent subsidies?", "北京审计局提租补贴多少"),
    ],
)  # fmt: skip
def test_parts_comparisons_and_long_turns_of_phrase(english: str, chinese: str) -> None:
    assert in_chinese(english, BODIES) == chinese


@pytest.mark.parametrize(
    ("english", "kept"),
    [
        ("How much state-owned land does the Beijing Audit Bureau have?", "国有"),
        ("How many people actually work at the Beijing Audit Bureau on contract?", "合同"),
        ("What was actually achieved by the Beijing Audit Bureau?", "完成"),
        ("How much of the Beijing Audit Bureau's procurement is reserved for small and micro enterprises?", "预留"),
        ("What did the Beijing Audit Bureau spend before June?", "before"),
    ],
)
def test_more_words_that_narrow_a_question_are_kept(english: str, kept: str) -> None:
    assert kept in in_chinese(english, BODIES)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("How much does the Beijing Audit Bureau spend on feeding inmates and keeping them healthy (罪犯生活)?",
         "北京审计局罪犯生活多少"),
        ("How much for the officials sent to assist Yunnan (援滇)?", "援滇多少"),
        ("How many people will attend the audit training of the Beijing Audit Bureau?", "北京审计局审计培训有多少人"),
        ("How much more is the Beijing Audit Bureau's training than last year's execution?",
         "北京审计局培训费比上年执行数增加多少"),
    ],
)  # fmt: skip
def test_a_chinese_term_stands_for_the_phrase_that_it_glosses(english: str, chinese: str) -> None:
    assert in_chinese(english, BODIES) == chinese


def test_a_phrase_that_narrows_the_term_beside_it_is_kept() -> None:
    for english in (
        "How much does the Beijing Audit Bureau spend on travel of officials sent to Yunnan (差旅费)?",
        "How much does the Beijing Audit Bureau spend on lunches without foreign guests (公务接待费)?",
    ):
        assert re.search("云南|午餐", in_chinese(english, BODIES)), english


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Which units of the Beijing Audit Bureau have official reception under 10,000 yuan?",
         "北京审计局公务接待费低于10000元的单位有哪些"),
        ("How many projects of the Beijing Audit Bureau are over ten thousand yuan?",
         "北京审计局超过10000元的项目有多少个"),
        ("What is the Beijing Audit Bureau's training budget in 10,000 yuan?", "北京审计局培训费是多少（万元）"),
        ("What is the training budget of the Beijing Audit Bureau (unit: 10,000 yuan)?",
         "北京审计局培训费是多少（万元）"),
    ],
)  # fmt: skip
def test_ten_thousand_yuan_bounds_a_set_and_is_a_unit_only_where_said_so(english: str, chinese: str) -> None:
    assert in_chinese(english, BODIES) == chinese


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("How much did the Beijing Audit Bureau's training budget rise in 2026 compared with the previous year's "
         "actual spending?", "北京审计局2026年培训费比上年执行数增加多少"),
        ("By what percentage is the Beijing Audit Bureau's training in 2026 up over 2025 actual spending?",
         "北京审计局2026年培训费比2025年执行数变化百分之几"),
        ("How long will the archives project of the Beijing Audit Bureau run?", "北京审计局档案项目实施周期是什么"),
        ("Which schools are covered by the departmental budget of the Beijing Audit Bureau?",
         "北京审计局部门预算包括哪些学校"),
        ("What proportion of the Beijing Audit Bureau's government procurement is services?",
         "北京审计局政府采购服务占政府采购的比例是多少"),
        ("What share of the Beijing Audit Bureau's three-public spending is official receptions?",
         "北京审计局公务接待费占三公经费的比例是多少"),
        ("How many posts does the Beijing Audit Bureau have?", "北京审计局编制有多少人"),
        ("How many posts at the Beijing Audit Bureau are still vacant?", "北京审计局还缺编多少人"),
        ("Which purchases of the Beijing Audit Bureau are made through decentralised procurement?",
         "北京审计局分散采购的有哪些"),
        ("Which bureau has the largest training budget in 2026?", "2026年培训费最高的部门是哪个"),
        ("Which of the audit bureaus spends the most on training in 2026?", "2026年培训费最高的审计局是哪个"),
        ("What will the Beijing Audit Bureau's general public spending be?", "北京审计局一般公共预算支出是多少"),
        ("Which tables of the Beijing Audit Bureau are empty in 2026?", "北京审计局2026年哪些表是空表"),
        ("How much does the Beijing Audit Bureau put toward pensions (basic endowment insurance) in 2026?",
         "北京审计局2026年机关事业单位基本养老保险缴费多少"),
        ("How much does the Beijing Audit Bureau spend on travel (basic expenditure) in 2026?",
         "北京审计局2026年差旅费基本支出多少"),
        ("Give me the Beijing Audit Bureau's training budget for 2026 and how it changed.",
         "北京审计局2026年培训费比上年变化多少"),
        ("What is the sum of the three largest projects of the Beijing Audit Bureau?",
         "北京审计局金额最大的3个项目加起来多少"),
        ("What fraction of the Beijing Audit Bureau's budget is eaten up by staff costs?",
         "北京审计局人员经费占支出总计的比例是多少"),
        ("Rank the Beijing Audit Bureau's units by budget from largest to smallest.",
         "北京审计局各单位预算从高到低排列"),
        ("What does the Beijing Audit Bureau's website project cost in 2026?", "北京审计局2026年网站项目是多少"),
        ("What's the average cost of the Beijing Audit Bureau's training courses in 2026?",
         "北京审计局2026年培训平均金额是多少"),
        ("Which of the audit bureaus of Beijing and Shenzhen has the smallest 2026 budget?",
         "北京审计局和深圳审计局2026年预算谁最低"),
        ("Which audit bureau spends more on official receptions in 2026, Beijing's or Shenzhen's?",
         "北京审计局和深圳审计局2026年公务接待费谁更高"),
        ("By how much did the Beijing Audit Bureau's spending on retirees grow in 2026?",
         "北京审计局2026年离退休支出比上年增加多少"),
        ("List all the units under the Beijing Audit Bureau.", "北京审计局下属单位有哪些"),
        ("List the units of Beijing Audit Bureau with their budgets", "北京审计局各单位预算分别是多少"),
        ("List the unit budgets of Beijing Audit Bureau", "北京审计局各单位预算分别是多少"),
        ("Which projects of Beijing Audit Bureau are between 500 thousand and 2 million yuan?",
         "北京审计局不少于500000元且不超过2000000元的项目有哪些"),
        ("Projects of 北京市审计局 between 100万元 and 400万元",
         "北京市审计局不少于1000000元且不超过4000000元的项目有哪些"),
        ("Projects of 北京市审计局 between 100 and 400 (万元)",
         "北京市审计局不少于1000000元且不超过4000000元的项目有哪些"),
        ("Sum of projects of 北京市审计局 above 30 (万元)", "北京市审计局超过300000元的项目加起来多少"),
        ("How many audit projects does the Beijing Audit Bureau plan to complete in 2026?",
         "北京审计局2026年计划完成多少个审计项目"),
        ("How many laptops must the Beijing Audit Bureau install in 2026?", "北京审计局2026年计划安装多少台笔记本电脑"),
        ("Did the Beijing Audit Bureau's training budget go up or down in 2026, and by how much?",
         "北京审计局2026年培训费比上年变化多少"),
        ("What are the internal divisions of the Beijing Audit Bureau, and how many are there?",
         "北京审计局内设机构有哪些，内设机构有多少个"),
        ("What is the biggest item in the Beijing Audit Bureau's three-public budget?",
         "北京审计局三公经费中金额最大的1项有哪些"),
        ("How much will the Shanghai Audit Bureau itself, without the training centre, spend on travel?",
         "上海审计局本级差旅费多少"),
    ],
)  # fmt: skip
def test_more_kinds_of_questions(english: str, chinese: str) -> None:
    assert in_chinese(english, BODIES) == chinese


def test_a_turn_that_leads_up_says_nothing_and_one_that_names_a_body_does() -> None:
    assert in_chinese("I'm comparing city offices: what did the Beijing Audit Bureau budget for training?", BODIES) == (
        "北京审计局培训费预算是多少"
    )
    led = in_chinese("I'm reading the Shenzhen Audit Bureau's budget: what is the training budget?", BODIES)
    assert led.startswith("深圳审计局")
