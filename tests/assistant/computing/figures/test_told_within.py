"""What is told within another line is refused with that line, quoted with its page."""

from assistant.computing.figures.told_within import _USED_FOR


def test_a_line_with_what_it_is_for() -> None:
    text = "1、司法（款）甲业务（项）20.5万元。主要用于：调解、社区矫正等工作支出。上年预算执行数为19万元。"
    found = _USED_FOR.search(text)
    assert found is not None and "社区矫正" in found["uses"] and found[0].endswith("等工作支出。")
    assert _USED_FOR.search("调解、社区矫正等工作，上年预算执行数为19万元。") is None
