"""Names that are alike only in how a number is asked for."""

import pytest

from assistant.computing.targets.units import names_a_number
from assistant.understand.names.fuzzy import resemblance


def test_what_is_asked_makes_no_names_alike() -> None:
    assert resemblance("培训了多少人次", "公务接待了多少人次") < 0.74
    assert resemblance("公务接代了多少人次", "公务接待了多少人次") >= 0.74


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("整体绩效目标，审计项目数多少个", True),
        ("部门整体绩效指标里完成项目数量是多少", True),
        ("设有满意度指标的项目数多少个", False),
        ("整体绩效目标里设了满意度指标的项目数多少个", False),
    ],
)
def test_a_number_of_projects_may_be_a_target(words: str, named: bool) -> None:
    assert names_a_number(words) is named
