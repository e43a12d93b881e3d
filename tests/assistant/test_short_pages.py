"""Short pages of counties, townships, organisations: from the page to the answer."""

import pytest

from assistant.answer import AnswerKind
from tests.assistant.conftest import Asked, asked_of_pages

COUNTY = """<html><meta charset="utf-8"><body>
<ul><li><a>首页</a></li><li><a>政务公开</a></li><li><a>互动交流</a></li></ul>
<div>当前位置：首页 &gt; 政务公开 &gt; 财政信息</div><h1>柳溪县本级2021年“三公”经费决算情况说明</h1>
<p>2021年，县本级各部门一般公共预算拨款安排的“三公”经费决算支出数为90万元，按同口径同比减少10万元，下降10%。其中：</p>
<p>公务用车购置费支出40万元，购置车辆2辆；公务接待费支出50万元，同比减少10万元，主要原因是厉行节约。</p>
<p>2021年因公出国（境）团组3个，人数9人；国内公务接待批次20个，接待人次200人；国（境）外公务接待批次1个，接待人次5人。</p>
</body></html>"""
LEAGUE = """首页 > 政务公开 > 正文
共青团云汀县委员会2020年“三公”经费预算情况说明
2020年“三公”经费预算6万元。公务接待费2万元，比上年预算减0.5万元。主要是2019年公务接待费支出1.8万元与上年比减少0.4万元。
"""
TOWN = """白沙镇人民政府2022年部门预算“三公”经费支出预算18万元，比2021年预算数增加2万元。
公务接待费6万元，预计接待60批次，600人次。全镇实有人员35人。
"""
OFFICE = """石泉县档案馆2019年部门预算说明
2019年收入预算80万元，支出预算80万元。其中：基本支出60万元，项目支出20万元。
2019年购置公务用车1辆。
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return asked_of_pages(tmp_path_factory, {"a.html": COUNTY, "b.txt": LEAGUE, "c.txt": TOWN, "d.txt": OFFICE})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("柳溪县县本级2021年三公经费决算是多少", ["90万元"]),
        ("柳溪县2020年三公经费决算是多少", ["100万元"]),
        ("柳溪县2021年因公出国几个团、多少人次", ["3个", "9人"]),
        ("柳溪县2021年国内和国外公务接待合起来多少人次", ["205人"]),
        ("柳溪县2021年买车平均每辆多少钱", ["200,000.00元"]),
        ("柳溪县2021年公务接待费为什么下降", ["厉行节约"]),
        ("柳溪县2021年公务接待费为什么下降，下降了多少", ["厉行节约", "10万元"]),
        ("云汀团县委2020年三公经费预算多少", ["6万元"]),
        ("云汀县团委2019年公务接待费预算是多少", ["2.5万元"]),
        ("云汀县团委2018年公务接待费花了多少", ["2.2万元"]),
        ("白沙镇2021年三公经费预算是多少", ["16万元"]),
        ("白沙镇2022年公务接待每批多少钱", ["1,000.00元"]),
        ("白沙镇有多少人", ["35人"]),
        ("石泉县档案馆2019年基本支出占支出预算的百分之几", ["75.00%"]),
        ("石泉县档案馆2019年支出预算里去掉基本支出还剩多少", ["20万元"]),
        ("柳溪县2021年退休费多少，公务接待费多少", ["没有印“退休费”", "50万元"]),
    ],
)
def test_a_page_answers(pages: Asked, question: str, told: list[str]) -> None:
    answer = pages(question)
    assert answer.kind in (AnswerKind.NUMBER, AnswerKind.TEXT), answer.text
    assert all(each in answer.text for each in told), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "柳溪县全县2021年三公经费决算是多少",
        "柳溪县2021年公务接待费为什么上涨",
        "云汀县团委2018年公务接待费预算是多少",
        "白沙镇2020年三公经费预算是多少",
    ],
)
def test_a_page_that_says_another_thing_is_no_answer(pages: Asked, question: str) -> None:
    assert pages(question).kind is AnswerKind.REFUSAL, pages(question).text


def test_a_head_of_what_was_told_before(pages: Asked) -> None:
    answer = pages("平均每个人花了多少钱", "柳溪县2021年公务接待接待了多少批、多少人")
    assert "2,500.00元" in answer.text, answer.text


def test_cars_bought_are_not_those_kept(pages: Asked) -> None:
    assert "1辆" in pages("石泉县档案馆2019年购置了几辆公务用车").text
    assert pages("石泉县档案馆2019年有几辆公务用车").kind is AnswerKind.REFUSAL
