"""Which office inside a body another one is, or which answers for a thing."""

import pytest

from assistant.understand.bodies.named import Bodies
from assistant.understand.english.in_chinese import in_chinese

BODIES = Bodies(["溪口区审计局"], {})


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Which division of the Xikou Audit Bureau is also the law office?", "溪口审计局法律处是哪个处室"),
        (
            "Which internal division of the Xikou Audit Bureau is responsible for training?",
            "溪口审计局培训费由哪个处室负责",
        ),
    ],
)
def test_offices(english: str, chinese: str) -> None:
    assert in_chinese(english, BODIES) == chinese
