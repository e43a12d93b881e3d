"""What kind of thing a question wants (a name or text, parts of a whole, money), and whether what was found is that.

A figure that answers another kind of question is wrong however well it is printed: 具体是哪两家 asks for no amount,
分几方面 for no target, 一共多少万元 for no number of archives. Words are looked for then; else the answer is refused.
"""

import re

from assistant.computing.arithmetic.each_of_row import EACH_THING
from assistant.computing.figures.looking import Desk
from assistant.computing.targets.asked_targets import described_target
from assistant.computing.targets.units import thing_counted
from assistant.descriptive.described import described
from assistant.finding.evidence import Found, Outcome
from assistant.finding.heard import asking_clauses
from assistant.plan import Operation, Plan
from assistant.understand.door import Door, asks_figures, without_amounts
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare
from ingest.wording.units import money_unit

_PARTS = re.compile(r"(?:几|多少)个?大?(方面|部分|阶段|步骤|板块|领域|环节|大块|块(?=[？?，,。呢啊]|$))")
_SAME_PARTS = re.compile(r"方面|部分|板块|块|领域|环节|阶段|步骤")
_NAME = re.compile(
    r"(?:哪[一二两三四五几]?|是哪)[家个位所座种类样处](?!月)(?:单位|部门|机构|处室|项目|企业|公司|学校|中心)?的?(?:[呢啊呀]|$)"
    r"|(?:向|找|从|跟|由)哪一?[家个](?:社会)?(?:组织|公司|机构|单位|企业|中心|协会|团体|供应商)?(?=[^，,]{1,8}$)"
    r"|谁(?:[呢啊呀]|$)|(?:叫|名为)(?:什么|啥)|(?:名字|名称|全称)(?:是|叫)?(?:什么|啥)?(?:[呢啊]|$)"
    r"|(?:作用|用处|职责|方式|办法|依据|范围|内容|对象|流程|程序|原则)(?:是|有|为|都|又)*(?:什么|啥|哪些|怎么样?|如何)?(?:[呢啊]|$)"
)
_PAID = re.compile(r"(?:[付拨交打发]给?|给|支付给?)了?(?:谁|哪一?[家个])")  # 钱付给了哪家 asks for no money
_ACT = "批准|批复|批|核准|立项|设立|成立|建成|开工|竣工|完工|通过|启动|开始|验收|签订|发布|印发|上线|购入|购置|买|交付"
_YEAR = re.compile(rf"哪一?年[^，,。？?]*?(?P<act>{_ACT})|(?P<done>{_ACT})[^，,。？?]{{0,4}}(?:是|在|于)哪一?年")
_PAYER = re.compile(
    r"(?:由|是|让|靠)?(?:谁|哪里|哪儿|哪一?[家个](?:部门|单位)?)(?:来)?(?:掏|出(?!现)|付|拿|拨|买单|承担|负担)(?!的?多少)"
)
_OF_PAYERS = re.compile("资金来源|拨款|承担|负担|出资|自筹|由[^，,。]{2,20}(?:支付|保障|安排)")
_AMOUNT = re.compile(r"多少|几|金额|总额|合计|数额|[多少]大|分别|各|预算(?:数|是)?$|钱(?!花)")
_MONEY = re.compile(r"(?:多少|几)(?:钱|[万亿]元?(?![人名次户件个份套条亩吨公平米立辆台株棵册头只])|元)|总金额")
# 占全部项目的百分之几 is worked out of two amounts; a target answers it where it is a share itself.
_OF_WHOLE = re.compile(r"占[^，,。？?]{1,14}?(?:百分之|百分比|几成|比例|比重|多大)")
_SHARES = re.compile(r"占|比重|比例|份额")
_TOGETHER = re.compile(r"(?:一共|总共|拢共|合计|总计|共)[^，,。？?]{0,3}(?:多少|几)[百千]?(?:钱|[万亿]?元|[万亿])")
_OF_EACH = re.compile(r"每|人均|平均|单价|单位成本")
_THINGS = "份期册本辆台套人名位次场件个项家所座"
# 出几份, 花在某处的钱: an amount or a number is all that is asked for.
_ASKS_AMOUNT = re.compile(
    rf"(?:多少|几)(?:[{_THINGS}]|钱|[万亿]?元)$|(?:多少|几)[份期册本辆台套件][一-龥]{{0,4}}$|[花用投][在到于给][^，,]{{2,12}}的?(?:钱|经费|资金|费用)$"
)
_TELLS_AMOUNT = re.compile(
    rf"\d|[零一二两三四五六七八九十百千万]\s*[{_THINGS}余多]|没有|未|不[含涉存]|无(?!障|线|纸|偿|害|关|党)"
)
_HEADS = re.compile(
    r"(?m)^[（(]?\d+[）)、.．]|[（(][一二三四五六七八九十]+[）)]"
)  # the numbers of paragraphs are no amounts
_PROPER = re.compile(r"\b[A-Z][a-z]{3,}\b")
_SET_APART = re.compile(r"[，,；;。？?]")
# What a body has now is no number it sets out to reach: 现在有多少学生 and 资助学生≥75人.
_STATE = re.compile(r"(?:现在|目前|眼下|如今)[^，,。；;？?]{0,8}有(?:多少|几)|现有(?:多少|几)")
# So are the people of a body, where nothing but them is said: 有多少学生 and 受益学生数≥1150.
_PEOPLE = re.compile(
    r"(?:(?:19|20)\d\d年度?|今年|一共|总共|共)*有?(?:多少|几)[个名位]?(?:在校|在职)?"
    r"(?:学生|教师|老师|教职工|职工|员工|干部|法官|检察官|医生|护士|病人|党员|人员|人)"
)
# The money of a body by its heads is no cost of one thing a head: 人均经费 and 人均培训成本≤150元.
_A_HEAD = re.compile(
    r"(?:(?:19|20)\d\d年度?|今年|的)*(?:人均|每人|每个人)的?(?:经费|支出|费用|花费|开支|预算|钱)?(?:是|为)?(?:多少)?(?:钱|[万]?元)?"
)
_RATED = re.compile(r"率|比例|比重|百分|占|满意|几成")  # asks for per cent
_HOW_MANY = re.compile(r"有(?:多少|几[个家名户座辆台])")
_MEASURE = re.compile(r"(?:多少|几)[十百千万]*(?P<unit>亩|公顷|公里|千米|吨|立方米|平方米|平方公里|平米|户|株|棵)")
# Whom a body serves are none of the bodies held: 平台要服务多少家企业.
_OF_SERVED = re.compile(
    r"(?:服务|帮扶|惠及|覆盖|扶持|支持|辅导|培训|走访|联系|帮助|带动|培育|引进|孵化|检查|监管)(?:了|到|过|着|的)*(?:多少|几)[家个户](?:企业|公司|学校|医院|商户|单位|机构)?"
    r"|(?:服务|帮扶|惠及|覆盖|扶持|支持|走访|培育|引进|孵化)的?(?:企业|公司|商户|学校|医院)(?:数量?|个数)?(?:有|是|为|达到?|要)*(?:多少|几)[家个户]"
)
_EACH_OF = "各"  # 两笔彩票公益金各多少: one figure is not each of two
_ONE_FIGURE = (Operation.LOOKUP, Operation.TARGET, Operation.SUM)


def kind_kept(desk: Desk, plan: Plan, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes, or words in the place of figures where words are wanted, or a refusal that says what is left."""
    if _amount_missed(plan, outcomes):
        return [Outcome("refusal", message=say("describe.half", desk.language, asked=plan.question))]
    if not outcomes or any(o.kind != "figures" for o in outcomes):
        return outcomes
    found = [f for o in outcomes for f in o.found]
    words = bare(plan.question)
    if (together := _one_for_all(words, found)) is not None:
        return [Outcome("refusal", message=say("answer.condition_left", desk.language, condition=together))]
    if _OF_SERVED.search(words) and all(a.operation is Operation.COUNT and a.entity == "unit" for a in plan.asks):
        target = described_target(desk, plan)
        return [target or _in_words(desk, plan, plan.question)]
    if (each := EACH_THING.search(words)) is not None and all(_is_of_all(f) for f in found):
        return [Outcome("refusal", message=say("answer.condition_left", desk.language, condition=each[0]))]
    parts = _PARTS.search(words)
    if parts is not None and not any(_tells(f, outcomes) for f in found):
        return [_in_words(desk, plan, parts[0])]
    if (name := _name_asked(plan)) is not None and not any(f.computed for f in found):
        return [_in_words(desk, plan, name)]
    if (unmet := _year_or_payer(desk, plan, found)) is not None:
        return [unmet]
    told = {f.figure.id if f.figure is not None else f.label for f in found}
    if any(a.each and (a.said_count or 0) > len(told) for a in plan.asks if a.operation is Operation.LOOKUP):
        return [Outcome("refusal", message=say("answer.condition_left", desk.language, condition=_EACH_OF))]
    if _targets(found):
        if (state := _state_asked(plan, found)) is not None:
            return [Outcome("refusal", message=say("answer.condition_left", desk.language, condition=state))]
        if (stranger := _stranger(plan, found)) is not None:
            return [Outcome("refusal", message=say("answer.not_understood", desk.language, words=stranger))]
        if _OF_WHOLE.search(words) and not any(_SHARES.search(f.label) for f in found):
            return [Outcome("refusal", message=say("answer.words_left", desk.language, asked=plan.question))]
    if (thing := thing_counted(plan.question) or _measured(plan)) and _is_money_of_another(found, thing):
        target = described_target(desk, plan)
        left = say("answer.measure_left", desk.language, measure=thing, asked=plan.question)
        return [target or Outcome("refusal", message=left)]
    if _MONEY.search(words) and _counts(found, len(asking_clauses(plan.question)) < 2):
        return [Outcome("refusal", message=say("answer.money_left", desk.language, asked=plan.question))]
    return outcomes


def _state_asked(plan: Plan, targets: list[Found]) -> str | None:
    """What asks for a number that there is, which no target tells: of now, of people, of things where it is a rate."""
    words = bare(plan.question)
    if (state := _STATE.search(words)) is not None:
        return state[0]
    own = bare(without(plan.question.rstrip("？?。 "), plan.bodies))
    if _PEOPLE.fullmatch(own) or _A_HEAD.fullmatch(own):
        return own
    how_many = _HOW_MANY.search(words)
    rated = any("%" in target.unit for target in targets) and _RATED.search(words) is None
    return how_many[0] if how_many is not None and rated else None


def _amount_missed(plan: Plan, outcomes: list[Outcome]) -> bool:
    """Whether nothing but an amount or a number is asked for and only words that print none are quoted: a duty."""
    words = bare(plan.question.rstrip("？?。 "))
    quoted = bool(outcomes) and all(o.kind == "quotes" for o in outcomes)
    if not quoted or _SET_APART.search(plan.question.rstrip("？?。 ")) or not _ASKS_AMOUNT.search(words):
        return False
    told = _HEADS.sub("", "\n".join(quote.text for o in outcomes for quote in o.quotes))
    return _TELLS_AMOUNT.search(told) is None


def _one_for_all(question: str, found: list[Found]) -> str | None:
    """What asks for the cost of all, where only what one costs was found: 每辆购置成本."""
    together = None if _OF_EACH.search(question) else _TOGETHER.search(question)
    of_one = any(f.figure is None and not f.computed and _OF_EACH.search(f.label) for f in found)
    return together[0] if together is not None and of_one else None


def _is_of_all(found: Found) -> bool:
    """Whether an amount is that of a whole row, and no cost of one: 设备 180万元 is no 每套."""
    said = found.label + "".join(found.figure.column) if found.figure is not None else ""
    return bool(said) and money_unit(found.unit) is not None and not _OF_EACH.search(said)


def _measured(plan: Plan) -> str | None:
    """The measure that alone is asked for: 面积是多少万亩; None where money is asked for beside it."""
    measure = _MEASURE.search(bare(plan.question))
    alone = len(asking_clauses(plan.question)) < 2 and not _MONEY.search(bare(plan.question))
    return measure["unit"] if measure is not None and alone else None


def _is_money_of_another(found: list[Found], thing: str) -> bool:
    """Whether amounts were found of what a thing is no word of, where the number of that thing is asked for."""
    paid = all(f.figure is not None and f.figure.unit.kind is UnitKind.MONEY for f in found)
    return bool(found) and paid and not any(f.label.endswith(thing) for f in found)


def _targets(found: list[Found]) -> bool:
    """Whether all that was found is printed targets."""
    return bool(found) and all(f.figure is None and not f.computed for f in found)


def _stranger(plan: Plan, found: list[Found]) -> str | None:
    """A proper name of an English question that nobody knows and no target holds: Changdao."""
    told = "".join((f.label + "".join(s.text for s in f.sources)) for f in found).lower()
    names = (name for name in _PROPER.findall(plan.question) if name.lower() in plan.unexplained)
    return next((name for name in names if name.lower() not in told), None)


def _tells(found: Found, outcomes: list[Outcome]) -> bool:
    """Whether a figure is of parts: by its label, its sentence, or because they were counted."""
    if found.computed and found.figure is None:
        return True
    texts = [found.label, *(s.text for s in found.sources), *(q.text for o in outcomes for q in o.quotes)]
    return any(_SAME_PARTS.search(text) for text in texts)


def _name_asked(plan: Plan) -> str | None:
    """What asks for a name or text at the end of a question that asks for no amount anywhere."""
    if any(a.operation not in _ONE_FIGURE or a.filters or a.picks or a.moved for a in plan.asks):
        return None
    clauses = [bare(c) for c in _SET_APART.split(without(plan.question, plan.bodies)) if bare(c)]
    name = _NAME.search(clauses[-1]) if clauses else None
    if name is None:
        return None
    said = "，".join(clauses)
    said = said.replace("钱", "") if _PAID.search(clauses[-1]) else said
    rest = without_amounts(said).replace(name[0], "")
    return None if asks_figures(rest) or _AMOUNT.search(rest) else name[0]


def _year_or_payer(desk: Desk, plan: Plan, found: list[Found]) -> Outcome | None:
    """Words, or a refusal, where figures were found for the year of an act or for who pays: neither is an amount."""
    if any(a.operation not in _ONE_FIGURE or a.filters or a.picks or a.moved for a in plan.asks):
        return None
    year, payer = _YEAR.search(plan.question), _PAYER.search(plan.question)
    said = year or payer
    if said is None:
        return None
    tells = _OF_PAYERS
    if year is not None:  # the year of the act, not the year of a budget: 2019年批准
        tells = re.compile(rf"(?:19|20)\d\d年(?!度|预算)[^。；]{{0,20}}{year['act'] or year['done']}")
    if any(tells.search(f.label) for f in found):
        return None
    told = _in_words(desk, plan, said[0])
    if all(tells.search(quote.text) for quote in told.quotes):
        return told
    return Outcome("refusal", message=say("answer.words_left", desk.language, asked=said[0]))


def _counts(found: list[Found], one_asked: bool) -> bool:
    """Whether what was found counts things: one printed target where one thing is asked, else all that was found."""
    counts = [money_unit(f.unit.split("/")[0]) is None and "%" not in f.unit for f in found]
    return bool(found) and (any(counts) if one_asked and _targets(found) else all(counts))


def _in_words(desk: Desk, plan: Plan, asked: str) -> Outcome:
    told = described(desk, plan, Door.TEXT)
    if told.kind == "quotes":
        return told
    return Outcome("refusal", message=say("answer.words_left", desk.language, asked=asked))
