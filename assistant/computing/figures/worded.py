"""One figure found by every word of the question, where the grammar does not reach: each word stands in the figure's
name, the name above it, its clause or its table, and no other figure is as near."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.computing.figures.looking import Desk, Sight
from assistant.computing.figures.lookup import outcome_of
from assistant.finding.beside import clause_of, is_bought
from assistant.finding.choose import chosen
from assistant.finding.dates import prints_date
from assistant.finding.described import described_figures
from assistant.finding.evidence import Outcome
from assistant.finding.heard import Heard, asks_for_money, heard_in, is_counted_in, prints_price, without_times
from assistant.finding.holdings import Holding, department_key
from assistant.finding.labels import counts_no_car
from assistant.finding.period import in_period, period_cost, told_at, year_of_state
from assistant.finding.scope import periods_of, places_of
from assistant.finding.tiers import of_no_other_tier
from assistant.finding.wanted import Candidate, Wanted
from assistant.lexicon import concept_words, concepts, concepts_in, is_classified, whole_concept
from assistant.plan import Ask, Operation, Term
from assistant.understand.everyday.uncovered_words import naming_words
from assistant.understand.words.alike import contradicts, held, wordings
from assistant.understand.words.body_forms import known_places
from assistant.understand.words.text import without
from ingest.records.figure import Figure, Relation
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare

_MOST = 0.6
_PART = 0.06
_OUT = re.compile(r"年[终末底]|下年|次年|明年")  # what is carried out of the year is not what came into it
_BROUGHT = re.compile(r"上年|年初|以前年度")  # what was left of last year is not what is left now
_LAST_YEAR = re.compile(r"上年|去年|往年|年初|前年|结转|转|滚")
_THERE = re.compile(r"现有|已有|共有|保有|现在|目前|手[上头里]|名下|[还都]有")
_ACTUAL = re.compile(r"实际|实有")
_LEAST_SAID = 2
_WEAK = ("budget_total", "expenditure_total", "income_total", "vehicle_count")
_GENERIC = ("人员", "本部门", "预算单位", "单位", "拥有", "共有", "总量", "保有量", "数量", "总数", "现有")


def worded(
    desk: Desk,
    asks: Sequence[Ask],
    words: str,
    counts_only: bool = False,
    before: str = "",
    left: Sequence[str] = (),
) -> Outcome | None:
    """The answer to a question of one figure by its words; None where it is not one or nothing carries them all.

    ``before`` is the clause before it: what it names is meant where this one names nothing (…，多少人参加); ``left``
    are the words of the question that nobody explains, which no figure may carry in part.
    """
    ask = asks[0]
    plain = all(a.operation in (Operation.LOOKUP, Operation.COUNT, Operation.SUM) for a in asks)
    if any(a.operation is Operation.SUM and a.entity in ("project", "unit") for a in asks):
        return None  # several are added up, which no one figure carries
    turned = any(a.excluded or a.by_columns or a.moved or a.base or a.number for a in asks)
    if not plain or turned or len(ask.scope.departments) != 1:
        return None
    heard = heard_in(words, ask.scope.said)
    if heard is None or (counts_only and not heard.units):
        return None
    heard = replace(heard, words=_whole(_apart(heard.words, ask.scope.departments), _uncounted(left, words)))
    terms = (t for a in asks for t in a.terms if t.kind != "like" and t.concept not in _WEAK)
    named = (t.text for t in terms if t.text in bare(words) and _unheard(t.text, heard.words))
    carried = (t.text for a in asks for t in a.context if t in a.terms and t.text not in bare(words))
    said = dict.fromkeys((*heard.words, *named, *carried))  # 那财政拨款呢: of what was spoken of, never by itself
    if before and (told := heard_in(before, ask.scope.said)) is not None:
        said = said or dict.fromkeys(told.words)
        if not heard.units and re.search("[几多少]个", words):
            heard = replace(heard, units=told.units)  # 在岗多少人，其中事业的几个
        bought = heard.bought or (told.bought and not _THERE.search(words))
        heard = replace(heard, bought=bought)  # 今年换几台车，去年几台
    heard = replace(heard, words=tuple(said))  # 工程 is empty by itself, named as a line it is none
    if sum(map(len, heard.words)) < _LEAST_SAID:
        return None
    if heard.words and all(word.isdigit() for word in heard.words):
        return None  # 50205: rows of any table may carry the code of a class beside their own
    scope = ask.scope
    if heard.units and heard.last_year and -1 in scope.relative_years and not heard.bought:
        scope = replace(scope, relative_years=())  # a state at the end of last year stands in this year's budget
    if heard.units and _ACTUAL.search(before + words):
        scope = replace(scope, stages=())  # 实际在岗多少人 asks for no final account
    found = replace(ask, operation=Operation.LOOKUP, terms=(), hints=heard.words, scope=scope, filters=(), words=words)
    sights = []
    for places in places_of(desk.library, scope, desk.units):
        for place in places:
            for period in periods_of(place, scope):
                own: list[Candidate] = []
                for document in period.documents:
                    holding = desk.library.holding(document.id)
                    years = (period.year,) if period.year is not None else ()
                    bodies = frozenset({place.unit}) if place.unit else frozenset[str]()
                    wanted = Wanted((), (), years, period.stages or scope.stages, bodies)
                    own.extend(
                        c for c in _found(holding, wanted, heard, words) if _named(c, ask.terms, bool(heard.units))
                    )
                if "设备" not in words and any(t.concept == "vehicle_count" for t in ask.terms):
                    own = [c for c in own if not counts_no_car(c.figure.label)]
                if ask.as_of:
                    state = (year_of_state(ask.as_of, place.documents), ask.as_of[1])
                    there = (c for c in own if heard.bought or not is_bought(c.figure, c.holding))
                    own = [c for c in there if told_at(c.figure, state, c.holding)]
                own = of_no_other_tier(own, scope.tier)
                own.sort(key=lambda c: (round(c.cost, 3), c.figure.page, c.figure.id))
                sights.append(Sight(place, period, chosen(own)))
    seen = [s for s in sights if s.choice.best or s.choice.options]
    if not seen or (len(scope.years) > 1 and {s.period.year for s in sights} > {s.period.year for s in seen}):
        return None  # 2023到2027年总共: one of the years said is not all of them
    outcome = outcome_of(desk, found, seen)
    return outcome if outcome.kind == "figures" else None


def _named(candidate: Candidate, terms: tuple[Term, ...], counts: bool) -> bool:
    """Whether the line, its column, its table or its clause is of every kind of money and fund that was named.

    基本养老保险 shares characters with 基本支出 and is no part of its meaning; nor is 其他工资福利支出 of 福利费. Where
    something is counted, a line only says what of: 会议费多少，开几次.
    """
    figure, table, row = candidate.figure, candidate.table, candidate.row
    parts = [figure.label, *figure.column, clause_of(figure, candidate.holding) if table is None else ""]
    if table is not None:
        parts.append(table.table.title)
    if row is not None:
        parts += [row.row.label, *row.parents]
    key = bare("\n".join(parts))
    if not counts and len(terms) == 1 and terms[0].concept is not None and _is_another(figure, terms[0]):
        return False
    kinds = [t for t in terms if t.concept and concepts()[t.concept].group in ("fund", "expenditure")]
    lines = [t for t in terms if t.concept and not counts and is_classified(t.concept)]
    return all(t.concept in concepts_in(key) or held(t.text, key) >= 1.0 - _PART for t in kinds) and all(
        t.concept in concepts_in(key) or (t.text in key and t.text not in concept_words()) for t in lines
    )


def _is_another(figure: Figure, term: Term) -> bool:
    """Whether a line is another than the one named: what its other parts leave of it, or a line of another meaning."""
    label, held = bare(figure.label), concepts_in(bare("\n".join((figure.label, *figure.column))))
    own = whole_concept(label)
    return label == f"其他{term.text}" or (own is not None and term.concept not in held | {own})


def _unheard(name: str, heard: tuple[str, ...]) -> bool:
    """Whether a name says more than was heard of it."""
    rest = without_times(name)
    for word in heard:
        rest = "" if rest in word else rest.replace(word, "")
    return len(rest) > 1


def _uncounted(left: Sequence[str], words: str) -> list[str]:
    """The words that nobody explains, but those that begin with what is counted by: 几|部执法车."""
    return [word for word in left if f"几{word}" not in words and f"多少{word}" not in words]


def _whole(words: tuple[str, ...], left: Sequence[str]) -> tuple[str, ...]:
    """The words, one that was cut out of a word which nobody explains as that word: 民调 of 民调查."""
    wholes = (next((w for w in left if word in w and len(w) == len(word) + 1 > 2), word) for word in words)
    return tuple(dict.fromkeys(wholes))


def _apart(words: tuple[str, ...], departments: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """The words without the place of the body, said apart from it, and without one that another stands for."""
    keys = [key for names in departments for key in names]
    kept = [w for w in words if not (w in known_places() and any(w in key for key in keys))]
    return tuple(w for w in kept if not (len(w) == 1 and any(o in wordings(w) for o in kept if o != w)))


def _found(holding: Holding, wanted: Wanted, heard: Heard, words: str) -> Iterable[Candidate]:
    found = described_figures(holding, wanted, heard.words, words, 2 if heard.month else 3)
    out = [c for c in found if _OUT.search(c.figure.label)]
    found = (out or found) if _OUT.search(words) else [c for c in found if c not in out]
    if not _LAST_YEAR.search(words):
        found = [c for c in found if not _BROUGHT.search("".join((c.figure.label, *c.figure.column)))]
    whole = department_key(holding.document)
    if not wanted.bodies:  # one unit's share of what several units have is not what was asked
        found = [c for c in found if c.row is None or not c.row.body or bare(c.row.body) == whole]
    named = [
        c
        for c in found
        if all(held(w, bare("".join((c.figure.label, *c.figure.column)))) >= _MOST for w in heard.words)
    ]
    found = named or found
    if heard.units:
        found = [
            c for c in found if c.figure.unit.kind is UnitKind.COUNT and is_counted_in(c.figure.unit.name, heard.units)
        ]
        found = [*(c for c in found if c.row is not None), *_counted(holding, wanted, heard)]
    elif asks_for_money(words):
        found = [c for c in found if c.figure.unit.kind is not UnitKind.COUNT]
    if heard.month is None:
        return found
    return [c for c in found if _in_month(c, heard.month)]


def _in_month(candidate: Candidate, month: int) -> bool:
    """Whether a row, or the clause of a stated figure, prints a date in a month: 2026-09-14, 9月."""
    if candidate.row is None:
        figure = candidate.figure
        return prints_date(f"{month}月", "\n".join((clause_of(figure, candidate.holding), figure.basis or "")))
    texts = candidate.holding.texts.get(candidate.row.row.id, ())
    return any(prints_date(f"{month}月", text.text) for text in texts)


def _counted(holding: Holding, wanted: Wanted, heard: Heard) -> Iterable[Candidate]:
    """The counts and measures of the narrative that carry every word."""
    for figure in holding.spoken:
        fits = figure.relation is Relation.AMOUNT and figure.unit.kind is UnitKind.COUNT
        if not fits or not is_counted_in(figure.unit.name, heard.units) or not in_period(figure, wanted, holding):
            continue
        if wanted.bodies:
            continue
        if heard.price is not None and not prints_price(figure.label, heard.price):
            continue
        own = bare("\n".join((figure.label, *figure.column)))
        around = bare("\n".join((clause_of(figure, holding), figure.basis or "")))
        if heard.month is not None and not prints_date(f"{heard.month}月", around):
            continue
        passage = holding.passage_of(figure)
        text = bare(passage.text) if passage is not None else ""
        costs = [_cost(word, own, around, text) for word in heard.words]
        if any(cost is None for cost in costs):
            continue
        if not any(held(word, own) >= _MOST for word in heard.words):
            continue
        cost = sum(c for c in costs if c is not None) + period_cost(figure, wanted, holding)
        cost += 0.4 * len(_unsaid(figure.label, heard.words))
        if figure.column and not any(held(word, bare(figure.label)) >= _MOST for word in heard.words):
            cost += 0.4  # a part of what was asked: 事业 of 实有人员
        bought = is_bought(figure, holding)
        if heard.bought and not bought:
            continue
        cost += 1.0 if bought and not heard.bought else 0.0
        yield Candidate(figure, holding, None, None, None, cost)


def _unsaid(label: str, words: Iterable[str]) -> list[str]:
    """The words of a label, its least price apart, that the question does not say: 行政 of 行政编制."""
    said_so = (w for said in words for w in wordings(said))
    rest = without(bare(re.sub(r"单[位价][^的]*的?", "", label)), said_so, "，")
    return [w for w in naming_words(rest) if w not in _GENERIC and not any(held(w, said) >= _MOST for said in words)]


def _cost(word: str, own: str, around: str, passage: str) -> float | None:
    if held(word, own) >= _MOST:
        return 0.1 * (1.0 - held(word, own))
    if contradicts(word, own) and not held(word, around) >= 1.0:
        return None
    if held(word, around) >= _MOST:
        return 0.3
    return 0.5 if len(word) > 1 and held(word, passage) >= 1.0 - _PART else None
