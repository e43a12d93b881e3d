"""Documents of one body, some with the province above its place and some without."""

import pytest

from assistant.answer import AnswerKind
from assistant.finding.own_names import under_one_name
from ingest.records.document import DocumentKind
from tests.assistant.conftest import Asked, asked_of_pages
from tests.assistant.town import Draft

BUDGET = """柳溪市档案馆2024年部门预算
2024年支出预算80万元。2024年公务接待费2万元。机关运行经费预算20万元。
"""
ACCOUNT = """2024年度青原省柳溪市档案馆部门决算
2024年度本年支出合计90万元。2024年公务接待费1.5万元。机关运行经费支出决算18万元。年初结转和结余3万元，年末结转和结余4万元。
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return asked_of_pages(tmp_path_factory, {"a.txt": BUDGET, "b.txt": ACCOUNT})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("柳溪市档案馆2024年公务接待费预算和决算差多少", "0.5"),
        ("柳溪市档案馆2024年机关运行经费预算和决算各是多少", "18"),
        ("青原省柳溪市档案馆2024年机关运行经费预算是多少", "20"),
    ],
)
def test_budget_and_account_of_one_body_are_held_together(pages: Asked, question: str, told: str) -> None:
    answer = pages(question)
    assert answer.kind is AnswerKind.NUMBER, answer.text
    assert f"{told}万元" in answer.text.replace("0万元", "万元") or f"{told}万元" in answer.text, answer.text


def named(*names: str) -> list[str | None]:
    drafts = [Draft(str(at), name, 2026, DocumentKind.DEPARTMENT_BUDGET) for at, name in enumerate(names)]
    return [d.department for d in under_one_name(draft.document for draft in drafts)]


def test_a_name_with_the_place_above_is_the_body_without_it() -> None:
    assert named("青原省柳溪市审计局", "柳溪市审计局") == ["柳溪市审计局"] * 2
    assert named("青原省柳溪市审计局（本级）", "柳溪市审计局")[0] == "柳溪市审计局（本级）"
    assert named("柳溪市青泽县水利局", "青泽县水利局") == ["青泽县水利局"] * 2


def test_districts_and_bodies_without_a_place_stay_apart() -> None:
    for names in (("柳溪市南山区审计局", "南山区审计局"), ("柳溪市审计局", "审计局"), ("青原省审计局", "柳溪市审计局")):
        assert named(*names) == list(names)


MOVED = {
    "a.txt": "柳溪市档案馆2024年部门预算\n2024年收入预算80万元，比2023年预算增加8万元。“三公”经费预算5万元。\n",
    "b.txt": "2024年度柳溪市档案馆部门决算\n2024年收入总计90万元，与2023年度相比增长50%。\n"
    "“三公”经费支出决算4万元，比上年减少1万元，下降20%。\n",
}


def test_how_the_account_moved_is_not_told_of_the_budget(tmp_path_factory: pytest.TempPathFactory) -> None:
    ask = asked_of_pages(tmp_path_factory, MOVED)
    income = ask("柳溪市档案馆2024年收入预算比上年增加多少").text
    assert "8万元" in income and "50%" not in income, income
    assert ask("柳溪市档案馆2024年三公经费预算比上年减少多少").kind is AnswerKind.REFUSAL
    assert "1万元" in ask("柳溪市档案馆2024年三公经费决算比上年减少多少").text
