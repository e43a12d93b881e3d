"""Long turns of English put in fewer words, and what they make of whole questions."""

import re

import pytest

from assistant.understand.bodies.named import Bodies
from assistant.understand.english.in_chinese import in_chinese
from assistant.understand.english.turns import examples, in_fewer_words

BODIES = Bodies(["青川市审计局", "江楚市审计局", "江楚市司法局"], {"江楚市东山监狱": "a", "江楚市西山监狱": "b"})


@pytest.mark.parametrize(("pattern", "shown"), examples())
def test_each_rule_changes_what_shows_it(pattern: str, shown: str) -> None:
    assert re.search(pattern, shown, re.IGNORECASE)
    assert in_fewer_words(shown) != shown


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("How many projects of the Qingchuan Audit Bureau (青川市审计局) have 云台 in their names?",
         "青川市审计局名称含云台的项目有多少个"),
        ("What was the Qingchuan Audit Bureau's travel budget in 2025? Work it back if it isn't printed.",
         "青川审计局2025年差旅费预算是多少，是多少（推算）"),
        ("What is the maximum number of agency (dispatched) workers the Qingchuan Audit Bureau may keep?",
         "青川审计局劳务派遣人员数量的指标值是多少"),
        ("Qingchuan Audit Bureau: the line for travel shot up by more than 160 per cent. Why?",
         "青川审计局差旅费为什么增加"),
        ("How much less does the Qingchuan Audit Bureau plan for travel in 2025 than in 2024?",
         "青川审计局2025年差旅费预算比2024年减少多少"),
        ("By how much is Qingchuan Audit Bureau's 2025 budget for travel below what was actually spent in 2024?",
         "青川审计局2025年差旅费预算比2024年决算减多少"),
        ("How much more is the Qingchuan Audit Bureau putting into travel this year, in money and in per cent?",
         "青川审计局差旅费今年比上年增加多少和百分之几"),
        ("What are the three biggest broad spending categories (类) of the Qingchuan Audit Bureau?",
         "青川审计局金额最大的3个类级科目有哪些"),
        ("How dependent is the Qingchuan Audit Bureau on outside money, i.e. what per cent of its income is carryover?",
         "青川审计局上年结转占收入总计的比例是多少"),
        ("Why does the Qingchuan Audit Bureau no longer budget anything for travel?", "青川审计局差旅费为什么减少"),
        ("The travel budget of the Qingchuan Audit Bureau practically vanished. What is the explanation?",
         "青川审计局差旅费预算为什么减少"),
        ("Which line of the Qingchuan Audit Bureau rose by the biggest percentage in 2026 over what was spent in 2025?",
         "青川审计局2026年比2025年执行数增加百分比最大的功能科目是哪个"),
        ("Out of the project money of the Qingchuan Audit Bureau, what percentage sits with the Jiangchu Audit Bureau?",
         "江楚审计局占青川审计局项目支出的比例是多少"),
        ("How far apart are audit operations and audit administration at the Qingchuan Audit Bureau?",
         "青川审计局审计业务和审计管理相差多少"),
        ("How many lectures must the Qingchuan Audit Bureau hold in a year?", "青川审计局讲座的指标值是多少"),
        ("How often does the Qingchuan Audit Bureau inspect its tunnels?", "青川审计局检查隧道频率的指标值是多少"),
        ("Which tables of the Qingchuan Audit Bureau are empty?", "青川审计局哪些表是空表"),
        ("Which of the Qingchuan Audit Bureau's tables are blank, and why?", "青川审计局哪些表是空表为什么"),
        ("What does travel mean according to the Qingchuan Audit Bureau?", "青川审计局差旅费是什么意思"),
        ("What does the Qingchuan Audit Bureau plan to do with AI?", "青川审计局人工智能主要任务有哪些"),
        ("What are the Qingchuan Audit Bureau's plans for AI?", "青川审计局人工智能主要任务有哪些"),
        ("Who does the Qingchuan Audit Bureau host with its reception money?", "青川审计局公务接待费的绩效目标是什么"),
        ("What does the Qingchuan Audit Bureau plan to do in 2026?", "青川审计局2026年主要任务有哪些"),
        ("What is the average self-evaluation score of the Qingchuan Audit Bureau's projects?",
         "青川审计局项目自评平均得分是多少"),
        ("What are the sources of income of the Qingchuan Audit Bureau?", "青川审计局收入总计包括哪些"),
        ("What is the Qingchuan Audit Bureau's income by source?", "青川审计局收入总计包括哪些"),
        ("What are the vehicle purchase and running costs of the Qingchuan Audit Bureau?",
         "青川审计局公务用车购置及运行维护费是多少"),
        ("What does the Qingchuan Audit Bureau spend on buying and running official cars?",
         "青川审计局公务用车购置及运行维护费是多少"),
        ("What are the running costs of vehicles at the Qingchuan Audit Bureau?", "青川审计局公务用车运行维护费是多少"),
        ("How much is budgeted for operating the official vehicles of the Qingchuan Audit Bureau?",
         "青川审计局公务用车运行维护费预算多少"),
        ("On which circular does the Qingchuan Audit Bureau base its mediation project?",
         "青川审计局调解项目立项依据是什么"),
        ("How many 万元 does the Qingchuan Audit Bureau spend on training?", "青川审计局培训费多少"),
        ("Which projects of the Qingchuan Audit Bureau top 100 million yuan?", "青川审计局超过100000000元的项目有哪些"),
        ("Which entities are covered by the final accounts of the Qingchuan Audit Bureau?",
         "青川审计局决算由哪些单位构成"),
        ("How many units are included in the Qingchuan Audit Bureau's budget?", "青川审计局预算单位有多少个"),
        ("What principles does the Qingchuan Audit Bureau follow when drawing up its budget?",
         "青川审计局编制原则是什么"),
        ("How does the procurement of the Qingchuan Audit Bureau break down into goods, works and services?",
         "青川审计局货物、工程和服务政府采购分别是多少"),
        ("How is the project spending of the Qingchuan Audit Bureau split by unit?",
         "青川审计局单位项目支出分别是多少"),
        ("How are the Qingchuan Audit Bureau's expenditures broken down by function?",
         "青川审计局按功能分类科目有哪些"),
        ("Of the Qingchuan Audit Bureau's project expenditure, what percentage goes to travel?",
         "青川审计局差旅费占项目支出的比例是多少"),
        ("As a percentage of its travel, how big are the training fees of the Qingchuan Audit Bureau?",
         "青川审计局培训费占差旅费的比例是多少"),
        ("Of the Qingchuan Audit Bureau's projects with performance targets, which has the least money?",
         "青川审计局设了绩效目标的项目中金额最小的项目是哪个"),
        ("Which units of the Jiangchu Justice Bureau have no money for official receptions?",
         "江楚司法局没有公务接待费的单位有哪些"),
        ("What were the opening budget and the final account for receptions at the Qingchuan Audit Bureau?",
         "青川审计局公务接待费年初预算和决算分别是多少"),
        ("I'm a reporter, what is the travel budget of the Qingchuan Audit Bureau?", "青川审计局差旅费预算是多少"),
        ("How much do the annuity contributions of the Qingchuan Audit Bureau come to?",
         "青川审计局机关事业单位职业年金缴费支出多少"),
    ],
)  # fmt: skip
def test_what_they_make_of_questions(english: str, chinese: str) -> None:
    assert in_chinese(english, BODIES) == chinese


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("How many projects does Qingchuan's 审计局 have?", "青川审计局项目有多少个"),
        ("How much is 工作经费 (work expenses) at the Qingchuan Audit Bureau?", "青川审计局工作经费多少"),
        ("How much is the inmate support project (罪犯生活保障) of the Jiangchu Justice Bureau?",
         "江楚司法局罪犯生活保障项目多少"),
        ("How much is the job subsidy, 公益性岗位补贴, of the Qingchuan Audit Bureau?", "青川审计局公益性岗位补贴多少"),
        ("How much is the travel budget (万元) of the Qingchuan Audit Bureau?", "青川审计局差旅费预算多少（万元）"),
        ("How much do the two Jiangchu prisons get?", "江楚2所监狱多少"),
    ],
)  # fmt: skip
def test_a_chinese_term_stands_for_the_english_beside_it(english: str, chinese: str) -> None:
    assert in_chinese(english, BODIES) == chinese


@pytest.mark.parametrize(
    ("english", "kept"),
    [
        ("What does the Qingchuan Audit Bureau plan to spend on training?", "培训费"),
        ("How much is 工作经费 (excluding training) at the Qingchuan Audit Bureau?", "除"),
        ("Whom does the Qingchuan Audit Bureau report to?", "谁"),
        ("Who does the Qingchuan Audit Bureau report to?", "谁"),
        ("Which projects of the Qingchuan Audit Bureau have no basic expenditure for zeppelins?", "zeppelins"),
        ("How much does the Qingchuan Audit Bureau spend on the new table?", "table"),
    ],
)
def test_no_turn_takes_away_what_narrows(english: str, kept: str) -> None:
    assert kept in in_chinese(english, BODIES)
