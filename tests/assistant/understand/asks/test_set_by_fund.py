"""Turns that choose by their money among the projects told before."""

FIRST = "水利局2026年有几个项目"


def test_projects_told_before_are_chosen_by_their_money(ask) -> None:
    alone = {i.label for i in ask("水利局2026年用了其他资金的项目有哪些").items}
    assert alone and {i.label for i in ask("里面用了其他资金的是哪些", FIRST).items} == alone
    assert ask("其中用了其他资金的有几个", FIRST).figures[0].value == len(alone)


def test_the_fund_itself_is_no_choice_of_projects(ask) -> None:
    assert "项目数" not in ask("财政拨款有多少", FIRST).text
