"""Classification codes beside names and split over columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.wording.codes import join_parts, scheme_of, split_code


@pytest.mark.parametrize(
    ("label", "code", "name", "scheme"),
    [
        ("[2010301]行政运行", "2010301", "行政运行", "functional"),
        ("2010301-行政运行", "2010301", "行政运行", "functional"),
        ("2010301 行政运行", "2010301", "行政运行", "functional"),
        ("行政运行（2010301）", "2010301", "行政运行", "functional"),
        ("[30101]\n基本工资", "30101", "基本工资", "department_economic"),
        ("502办公经费", "502", "办公经费", "government_economic"),
        ("110000\n22T0000\n00460216-期刊经费", "11000022T000000460216", "期刊经费", "project"),
        ("301008_某单位_设备购置", "301008", "设备购置", "project"),
        ("ABIT2022-QM-N-B-006007", "ABIT2022-QM-N-B-006007", "ABIT2022-QM-N-B-006007", "project"),
        ("0210-信息化服务", "0210", "信息化服务", None),
    ],
)
def test_code_and_name(label: str, code: str, name: str, scheme: str | None) -> None:
    found = split_code(label)
    assert found is not None
    assert (found.code, found.name, found.scheme) == (code, name, scheme)


@pytest.mark.parametrize(
    "label", ["2026年重点项目", "12345热线运行", "120急救经费", "1.工资", "一般公共服务", "3个中心"]
)
def test_numbers_in_names_are_no_codes(label: str) -> None:
    assert split_code(label) is None


@pytest.mark.parametrize(
    ("parts", "above", "joined"),
    [
        (("201", "08", "01"), (), "2010801"),
        (("", "", "01"), ("201", "08", "06"), "2010801"),
        (("", "03", ""), ("201", "01", "01"), "20103"),
        (("201", "20108", "2010801"), (), "2010801"),
        (("", "", ""), ("201", "08", "06"), ""),
    ],
)
def test_codes_over_three_columns(parts: tuple[str, ...], above: tuple[str, ...], joined: str) -> None:
    assert join_parts(parts, above) == joined


@given(st.integers(201, 235), st.integers(1, 99), st.integers(1, 99))
def test_functional_codes_are_known_by_their_digits(a: int, b: int, c: int) -> None:
    code = f"{a}{b:02d}{c:02d}"
    assert scheme_of(code) == "functional"
    assert join_parts((str(a), f"{b:02d}", f"{c:02d}")) == code
    assert join_parts((str(a), str(b), str(c))) == code  # a sheet of numbers drops zeros
    assert join_parts(("", str(b), str(c)), (str(a), "", "")) == code


def test_a_code_of_the_catalogue_of_purchases_stands_before_its_item() -> None:
    for text, name in (("A02010105台式计算机", "台式计算机"), ("C2104 物业管理服务", "物业管理服务")):
        coded = split_code(text)
        assert coded is not None
        assert (coded.code + coded.name, coded.name) == (text.replace(" ", ""), name)
    assert split_code("A4打印机") is None
    assert split_code("C919飞机检修") is None
