"""A question that asks for a figure and for words: which clause asks what, and both halves told."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Answer, AnswerKind
from assistant.ask import Assistant
from assistant.descriptive.halves import Halves, halves_of
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.passage import Passage, PassageKind, PassageSpot
from tests.assistant.town import saying, stored, water

TELLS = "公务接待费4.50万元，主要用于接待防汛检查组，计划更新接待车2辆。"


@pytest.mark.parametrize(
    ("question", "figures", "words"),
    [
        ("河道清淤项目多少钱，用来办什么事？", "河道清淤项目多少钱？", "用来办什么事"),
        ("培训费是多少、为什么增加？", "培训费是多少？", "为什么增加"),
        ("河道清淤项目多少钱用来干什么？", "河道清淤项目多少钱？", "用来干什么"),
        ("河道清淤项目用来清哪条河，一共多少钱？", "河道清淤项目，一共多少钱？", "河道清淤项目用来清哪条河"),
    ],
)
def test_the_clause_that_asks_in_words_is_told_from_the_figure(question: str, figures: str, words: str) -> None:
    assert halves_of(question) == Halves(figures, (words,))


@pytest.mark.parametrize(
    "question", ["会议费多少，培训费多少？", "会议费最多的是哪个局，多少？", "用来做什么，多少钱？"]
)
def test_figures_alone_or_nothing_named_are_no_halves(question: str) -> None:
    assert halves_of(question) is None


def test_what_is_counted_is_a_half_where_no_figure_carries_it() -> None:
    assert halves_of("清淤项目多少钱，买几台挖掘机？") is None
    assert halves_of("清淤项目多少钱，买几台挖掘机？", counts=True) == Halves("清淤项目多少钱？", ("买几台挖掘机",))


@pytest.fixture
def told(tmp_path: Path) -> Assistant:
    parsed = water()
    document = parsed.document.id
    spot = PassageSpot(8, (1.0, 1.0, 9.0, 9.0), 0, len(TELLS))
    passage = Passage(f"{document}-p0001", document, 1, PassageKind.NARRATIVE, ("“三公”经费",), TELLS, 8, 8, (spot,))
    return Assistant(Library(stored(tmp_path, replace(parsed, passages=(passage,))).engine))


def _said(told: Assistant, words: str) -> Answer:
    return told.ask(Question(words))


def test_both_halves_are_told(told: Assistant) -> None:
    answer = _said(told, "水利局2026年公务接待费多少钱，主要接待什么检查组？")
    assert answer.kind is AnswerKind.NUMBER
    assert "4.50" in answer.text
    assert "防汛检查组" in answer.text


def test_from_whom_a_thing_is_bought_asks_for_no_amount(told: Assistant) -> None:
    answer = _said(told, "水利局2026年公务接待费多少钱，向谁买培训费？")
    assert "4.50" in answer.text
    assert len(answer.figures) == 1


def test_a_half_that_nothing_tells_is_said_to_be_missing(told: Assistant) -> None:
    answer = _said(told, "水利局2026年公务接待费多少钱，用的是什么牌子的茶叶？")
    assert "防汛检查组" not in answer.text


def test_a_thing_that_no_figure_counts_is_told_by_the_sentence_that_does(tmp_path: Path) -> None:
    parsed = water()
    document = parsed.document.id
    text = "全年完成水事纠纷案件指派，民事案件20件，刑事案件7件。"
    spot = PassageSpot(8, (1.0, 1.0, 9.0, 9.0), 0, len(text))
    passage = Passage(f"{document}-p0001", document, 1, PassageKind.NARRATIVE, ("工作目标",), text, 8, 8, (spot,))
    assistant = Assistant(Library(stored(tmp_path, replace(parsed, passages=(passage,))).engine))
    answer = _said(assistant, "水利局2026年刑事案件指派多少件？")
    assert answer.kind is AnswerKind.NUMBER and "刑事案件7件" in answer.text
    assert [figure.value for figure in answer.figures] == [7]
    assert _said(assistant, "水利局2026年商标案件审理多少件？").kind is AnswerKind.REFUSAL


def test_a_figure_is_told_ahead_of_what_no_document_holds(told: Assistant) -> None:
    answer = _said(told, "水利局2026年公务接待费多少钱，值不值？")
    assert answer.kind is AnswerKind.NUMBER
    assert "4.50" in answer.text
    assert "值不值" in answer.text
    assert _said(told, "水利局局长叫什么，值不值？").kind is AnswerKind.REFUSAL


def test_a_term_is_explained_and_its_figure_told(tmp_path: Path) -> None:
    parsed = saying(water(), ("名词解释", "公务接待费：指按规定开支的各类公务接待支出。"))
    assistant = Assistant(Library(stored(tmp_path, parsed).engine))
    answer = _said(assistant, "公务接待费是什么意思，水利局2026年有多少？")
    assert "指按规定开支" in answer.text
    assert "4.50" in answer.text
    assert "4.50" in _said(assistant, "什么叫公务接待费，水利局2026年安排了多少？").text


def test_whom_a_reception_is_for_is_told_in_words(told: Assistant) -> None:
    answer = _said(told, "水利局2026年公务接待费多少，接待谁？")
    assert "4.50" in answer.text
    assert "防汛检查组" in answer.text


def test_a_section_and_a_figure_are_both_told(tmp_path: Path) -> None:
    parsed = saying(water(), ("一、主要职责", "水利局的主要职责是：负责全市河道管理，组织防汛抗旱。"))
    assistant = Assistant(Library(stored(tmp_path, parsed).engine))
    answer = _said(assistant, "水利局的主要职责是什么，预算一共多少？")
    assert "河道管理" in answer.text
    assert answer.figures, answer.text


MOVES = (
    "3.泵站看护补贴（2130399）53万元，较上年增加32万元，增长163%，增长的主要原因是：本年起看护补贴由我局发放；",
    "4.堤防巡查劳务（2130398）20万元，较上年减少2万元，下降9%，下降的主要原因是：巡查线路合并；",
)


@pytest.mark.parametrize(
    "question",
    [
        "水利局泵站看护那项多了多少，原因是什么",
        "水利局泵站看护补贴上涨了多少，什么缘故",
        "泵站看护补贴水利局多给了多少，为什么",
    ],
)
def test_how_far_a_line_moved_and_why_is_told_by_the_sentence_that_says_both(tmp_path: Path, question: str) -> None:
    parsed = saying(water(), *(("支出按功能科目分类的明细情况", text) for text in MOVES))
    answer = _said(Assistant(Library(stored(tmp_path, parsed).engine)), question)
    assert "32" in answer.text and "由我局发放" in answer.text, answer.text


@pytest.mark.parametrize("question", ["水利局泵站看护那项少了多少，原因是什么", "水利局文物修复多了多少，原因是什么"])
def test_a_move_the_other_way_or_of_another_line_is_no_such_answer(tmp_path: Path, question: str) -> None:
    parsed = saying(water(), *(("支出按功能科目分类的明细情况", text) for text in MOVES))
    answer = _said(Assistant(Library(stored(tmp_path, parsed).engine)), question)
    assert answer.kind is AnswerKind.REFUSAL, answer.text
