import pytest

from ingest.report import warning_text


@pytest.mark.parametrize(
    ("warning", "said"),
    [
        ("page_fault:ValueError page=3", "第 3 页没有读成（ValueError），其余各页不受影响。"),
        ("nameless_rows page=4", "第 4 页的表格没有印行的名称，也对不上前面哪一页的行；这些金额不用来回答问题。"),
        ("hidden_sheet:备用", "隐藏的工作表没有读：备用。"),
        ("something new", "something new"),
    ],
)
def test_warnings_are_sentences(warning: str, said: str) -> None:
    assert warning_text(warning, "zh") == said
