"""Whether a body has a duty, or whose a matter is: the duty that speaks of it (管不管某事, 归谁管, 能不能审)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.descriptive.kinds import LED, WHO_LEADS
from assistant.descriptive.places import Spot
from assistant.descriptive.quoting import lead_of, quote_of
from assistant.descriptive.sayings import sayings_in
from assistant.descriptive.shape import is_slight
from assistant.descriptive.stretches import sentences
from assistant.finding.evidence import Outcome, Quote
from assistant.plan import Plan, Scope
from assistant.understand.everyday.uncovered_words import segments_of
from assistant.understand.words.alike import wordings
from assistant.understand.words.text import without, words_of
from ingest.records.passage import Passage
from ingest.wording.glyphs import bare

_DOES = r"(?:管(?!理|道|网|线)|审(?![核批查计])|查(?![询阅看])|监督|过问|插手|负责|处理|受理|干预)"
_END = r"(?:吗|(?<![什怎多])么|嘛|不|没有?)(?=$|\|)"
_HAS_POWER = r"有没有[^|]{0,20}的(?:义务|责任|职责|职能|职权|权力|权限)(?=$|\|)"  # 有没有审贷款项目的权力
_ASKS = re.compile(
    rf"管不管|审不审|查不查|归不归|抓不抓|定不定|办不办|推不推|负不负责|该不该管|有没有(?:义务|责任|职责|职能|权力?|资格)|{_HAS_POWER}|(?:有|负有)[^|]{{0,4}}(?:义务|责任|职责|职能|权力?){_END}|"
    rf"能不能(?:{_DOES}|纠正|撤销|改掉|处罚|核查|指导|任免)|(?:归|属|由)(?:[^|]{{0,12}}|\|)(?:管|统筹|负责|牵头){_END}|(?:归|由)谁(?:来)?(?:主管|管|负责)(?=$|\|)|谁(?:来)?管(?=$|\|)|"
    rf"{_DOES}[^|]{{0,20}}{_END}"
)
_OF_A_PROJECT = re.compile(r"项目|工程|[合协]同|外包|承[包建接办]|多少|几[个项家人]")
# What only asks, or says where to look.
_ASKING = re.compile(
    r"管不管|审不审|查不查|归不归(?:它|他们?|其|这里)?(?:管|负责)?|抓不抓|定不定|办不办|推不推|负不负责|该不该|能不能|(?:有没有|有|负有)(?:这个?|这项|相应的?)?(?:义务|责任|职责|职能|权力?|权限|资格)|有没有|(?:义务|责任|职责|职能|职权|权力|权限|资格|经费|资金|费用|问题|事情|事务|工作|方面|预算|决算|年度?)(?=$|\||的|怎|[吗么嘛不没去来里管处负])|"
    r"归(?=\|)|反映|想要?|(?:具体|到底|究竟|文件里?|上面?|又|都|是)*(?:怎么|咋|如何|怎样)(?:个?[写说定讲]法|规定|[写说定讲])的?|看?(?:19|20)\d\d年的?"
)
_VERBS = re.compile(rf"{_DOES}|管|审|查|归|它|他们|统筹|牵头|属于|解决|可以|应该|帮忙|情况|审查")
_EMPTY = "rpcuydeoqfkxhwm"  # tags of words that name nothing
_TOLD_BEFORE = re.compile(
    r"这[个项种]?(?:职责|职能|义务|责任|权)"
)  # a case is told first: 夜里出了事，谁盯着？有这个职责吗
_SLIGHT_SIGNS = "账钱事人活款费在有要去来做办给让帮"
_DUTIES = re.compile(r"职责|职能")
_UNDER = re.compile(
    rf"{WHO_LEADS}|听?(?:省|市|区|县|国家)(?:政府|委)?里?的?还是|(?:省|市|区|县|国家)(?:政府|委)?里?的?(?=$|\|)|听|管|领导"
)
_PLACE = re.compile(r"^[\u4e00-\u9fff]{2,4}?[省市区县旗州](?=[\u4e00-\u9fff])")
_OTHER_NAME = 0.85
_QUOTED = 3  # duties at most
_LEAST = 0.6  # share of the things asked about that one duty has to speak of
_OFFICE = re.compile(r"(?:局|办)$")  # 区审计局 is printed as 区审计机关


@dataclass(frozen=True, slots=True)
class _Thing:
    """One thing a question asks about, in all its forms, as said first."""

    forms: tuple[str, ...]

    def stands_in(self, text: str) -> float:
        """1 where it stands in a bare text as said, a little less for its other names."""
        return float(self.forms[0] in text) or _OTHER_NAME * any(form in text for form in self.forms)


@dataclass(frozen=True, slots=True)
class _Duty:
    """A sentence under a heading of duties."""

    spot: Spot
    start: int
    end: int
    said: str

    def quoted(self) -> Quote:
        return quote_of(self.spot, self.start, self.end)


def duty_told(plan: Plan, places: Iterable[Spot], scope: Scope) -> Outcome | None:
    """The duties of a body that speak of what is asked; None where none is asked after, or none speaks of it."""
    asked = _asked(plan)
    under = LED[0].search(asked) is not None
    projects = _of_a_project(_UNDER.sub("|", asked) if under else asked)  # 几个婆家 counts no projects
    if not scope.departments or not (under or asks_duty(plan)) or projects:
        return None
    duties = [
        _Duty(spot, start, end, said)
        for spot in places
        if tells_duties(spot.passage)
        for start, end, said in sentences(spot.passage.text)
    ]
    things = _things(_UNDER.sub("|", asked) if under else _without_place(asked, scope))
    if under:
        found = [] if things else [duty for duty in duties if LED[1].search(duty.said)][:1]
    else:
        found = _speaking(duties, things)
    if not found:
        return None
    return Outcome("quotes", quotes=[duty.quoted() for duty in found], lead=lead_of(plan, found[0].spot))


def asks_duty(plan: Plan) -> bool:
    """Whether a question asks after a duty or whose a matter is: then ``duty_told`` alone judges the duties."""
    asked = _asked(plan)
    apart = _of_a_project(asked) or _TOLD_BEFORE.search(asked)
    return _ASKS.search(asked) is not None and not apart and bool(_things(asked))


def _of_a_project(asked: str) -> bool:
    """Whether a project is spoken of, and no power over projects is asked after."""
    return _OF_A_PROJECT.search(asked) is not None and re.search(_HAS_POWER, asked) is None


def tells_duties(passage: Passage) -> bool:
    """Whether a passage stands under a heading of duties."""
    return bool(passage.section) and _DUTIES.search(passage.section[-1]) is not None


def _speaking(duties: list[_Duty], things: tuple[_Thing, ...]) -> list[_Duty]:
    """The duties of one document that speak of most things, alike well, and of the last of them.

    The things before the last mostly describe it: 国企在海外的资产.
    """
    told = [(duty, [thing.stands_in(duty.said) for thing in things]) for duty in duties if things]
    told = [(duty, held) for duty, held in told if held[-1] and _held(held) >= _LEAST * len(held)]
    most = max((_held(held) for _, held in told), default=0)
    told = [(duty, held) for duty, held in told if _held(held) == most]
    if most == len(things):
        best = max((sum(held) for _, held in told), default=0.0)
        told = [(duty, held) for duty, held in told if sum(held) == best]
    return [duty for duty, _ in told if duty.spot.holding is told[0][0].spot.holding][:_QUOTED]


def _held(things: Iterable[float]) -> int:
    """How many of some things stand in a duty."""
    return sum(map(bool, things))


def _asked(plan: Plan) -> str:
    """The clauses of a question without the bodies it is of, parted by strokes."""
    rest = without(plan.question, plan.bodies, "|")
    return "|".join(filter(None, map(bare, re.split(r"[，,。；;？?！!、（()）\s|]+", rest))))


def _without_place(asked: str, scope: Scope) -> str:
    """What is asked without the place of the body, said apart from it: 某区停车收费归某局管吗."""
    place = _PLACE.match(asked)
    names = (name for keys in scope.departments for name in keys)
    return asked[place.end() :] if place is not None and any(place[0] in name for name in names) else asked


def _things(asked: str) -> tuple[_Thing, ...]:
    """The things a question asks about, in order."""
    rest = _ASKING.sub("|", asked)
    found: list[tuple[int, _Thing]] = []
    for start, end, printed in sorted(sayings_in(rest), reverse=True):
        said = rest[start:end]
        if _VERBS.fullmatch(said):
            continue
        found.append((start, _Thing((said, *map(bare, printed)))))
        rest = rest[:start] + "|" * len(said) + rest[end:]
    found += [(at, _Thing(_forms(word))) for at, word in _named(rest)]
    return tuple(thing for _, thing in sorted(found, key=lambda pair: pair[0]))


def _named(rest: str) -> Iterator[tuple[int, str]]:
    """The words of a text that name a thing or what is done with it, with their places; 养|狗 is one word in two."""
    words = words_of(rest)
    run, begun, ended = "", 0, -1
    for start, end, word, tag in (*segments_of(words), (len(words.key), len(words.key), "", "x")):
        tells = tag[:1] not in _EMPTY and not is_slight(word) and not _VERBS.fullmatch(word)
        if run and (ended != start or len(word) != 1 or not tells):
            if len(run) > 1 or run not in _SLIGHT_SIGNS:
                yield begun, run
            run = ""
        if tells and len(word) > 1:
            yield words.places[start], word
        elif tells and tag[:1] in "nva":
            run, begun, ended = run + word, (begun if run else words.places[start]), end


def _forms(word: str) -> tuple[str, ...]:
    others = tuple(other for other in wordings(word) if len(other) > 1)
    return (word, *others, *((_OFFICE.sub("机关", word),) if _OFFICE.search(word) and len(word) > len("某局") else ()))
