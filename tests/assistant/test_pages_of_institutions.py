"""Short pages of schools, hospitals, courts and brigades: from the page to the answer."""

import pytest

from assistant.answer import AnswerKind
from tests.assistant.conftest import Asked, asked_of_pages

SCHOOL = """一、云汀市青禾区职业中专概况
(一)主要职能
为社会提供短期培训,培养专业技术人才,服务当地经济发展,提高办学效益。
二、云汀市青禾区职业中专2019年收入预算情况说明
云汀市青禾区职业中专2019年收入预算100万元,其中:一般公共预算拨款收入80万元,占80%;专户资金15万元,占15%;其他收入5万元,占5%。
三、云汀市青禾区职业中专2019年支出预算情况说明
云汀市青禾区职业中专2019年支出预算100万元。按支出功能分类,包括教育支出90万元、住房保障支出10万元。
四、云汀市青禾区职业中专2019年财政拨款收支预算情况说明
云汀市青禾区职业中专2019年财政拨款收支总预算80万元。支出包括:教育支出72万元、住房保障支出8万元。
"""
HOSPITAL = """黔南州第二实验小学医院2016年部门决算说明
一、收入情况
2016年总收入500万元,与去年同期相比增加20

万元,同比增长4.17%。
二、支出情况
2016年总支出530万元,与去年同期相比增加30万元,增长6%。其中:一般公共预算财政拨款支出60万元(财政拨款项目支出10万元);医疗卫生支出470万元。主要原因是人员经费增加。
"""
COURT = """云汀市中级人民法院2021年“三公”经费支出决算情况说明
公务用车购置及运行费支出50万元。其中:公务用车购置支出0万元,全年购置公务用车0辆,年末公务用车保有量40辆,其中:公务用车4辆,执勤执法用车36辆。
公务用车购置及运行费支出决算数比预算数减少10万元,下降16.67%。主要原因是加强公务用车的管理。
机关属于参照管理单位,所以培训费为0。
"""
BRIGADE = """一、部门基本情况
云汀市公安局交警大队组建于1987年8月,隶属于云汀市公安局领导,主要负责辖区内的道路交通安全管理,预防和处理交通事故。
大队拥有民警42人、辅警58人,共计100人。截止2018年12月底资产合计300000.50元,其中固定资产200000元,银行存款100000.50元。
公务接待费2017年年末支出3万元,2018年预算为4万元,增加33.33%。
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return asked_of_pages(tmp_path_factory, {"a.txt": SCHOOL, "b.txt": HOSPITAL, "c.txt": COURT, "d.txt": BRIGADE})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("青禾区职业中专2019年收入预算由哪几块组成,从大到小排一下", ["80万元", "15万元", "5万元"]),
        ("青禾职业中专2019年教育支出里有多少不是财政拨款出的", ["18万元"]),
        ("青禾区职业中专2019年教育支出是多少", ["90万元"]),
        ("黔南二实小医院2016年总支出是多少", ["530万元"]),
        ("黔南州第二实验小学医院2015年总收入是多少", ["480万元"]),
        ("黔南州第二实验小学医院2016年花的比挣的多多少", ["30万元"]),
        ("云汀中院公务用车当中执勤执法用车占多大比例", ["90.00%"]),
        ("云汀中院2021年公车购置及运行费年初预算是多少", ["60万元"]),
        ("云汀中院2021年买了几辆车", ["0辆"]),
        ("云汀中院为什么没有培训费", ["参照管理单位"]),
        ("云汀交警大队2018年底账上银行存款有多少", ["100,000.50元"]),
        ("云汀市公安局交警大队2018年公务接待费预算比上年实际增加百分之几", ["33.33%"]),
    ],
)
def test_a_page_answers(pages: Asked, question: str, told: list[str]) -> None:
    answer = pages(question)
    assert answer.kind not in (AnswerKind.REFUSAL, AnswerKind.CLARIFICATION), answer.text
    assert all(each in answer.text for each in told), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "青禾区职业中专2019年非财政拨款的住房公积金有多少",
        "青禾区职业中专2018年收入预算是多少",
        "云汀交警大队2018年公务接待费预算比上年预算增加百分之几",
        "云汀交警大队2017年公务接待费预算是多少",
    ],
)
def test_a_page_that_says_another_thing_is_no_answer(pages: Asked, question: str) -> None:
    assert pages(question).kind is AnswerKind.REFUSAL, pages(question).text
