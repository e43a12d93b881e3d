"""A run from the question to the report, with an assistant of fixed answers."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from eval.cases import Case, Expected, ExpectedFigure
from eval.report import as_text
from eval.runner import run_cases
from eval.scores import scores_by, times
from eval.stored import Run, as_json, compare, latest, store, telling_settings

NUMBER = Expected("number", figures=(ExpectedFigure(Decimal("5"), "万元"),), document="a.pdf", pages=(2,))
CASES = (
    Case("right", "甲项目多少？", (), "look-up", NUMBER),
    Case("wrong", "乙项目多少？", (), "look-up", NUMBER),
    Case("missed", "丙项目多少？", ("甲项目多少？",), "follow-up", NUMBER),
)


def fixed(question: str, after: tuple[str, ...]) -> Mapping[str, object]:
    if after:
        return {"kind": "refusal", "text": "没有丙项目。"}
    value = "5" if question.startswith("甲") else "6"
    place = {"document": "a.pdf", "page": 2}
    return {"kind": "number", "text": value, "figures": [{"value": value, "unit": "万元"}], "sources": [place]}


def run(**settings: object) -> Run:
    return Run("2026-01-01T00:00:00+00:00", settings, {"0" * 16: "a.pdf"}, run_cases("set", CASES, fixed))


def test_every_case_is_judged() -> None:
    verdicts = [(each.right, each.wrong_figure, each.source) for each in run().results]
    assert verdicts == [(True, False, True), (False, True, True), (False, False, False)]


def test_a_failing_assistant_costs_one_case() -> None:
    def failing(question: str, after: tuple[str, ...]) -> Mapping[str, object]:
        raise KeyError("oops") if question.startswith("乙") else RuntimeError("again")

    kinds = [(each.answer.kind, each.right, each.wrong_figure) for each in run_cases("set", CASES, failing)]
    assert kinds == [("error", False, False)] * 3


def test_scores_by_category() -> None:
    follow_up, look_up = scores_by(run().results, lambda result: result.case.category)
    assert (follow_up.cases, follow_up.right, follow_up.wrong_figures) == (1, 0, 0)
    assert (look_up.cases, look_up.right, look_up.wrong_figures, look_up.share) == (2, 1, 1, 0.5)


def test_no_results_take_no_time() -> None:
    assert times(()).p95 == 0


def test_a_stored_run_is_read_back_and_compared(tmp_path: Path) -> None:
    assert latest(tmp_path) is None
    this = run()
    one, two = store(this, tmp_path), store(this, tmp_path)
    assert one != two
    found = latest(tmp_path)
    assert found == json.loads(json.dumps(as_json(this), default=str))
    assert found is not None and compare(found, as_json(run())).lost == ()


def test_two_runs_differ_in_what_came_right() -> None:
    before, after = as_json(run(model="none")), as_json(run(model="none"))
    cases = after["cases"]
    assert isinstance(cases, list)
    cases[0]["right"], cases[1]["right"] = False, True
    change = compare(before, after)
    assert (change.gained, change.lost) == (("set/wrong",), ("set/right",))
    assert not change.settings_differ and not change.documents_differ
    assert compare(before, as_json(run(model="other"))).settings_differ


def test_settings_that_change_no_answer_are_left_out() -> None:
    told = telling_settings({"model": "none", "data": "/somewhere", "model_key": "secret", "jobs": 2})
    assert told == {"model": "none"}


def test_the_report_names_what_was_expected_and_what_came() -> None:
    for language in ("zh", "en"):
        text = as_text(run(), compare(as_json(run()), as_json(run())), language)
        assert "set/wrong" in text and "number: 5 万元" in text and "number: 6 万元" in text
        assert "set/right" not in text
        assert text.index("set/wrong") < text.index("set/missed")
