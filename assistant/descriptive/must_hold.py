"""What a text has to hold itself of what is asked: the matter, its unit, the thing the asking clause names."""

import re

from assistant.computing.figures.looking import Desk
from assistant.descriptive.places import Spot
from assistant.descriptive.stretches import Stretch
from assistant.descriptive.wanted_words import Wanted
from assistant.plan import Scope
from assistant.understand.everyday.uncovered_words import segments_of
from assistant.understand.words.alike import wordings
from assistant.understand.words.text import words_of
from ingest.wording.glyphs import bare

_DONE_ABOUT = re.compile(r"举措|措施|办法|做法|动作|打算|安排|对策|招数")
_OF_MATTER = 0.3  # of the weight of what is asked beside the name of a unit
_NEAR = 200  # signs around a sentence in which one of the things has to stand that the asking clause names
_EXISTS = re.compile(r"有没有|有无|(?:出|发生)过|没有?[呢啊]?$")
_IN_WORDS = re.compile(r"什么|啥|哪|谁|怎|咋|如何|何[时人处地为种]")
_CLAUSES = re.compile(r"[，,。；;？?！!]")
_WHAT_KIND = re.compile(
    r"(?:都|又|分别|具体)*是(?:些|个)?(?:什么|啥|哪种|哪类|哪些|哪几种)(?:样的?|种|类|类型的?)?(?P<thing>[\u4e00-\u9fff]{1,3}?)[呢啊呀]?"
)
_OWNS = r"(?:银行|政府|地方|外部|国外|什么|还|向|欠着?|借着?|的)*"
# What a body owes or what befell it; its duties tell of others: 有没有贷款, 有没有被审计过.
_OWN_STATE = re.compile(
    rf"(?:有没有|有无|是否有|有){_OWNS}(?:贷款|借款|欠款|欠债|债务|外债|负债|欠账|存款|房产)(?:吗|没有?|么|呢)?$"
    r"|(?:被|挨)[^，,。；;？?]{1,8}过(?:吗|没有?|么|呢)?$|(?:有没有|是否|曾经?)被(?![^，,。；;？?]*(?:单位|对象|的))[^，,。；;？?]{1,8}(?:吗|么|呢)?$"
)


def kind_of_the_told(desk: Desk, question: str) -> str:
    """A question of what kind a thing is, with the line that was told of it before: 要买几辆车 / 是什么车."""
    asked = _WHAT_KIND.fullmatch(bare(question.rstrip("？?。 ")))
    found = [found.label for outcome in desk.told[-1] for found in outcome.found] if asked and desk.told else []
    if asked is None or len(set(found)) != 1 or asked["thing"] not in found[0]:
        return question
    return found[0] + question


def of_own_state(question: str) -> bool:
    """Whether a question asks what a body owes or what befell it, of which no duty tells."""
    return _OWN_STATE.search(bare(question.rstrip("？?。 "))) is not None


def tells_of_the_unit(scope: Scope, wanted: tuple[Wanted, ...], place: Spot, text: str) -> bool:
    """Whether a reason is told of the unit that is named, where its words are looked for: 戒毒所 is no 监狱."""
    said = [word for word in wanted if any(word.forms[0] in bare(body) for body in scope.said)]
    told = bare(f"{text}{''.join(place.passage.section)}{place.label}{place.title}")
    return not said or any(word.stands_in(told) for word in said)


def of_nothing_asked(wanted: tuple[Wanted, ...], place: Spot, text: str) -> bool:
    """Whether a sentence says itself nothing of the matter, which stands only in others beside it."""
    told = bare(f"{text}{''.join(place.passage.section)}{place.label}{place.title}")
    matter = [word for word in wanted if word.chunk >= 0 and not word.slight]
    return bool(matter) and not any(word.stands_in(told) for word in matter)


def tells_more_than_of_whom(wanted: tuple[Wanted, ...], place: Spot, needed: bool) -> bool:
    """Whether a text holds a part of the matter, and not the name of a unit alone: why a prison is needed."""
    told = bare(f"{place.passage.text}{''.join(place.passage.section)}{place.label}")
    matter = [word for word in wanted if not (word.unit or word.slight)]
    if needed and not matter and any(word.unit for word in wanted):
        return False
    held, whole = (sum(w.weight for w in matter if every or w.stands_in(told)) for every in (False, True))
    return held >= _OF_MATTER * whole or not any(word.unit for word in wanted)


def holds_asked(question: str, scope: Scope, wanted: tuple[Wanted, ...], place: Spot, stretch: Stretch) -> bool:
    """Whether a text holds what the clause that asks names itself: not only what is said ahead of it.

    某领域的审计，下乡补贴怎么发: what is told of the audit tells nothing of the allowance.
    """
    for body in sorted(scope.said, key=len, reverse=True):
        question = question.replace(body, "")
    clauses = [clause for clause in map(bare, _CLAUSES.split(question)) if clause]
    asking = "|".join(clause for clause in clauses if _IN_WORDS.search(clause))
    ahead = "|".join(clause for clause in clauses if not _IN_WORDS.search(clause))
    near = place.passage.text[max(stretch.start - _NEAR, 0) : stretch.end + _NEAR]
    told = bare(near + "".join(place.passage.section) + place.label)
    said = [w for w in wanted if not w.slight]
    named = [n for n in _nouns(asking) if n not in ahead and any(w.forms[0] in n or n in w.forms[0] for w in said)]
    forms = {form for noun in named for form in (noun, *wordings(noun))}
    forms |= {form for w in said if w.saying and any(noun in w.forms[0] for noun in named) for form in w.forms}
    return not (ahead and named) or any(form in told for form in forms)


def holds_what_exists(question: str, wanted: tuple[Wanted, ...], place: Spot, stretch: Stretch) -> bool:
    """Whether a text holds the last thing of which it is asked whether there is any: 出过安全事故没有."""
    if _EXISTS.search(bare(question)) is None:
        return True
    near = place.passage.text[max(stretch.start - _NEAR, 0) : stretch.end + _NEAR]
    told = bare(near + "".join(place.passage.section) + place.label)
    nouns = [w for _, _, w, tag in segments_of(words_of(bare(question))) if len(w) > 1 and tag[:1] in "nil"]
    nouns = [noun for noun in nouns if _DONE_ABOUT.fullmatch(noun) is None]  # 反腐的举措: 反腐 is looked for
    said = [form for word in wanted if word.saying and nouns and word.forms[0] in nouns[-1] for form in word.forms]
    return not nouns or any(form in told for form in (nouns[-1], *wordings(nouns[-1]), *said))


def _nouns(clause: str) -> list[str]:
    return [w for _, _, w, tag in segments_of(words_of(clause)) if len(w) > 1 and (tag[:1] == "n" or tag == "vn")]
