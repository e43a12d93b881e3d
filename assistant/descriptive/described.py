"""The answer to a descriptive question: the printed sentences that answer it, quoted exactly, or why none is given."""

import re
from dataclasses import replace

from assistant.computing.figures.looking import Desk
from assistant.descriptive.bodies_asked import LISTS, bodies_asked, office_told
from assistant.descriptive.codes_named import codes_as_names
from assistant.descriptive.counts_under import counted_under, line_under
from assistant.descriptive.defined import defined
from assistant.descriptive.duty_asked import asks_duty, duty_told, tells_duties
from assistant.descriptive.extent import extent
from assistant.descriptive.glossary import explains_another
from assistant.descriptive.kinds import asks_journey, names_what_is_asked, shows_what_is_asked
from assistant.descriptive.must_hold import (
    holds_asked,
    holds_what_exists,
    kind_of_the_told,
    of_nothing_asked,
    of_own_state,
    tells_more_than_of_whom,
    tells_of_the_unit,
)
from assistant.descriptive.nature import nature_told
from assistant.descriptive.near import nothing_answers
from assistant.descriptive.noted import noted_bodies
from assistant.descriptive.places import Spot, departments_said, of_another, without_compared
from assistant.descriptive.quoting import (
    OF_A_MATTER,
    announced_after,
    lead_of,
    section_quotes,
    sections_beside,
    sentences_quoted,
    whole_quote,
)
from assistant.descriptive.ranking import ALIKE, QUOTED, Ranking, ranked
from assistant.descriptive.seeming import (
    OF_TABLE,
    explains,
    of_need,
    of_no_fault,
    of_no_finding,
    of_no_heads,
    of_no_mark,
    of_no_rank,
    of_no_size,
    of_no_time_got,
    of_other_lines,
    only_mean,
    only_sums,
    tells_a_need,
)
from assistant.descriptive.shape import needs
from assistant.descriptive.sought import under
from assistant.descriptive.stretches import Stretch
from assistant.descriptive.telling import NEARLY_ALL, TELLING, ahead, names_row, tells
from assistant.descriptive.unit_duties import tells_duty, unit_asked
from assistant.descriptive.use_said import use_said
from assistant.descriptive.use_words import AMOUNT
from assistant.descriptive.wanted_words import Wanted
from assistant.finding.evidence import Outcome, Quote
from assistant.finding.scope import places_of, years_held
from assistant.plan import Plan, Scope
from assistant.understand.door import Door, behind_change
from assistant.understand.words.spans import years_in_digits
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.records.document import Stage
from ingest.records.passage import Passage, PassageKind
from ingest.wording.glyphs import bare
from ingest.wording.names import strip_enumerator

_ENOUGH = 0.38  # share of the sought words' weight a sentence must answer
_ENOUGH_SHOWN = 0.3  # where it prints a thing of the kind asked for: a file, a road, a date
_ENOUGH_UNDER = 0.36  # under the very heading asked for less is needed: it does not repeat its matter
_ENOUGH_ANYWHERE = 0.62  # where the question names no body, more is asked of the words
_MISSES_MUCH = 0.25  # a run of words of this share that stands nowhere is what the question was about
_OF_ANOTHER = 0.3  # such a run that an account of a project does not hold: it is that of another
_GOALS = 2  # quoted of one row beside the one that answers best
_ALONE, _LITTLE = 0.25, 0.1  # what the one passage that tells of the matter has to hold, and what it may miss
_EXPLAINS = re.compile(r"指|反映|包括|包含|含|用于|用来|分为|为了|是|主要|[（(]|：")  # an amount alone explains nothing
_OF_PAPER = re.compile(r"文号|文件|通知|意见|办法|规定|批复|复函|批文|条例|[这那哪]一?份")
_YEAR = re.compile(r"\d\d年|[去今明前本上当同]年|年度")
_IN_ACCOUNT = re.compile(r"(?<!竣工)决算(?:里|中|上|报告|文件|公开|说明)")  # where to look, whatever else is named
_SETTLED_WORK = re.compile(r"竣工(?:财务)?决算")
_FEW = 10  # passages
_SAYS = 6  # signs: a shorter text only repeats what its row is called
# What no heading, goal or entry tells may stand in any sentence, which has to hold the words all the same.
_TOLD_ELSEWHERE = (Door.SECTION, Door.GOAL, Door.DEFINE)
_DATES = re.compile(r"月|季度|半年|年底|周期|期限|起止|长期|(?:19|20)\d\d年?度?[-—~－至到](?:19|20)?\d\d|每[年周月]")
_OUTCOME = re.compile(r"完成情况|原因|改进|措施|结果|成效")
_TASKS = re.compile(r"(?:主要|基本|核心|中心)任务(?=(?:都|又|到底)?[是有](?:什么|啥|哪些|哪几))")
_SECRET = re.compile(r"涉密(?:项目|内容)?[，。]?.*不(?:对外|予|宜)公开")
_OF_TERM = re.compile(
    r"哪些(?:场合|情况|情形|情景|费用|开销)[^，,。；;？?]{0,6}(?:能|可以|可|该|应)[^，,。；;？?]{0,10}[出列支报]"
)
_RESTS_ON = re.compile(r"依据|根据|按照?|依照|遵照|参照|贯彻|落实|《|号文")
_CLAUSES = re.compile(r"[，,。；;？?！!]")


def described(desk: Desk, plan: Plan, door: Door, nil: bool = False) -> Outcome:
    """Answer a question of words; refusals say what is missing and show what comes nearest.

    ``nil`` asks why there is none of a line.
    """
    if door is Door.OUTSIDE:
        return Outcome("refusal", message=say("describe.outside", plan.language))
    plan = replace(plan, question=kind_of_the_told(desk, years_in_digits(plan.question)))  # 二〇二五年 is no matter
    told = _told(desk, plan, door, nil)
    if told.kind == "refusal" and door in _TOLD_ELSEWHERE:
        other = _told(desk, plan, Door.TEXT, nil)
        in_need = door is Door.GOAL and needs(plan.question)
        amiss = (in_need and not of_need(other.quotes)) or (door is Door.DEFINE and only_sums(other.quotes))
        told = told if amiss else other
    if told.kind == "refusal" and door is Door.SECTION and not _YEAR.search(plan.question):
        duties = replace(
            plan, question=_TASKS.sub("主要职责", plan.question)
        )  # 主要任务是什么: told where no year's are
        told = told if duties.question == plan.question else _told(desk, duties, door, nil)
    secret = door is Door.GOAL and bool(told.quotes) and all(_SECRET.match(q.text) for q in told.quotes)
    return replace(told, withheld=secret)


def _told(desk: Desk, plan: Plan, door: Door, nil: bool) -> Outcome:
    scope = without_compared(_scope(plan), plan.question) if door is Door.WHY else _scope(plan)
    plan, coded = codes_as_names(desk, plan, scope)
    found = ranked(desk, plan, door, scope, nil)
    if not found.places and (ahead := _years_ahead(desk, scope)) is not None:
        later = _told(desk, _without_years(plan), door, nil)  # 到2027年底: a date that a text of an earlier year tells
        printed = "".join(quote.text for quote in later.quotes)
        return later if all(f"{year}年" in bare(printed) for year in ahead) else _nothing(desk, plan, scope)
    if not found.places and scope.years and _OF_PAPER.search(plan.question):
        paper = _told(desk, _without_years(plan), door, nil)  # 2015年那份文件: the year a paper was written in
        printed = "".join(quote.text for quote in paper.quotes)
        return paper if all(f"{year}" in printed for year in scope.years) else _nothing(desk, plan, scope)
    if not found.places and scope.years and not _YEAR.search(plan.question):
        scope = replace(scope, years=())  # a year of the turn before, which may have been a file's
        found = ranked(desk, plan, door, scope, nil)
    if not found.places:
        return _nothing(desk, plan, scope)
    if door is Door.DEFINE and (told := defined(plan, found.seek, found.places)) is not None:
        return told
    if (
        told := nature_told(plan, found.places, scope)
        or noted_bodies(plan, found.places, scope)
        or duty_told(plan, found.places, scope)
        or counted_under(plan, found.places)
        or line_under(plan, found.places)
        or office_told(desk, plan, found.places, found.seek, scope)
        or bodies_asked(plan, found.places, found.seek, scope)
        or use_said(plan, found.places, found.wanted)
    ) is not None:
        return told
    few = len(found.places) < _FEW  # rarity among a handful of rows tells nothing
    told_apart = door is not Door.TEXT or few or found.seek.parts or tells(found) or names_row(plan, found)
    if not found.wanted or not told_apart:
        return nothing_answers(plan, found.seek, found.stretches)
    unit = unit_asked(plan.question, departments_said(desk, scope)) if door in (Door.SECTION, Door.TEXT) else ""
    judged = bool(scope.departments) and asks_duty(plan)
    undone = judged or (bool(scope.departments) and of_own_state(plan.question))
    elsewhere = of_another(desk, plan.question, scope)
    least: float | None = None
    for pair in found.stretches:
        if least is not None and pair[0].rank < least:
            break
        whole = f"{pair[1].label}{pair[0].passage.text}"
        if (unit and not tells_duty(unit, whole)) or (undone and tells_duties(pair[0].passage)):
            continue
        if judged and (
            pair[0].passage.kind is PassageKind.GLOSSARY
            or AMOUNT.search(pair[0].passage.text[pair[0].start : pair[0].end])
        ):
            continue  # what money of the matter comes to tells of no duty
        of_code = coded.told_in(pair[0].passage.text[pair[0].start : pair[0].end], pair[1].label)
        if not of_code or elsewhere(pair[1]):
            continue
        if not _answers(pair, scope, found, plan.question):
            continue
        least = pair[0].rank - ALIKE if least is None else least
        quotes = _quotes(found, *pair)
        if _tells_what_is_asked(plan, quotes, "".join(pair[0].passage.section[-1:])):
            return Outcome("quotes", quotes=quotes, lead=lead_of(plan, pair[1]))
    return nothing_answers(plan, found.seek, (pair for pair in found.stretches if not elsewhere(pair[1])))


def _years_ahead(desk: Desk, scope: Scope) -> tuple[int, ...] | None:
    """The years of a scope where each lies behind the last one that documents are of."""
    places = places_of(desk.library, replace(scope, years=()), desk.units)
    held = years_held(d for options in places for p in options for d in p.documents)
    return scope.years if scope.years and held and min(scope.years) > max(held) else None


def _without_years(plan: Plan) -> Plan:
    asks = tuple(replace(ask, scope=replace(ask.scope, years=(), relative_years=())) for ask in plan.asks)
    return replace(plan, asks=asks, scope=replace(plan.scope, years=(), relative_years=()))


def nearest(desk: Desk, plan: Plan, door: Door, count: int) -> list[Passage]:
    """The passages a question of words ranks first, whether or not they answer it."""
    found = (spot.passage for _, spot in ranked(desk, plan, door, _scope(plan)).stretches)
    return list({passage.id: passage for passage in found}.values())[:count]


def _answers(pair: tuple[Stretch, Spot], scope: Scope, found: Ranking, question: str) -> bool:
    (stretch, place), seek = pair, found.seek
    if not tells_more_than_of_whom(found.wanted, place, needs(question)):
        return False
    of_body = seek.door is Door.TEXT or (
        seek.door is Door.SECTION and not any(s.id == "glossary" for s in seek.sections)
    )
    if of_body and place.passage.kind is PassageKind.GLOSSARY and not _OF_TERM.search(question):
        return False  # what a term means tells nothing of this body
    text = place.passage.text[stretch.start : stretch.end]
    if seek.needed and not tells_a_need(place.passage, text):
        return False
    if seek.door is Door.WHY and not tells_of_the_unit(scope, found.wanted, place, text):
        return False
    if not of_other_lines(question, bare(text + place.label)):
        return False
    if seek.door is Door.DEFINE:
        begin, end = extent(seek, stretch)
        whole = place.passage.text[begin:end]
        means = not (AMOUNT.search(whole) or OF_TABLE.search(bare(whole)))
        means = explains(whole) or (means and _EXPLAINS.search(strip_enumerator(text)[1]) is not None)
        of_lines = place.passage.kind is PassageKind.GLOSSARY and all(w.line for w in found.wanted)
        another = of_lines and explains_another(text, (w.forms[0] for w in found.wanted))
        if another or not means:
            return False
    if seek.sections and not under(seek.sections, place.passage) and of_nothing_asked(found.wanted, place, text):
        return False
    held = [w for w in found.wanted if not w.slight and w.stands_in(bare(text))]
    if held and all(w.saying for w in held) and AMOUNT.search(text) and seek.door is Door.TEXT:
        return False  # a sentence of figures that holds only what a saying may stand for
    above = "".join(place.passage.section)
    if seek.door is Door.TEXT and (of_no_finding(question, above + text) or of_no_rank(question, text)):
        return False
    if seek.door is Door.TEXT and not holds_what_exists(without(question, scope.said), found.wanted, place, stretch):
        return False
    if seek.door is Door.TEXT and not holds_asked(question, scope, found.wanted, place, stretch):
        return False
    enough = _ENOUGH if scope.departments else _ENOUGH_ANYWHERE
    shown = shows_what_is_asked(question, text) if seek.door is Door.TEXT else None
    if shown is not None and scope.departments:
        of_row = asks_journey(question) and bare(place.label.split(" ")[0]) in map(bare, QUOTED.findall(question))
        telling = (
            of_row
            or stretch.score >= NEARLY_ALL
            or (pair == found.stretches[0] and ahead(found))
            or any(w.weight >= TELLING and w.stands_in(bare(text)) for w in found.wanted if not w.slight)
        )
        most = _OF_ANOTHER if place.label else 2 * _MISSES_MUCH
        return shown and telling and stretch.score >= _ENOUGH_SHOWN and stretch.missed < most
    timed = seek.door is Door.SECTION and any(section.id == "schedule" for section in seek.sections)
    if timed and not _DATES.search(text):
        return False  # 什么时候能完工
    based = any(section.id == "basis" for section in seek.sections) and not under(seek.sections, place.passage)
    if based and not _RESTS_ON.search(text):
        return False
    if seek.sections and under(seek.sections, place.passage):
        own = [section for section in seek.sections if under((section,), place.passage)]
        if any(section.id in OF_A_MATTER for section in own) and stretch.missed >= _OF_ANOTHER:
            return False  # an account of another project
        return stretch.score >= _ENOUGH_UNDER and stretch.missed < 2 * _MISSES_MUCH
    if scope.departments and pair == found.stretches[0] and stretch.missed < _LITTLE and ahead(found):
        enough = _ALONE
    return stretch.score >= enough and stretch.missed < _MISSES_MUCH


def _tells_what_is_asked(plan: Plan, quotes: list[Quote], above: str) -> bool:
    """Whether quotations say more than what their row is called (SM项目；SM项目), and name what is to be named.

    ``above`` is the heading they stand under, which may say that what they tell is a fault.
    """
    told = "".join(quote.text for quote in quotes)
    return (
        len("".join({bare(part) for part in _CLAUSES.split(told)})) >= _SAYS
        and names_what_is_asked(plan.question, without(told, plan.bodies, "|"))
        and not only_mean(plan.question, told)
        and not of_no_fault(plan.question, above + told)
        and not of_no_mark(plan.question, told)
        and not of_no_size(plan.question, told)
        and not of_no_time_got(plan.question, told)
        and not of_no_heads(plan.question, told)
    )


def _scope(plan: Plan) -> Scope:
    """Where to look; a year within a quoted name is part of the name."""
    scopes = [ask.scope for ask in plan.asks] or [plan.scope]
    scope = next((scope for scope in scopes if scope.departments), scopes[0])
    said = {(other.years, other.stages) for other in scopes if other.years}
    if len(said) == 1 and not scope.years:  # 有没有一套办法？（2024年决算）: said once for all that is asked
        years, stages = said.pop()
        scope = replace(scope, years=years, stages=scope.stages or stages)
    quoted = "".join(QUOTED.findall(plan.question))
    years = tuple(year for year in scope.years if str(year) not in quoted)
    # 竣工决算 is what is audited, not the account that tells of it.
    stages = () if "决算" not in _SETTLED_WORK.sub("", plan.question) else scope.stages
    if _IN_ACCOUNT.search(plan.question):
        stages = (Stage.FINAL_ACCOUNT.value,)
    if (guessed := behind_change(plan.question)) is not None and _YEAR.search(guessed):
        return replace(scope, relative_years=(), stages=stages)  # the year before a change is told with the change
    return replace(scope, years=years, stages=stages if "决算" in plan.question else scope.stages)


def _quotes(found: Ranking, stretch: Stretch, place: Spot) -> list[Quote]:
    """The words to quote: a section asked for as a whole, else the sentences that answer; then what they announce."""
    seek = found.seek
    listing = any(section.id in LISTS for section in seek.sections)
    whole = (
        bool(seek.sections)
        and under(seek.sections, place.passage)
        and (listing or not _asks_within(found.wanted, stretch))
    )
    quotes = section_quotes(place, found.places) if whole else [sentences_quoted(seek, stretch, place)]
    if place.passage.kind is PassageKind.GOAL and not whole:
        quotes += _goals_beside(place, found)
    after = announced_after(quotes[-1], place, found.places)
    quotes = [*quotes, whole_quote(after)] if after is not None else quotes
    return [*quotes, *sections_beside(seek.sections, place, found.places)]


def _goals_beside(place: Spot, found: Ranking) -> list[Quote]:
    """The goals of the same row in other words: a list of projects and the form of one print each its own."""
    told = {bare(place.passage.text)}
    quotes: list[Quote] = []
    for _, other in found.stretches:
        same = other.passage.kind is PassageKind.GOAL and bare(other.label) == bare(place.label)
        same = same and _says_alike(place.passage, other.passage)
        if same and bare(other.passage.text) not in told and other.holding is place.holding:
            told.add(bare(other.passage.text))
            quotes.append(whole_quote(other))
    return quotes[:_GOALS]


def _says_alike(one: Passage, other: Passage) -> bool:
    """Whether two statements of one row are of one kind: what was done, or why it was not, is no goal."""
    kinds = [_OUTCOME.findall(bare("".join(passage.section[-1:]))) for passage in (one, other)]
    return kinds[0] == kinds[1]


def _asks_within(wanted: tuple[Wanted, ...], stretch: Stretch) -> bool:
    """Whether a question of a section asks for one matter in it that a sentence there names: 职责 in 行政复议."""
    above = bare("".join(stretch.passage.section))
    within = [word for word in wanted if word.chunk >= 0 and not word.stands_in(above)]
    sentence = bare(stretch.passage.text[stretch.start : stretch.end])
    total = sum(word.weight for word in within)
    return bool(within) and sum(word.weight * word.stands_in(sentence) for word in within) >= _ENOUGH * total


def _nothing(desk: Desk, plan: Plan, scope: Scope) -> Outcome:
    years = years_held(
        d for options in places_of(desk.library, scope, desk.units) for p in options for d in p.documents
    )
    if years and (not scope.years or set(scope.years) <= set(years)):
        return Outcome("refusal", message=say("describe.nothing", plan.language))
    held = "、".join(map(str, years))
    return Outcome("refusal", message=say("describe.no_year", plan.language, years=held))
