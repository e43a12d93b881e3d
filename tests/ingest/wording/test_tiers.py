import pytest

from ingest.wording.tiers import Tier, level_of, tier_in, tier_named, tiers_said


@pytest.mark.parametrize(
    ("name", "level"),
    [("云汀市人民政府", "市"), ("白川自治州人民政府", "州"), ("云汀市财政局", None), ("柳溪镇人民政府", None)],
)
def test_a_government_has_a_level(name: str, level: str | None) -> None:
    assert level_of(name) == level


def test_tiers_are_named_by_labels_and_titles() -> None:
    assert tier_named("全市", "市") is Tier.WHOLE
    assert tier_named("市本级", "市") is Tier.OWN
    assert tier_named("全市人口", "市") is None
    assert tier_in("2026年市本级一般公共预算收入表", "市") is Tier.OWN
    assert tier_in("2026年市对县(市、区)转移支付表", "市") is Tier.OWN
    assert tier_in("2026年全县政府性基金收入表", "县") is Tier.WHOLE
    assert tier_in("县级基本财力保障机制奖补资金", "市") is None


def test_a_question_says_tiers_in_several_wordings() -> None:
    assert [t for _, _, t in tiers_said("云汀市级和全市口径", "市")] == [Tier.OWN, Tier.WHOLE]
