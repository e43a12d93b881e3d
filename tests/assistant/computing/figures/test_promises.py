"""What a question says beside the thing it names is kept, or the figures found are not given."""

from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.computing.figures.conditions import dates_kept, promises_kept
from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Found, Outcome
from assistant.finding.library import Library
from assistant.plan import Ask, Operation
from ingest.records.document import DocumentKind, RowRole, Stage
from ingest.records.figure import Figure, Origin, Relation
from ingest.records.units import WAN_YUAN, Amount, Unit, UnitKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, parks, stored

CARS = Unit("辆", UnitKind.COUNT)
DESK = Desk(cast(Library, None), {}, "zh")


def _outcome(label: str, unit: Unit = WAN_YUAN, stage: Stage = Stage.BUDGET) -> Outcome:
    amount = Amount(Decimal(8), unit)
    figure = Figure(
        "f", "d", "t", "r", None, Origin.TABLE, Relation.AMOUNT, "云汀市水利局", None, 2026, stage, "other", label,
        None, RowRole.ITEM, ("金额",), "8", amount, unit, 3, None,
    )  # fmt: skip
    return Outcome("figures", found=[Found(label, amount.value, unit.name, [], figure=figure)])


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("水利局退休人员有多少", _outcome("退休费")),
        ("水利局接待批次", _outcome("公务接待费")),
        ("水利局管着多少犯人", _outcome("罪犯改造")),
        ("水利局各处室有多少人", _outcome("内设处室", Unit("个", UnitKind.COUNT))),
        ("水利局应急用车花了多少钱", _outcome("应急用车", CARS)),
        ("水利局公务接待费同比", _outcome("公务接待费")),
        ("水利局培训费预算", _outcome("培训费", stage=Stage.FINAL_ACCOUNT)),
        ("水利局河道清淤完成时间", _outcome("河道清淤工程项目")),
        ("水利局买几辆车", _outcome("车辆", CARS)),
        ("水利局档案扫描要转换多少万个", _outcome("档案扫描")),
        ("水利局泵站水质合格率要达到多少", _outcome("泵站运行经费")),
        ("水利局《城市水韵》杂志办刊多少钱", _outcome("《云汀水韵》杂志办刊经费")),
    ],
)
def test_a_word_that_the_figure_has_no_part_in_refuses_it(words: str, outcome: Outcome) -> None:
    assert promises_kept(DESK, Ask(Operation.LOOKUP, words=words), outcome).kind == "refusal"


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("水利局退休费多少", _outcome("退休费")),
        ("水利局退休费的那个数", _outcome("退休费")),
        ("水利局《水韵》杂志办刊多少钱", _outcome("《云汀水韵》杂志办刊经费")),
        ("水利局车辆有多少辆", _outcome("车辆", CARS)),
        ("水利局培训费决算", _outcome("培训费", stage=Stage.FINAL_ACCOUNT)),
        ("水利局一般公共预算多少", _outcome("一般公共预算财政拨款", stage=Stage.FINAL_ACCOUNT)),
        ("水利局买几辆车", _outcome("购置车辆", CARS)),
    ],
)
def test_a_figure_that_carries_every_word_is_given(words: str, outcome: Outcome) -> None:
    assert promises_kept(DESK, Ask(Operation.LOOKUP, words=words), outcome).kind == "figures"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("截至2025年8月31日车辆多少", "figures"),  # a budget of 2026 prints what there was when it was drawn up
        ("2026年6月底车辆多少", "figures"),
        ("2023年8月底车辆多少", "refusal"),
        ("2025年8月底和2026年8月底各有多少辆车", "refusal"),  # one figure is not of both
    ],
)
def test_a_day_of_another_year_refuses_what_was_found(words: str, kind: str) -> None:
    assert dates_kept("zh", words, _outcome("车辆", CARS)).kind == kind


def test_rows_counted_are_no_people() -> None:
    rows = Outcome("figures", found=[Found("退休费的组成部分数", Decimal(2), "个", [], computed=True)])
    assert promises_kept(DESK, Ask(Operation.COUNT, words="退休的有几个人"), rows).kind == "refusal"


def test_basic_and_project_spending_together_are_no_figure_of_basic_spending(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("economic", "一般公共预算基本支出表", (("合计",),))
    draft.row(table, "劳务费", ("2.00",), code="30226", scheme="economic")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    assert asked("水利局劳务费多少").figures[0].value == Decimal("2.00")
    for words in ("（基本、项目都算）", "（不分基本还是项目）", "连基本带项目一共", "（含基本支出和项目支出）"):
        assert asked(f"水利局劳务费{words}多少").kind is AnswerKind.REFUSAL, words


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("水利局9月份的公务接待费", AnswerKind.REFUSAL),
        ("水利局九月份的公务接待费", AnswerKind.REFUSAL),
        ("水利局2026年9月的公务接待费", AnswerKind.REFUSAL),
        ("水利局今年3月公布的预算里的公务接待费", AnswerKind.NUMBER),
        ("水利局2026年的公务接待费", AnswerKind.NUMBER),
    ],
)
def test_the_budget_of_a_year_is_no_answer_for_a_month(ask: Asked, words: str, kind: AnswerKind) -> None:
    assert ask(words).kind is kind


def test_things_told_to_be_listed_one_by_one_are_said(ask: Asked) -> None:
    told = ask("请列出水利局公务接待费和因公出国（境）费").figures
    assert [str(f.value) for f in told] == ["4.50", "0.00"]


def test_income_is_told_of_no_projects(ask: Asked) -> None:
    told = ask("水利局项目收入是多少")
    assert told.kind.value == "refusal" and "项目收入" in told.text
    assert ask("水利局收入是多少").kind.value == "number"
