"""Projects and lines that a topic chooses: 网络安全相关的项目, 跟环境有关的项目, 公证、律师方面的经费.

A topic is a word of the asker's, no name: it chooses what bears it in its name, else the projects whose goals, targets
or descriptions write it, which is said with the answer.
"""

import re
from dataclasses import dataclass

from assistant.computing.figures.looking import Desk
from assistant.computing.rows.members import Member, Population, narrowed
from assistant.computing.rows.population import population
from assistant.computing.sets.over_members import over_members
from assistant.finding.evidence import Outcome
from assistant.finding.holdings import Holding
from assistant.lexicon import concepts_in
from assistant.plan import RANKS, Ask, Operation, Plan, Term, replace
from assistant.understand.words.text import words_of
from ingest.messages import say
from ingest.wording.glyphs import bare

_WORD = r"[一-龥A-Za-z0-9“”\"《》]"
_TOPIC = rf"(?P<topic>(?:{_WORD}|[、和与及或]){{2,14}}?)"
_THINGS = r"(?P<things>项目|专项|经费|资金|支出|开支|钱)"
_ABOUT = r"(?:关于|有关(?!于)|涉及|围绕|针对|提到|写到|提及)(?:到|了)?"
_WITH = r"(?:跟|和|与|同)"
_IN_VIEW = r"(?:有关|相关|沾边|挂钩|方面|领域|这块|那块|这方面)"
_ASKED = r"(?:有?哪些|哪几?个|有?几个|多少个)"
_ENDS = r"(?=$|[，,？?]|的?(?:一共|总共|合计|共|有?几个|有?多少))"
_IN_GOALS = re.compile(
    rf"(?P<things>项目)的?(?:绩效|总体|年度)?(?:目标|指标)(?:里|中|当中|里面|里头)?(?:都)?"
    rf"(?:有|提到|提及|写了|写到|写着|涉及|包括|包含|含有)(?:了|到)?{_TOPIC}{_ENDS}"
)
_SAID = (
    _IN_GOALS,
    re.compile(rf"(?:{_WITH}|{_ABOUT}){_TOPIC}{_IN_VIEW}的?{_THINGS}"),
    re.compile(rf"{_ABOUT}{_TOPIC}的{_THINGS}"),
    re.compile(rf"(?P<things>项目)(?:里|中|当中)?{_ASKED}?是?{_WITH}{_TOPIC}{_IN_VIEW}"),
    re.compile(rf"(?P<things>项目)(?:里|中|当中)?{_ASKED}?是?{_ABOUT}{_TOPIC}{_ENDS}"),
    re.compile(rf"{_TOPIC}{_IN_VIEW}的?{_THINGS}"),
)
_LEADS = re.compile(
    rf"^(?:{_WITH}(?!谐|步|城|会|时)|{_ABOUT}|里|中|当中|今年|去年|本年|的|都|有|没有|哪些|哪几个|几个|多少个|多少|全部|所有"
    r"|安排|花在|用在|用于|投入)+"
)
_NO_TOPIC = re.compile(r"哪|几[个项]|多少|谁|什么|最|超过|以上|以下|不[足到低]|\d万|年$")
_COUNTED = re.compile(r"(?:几|多少)[个项笔]|数量|个数")
_LISTED = re.compile(r"哪|名单|清单|有什么|列")
_ADDED = re.compile(r"一共|总共|合计|加起来|总额|共计|多少钱|花多少|多少(?:万|亿)?元?[？?]?$")
_OF_LINES = ("经费", "资金", "支出", "开支", "钱")
_ITEM = 7  # digits of a 项


@dataclass(frozen=True, slots=True)
class _Topic:
    """The words a set is about, any of which chooses, and whether lines of money are meant beside projects."""

    words: tuple[str, ...]
    of_lines: bool
    in_goals: bool = False  # what a project is called does not matter


def projects_about(desk: Desk, plan: Plan) -> list[Outcome] | None:
    """What is done with the projects about a topic; None where no topic of projects is said."""
    topic = _topic_of(plan)
    return None if topic is None or topic.of_lines else _about(desk, plan, topic)


def projects_aiming_at(desk: Desk, plan: Plan) -> list[Outcome] | None:
    """What is done with the projects in whose goals or targets a topic stands; None where none is said to."""
    topic = _topic_of(plan)
    return None if topic is None or not topic.in_goals else _about(desk, plan, topic)


def lines_about(desk: Desk, plan: Plan) -> list[Outcome] | None:
    """What is done with the lines of money, or the projects, about a topic; None where no topic of money is said."""
    topic = _topic_of(plan)
    return None if topic is None or not topic.of_lines else _about(desk, plan, topic)


def _about(desk: Desk, plan: Plan, topic: _Topic) -> list[Outcome] | None:
    scope = plan.asks[0].scope if plan.asks else plan.scope
    if len(scope.departments) != 1:
        return None
    base = Ask(Operation.LIST, entity="project", scope=scope)
    every = [s for s in population(desk, base) if s.members]
    if topic.of_lines and (lines := _lines(desk, base, topic)) is not None:
        chosen = [m for m in lines.members if _named(topic, m.label)]
        return _done(desk, plan, replace(base, entity=None, terms=_terms(topic)), chosen, lines)
    if len(every) != 1:
        return None
    (whose,) = every
    if not topic.in_goals and (chosen := [m for m in whose.members if _named(topic, m.label)]):
        return _done(desk, plan, replace(base, terms=_terms(topic)), chosen, whose)
    said = "、".join(topic.words)
    if chosen := [m for m in whose.members if _written(topic, m)]:
        noun = say("answer.noun_about", desk.language, topic=said, noun=whose.noun)
        return _done(desk, plan, base, chosen, replace(whose, noun=noun))
    none = say("answer.no_project_about", desk.language, topic=said, count=len(whose.members), place=whose.place)
    return [Outcome("refusal", message=none)]


def _topic_of(plan: Plan) -> _Topic | None:
    """The topic that a question says; None where none is, or where it is a fund, a class or a kind of spending."""
    text = words_of(plan.question).text
    for token in plan.account:
        if token.taken_for.startswith(("department:", "place:")) or token.taken_for == "year":
            text = text.replace(token.text, "，", 1)
    for pattern in _SAID:
        for found in pattern.finditer(text):
            said = _LEADS.sub("", found["topic"]).strip('“”"《》')
            words = tuple(w for w in re.split(r"[、和与及或]", said) if len(w) > 1)
            if words and not _NO_TOPIC.search(said) and not any(concepts_in(bare(w)) for w in words):
                return _Topic(words, found["things"] in _OF_LINES, pattern is _IN_GOALS)
    return None


def _terms(topic: _Topic) -> tuple[Term, ...]:
    if len(topic.words) == 1:
        return (Term(topic.words[0], "name", names=((topic.words[0], 1.0),)),)
    return (Term("”或“".join(topic.words), "either", names=tuple((word, 1.0) for word in topic.words)),)


def _named(topic: _Topic, label: str) -> bool:
    return any(bare(word) in bare(label) for word in topic.words)


def _lines(desk: Desk, base: Ask, topic: _Topic) -> Population | None:
    """The subjects of the lowest level that bear the topic in their names."""
    sets = population(desk, replace(base, entity="function", level=_ITEM))
    fit = [s for s in sets if any(_named(topic, m.label) for m in s.members)]
    return fit[0] if len(fit) == 1 else None


def _written(topic: _Topic, member: Member) -> bool:
    """Whether the goals, targets or descriptions that stand with a project write the topic."""
    row, holding = member.candidate.row, member.candidate.holding
    if row is None or holding is None:
        return False
    told = holding.once(("written", row.key), lambda: _words_with(holding, row.key))
    return any(bare(word) in told for word in topic.words)


def _words_with(holding: Holding, key: str) -> str:
    """All that a document writes of one project: the cells of its rows, its targets, the sections it heads."""
    rows = {r.row.id for table in holding.tables for r in table.rows if r.key == key}
    told = [text.text for row in rows for text in holding.texts.get(row, [])]
    told += [f"{i.name}{i.text}" for i in holding.indicators if bare(i.row_label or "") == key]
    told += [p.text for p in holding.passages if any(key in bare(part) for part in p.section)]
    return "，".join(map(bare, told))


def _done(desk: Desk, plan: Plan, ask: Ask, chosen: list[Member], whose: Population) -> list[Outcome]:
    """The operations asked for over what was chosen."""
    words = plan.question
    rank = next(((a.operation, a.number) for a in plan.asks if a.operation in RANKS), None)
    operations: list[tuple[Operation, int | None]] = [rank] if rank is not None else []
    operations += [(Operation.COUNT, None)] if _COUNTED.search(words) else []
    operations += [(Operation.LIST, None)] if _LISTED.search(words) and rank is None else []
    operations += [(Operation.SUM, None)] if _ADDED.search(words) else []
    asks = [replace(ask, operation=each, number=number) for each, number in operations or [(Operation.LIST, None)]]
    return [narrowed(over_members(desk, each, chosen, whose)) for each in asks]
