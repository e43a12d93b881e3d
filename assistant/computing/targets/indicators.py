"""Indicator questions that name what they ask: a target by its printed name, how many there are, which projects set it.

A question seldom says an indicator's name as printed ("要办几场讲堂"); one that is described is found by all its words.
"""

import re
from collections.abc import Sequence

from assistant.computing.figures.looking import Desk
from assistant.computing.targets.chosen_projects import PROJECTS, projects_with, without_counted
from assistant.computing.targets.described_targets import (
    best_described,
    closest,
    counts_another,
    names_another,
    of_another_rate,
    of_whole_where_said,
)
from assistant.computing.targets.pool import Place, found_of_indicator, level_cost, places, stands_under
from assistant.computing.targets.sets import listed
from assistant.computing.targets.several_named import names_others, said_alone, several_named
from assistant.computing.targets.units import SPANS, names_a_number, unit_fit, with_its_count
from assistant.finding.evidence import Outcome, Quote
from assistant.finding.matching import label_cost
from assistant.plan import Ask, Operation, Plan, replace
from assistant.understand.words.alike import held
from ingest.messages import say
from ingest.wording.glyphs import bare

# Of a project its indicators: 那个项目的质量指标有哪些, 项目有几个质量指标; not the projects that set one.
_INDICATORS_ASKED = re.compile(
    r"指标(?:都|一共|总共|共|分别)?(?:有|是|为|包括|含)?(?:哪[些几]|几[个项条]|多少[个项条]|什么)"
    r"|(?:有|设|定|列|包括)(?:了|有)?(?:哪[些几]|几[个项条]|多少[个项条]|什么)[个项条]?[^，,。？?项]{0,8}指标"
)
_OF_WHOLE = re.compile("(?:部门|单位)?整体(?:支出)?(?:绩效)?(?:目标|指标)?表?")  # says whose targets, and names none
_LONG = 5  # signs from which on one wrong sign leaves a name clear
_PART = 0.4  # of every word that was said
# 预算是多少实际花了多少 goes on without a stop: 实际 is nothing that is counted.
_MEASURED = re.compile(
    r"(?:几|多少)(?:[万亿](?=[人户用次件条份名辆路笔册台套]))?(?!钱|万|元|亿|资金|经费|预算|支出|收入|费|百分之|实际|最[后终]|真正|结果|到底|决算|年[初底]|个?项目|个?单位|个?部门)([\u4e00-\u9fff])"
)


def asked_in_own_unit(words: str) -> bool:
    """Whether a question asks for a quantity that is no money: 几场, 多少人次."""
    return (_MEASURED.search(words) or SPANS.search(words)) is not None and "多少钱" not in words


def indicator_answer(desk: Desk, ask: Ask, plan: Plan, exact_only: bool = False) -> Outcome | None:
    """The indicator a question describes; None where none fits well enough."""
    hints = [hint for hint in ask.hints if not SPANS.fullmatch(hint)]  # 多长 says what is asked for
    pool = [
        p
        for p in places(desk, ask)
        if all(held(h, "\n".join(p.keys)) >= (1.0 if said_alone(h, ask.words) else _PART) for h in hints)
    ]
    if not pool:
        return None
    pool = _of_the_row_spoken_of(ask, pool)
    if ask.operation is Operation.COUNT and names_a_number(plan.question):
        ask = replace(ask, entity=None, operation=Operation.TARGET)
    if (
        ask.entity == "project"
        and _INDICATORS_ASKED.search(bare(ask.words))
        and not re.search("哪[些几]?[个项]?项目", ask.words)
    ):
        ask = replace(ask, entity=None)
    if ask.entity == "project" and ask.operation in (Operation.COUNT, Operation.LIST) and (ask.terms or ask.filters):
        return projects_with(desk, ask, pool, ask.words)
    if ask.operation in (Operation.COUNT, Operation.LIST, Operation.MAX, Operation.MIN) or ask.filters:
        whole = of_whole_where_said(ask.words, pool)
        terms = tuple(t for t in ask.terms if len(whole) == len(pool) or not _OF_WHOLE.fullmatch(t.text))
        return listed(desk, replace(ask, terms=terms), whole)
    exact = [p for p in _exact(ask, pool) if unit_fit(ask.words, p) > 0 and not of_another_rate(p, bare(ask.words))]
    if len({p.keys for p in exact}) > 1:
        exact = closest(exact, ask.words, ask.scope.said) or exact
    if counts_another(exact, ask.words, ask.scope.said):
        exact = []
    if exact or exact_only:
        named = [t for t in ask.terms if any(t.text == p.keys[0] for p in pool)]
        each = several_named(desk, ask, pool) if not exact and len(named) == len(ask.terms) - 1 else None
        return _told(desk, ask, exact) if exact else each
    if (several := several_named(desk, ask, pool)) is not None:
        return several
    led = ask.topic and not any(term.text in ask.words for term in ask.terms)  # 某项目的指标里，数据项压减几成
    best = best_described(pool, _respelt((ask.topic if led else "") + ask.words, ask), ask.scope.said)
    if best is None or names_another(best, plan.asks) or names_others(ask, best, pool):
        return None
    return _told(desk, ask, [best])


def _of_the_row_spoken_of(ask: Ask, pool: list[Place]) -> list[Place]:
    """The targets of the project named before, where the clause names no other: …每期印多少册，一年几期."""
    named = [t for t in ask.context if t.concept is None and len(t.text) >= _LONG]
    rows = {p.keys[1] for p in pool if any(label_cost(t, p.keys[1]) is not None for t in named)}
    if len(rows) != 1 or any(len(t.text) >= _LONG for t in ask.terms):
        return pool  # a long name tells by itself which target is meant
    return [p for p in pool if p.keys[1] in rows]


def counting_projects(desk: Desk, ask: Ask, plan: Plan) -> Outcome | None:
    """The target that is a number of projects: 质量检查要做多少个项目; None where a budget's projects are meant."""
    pool = places(desk, ask) if ask.entity == "project" and not ask.filters else []
    left = without_counted(ask.words, pool, ask.scope.said) if pool else ask.words
    if left == ask.words or PROJECTS.search(left):
        return None
    best = best_described(pool, ask.words, ask.scope.said)
    return _told(desk, ask, [best]) if best is not None else None


def _respelt(words: str, ask: Ask) -> str:
    """Words with a name that was typed with one wrong sign as it is printed: 兰西路… for 兰溪路…."""
    for term in ask.terms:
        for name, _ in term.names[:1] if term.kind == "like" and len(term.text) >= _LONG else ():
            slips = (f"{term.text[:at]}.{term.text[at + 1 :]}" for at in range(len(term.text)))
            found = next((found[0] for slip in slips if (found := re.search(slip, name))), None)
            words = words.replace(term.text, found) if found is not None else words
    return words


def _exact(ask: Ask, pool: Sequence[Place]) -> list[Place]:
    """The indicators whose own name and row explain every term, the closest alone."""
    if not ask.terms:
        return []
    scored: list[tuple[float, Place]] = []
    for place in pool:
        total, named = 0.0, False
        for term in ask.terms:
            name = label_cost(term, place.keys[0])
            row = label_cost(term, place.keys[1])
            level = level_cost(term, place.indicator)
            costs = [c for c in (name, level, None if row is None else 0.05 + row * 0.6) if c is not None]
            costs += [0.0] if stands_under(term, place, ask.stated) else []
            if not costs:
                break
            named = named or (name is not None and name <= 1.2) or level is not None
            total += min(costs)
        else:
            if named:
                for term in ask.context:
                    if label_cost(term, place.keys[1]) is None:
                        total += 0.4
                scored.append((total, place))
    if not scored:
        return []
    least = min(cost for cost, _ in scored)
    return [place for cost, place in scored if cost <= least + 0.1]


def _told(desk: Desk, ask: Ask, chosen: list[Place]) -> Outcome:
    language = desk.language
    targets = {bare(p.indicator.text): p for p in reversed(chosen)}
    rows = {p.keys[1] for p in chosen}
    if len(targets) > 1 and (len(rows) > 1 or len({p.keys[0] for p in chosen}) > 1):
        choices = [
            say(
                "answer.choice_indicator",
                language,
                row=p.indicator.row_label,
                name=p.indicator.name,
                text=p.indicator.text,
            )
            for p in chosen[:12]
        ]
        message = say("answer.which_line", language, asked=ask.words.strip(), count=len(choices))
        return Outcome("clarification", message=message, choices=choices)
    found = [with_its_count(found_of_indicator(desk, p), p, ask.words) for p in list(targets.values())[::-1]]
    if all(f.value is None for f in found):
        quotes = [Quote(f.note, f.sources, f.label) for f in found]
        return Outcome("quotes", quotes=quotes, lead=say("answer.target_words", language, label=found[0].label))
    return Outcome("figures", found=found)
