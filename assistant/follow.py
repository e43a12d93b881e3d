"""A turn that leans on the turn before it: what it keeps, what it changes, which choice it makes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.choice_taken import choice_taken, name_taken, reading_taken
from assistant.finding.evidence import Outcome
from assistant.plan import RANKS, SET_OPERATIONS, Ask, Operation, Plan, Scope
from assistant.understand.asks.asked_alike import asked_alike
from assistant.understand.asks.bodies_kept import bodies_kept
from assistant.understand.asks.rest_of_set import rest_of_set
from assistant.understand.asks.set_by_fund import set_by_fund
from assistant.understand.asks.set_narrowed import set_narrowed
from assistant.understand.asks.set_shares import works_over
from assistant.understand.asks.turns_together import turns_together
from assistant.understand.door import Door, door_of
from assistant.understand.names.code_tails import whole_codes
from assistant.understand.reading import plan_of
from assistant.understand.vocabulary import Vocabulary
from assistant.understand.words.sets_said import is_reported
from assistant.understand.words.text import Words, without, words_of
from ingest.wording.glyphs import bare

_OTHER = re.compile(r"^(?:那么?)?([一-龥]{2,6}?)(?:的|那(?:家|个|所|边|里))?呢[？?]?$")
_KIND = 2  # characters by which bodies are of one kind: 监狱, 中心, 学校
_WHOLE = re.compile(
    r"^(?:那么?)?(?:整个|全)?部门(?:的|口径的?|整体的?|[合总]计|合起来|加起来|加在一起|总共|一共)?(?:那[本份个])?(?:[预决]算)?(?:里|中|上)?的?(?:是多少|有多少|多少|呢)[？?]?$"
)
_UNITS = re.compile(r"各(?:家|个)?(?:下属|所属|预算)?单位|[几两二三四五六七八九十]家?(?:下属|所属|预算)?单位")
_EACH = re.compile(r"^(?:那么?|它们)?(?:各自|各家|每家|每个|分别)的?(?=[一-龥]{2})")
_LEANS = re.compile(r"^占|它|那|这|其中|上述|呢[？?]?$")


def carried(
    words: Words, vocab: Vocabulary, language: str, before: Plan, outcomes: list[Outcome], earlier: Sequence[Plan] = ()
) -> tuple[Plan, dict[str, str]]:
    """The plan of a turn in the light of the one before, and the choice it makes after a question back.

    ``earlier`` are the plans of the turns before that one.
    """
    if (offered := reading_taken(words.text, outcomes)) is not None:
        return replace(offered, language=language), {}
    asked_back = next((o for o in outcomes if o.kind == "clarification"), None)
    if asked_back is not None:
        picked = choice_taken(words, asked_back)
        if picked is not None:
            key, figure_id, department = picked
            asks = tuple(replace(ask, scope=_settled(ask.scope, bare(department))) for ask in before.asks)
            return replace(before, question=words.text, language=language, asks=asks), {key: figure_id}
    if (name := name_taken(words.text, outcomes)) is not None:
        words = words_of(name)
    words = _of_the_event(_with_codes(_part_of_it(_at_the_other_end(words, before)), vocab, before), before)
    number = next(filter(None, map(_number_told, outcomes)), None)
    if narrowed := set_narrowed(words.text, before, number):
        plan = plan_of(words, vocab, language, before)
        of_listed = before.asks[-1].operation in (Operation.TOP, Operation.BOTTOM)
        return replace(plan, asks=narrowed, unexplained=(), gathered=(), follow_set=of_listed), {}
    if rest := rest_of_set(words.text, before):
        return replace(
            plan_of(words, vocab, language, before), asks=rest, unexplained=(), gathered=(), follow_set=False
        ), {}
    words = _of_its_kind(words, vocab, before)
    if before.asks and before.asks[-1].entity == "unit" and (each := _EACH.match(words.text)):
        words = words_of(f"各单位{words.text[each.end() :]}")  # 有几个下属单位；各自三公经费多少
    alone = plan_of(words, vocab, language)
    if (again := asked_alike(words.text, alone, before)) is not None:
        return plan_of(words_of(again), vocab, language, before), {}
    if (share := _share_of_unit(alone, vocab, before)) is not None:
        return plan_of(words_of(share), vocab, language), {}
    if (people := _people_asked(words, before)) is not None:
        return replace(alone, asks=(people,), scope=people.scope), {}
    if _complete(words, alone, before):
        return alone, {}
    if (kinds := _other_kind(words, alone)) and before.asks:
        asks = tuple(replace(ask, scope=replace(ask.scope, kinds=kinds)) for ask in before.asks)
        return _of_the_owner(replace(before, asks=asks), vocab, before, alone), {}
    if (time := _other_year(alone)) is not None and is_reported(before.question):
        asks = tuple(
            replace(a, scope=replace(a.scope, years=time.years, relative_years=time.relative_years))
            for a in before.asks
        )
        return replace(before, asks=asks), {}
    plan = plan_of(words, vocab, language, before)
    if _over_those_chosen(plan, before, outcomes):
        return replace(plan, follow_set=True), {}
    if kept := bodies_kept(plan, before):
        return replace(plan, asks=kept, follow_set=True), {}
    if chosen := set_by_fund(plan, before):
        return replace(plan, asks=chosen), {}
    if (joint := turns_together(words.text, plan, (*earlier, before))) is not None:
        return replace(plan, asks=(joint,)), {}
    if asked_back is not None and plan.asks:
        plan = _narrowed(plan, before)
    if not plan.asks and before.asks and door_of(words.text) is not None:
        last = before.asks[-1]  # 什么时候办: told of the body and the line spoken of before
        plan = replace(plan, asks=(Ask(Operation.TEXT, scope=last.scope, words=words.text, context=last.terms),))
    return _of_the_owner(plan, vocab, before, alone), {}


def _over_those_chosen(plan: Plan, before: Plan, outcomes: Sequence[Outcome]) -> bool:
    """Whether a turn is a bare sum or mean, which is of those that the rank before it chose: 最大的三个; 合计多少."""
    if len(plan.asks) != 1 or plan.unexplained or not before.asks or not works_over(before.asks[-1], plan.asks[0]):
        return False
    told = sum(len(outcome.found) for outcome in outcomes)
    return plan.asks[0].said_count in (None, told)


_END_SAID = re.compile(r"(?:那么?)?(?:到|在)?(?:(?P<first>[年期]初)|[年期][末底])的?(?:呢|是多少|有?多少)[呢啊]?")
_END = re.compile(r"[年期][初末]")


def _at_the_other_end(words: Words, before: Plan) -> Words:
    """The line told before at the end of the year that a turn says alone: 年初结转多少; 年末呢."""
    said = _END_SAID.fullmatch(bare(words.text))
    line = next((t.text for ask in before.asks for t in ask.terms if _END.match(t.text)), None)
    if said is None or line is None:
        return words
    return words_of(f"{_END.sub('年初' if said['first'] else '年末', line, count=1)}多少")


_PART_OF_IT = re.compile(
    r"^(?:那么?|请问)?[，,]?(?:这|那)?(?:其中|里面|里头)?的?(?P<part>[^，,。；;？?占它这那]{2,20})占(?:了|到)?"
    r"(?:它们?|其|这个数|这笔钱|这一?块|(?:前面|上面|刚才|刚刚)(?:那|这|说的那?|的那?)(?:个|笔)?(?:数|钱|金额)?)的?(?:总数|总额)?的?"
    r"(?P<asked>多少|几成|百分之(?:几|多少)|(?:多大|多少)?(?:比例|比重)|几分之几)"
)


def _part_of_it(words: Words) -> Words:
    """The turn with the part said to be within what was told: 电费占它的百分之几 is 其中电费占百分之几."""
    plain = _PART_OF_IT.sub(lambda said: f"其中{said['part']}占{said['asked']}", words.text)
    return words if plain == words.text else words_of(plain)


# What all of it cost, said by no name of a line: 总花费多少, 花费总额是多少.
_ALL_OF_IT = re.compile(
    r"(?:那么?|这些|它们)?的?(?:一共|总共|合计)?的?(?:总的?(?:花费|花销|费用|开销|开支)|(?:花费|花销|费用|开销)(?:总额|合计|总计))"
    r"(?:一共|总共)?(?:是|为|有|要)?(?:多少钱?|几[千万亿]元?|呢)[呢啊]?[？?]?"
)


def _of_the_event(words: Words, before: Plan) -> Words:
    """The cost of what was spoken of, where a turn asks for all of it: 四场培训多少人参加; 总花费多少.

    After a line of the budget, or where nothing but the body was named, the body's own spending is meant.
    """
    last = before.asks[-1] if before.asks else None
    if last is None or not _ALL_OF_IT.fullmatch(bare(words.text)):
        return words
    of_event = any(t.kind in ("name", "quoted") or t.concept in _EVENTS for t in last.terms)
    return words_of("一共多少钱") if of_event or last.entity == "project" else words


def _with_codes(words: Words, vocab: Vocabulary, before: Plan) -> Words:
    """The turn with codes in full that it says by their ends: 那0502和0505两条加起来呢 after 2080501."""
    terms = [t for ask in before.asks for part in (ask.terms, *ask.operands) for t in part]
    said = [t.text if t.kind == "code" else (t.concept or "").lstrip("fe") for t in terms]
    full = whole_codes(words.text, said, vocab.codes)
    return words if full == words.text else words_of(full)


def _number_told(outcome: Outcome) -> int | None:
    """How many members of a set an outcome tells: as their number, or by listing them."""
    first = outcome.found[0] if outcome.found else None
    counted = outcome.kind == "figures" and first is not None and first.computed and first.unit in ("个", "")
    if counted and first is not None and first.value is not None:
        return int(first.value)
    return len(outcome.found) if outcome.kind == "list" else None


def _people_asked(words: Words, before: Plan) -> Ask | None:
    """How many people the body spoken of has, where a line of its budget and no event was spoken of: 有多少人."""
    last = before.asks[-1] if before.asks else None
    if last is None or not last.scope.departments or not _ALL_PEOPLE.fullmatch(bare(words.text)):
        return None
    line = last.entity is None and all(t.concept and t.concept not in _EVENTS for t in last.terms)
    return Ask(Operation.LOOKUP, scope=last.scope, words=words.text) if line else None


_ALL_PEOPLE = re.compile(
    r"(?:那么?)?(?:他们|它|该?[局单位部门]{1,2}|单位里?|局里|部门里?)?(?:现在|目前|一共|总共|共|都)*有?(?:多少|几)[个名位]?人(?:员)?[呢啊]?"
)
_EVENTS = ("training", "meeting", "reception", "abroad")  # of those who come or go


def _of_the_owner(plan: Plan, vocab: Vocabulary, before: Plan, alone: Plan) -> Plan:
    """The plan with the department for its unit, where a turn goes on from the unit to the whole department
    or to all its units."""
    if alone.bodies or not before.asks:
        return plan
    asks = []
    for ask in plan.asks:
        of_units = ask.entity == "unit" or _UNITS.search(ask.words) is not None
        over = ask.operation in (Operation.SUM, Operation.MEAN, *RANKS) and ask.entity == "unit" and not ask.terms
        if over and before.asks[-1].operation is Operation.LOOKUP:  # 水费多少？三家单位加起来呢: the line spoken of
            ask = replace(ask, terms=ask.context, context=())
        moved = ask.scope.kinds == ("department",) != before.asks[-1].scope.kinds
        owner = _owner(ask.scope, vocab) if of_units or moved else None
        asks.append(ask if owner is None else replace(ask, scope=owner))
    return replace(plan, asks=tuple(asks))


def _owner(scope: Scope, vocab: Vocabulary) -> Scope | None:
    """The scope of the one department whose documents tell of a unit; None where a unit is not all it is of."""
    units = [keys[0] for keys in scope.departments if len(keys) == 1]
    bodies, holders = vocab.bodies.all, vocab.holders
    if len(units) != 1 or units[0] not in bodies or bodies[units[0]].is_department:
        return None
    own = holders.get(units[0], frozenset())
    owners = [body for body in bodies.values() if body.is_department and holders.get(body.key, frozenset()) & own]
    return replace(scope, departments=((owners[0].key,),), said=(owners[0].name,)) if len(owners) == 1 else None


def _share_of_unit(alone: Plan, vocab: Vocabulary, before: Plan) -> str | None:
    """The question in full where a turn asks what share one unit has of the line told of its whole department before:
    项目资金多少；某中心占其中百分之几. None of other turns."""
    one = alone.asks[0] if len(alone.asks) == 1 and not alone.unexplained else None
    told = before.asks[0] if len(before.asks) == 1 and not before.unexplained else None
    if one is None or told is None or one.operation is not Operation.SHARE or told.operation not in _OF_A_LINE:
        return None
    named = one.terms or one.base or one.filters or one.inner or one.scope.years or one.scope.relative_years
    limited = told.filters or told.excluded or told.operands or told.hints or told.secret is not None or told.by_columns
    owner = _owner(one.scope, vocab)
    if named or limited or owner is None or owner.departments != told.scope.departments or len(told.terms) != 1:
        return None
    year = f"{told.scope.years[0]}年" if len(told.scope.years) == 1 else ""
    return f"{told.scope.said[0]}{year}{told.terms[0].text}里，{one.scope.said[0]}占百分之几"


_OF_A_LINE = (Operation.LOOKUP, Operation.SUM)


def _other_kind(words: Words, plan: Plan) -> tuple[str, ...]:
    """The kind of document that is all a turn says: 单位本级那本呢 asks the same of the unit's own document."""
    if _WHOLE.match(words.text):
        return ("department",)
    one = plan.asks[0] if len(plan.asks) == 1 and not plan.unexplained else None
    if one is None or one.operation is not Operation.LOOKUP or not one.scope.kinds:
        return ()
    # 局本级的单位预算: the budget of its own office is the unit's document
    scopes = [Scope(kinds=one.scope.kinds, own_level=own) for own in (False, one.scope.kinds == ("unit",))]
    return one.scope.kinds if any(one == Ask(Operation.LOOKUP, scope=s, words=one.words) for s in scopes) else ()


def _other_year(plan: Plan) -> Scope | None:
    """The scope of a turn that says a year and nothing else: 2025年呢."""
    one = plan.asks[0] if len(plan.asks) == 1 and not plan.unexplained else None
    if one is None:
        return None
    time = Scope(years=one.scope.years, relative_years=one.scope.relative_years)
    is_all = one == Ask(Operation.LOOKUP, scope=time, words=one.words)
    return time if is_all and (time.years or time.relative_years) else None


def _settled(scope: Scope, key: str) -> Scope:
    """The scope with the body that was chosen, where none was named or one word stood for several."""
    open_ = not scope.departments or (len(scope.departments) == 1 and key in scope.departments[0])
    return replace(scope, departments=((key,),)) if open_ else scope


def _of_its_kind(words: Words, vocab: Vocabulary, before: Plan) -> Words:
    """The turn with a body of the kind asked about before named in full: 那西边的呢 after 东边泵站 is 西边泵站."""
    found, named = _OTHER.match(words.text), vocab.bodies.by_variant
    said = [bare(name) for ask in before.asks[-1:] for name in ask.scope.said]
    if found is None or not said or bare(found[1]) in named:
        return words
    kind = said[-1][-_KIND:]
    own, others = set(named.get(said[-1], ())), {k for v, keys in named.items() if bare(found[1]) in v for k in keys}
    alike = [key for key in others - own if key.endswith(kind)]
    return words_of(f"{alike[0]}{words.text[found.end(1) :]}") if len(alike) == 1 else words


def _complete(words: Words, plan: Plan, before: Plan) -> bool:
    """Whether a turn names its bodies and its matter, and so leans on nothing said before."""
    said = plan.bodies
    several = any(len(ask.scope.departments) > 1 for ask in before.asks)
    if plan.asks and not (several or plan.unexplained or said or _LEANS.search(words.text)):
        return all(
            ask.entity == "department" and ask.terms and not ask.hints for ask in plan.asks
        )  # 哪些部门的三公下降了
    if not said or _LEANS.search(words.text):
        return False
    if plan.asks and not plan.unexplained and all(_is_whole_set(ask) for ask in plan.asks):
        return True  # 某局的专项资金里最大的三个是哪些
    return door_of(without(words.text, said)) is Door.SECTION


def _is_whole_set(ask: Ask) -> bool:
    """Whether an ask is over the members of a set that it names itself, of a body that it names itself."""
    named = ask.scope.departments and (ask.terms or ask.entity)
    of_set = ask.operation in SET_OPERATIONS or ask.inner is not None  # the share of those that a rank chose
    return of_set and bool(named) and not ask.hints


def _narrowed(plan: Plan, before: Plan) -> Plan:
    """After a question back, new words narrow what was asked rather than replace it."""
    asks = []
    for ask in plan.asks:
        earlier = before.asks[0]
        new = tuple(t for t in ask.terms if t not in earlier.terms)
        if new and ask.operation is earlier.operation and len(plan.question) <= 30:
            ask = replace(ask, terms=(*earlier.terms, *new), context=())
        asks.append(ask)
    return replace(plan, asks=tuple(asks))
