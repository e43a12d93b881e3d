import pytest

from ingest.report import warning_text


@pytest.mark.parametrize(
    ("warning", "said"),
    [
        ("page_fault:ValueError page=3", "第 3 页没有读成（ValueError），其余各页不受影响。"),
        ("hidden_sheet:备用", "隐藏的工作表没有读：备用。"),
        ("something new", "something new"),
    ],
)
def test_warnings_are_sentences(warning: str, said: str) -> None:
    assert warning_text(warning, "zh") == said
