"""Which bodies or documents write of a thing (哪些单位提到了紧日子): each that does, with the sentence."""

import re
from dataclasses import replace

from assistant.computing.figures.looking import Desk
from assistant.descriptive.places import Spot
from assistant.descriptive.quoting import quote_of
from assistant.descriptive.shape import is_shape, one_way
from assistant.descriptive.stretches import sentences
from assistant.finding.evidence import Found, Outcome
from assistant.finding.holdings import Holding
from assistant.finding.scope import places_of
from assistant.plan import Plan, Scope
from assistant.understand.everyday.uncovered_words import segments_of
from assistant.understand.words.text import without, words_of
from ingest.messages import say
from ingest.records.document import Document
from ingest.records.passage import Passage, PassageKind
from ingest.wording.glyphs import bare

_PAPER = r"(?:文件|材料|报告|文本|文档|公开|预算书|决算书|说明)"
_BODY = r"(?:单位|部门|机关|机构|[局委办厅院]|城市|[市区])"
_PLACE = r"(?:[页处]|地方)"
_WHICH = r"(?:哪(?:里|[一几两]?[些个家份篇本]?)的?|(?:有|共)?(?:多少|几)[个家份篇本]?)"
_WRITES = r"(?:(?:说|写|提|讲|谈)(?:到|及|明|过|了|着|起)+|强调|载明|点名)(?:过|了|到)*"
_HOLDS = rf"(?:{_WRITES}|(?:涉及|出现|含有|带有|有)(?:过|了|到)*)"
_WRITES_IN = rf"(?:{_WRITES}|(?<=[里中上]){_HOLDS})"
_NOT = r"(?P<no>没有?|未|不曾|从没|从未)?(?:曾|专门|明确)*"
_WITHIN = (
    rf"(?:的?{_PAPER}|的?[预决]算|的?项目|的?(?:绩效)?目标)*(?:里|中|上|当中|里面|里头|之中)?"
    r"(?:都|也|曾|明确|专门|是|在)*"
)
_TOPIC = r"(?P<topic>[^，,。；;？?]{2,24}?)"
_ENDS = r"[呢啊吗]?[？?。]?$"
_LATER = (
    rf"(?:一词|这个词|[这几]*[两三四五六七八]?个字|的?(?:说法|字样))?[，,]?(?:都|会|只|分别|具体)*(?:在|被)?{_WHICH}"
)
# 哪些单位的文件里提到了X; X在哪些文件里出现过
_SAID = (
    re.compile(rf"{_WHICH}(?P<things>{_BODY}){_WITHIN}{_NOT}{_WRITES_IN}{_TOPIC}(?:的?(?:字样|说法|字眼))?{_ENDS}"),
    re.compile(
        rf"{_WHICH}(?P<things>{_PAPER}|{_PLACE}){_WITHIN}{_NOT}{_HOLDS}{_TOPIC}(?:的?(?:字样|说法|字眼))?{_ENDS}"
    ),
    re.compile(rf"{_TOPIC}{_LATER}(?P<things>{_BODY}){_WITHIN}{_NOT}(?:被)?{_WRITES_IN}{_ENDS}"),
    re.compile(rf"{_TOPIC}{_LATER}(?P<things>{_PAPER}|{_PLACE}){_WITHIN}{_NOT}(?:被)?{_HOLDS}{_ENDS}"),
)
_PAGES = ("页", "处", "地方")
_LEADS = re.compile(r"^(?:过|了|要|到|的|有|关于|在|请问|一下|说|讲|因为?|由于)+")
_QUOTED = re.compile(r"[“\"「『《]([^”\"」』》]{2,30})[”\"」』》]")
_FUNDS = re.compile(r"项目|科目|经费|资金|[多少]钱|金额|万元|[高低大小多少]于|超过")
# What ties the words of a thing: 因改革导致减少.
_JOINED = re.compile(r"导致|造成|引起|引发|使得|由于|因为|[因让使令的和与及、]")
_CONTENT = ("n", "v", "a", "j", "l", "i")  # parts of speech
_NARROWED = 64  # documents whose sentences are all looked at; of more the search by words picks passages first
_SHOWN = 8  # of the pages of one document that write of a thing


def mentioned(desk: Desk, plan: Plan) -> Outcome | None:
    """The bodies, documents or pages that write of a thing; None where a question asks for none of these."""
    asked = _asked(plan)
    if asked is None:
        return None
    things, topic, denied = asked
    scope = replace(_scope(plan), kinds=())
    documents = _documents(desk, scope)
    spoken = _spoken(desk, documents, topic)
    if not spoken:
        return Outcome("refusal", message=say("describe.none_mentions", plan.language, word=topic))
    chosen = spoken[:_SHOWN] if things in _PAGES else _one_each(spoken, by_body=re.fullmatch(_PAPER, things) is None)
    named = [_name(plan, spot, things) for spot, _, _ in chosen]
    if denied:
        message = say("describe.mentioned_by", plan.language, word=topic, bodies="、".join(dict.fromkeys(named)))
        return Outcome("refusal", message=message)
    quotes = [quote_of(*each) for each in chosen]
    found = [Found(name, None, "", quote.sources) for name, quote in zip(named, quotes, strict=True)]
    lead = say("describe.mention_lead", plan.language, word=topic, count=len(found))
    return Outcome("list", found=found, quotes=quotes, lead=lead)


def _asked(plan: Plan) -> tuple[str, str, bool] | None:
    """What is asked for (单位, 文件, 页), the thing written of, and whether those are asked for that do not."""
    text = words_of(plan.question).text.strip()
    for pattern in _SAID:
        found = pattern.search(text)
        if found is None or _FUNDS.search(found["topic"] if _QUOTED.search(found["topic"]) is None else ""):
            continue
        quoted = _QUOTED.search(found["topic"])
        topic = quoted[1] if quoted else _LEADS.sub("", without(found["topic"], plan.bodies)).strip('“”"《》 ')
        moved = one_way(bare(topic)) and not (quoted or _JOINED.search(topic))  # 哪些部门说了预算减少 asks for figures
        if len(bare(topic)) > 1 and not moved and not is_shape(bare(topic)):
            return found["things"], topic, found["no"] is not None
    return None


def _scope(plan: Plan) -> Scope:
    scopes = [ask.scope for ask in plan.asks if ask.scope.departments]
    return scopes[0] if scopes else plan.scope


def _documents(desk: Desk, scope: Scope) -> list[Document]:
    """All documents of a scope, of every year where none is said."""
    held = {d.id: d for options in places_of(desk.library, scope, desk.units) for p in options for d in p.documents}
    return [d for d in held.values() if not scope.years or d.year in scope.years]


def _spoken(desk: Desk, documents: list[Document], topic: str) -> list[tuple[Spot, int, int]]:
    """The sentences that write of a thing as said, else those that hold all its words; entries of glossaries last."""
    near: set[str] | None = None
    if len(documents) > _NARROWED and desk.passages is not None:
        passages = desk.passages(topic, sorted(d.id for d in documents))
        near, own = {p.id for p in passages}, {p.document_id for p in passages}
        documents = [d for d in documents if d.id in own]
    looked_at = [
        (desk.library.holding(document.id), passage)
        for document in documents
        for passage in sorted(
            desk.library.holding(document.id).passages, key=lambda p: (p.kind is PassageKind.GLOSSARY, p.ordinal)
        )
        if passage.kind is not PassageKind.CONTENTS and (near is None or passage.id in near)
    ]
    for words in ([bare(topic)], _words(topic)):
        told = [
            (_spot(holding, passage), start, end)
            for holding, passage in looked_at
            for start, end, said in sentences(passage.text)
            if words and all(word in said for word in words)
        ]
        if told:
            return told
    return []


def _spot(holding: Holding, passage: Passage) -> Spot:
    row = holding.rows.get(passage.row_id or "")
    return Spot(holding, passage, f"{row.row.label} {row.row.body or ''}".strip() if row is not None else "")


def _words(topic: str) -> list[str]:
    """The words of a thing that have to stand in one sentence; none where one of them is but a sign: 大数据."""
    parts = [p for p in _JOINED.split(bare(topic)) if p]
    words = [(w, tag) for part in parts for _, _, w, tag in segments_of(words_of(part)) if tag[:1] in _CONTENT]
    return [w for w, _ in words] if len(words) > 1 and all(len(w) > 1 for w, _ in words) else []


def _one_each(spoken: list[tuple[Spot, int, int]], by_body: bool) -> list[tuple[Spot, int, int]]:
    """The first sentence of each document, or of each body."""
    first: dict[str, tuple[Spot, int, int]] = {}
    for each in spoken:
        document = each[0].holding.document
        first.setdefault((document.department or document.title) if by_body else document.id, each)
    return list(first.values())


def _name(plan: Plan, spot: Spot, things: str) -> str:
    document = spot.holding.document
    if things in _PAGES:
        return say("describe.page_of", plan.language, document=document.title, page=spot.passage.page)
    if re.fullmatch(_PAPER, things):
        year = say("describe.year", plan.language, year=document.year) if document.year else ""
        return f"{document.department}{year}{document.kind.value}" if document.department else document.title
    return document.department or document.title
