"""Which sentence answers: the one that names the matter, in the way the door asks."""

from assistant.descriptive.sought import Sought, Wanted, sought, weighed
from assistant.descriptive.stretches import best_of
from assistant.plan import Plan
from assistant.understand.door import Door
from ingest.records.passage import Passage, PassageKind, PassageSpot
from ingest.wording.glyphs import bare


def passage(text: str, *section: str, kind: PassageKind = PassageKind.NARRATIVE) -> Passage:
    return Passage("p", "d", 1, kind, section, text, 3, 3, (PassageSpot(3, None, 0, len(text)),))


def seek(question: str, door: Door) -> Sought:
    return sought(Plan(question, "zh", ()), door, ["水务局"])


def quoted(question: str, door: Door, *passages: Passage, label: str = "") -> str | None:
    asked = seek(question, door)
    wanted = weighed(asked.wanted, [bare(p.text + "".join(p.section)) + label for p in passages])
    found = [s for p in passages if (s := best_of(p, asked, wanted, label)) is not None]
    if not found:
        return None
    best = max(found, key=lambda s: s.rank)
    return best.passage.text[best.start : best.end]


CHANGES = passage(
    "2026年“三公”经费预算30万元，比上年减少5万元。\n公务接待费8万元，比上年减少2万元，主要原因是压减接待批次。\n"
    "公务用车运行维护费22万元，比上年减少3万元。主要原因是两辆车报废。",
    "“三公”经费情况",
)


def test_the_reason_of_the_line_asked_about_is_found() -> None:
    assert (
        quoted("水务局公务接待费为什么减少", Door.WHY, CHANGES)
        == "公务接待费8万元，比上年减少2万元，主要原因是压减接待批次。"
    )


def test_a_reason_in_a_sentence_of_its_own_comes_with_its_change() -> None:
    found = quoted("水务局公车运行费为什么少了3万", Door.WHY, CHANGES)
    assert found == "公务用车运行维护费22万元，比上年减少3万元。主要原因是两辆车报废。"


def test_what_money_is_used_for_is_no_reason() -> None:
    used = passage("公务接待费8万元，比上年减少2万元，主要是用于外地来访接待。")
    assert quoted("公务接待费为什么减少", Door.WHY, used) is None


def test_a_definition_is_told_by_its_head_not_by_mention() -> None:
    entries = passage(
        "一、基本支出：指保障机构运转的支出。\n二、项目支出：指在基本支出之外发生的支出。",
        "名词解释",
        kind=PassageKind.GLOSSARY,
    )
    assert quoted("基本支出是什么意思", Door.DEFINE, entries) == "一、基本支出：指保障机构运转的支出。"


def test_a_goal_is_found_by_the_name_of_its_row() -> None:
    goal = passage("通过清淤提升行洪能力。", "绩效目标", kind=PassageKind.GOAL)
    other = passage("河道巡查常态化。", "绩效目标")
    assert (
        quoted("河道清淤项目想达到什么效果", Door.GOAL, goal, other, label="城区河道清淤工程项目")
        == "通过清淤提升行洪能力。"
    )


def test_words_that_stand_nowhere_weigh_most() -> None:
    known, unknown = weighed([Wanted(("河道",)), Wanted(("承建公司",))], ["河道清淤", "河道巡查", "供水"])
    assert unknown.weight > known.weight


def test_a_pair_that_only_shows_a_shortened_name_is_let_go() -> None:
    kept = weighed([Wanted(("河道",)), Wanted(("道项",)), Wanted(("项目",))], ["河道清淤项目"])
    assert [word.forms[0] for word in kept] == ["河道", "项目"]


def test_numbers_the_question_states_are_kept_apart_from_its_words() -> None:
    assert seek("公务接待费为什么少了2.40万", Door.WHY).numbers == {"2.4"}
