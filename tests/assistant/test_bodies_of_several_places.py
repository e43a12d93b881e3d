"""Bodies of several places held together: what one question over them means, and what a word of it may not lose."""

import pytest

from assistant.answer import AnswerKind
from tests.assistant.conftest import Asked, asked_of_pages

POLICE = """<html><meta charset="utf-8"><body><h1>柳溪市公安局{scope}2026年{kind}预算</h1>
<p>2026年会议费{meeting}万元，培训费{training}万元。截至2025年底，共有公务用车{cars}辆，其中执法执勤用车2辆。</p>
<p>一般公共预算“三公”经费支出表</p><p>单位名称：柳溪市公安局{scope}　单位：万元</p>
<table border="1"><tr><td>单位名称</td><td>合计</td><td>因公出国（境）费</td><td>公务接待费</td></tr>
<tr><td>柳溪市公安局{scope}</td><td>{total}</td><td>0.00</td><td>{total}</td></tr></table>
<p>支出预算总表</p><p>单位名称：柳溪市公安局{scope}　单位：万元</p>
<table border="1"><tr><td>科目编码</td><td>科目名称</td><td>合计</td><td>基本支出</td><td>项目支出</td></tr>
<tr><td></td><td>合计</td><td>{all}</td><td>{basic}</td><td>40.00</td></tr>
<tr><td>204</td><td>公共安全支出</td><td>{all}</td><td>{basic}</td><td>40.00</td></tr></table>
<p>一般公共预算基本支出表</p><p>单位名称：柳溪市公安局{scope}　单位：万元</p>
<table border="1"><tr><td>科目编码</td><td>科目名称</td><td>合计</td><td>人员经费</td><td>公用经费</td></tr>
<tr><td></td><td>合计</td><td>{basic}</td><td>50.00</td><td>10.00</td></tr>
<tr><td>302</td><td>商品和服务支出</td><td>10.00</td><td></td><td>10.00</td></tr>
<tr><td>30201</td><td>办公费</td><td>6.00</td><td></td><td>6.00</td></tr>
<tr><td>30206</td><td>电费</td><td>4.00</td><td></td><td>4.00</td></tr></table>
<p>项目支出表</p><p>单位名称：柳溪市公安局{scope}　单位：万元</p>
<table border="1"><tr><td>项目名称</td><td>合计</td><td>一般公共预算</td></tr>
<tr><td>合计</td><td>40.00</td><td>40.00</td></tr>
<tr><td>路口电费及维护</td><td>25.00</td><td>25.00</td></tr><tr><td>办案业务费</td><td>15.00</td><td>15.00</td></tr></table>
</body></html>"""
WHOLE = {"scope": "", "kind": "部门", "meeting": 3, "training": 5, "cars": 9, "total": "30.00"}
OWN = {"scope": "（本级）", "kind": "单位", "meeting": 2, "training": 4, "cars": 6, "total": "20.00"}
SCHOOL = """青泽县第三中学2026年单位预算
2026年支出预算70万元。“三公”经费预算5万元。
培训费预算6万元，拟开展培训3次，人数180人。
"""
COURT = """2024年度云汀县人民法院部门决算
收入支出决算总表
部门：云汀县人民法院 | 公开01表 | 金额单位：万元
项目 | 决算数 | 项目 | 决算数
一、财政拨款收入 | 95.00 | 一、公共安全支出 | 96.00
本年收入合计 | 95.00 | 本年支出合计 | 96.00
年初结转和结余 | 3.00 | 年末结转和结余 | 2.00
总计 | 98.00 | 总计 | 98.00
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    whole = POLICE.format(**WHOLE, all="100.00", basic="60.00")
    own = POLICE.format(**OWN, all="100.00", basic="60.00")
    return asked_of_pages(tmp_path_factory, {"a.html": whole, "b.html": own, "c.txt": SCHOOL, "d.txt": COURT})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2026年各部门三公经费排名", ["1. 柳溪市公安局：30.00"]),
        ("2026年三公经费最高的单位", ["柳溪市公安局为30.00"]),
        ("柳溪市公安局2026年会议费培训费", ["3万元", "5万元"]),
        ("柳溪市公安局2026年办公费电费多少", ["6.00", "4.00"]),
        ("柳溪市公安局2026年基本支出项目支出多少", ["60.00", "40.00"]),
        ("柳溪市公安局2026年电费多少", ["电费预算为4.00"]),
        ("柳溪市公安局2026年有几辆车", ["9辆"]),
        ("柳溪市公安局2026年部门和本级各有几辆车", ["9辆", "6辆"]),
        ("青泽县第三中学2026年培训开展几次多少人", ["3次", "180人"]),
    ],
)
def test_a_question_over_several_bodies_or_lines(pages: Asked, question: str, told: list[str]) -> None:
    answer = pages(question)
    assert answer.kind in (AnswerKind.NUMBER, AnswerKind.LIST), answer.text
    assert all(each in answer.text for each in told), answer.text


def test_what_one_word_changes_is_not_lost(pages: Asked) -> None:
    assert "2.00万元" in pages("年末呢", "云汀县人民法院2024年年初结转多少").text
    for words in (
        "云汀县人民法院2024年预算收入是多少",
        "云汀县人民法院2024年预算总支出",
        "柳溪市公安局2026年出国培训费",
        "青泽县第三中学2026年每次培训多少人",
    ):
        assert pages(words).kind is AnswerKind.REFUSAL, words
