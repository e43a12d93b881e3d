"""Which turns lean on the turn before them."""

from decimal import Decimal

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.follow import carried
from assistant.question import Question
from assistant.understand.bodies.named import Bodies
from assistant.understand.reading import plan_of
from assistant.understand.vocabulary import vocabulary
from assistant.understand.words.text import words_of
from tests.assistant.town import parks, stored, water


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return Assistant(Library(stored(tmp_path_factory.mktemp("town"), water(), parks()).engine))


@pytest.mark.parametrize("before", ["三公经费从高到低排一下", "三公经费最多的是哪个部门", "水利局公务接待费多少"])
def test_a_question_that_names_body_and_matter_leans_on_nothing(town: Assistant, before: str) -> None:
    asked = "园林局的主要职责是什么"
    assert town.ask(Question(asked, (before,))).plan == town.ask(Question(asked)).plan


@pytest.mark.parametrize(
    "asked",
    ["水利局最大的两个项目是什么，合计多少，占全部的多少", "水利局超过100万元的项目有几个", "水利局的项目一共多少钱"],
)
def test_a_set_of_its_own_takes_no_line_from_the_turn_before(town: Assistant, asked: str) -> None:
    told = town.ask(Question(asked, ("园林局三公经费有哪些，各多少",)))
    assert told.text == town.ask(Question(asked)).text and told.figures


def test_a_turn_without_a_body_leans_on_the_turn_before(town: Assistant) -> None:
    answer = town.ask(Question("那园林局呢", ("水利局公务接待费多少",)))
    assert [str(f.value) for f in answer.figures] == ["1.25"]


def test_a_turn_names_another_body_of_the_kind_in_short() -> None:
    vocab = vocabulary({}, Bodies(["云汀市水利局"], ["云汀市东闸泵站", "云汀市西闸泵站"]))
    before = plan_of(words_of("东闸泵站收入预算多少"), vocab, "zh")
    plan, _ = carried(words_of("那西闸的呢？"), vocab, "zh", before, [])
    assert [ask.scope.departments for ask in plan.asks] == [(("云汀市西闸泵站",),)]


def test_a_part_by_kind_is_of_the_line_named_by_a_piece_of_its_name(ask) -> None:
    first = "水利局泵站运行维护多少钱"
    assert ask("其中由财政拨款负担的部分呢", first).figures[0].value == Decimal("190.00")


@pytest.mark.parametrize(
    "before", ["水利局2025年公务接待费多少", "水利局的河道清淤工程项目多少钱", "水利局收入预算为什么增加"]
)
@pytest.mark.parametrize("asked", ["园林局公务接待费是多少", "园林局一共花多少钱", "园林局三公经费多少"])
def test_a_question_on_another_body_keeps_neither_year_nor_line(town: Assistant, before: str, asked: str) -> None:
    assert town.ask(Question(asked, (before,))).text == town.ask(Question(asked)).text


def test_a_turn_that_leans_keeps_the_line_of_the_turn_before(town: Assistant) -> None:
    answer = town.ask(Question("那园林局呢", ("水利局2026年公务接待费多少",)))
    assert [str(f.value) for f in answer.figures] == ["1.25"]
    assert town.ask(Question("园林局多少", ("水利局2026年公务接待费多少",))).text == answer.text


def test_a_turn_on_what_bears_the_same_name_leans_on_that_name(town: Assistant) -> None:
    answer = town.ask(Question("园林局的同名项目是多少", ("水利局河道清淤工程多少钱",)))
    assert not answer.figures or "河道清淤" in answer.text, answer.text


def test_share_of_a_unit_is_of_the_line_told_of_its_department(town: Assistant) -> None:
    whole = "水利局2026年项目支出多少"
    alone = town.ask(Question("水利局2026年项目支出里，雨水泵站管理中心占百分之几"))
    turn = town.ask(Question("雨水泵站管理中心占其中几成", (whole,)))
    assert alone.figures[0].unit == turn.figures[0].unit == "%", turn.text
    assert turn.figures[0].value == alone.figures[0].value


@pytest.mark.parametrize(
    "asked", ["公务接待费占它的百分之几", "那公务接待费占前面那个数的几成", "其中公务接待费占百分之几"]
)
def test_a_part_of_what_was_told_is_its_share(town: Assistant, asked: str) -> None:
    answer = town.ask(Question(asked, ("水利局2026年三公经费多少",)))
    assert answer.figures and answer.figures[0].value == Decimal("21.95"), answer.text


def test_what_was_told_is_no_part_of_a_smaller_line(town: Assistant) -> None:
    assert not town.ask(Question("三公经费占它的百分之几", ("水利局2026年公务接待费多少",))).figures
