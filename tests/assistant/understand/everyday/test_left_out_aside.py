"""What a remark leaves out."""

import pytest

from assistant.understand.everyday.left_out_aside import with_left_out


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("甲局本级(下属三家中心不算)有几个项目", "甲局本级有几个项目"),
        ("甲局机关自己名下有几个项目,不算下属两家单位", "甲局机关自己名下有几个项目"),
        ("甲局(四所监狱不算)有哪些项目", "甲局除四所监狱外有哪些项目"),
        ("甲局(涉密的不算)有几个项目", "甲局除涉密外有几个项目"),
        ("甲局有几个项目(乙项目除外)", "甲局有几个项目(乙项目除外)"),
        ("甲局本级(含下属单位)有几个项目", "甲局本级(含下属单位)有几个项目"),
        ("甲局(不含下属单位)有几个项目", "甲局(不含下属单位)有几个项目"),
    ],
)
def test_what_is_left_out_is_said_before_what_is_asked(said: str, meant: str) -> None:
    assert with_left_out(said) == meant
