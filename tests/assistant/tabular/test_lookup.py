"""Cells where the rows and columns that a question names meet, in tables of every layout."""

from collections.abc import Callable

import pytest

from assistant.answer import Answer
from eval.tables_runner import GivenTable
from tests.assistant.tabular.conftest import Asking, given

RECORDS = given(
    "records",
    "设备名称|购置日期|保管人|原值",
    "起重机|2029-05-01|保管一组|120,000.00",
    "测深仪|2030-11-20|保管二组|8,400.00",
)
ATTRIBUTES = given(
    "attributes", "项目|甲航线|乙航线", "期末余额|31,204.00|15.50", "期初余额|30,100.00|", "变动比例%|3.67|"
)
BOTH_SIDES = given(
    "both sides",
    '类别|期末余额|"|期初余额|"',
    "^|账面余额|坏账准备|账面余额|坏账准备",
    "船票款|500.00|20.00|410.00|16.00",
    "租金|80.00|1.00|90.00|2.00",
)
PAIRS = given(
    "pairs",
    '云川三号基本信息|"|"|"',
    "船名|云川三号|载客量|220人",
    "船籍港|云川港|航速|18节",
    "建造厂家|临河船厂|总长|46.5米",
)
SECTIONS = given(
    "sections",
    '在营船舶|"|"',
    "船名|吨位|船龄（年）",
    "白鹭号|300|4",
    '停运船舶|"|"',
    "船名|吨位|船龄（年）",
    "青山号|150|21",
)


def texts(answer: Answer) -> list[str]:
    parts = [index for part in (*answer.items, *answer.figures) for index in part.sources]
    return [answer.sources[index].text for index in parts] or [source.text for source in answer.sources]


@pytest.mark.parametrize(
    ("table", "question", "expected"),
    [
        (RECORDS, "测深仪是哪天购置的？", ["2030-11-20"]),
        (RECORDS, "起重机的原值和保管人分别是什么？", ["保管一组", "120,000.00"]),
        (ATTRIBUTES, "甲航线年初的余额是多少？", ["30,100.00"]),
        (ATTRIBUTES, "甲航线期末和期初余额各是多少？", ["31,204.00", "30,100.00"]),
        (ATTRIBUTES, "甲航线与乙航线的期末余额分别是多少？", ["31,204.00", "15.50"]),
        (BOTH_SIDES, "租金期初的坏账准备是多少？", ["2.00"]),
        (BOTH_SIDES, "船票款期末的账面余额是多少？", ["500.00"]),
        (PAIRS, "云川三号的载客量是多少？", ["220人"]),
        (PAIRS, "云川三号的航速和总长各是多少？", ["18节", "46.5米"]),
        (SECTIONS, "青山号的船龄是多少年？", ["21"]),
    ],
)
def test_headers_meet(asking: Callable[..., Asking], table: GivenTable, question: str, expected: list[str]) -> None:
    assert sorted(texts(asking(table)(question))) == sorted(expected)


def test_a_source_leads_to_the_very_cell(asking: Callable[..., Asking]) -> None:
    answer = asking(BOTH_SIDES)("租金期初的坏账准备是多少？")
    assert answer.sources[0].box == (4, 3, 5, 4)
    assert answer.sources[0].row == "租金"
    assert answer.sources[0].column == "期初余额/坏账准备"
