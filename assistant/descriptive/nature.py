"""What kind of body a body is: the sentence that says so of it by name (某街道办事处是区政府的派出机关), else none."""

import re
from collections.abc import Iterable

from assistant.descriptive.places import Spot
from assistant.descriptive.quoting import lead_of, quote_of
from assistant.descriptive.stretches import sentences
from assistant.finding.evidence import Outcome
from assistant.plan import Plan, Scope
from assistant.understand.everyday.uncovered_words import segments_of
from assistant.understand.words.text import without, words_of
from ingest.messages import say
from ingest.records.passage import PassageKind
from ingest.wording.glyphs import bare

_ASKED = re.compile(
    r"(?:什么|啥|何种|哪种|哪类)(?:样)?的?(?:性质|类型|类别)|(?:单位|机构|部门|机关)(?:的)?(?:性质|类型|类别)|"
    r"性质(?:上|是|属于|为|算)*(?:什么|啥|怎[样么])|(?:行政|事业|参公|机关)(?:单位|机关)?(?:编制)?还是(?:行政|事业|参公|企业|机关)(?!编制?[有多])"
)
_OF_MONEY = re.compile(r"钱|款|费|补贴|补助|资金|支出|收入|项目|指标")  # what kind of money it is
_ASKED_SOFTLY = re.compile(r"是(?:[\u4e00-\u9fff]{0,6}的)?(?:什么|啥)(?:样的?)?(?:部门|机关)$")  # or what it does
_NATURE = (
    r"派出机[关构]|工作部门|组成部门|直属机构|办事机构|议事协调机构|行政(?:单位|机关)|(?:参公|公益[一二]类)?事业单位|参照公务员法|"
    r"参公(?:单位|管理)|社会团体|群团组织|人民团体"
)
_BETWEEN = r"(?:[（(](?:部门|单位|本[级部]|机关|以下简称[^）)]*)[）)]|本级)?(?:预算|决算)?"


_PLACE = re.compile(r".*?(?:人民政府|[省市区县])(?=[\u4e00-\u9fff]{4})")  # whose or where a body is, before its name


def nature_told(plan: Plan, places: Iterable[Spot], scope: Scope) -> Outcome | None:
    """The sentence that says what a body is, else a refusal; None where that is not asked."""
    firm = asks_nature(without(plan.question, scope.said))
    if not scope.departments or not (firm or _ASKED_SOFTLY.search(bare(plan.question))):
        return None
    refused = Outcome("refusal", message=say("describe.nothing", plan.language))
    if any(len(keys) != 1 for keys in scope.departments):
        return refused  # 某区的收付中心: a place is no body
    things = _things(plan.question, scope)
    names = {bare(said) for said in scope.said} | {key for keys in scope.departments for key in keys}
    names |= {name[found.end() :] for name in names for found in _PLACE.finditer(name)}
    called = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    states = re.compile(
        rf"单位名称[：:](?:{called})[；;，,]单位性质[：:]|"
        rf"(?:{called}){_BETWEEN}(?:(?:[是为系]|属于?)[^，。；：、（()）]{{0,24}}?(?:{_NATURE})|[（(]\s*(?:{_NATURE}))"
    )
    for spot in places:
        if spot.passage.kind is not PassageKind.NARRATIVE:
            continue
        for start, end, _ in sentences(spot.passage.text):
            told = _joined(spot.passage.text[start:end])
            if states.search(told) and all(thing in told for thing in things):
                return Outcome("quotes", quotes=[quote_of(spot, start, end)], lead=lead_of(plan, spot))
    return refused if firm else None


def asks_nature(question: str) -> bool:
    """Whether a question asks what kind of body a body is."""
    words = bare(question)
    return _ASKED.search(words) is not None and _OF_MONEY.search(words) is None


def _things(question: str, scope: Scope) -> list[str]:
    """What a question names beside its body: of 某局收付中心 the centre is asked about, not the bureau."""
    rest = _ASKED_SOFTLY.sub("|", _ASKED.sub("|", without(bare(question), map(bare, scope.said), "|")))
    said = [word for _, _, word, tag in segments_of(words_of(rest)) if len(word) > 1 and tag[:1] == "n"]
    return [word for word in said if word not in ("单位", "机构", "部门", "机关", "事业", "行政", "政府")]


def _joined(text: str) -> str:
    """A sentence without blanks."""
    return re.sub(r"\s+", "", text)
