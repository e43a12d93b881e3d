"""Which sentence answers: the one that names the matter, in the way the door asks."""

from dataclasses import replace

from assistant.descriptive.sought import Sought, sought
from assistant.descriptive.stretches import best_of, led_by
from assistant.descriptive.wanted_words import Wanted
from assistant.descriptive.word_weights import weighed
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
    moved = bool(asked.direction or asked.amounts or asked.nil)
    texts = [bare(p.text + "".join(p.section)) + label for p in passages]
    wanted = weighed(asked.wanted, texts, door, moved)
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


def test_a_list_of_contents_tells_no_empty_form_unless_it_says_so() -> None:
    contents = passage("目录\n一、收支总表\n二、支出总表", kind=PassageKind.CONTENTS)
    said = passage("本部门无政府性基金预算收支，并已公开空表。", "政府性基金预算")
    assert quoted("水务局哪些表是空的", Door.SECTION, contents, said) == said.text


def test_the_reason_of_the_line_asked_about_is_found() -> None:
    assert (
        quoted("水务局公务接待费为什么减少", Door.WHY, CHANGES)
        == "公务接待费8万元，比上年减少2万元，主要原因是压减接待批次。"
    )


def test_a_reason_in_a_sentence_of_its_own_comes_with_its_change() -> None:
    found = quoted("水务局公车运行费为什么少了3万", Door.WHY, CHANGES)
    assert found == "公务用车运行维护费22万元，比上年减少3万元。主要原因是两辆车报废。"


def test_a_reason_that_opens_a_paragraph_explains_what_stands_before_it() -> None:
    heading = passage("（一）公务接待费较上年持平。\n（二）公务用车购置费较上年增长25%。", "三公")
    told = replace(passage("主要原因是两辆车报废。其中购置费36万元。", "三公"), id="q", ordinal=2)
    led = led_by([heading, told])
    assert led == {"q": bare("公务用车购置费较上年增长25%。")}
    asked = seek("水务局公务用车购置费为什么增长", Door.WHY)
    wanted = weighed(asked.wanted, [bare(heading.text), bare(told.text)], Door.WHY, True)
    found = best_of(told, asked, wanted, led=led["q"])
    assert found is not None and told.text[found.start : found.end] == "主要原因是两辆车报废。"
    assert led_by([heading, replace(told, ordinal=5)]) == {}


def test_a_line_that_begins_with_what_it_is_held_against_goes_on_with_the_one_before() -> None:
    told = passage("2026年部门总收入63.79万元。\n与上年40.65万元对比增加23.14万元。主要原因分析：新增巡河补助。")
    said = quoted("水务局总收入为什么比上年多？", Door.WHY, told)
    assert said is not None and said.startswith("2026年部门总收入") and "新增巡河补助" in said


def test_what_is_carried_over_is_told_by_its_items() -> None:
    told = passage("年末结转和结余6.00万元，结转和结余事项：监测项目尾款尚未达到支付条件。")
    assert quoted("水务局年末结转和结余为什么没花掉？", Door.WHY, told) == told.text


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


def test_an_everyday_word_stands_for_the_printed_one_where_no_text_has_it() -> None:
    pensions = passage("离退休人员经费9万元，比上年增加2万元，主要原因是补贴由本单位发放。")
    assert quoted("水务局老同志那一块怎么涨了一倍，理由是什么", Door.WHY, CHANGES, pensions) == pensions.text


def test_an_everyday_word_that_is_printed_stands_for_itself() -> None:
    asked = seek("水务局律师工作怎么开展", Door.TEXT)
    wanted = weighed(asked.wanted, [bare("组织律师培训"), bare("提供法律服务")])
    assert not any(word.everyday for word in wanted)


def test_what_only_says_how_is_asked_need_not_be_printed() -> None:
    plans = passage("积极探索人工智能在审计行业的应用。", "工作目标")
    asked = seek("水务局今年在人工智能上有什么动作", Door.TEXT)
    wanted = weighed(asked.wanted, [bare(plans.text)] * 3)
    assert {word.forms[0] for word in wanted} >= {"人工", "工智", "智能"}
    assert not any("动" in word.forms[0] for word in wanted)


def test_the_kind_of_answer_does_not_let_go_what_it_is_of() -> None:
    asked = seek("水务局审计发现了哪些违规问题", Door.TEXT)
    assert any(word.forms[0] == "违规" for word in weighed(asked.wanted, [bare("整改审计发现的问题")]))


def test_what_a_body_does_is_its_duties_in_any_wording() -> None:
    for question in ("水务局负责啥", "水务局主要干些什么工作", "水务局平时都管哪些事", "水务局的法定职责有哪些"):
        assert [section.id for section in seek(question, Door.SECTION).sections] == ["duties"], question
    assert not seek("水务局防汛项目做什么", Door.GOAL).sections


def test_words_of_two_clauses_make_no_pair() -> None:
    asked = seek("水务局培训，接待为什么减少", Door.WHY)
    assert all(word.forms[0] != "训接" for word in asked.wanted)


def test_a_line_named_with_its_amount_may_be_described_in_words_nobody_prints() -> None:
    told = passage("委托业务费9万元，比上年减少31.3万元，主要原因是事项完结。")
    asked = seek("水务局请外人干活的那笔委托费，为什么少了三十多万", Door.WHY)
    wanted = weighed(asked.wanted, [bare(told.text)], Door.WHY)
    best = best_of(told, asked, wanted)
    assert best is not None and best.score > 0.9 and not best.missed


def test_a_line_that_is_only_listed_is_not_what_is_explained() -> None:
    listing = passage("运行经费包括水费、公务接待费、电费。比上年减少2万元，主要原因是人员减少。")
    assert quoted("公务接待费为什么减少", Door.WHY, listing, CHANGES) is not None
    assert "压减接待批次" in (quoted("公务接待费为什么减少", Door.WHY, listing, CHANGES) or "")


def test_a_verb_that_no_sentence_has_weighs_in_full_where_nothing_moved() -> None:
    asked = seek("公务用车为什么关闭", Door.WHY)
    (verb,) = [w for w in weighed(asked.wanted, [bare(CHANGES.text)], Door.WHY, False) if w.forms[0] == "关闭"]
    (slight,) = [w for w in weighed(asked.wanted, [bare(CHANGES.text)], Door.WHY, True) if w.forms[0] == "关闭"]
    assert verb.weight > slight.weight


WORK = passage(
    "五是围绕饮水安全，开展水源地专项检查。坚持早发现早处置，守住供水底线。",
    "三、工作任务",
)
GOALS = passage("保障饮水安全，维护水源地环境。", "总体目标")
OFFICES = passage("内设机构3个，分别为：办公室、水源地管理处、饮水安全处。", "机构设置")


def test_words_that_only_ask_need_stand_nowhere() -> None:
    found = quoted("水务局在水源地检查上是怎么个做法，材料里有何表述呀", Door.TEXT, WORK, CHANGES)
    assert found == "五是围绕饮水安全，开展水源地专项检查。"


def test_what_is_going_to_be_done_stands_among_the_tasks() -> None:
    assert (
        quoted("水务局今年饮水安全方面有何打算", Door.TEXT, GOALS, WORK, CHANGES)
        == "五是围绕饮水安全，开展水源地专项检查。"
    )


def test_the_names_of_offices_tell_only_who() -> None:
    assert quoted("水务局怎么守护饮水安全", Door.TEXT, OFFICES) is None
    assert quoted("哪个处管饮水安全", Door.TEXT, OFFICES) is not None


def test_what_a_line_is_used_for_may_stand_behind_it() -> None:
    used = passage(
        "一般公共预算支出9万元，主要用于以下方面：农林水支出9万元。\n农林水支出（类）水利（款）防汛（项）。主要用于：抢险物资储备。"
    )
    assert quoted("防汛支出主要用在什么地方", Door.GOAL, used) == "主要用于：抢险物资储备。"


def test_an_amount_keeps_its_decimals() -> None:
    changed = passage(
        "河道保洁费9万元，比上年减少2.40万元。主要原因是船只停修。\n水草打捞费9万元，比上年减少24万元，主要原因是合同到期。"
    )
    found = quoted("水务局保洁上少了2.4万元，是什么缘故", Door.WHY, changed)
    assert found == "河道保洁费9万元，比上年减少2.40万元。主要原因是船只停修。"


def test_a_place_is_not_told_by_half_its_name() -> None:
    texts = [bare("加强图书出版基金管理"), bare("开展审计工作")]
    weights = {w.forms[0]: w.weight for w in weighed(seek("水务局图书馆怎么管", Door.TEXT).wanted, texts)}
    assert weights["书馆"] > weights["图书"]


def test_a_heading_that_ends_in_a_stop_is_no_answer() -> None:
    heading = passage("（三）项目支出自评结果。", "绩效情况")
    assert quoted("水务局自评结果是什么", Door.TEXT, heading) is None


def test_a_column_of_reasons_needs_no_word_for_reason() -> None:
    cell = passage("个别泵站因图纸变更停工。", "自评表", "泵站改造", "未完成原因分析", kind=PassageKind.GOAL)
    assert quoted("水务局泵站改造为什么没完成", Door.WHY, cell, label="泵站改造") == cell.text


def test_why_a_thing_is_done_is_told_by_what_is_lacking() -> None:
    aim = passage("泵站改造后年排水量不少于20万方。", "泵站改造", "绩效目标")
    lacks = passage("泵站建成已逾二十年，水泵老化，拟改造泵站。", "泵站改造", "项目概述")
    assert quoted("水务局为什么要改造泵站", Door.GOAL, aim, lacks) == lacks.text


def test_whom_it_is_for_need_not_be_printed() -> None:
    goal = passage("泵站改造后，汛期积水及时排除。", "泵站改造", "绩效目标", kind=PassageKind.GOAL)
    asked = seek("泵站改造对沿河商户有什么好处", Door.GOAL)
    assert [w.forms[0] for w in asked.wanted if not w.slight and "商" in w.forms[0]] == []
    assert quoted("泵站改造对沿河商户有什么好处", Door.GOAL, goal, label="泵站改造") is not None


def test_what_is_not_shown_apart_says_why() -> None:
    units = passage("单位名称：云汀市水文站；备注：预算不单列，并入本级", "决算单位构成")
    change = passage("财政拨款支出增加的主要原因是人员增加。", "预算情况说明")
    assert quoted("水务局水文站为什么看不到单独的预算", Door.WHY, change, units) == units.text


def test_a_heading_of_several_lines_does_not_make_the_reason_of_one_that_of_another() -> None:
    cars = passage("公务用车运行维护费8万元，比上年减少2万元，主要原因是标准调整。", "“三公”经费及会议费、培训费情况")
    asked = seek("水务局会议费为什么减少", Door.WHY)
    found = best_of(cars, asked, weighed(asked.wanted, [bare(cars.text)], Door.WHY, True))
    assert found is None or found.score < 0.3


def test_a_guess_at_the_reason_of_a_change_need_not_be_printed() -> None:
    asked = seek("水务局公务接待费略有下降，是砍掉了什么", Door.WHY)
    assert {word.forms[0] for word in asked.wanted} == {"公务接待费"}


def test_each_reason_is_of_the_comparison_it_names() -> None:
    text = passage(
        "“三公”经费支出决算53万元，完成预算的92%，比上年增加14万元。决算数小于预算数的主要原因：从严控制接待。"
        "决算数较上年增加的主要原因：更新车辆1辆。",
        "“三公”经费情况",
    )
    assert quoted("水务局三公经费为什么比上年增加", Door.WHY, text) == "决算数较上年增加的主要原因：更新车辆1辆。"
    assert "从严控制接待" in (quoted("水务局三公经费为什么比预算少", Door.WHY, text) or "")


def test_where_a_term_is_printed_is_no_part_of_it() -> None:
    entry = passage("上年结转：指以前年度结转到本年使用的资金。", "名词解释", kind=PassageKind.GLOSSARY)
    other = passage("收入预算包括：财政拨款、上年结转。", "收入预算情况")
    assert quoted("水务局部门预算里上年结转指什么", Door.DEFINE, other, entry) == entry.text


def test_the_sentence_that_prints_the_kind_of_thing_asked_for_comes_first() -> None:
    text = passage(
        "（一）因公出国（境）费与上年持平。2026年拟安排出国（境）团组1个，计划赴新加坡考察供水管理。", "“三公”经费情况"
    )
    assert "新加坡" in (quoted("水务局今年出国打算去哪", Door.TEXT, text) or "")


def test_an_amount_said_in_passing_tells_which_of_two_uses_is_meant() -> None:
    goal = passage("水库维护、巡查和水上救援。", "主要内容", kind=PassageKind.GOAL)
    line = passage("水库维护（项）：2026年预算数为138.00万元，主要用于大坝检测和清淤。", "具体使用情况")
    assert "大坝检测" in (quoted("水务局水库维护那138万是干什么用的", Door.GOAL, goal, line) or "")


def test_reasons_of_parts_are_all_of_the_whole_before_them() -> None:
    text = passage(
        "水文站2026年预算358万元，比上年减少72万元。其中：基本支出258万元，增加46万元，主要原因是正常晋级；"
        "项目支出100万元，减少118万元，主要原因是站房维修已完工。",
        "各单位预算",
    )
    assert "站房维修" in (quoted("水文站预算为什么比上年少了", Door.WHY, text) or "")


def test_an_amount_tells_no_use_of_a_line() -> None:
    amount = passage("（三）公务接待费8.12万元，与2025年预算持平。", "“三公”经费预算情况说明")
    heading = passage("2.公务接待费。", "“三公”经费预算情况说明")
    entry = passage("其中：公务接待费主要安排外事接待、专项检查等支出；", "名词解释", kind=PassageKind.GLOSSARY)
    assert quoted("水务局公务接待费花在哪些场合", Door.GOAL, amount, heading, entry) == entry.text


def test_what_a_fund_is_for_stands_before_what_a_whole_is_made_up_of() -> None:
    whole = passage(
        "收入50万元，其中：一般公共预算拨款30万元，政府性基金预算拨款12万元，其他收入8万元。", "收支总体情况"
    )
    own = passage(
        "政府性基金预算支出12万元，比2024年增加12万元，主要原因是新增堤防建设，主要用于加固堤防。", "预算情况说明"
    )
    assert quoted("水务局的政府性基金是拿来干什么的", Door.GOAL, whole, own) == own.text


def test_the_corners_of_forms_tell_no_task() -> None:
    corners = passage("单位公开表2单位公开表3", "主要工作任务")
    assert quoted("水务局打算怎么加固堤防", Door.SECTION, corners) is None


def test_a_word_made_of_two_finds_the_two_it_is_short_for() -> None:
    research = passage("其他技术研究与开发支出6万元，减少2万元，主要是特派员减少。", "预算情况")
    assert quoted("水务局研发经费为什么减少", Door.WHY, research) == research.text
