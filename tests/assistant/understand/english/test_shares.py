"""English parts of a whole in Chinese order; what of a body's money is its own."""

import pytest

from assistant.understand.bodies.named import Bodies
from assistant.understand.english.in_chinese import in_chinese

BODIES = Bodies(["溪口区审计局", "溪口区审计局本级"], {})


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        (
            "What share of the Xikou Audit Bureau's project expenditure goes to the bureau proper?",
            "溪口审计局本级项目支出占溪口审计局项目支出的比例是多少",
        ),
        (
            "What percentage of the opening budget for travel did the Xikou Audit Bureau actually use in 2024?",
            "溪口审计局2024年决算差旅费完成年初预算的百分之几",
        ),
        (
            "What share of the Xikou Audit Bureau's 2024 final-account expenditure was project spending?",
            "溪口审计局2024年决算项目支出占本年支出合计的比例是多少",  # of what was spent, not of what is carried over
        ),
    ],
)
def test_shares(english: str, chinese: str) -> None:
    assert in_chinese(english, BODIES) == chinese
