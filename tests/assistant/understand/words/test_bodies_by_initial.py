"""A committee is called by the first sign of its work; one with a short name of its own is not."""

import pytest

from assistant.understand.words.body_forms import organ_forms


@pytest.mark.parametrize(
    ("organ", "said", "is_form"),
    [
        ("建设和管理委员会", "建委", True),
        ("建设和管理委员会", "建管委", True),
        ("绿化委员会", "绿委", True),
        ("政法委员会", "政委", False),
        ("经济技术开发区管理委员会", "经委", False),
    ],
)
def test_by_the_first_sign(organ: str, said: str, is_form: bool) -> None:
    assert (said in organ_forms(organ)[0]) is is_form
