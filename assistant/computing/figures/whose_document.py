"""Whose document is spoken of, of which year and kind: 这份预算是哪个单位哪一年的; which documents are held."""

import re
from itertools import chain

from assistant.answer import SourceRef
from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Found, Outcome
from assistant.finding.holdings import department_key
from assistant.plan import Plan
from assistant.saying.refusals import departments_held
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.records.document import Document
from ingest.wording.glyphs import bare

_PAPER = r"(?:文件|文档|材料|资料|报告|PDF|pdf|预算书|决算书|公开(?:文本|稿)?)"
_BOOK = r"(?:(?:部门|单位|政府)?(?:预算|决算|收支|绩效目标|三公(?:经费)?)(?:草案|公开|报)?(?:表|书)?)"
_THIS = r"(?:我?(?:这|该|本|当前|上传|读入|刚才|说)的?(?:里|边)?(?:一)?)"
_POINTED = (
    rf"(?:(?:{_THIS}[份本套篇](?:{_BOOK}|{_PAPER}|东西|表)*|{_THIS}?个?(?:{_BOOK}|的)?{_PAPER})(?:里面?|上面?|中)?的?)"
)
_BODY = r"(?:(?:哪一?(?:个|家)?|什么)(?:具体)?(?:单位|部门|机关|机构|局|地方|政府)|谁家?)"
_YEAR = r"(?:(?:哪(?:一|个)?|什么|几几)(?:年度|年份|年|财年|财政年度))"
_KIND = rf"(?:{_BOOK}还是{_BOOK}(?:还是{_BOOK})?|(?:什么|哪[一]?[种类])(?:类型的?)?(?:文件|预算|决算|表))"
_ASKED = rf"(?:{_BODY}|{_YEAR}|{_KIND})"
_IS = r"(?:都|又)?(?:是|属于|来自|出自|讲的?是|说的?是|写的?是|由|归|叫)"
_TAIL = rf"(?:编制|编写|编|发布|公布|公开|做|出|发)?的?(?:{_BOOK}|{_PAPER})?"
_SAYS = rf"{_IS}{_ASKED}{_TAIL}(?:(?:和|与|以及|又|还有)?(?:{_IS})?{_ASKED}{_TAIL})*"
_END = r"[呢啊呀吗的]*"
# 这份预算是哪个单位哪一年的, 文件是谁编的.
_OF_THIS = re.compile(rf"(?:请问)?{_POINTED}{_SAYS}{_END}")
# 这是哪个单位的预算: where nothing was told before that 这 may point to.
_OF_WHAT_IS_HELD = re.compile(rf"(?:请问)?这(?:个|些)?{_SAYS}{_END}")
_WHICH_HELD = re.compile(
    rf"(?:请问|你们?|系统|库里|这里|现在|目前|已经|已|手上|手头)*(?:里)?(?:一?共|总共|都)?"
    rf"(?:(?:读入?|读取|收录|加载|载入|导入|上传|存|装|掌握|知道|有)(?:过|了|着)?)(?:的)?"
    rf"(?:(?:哪些|哪几[份个]|什么|几份|多少份)(?:单位|部门|机构|年份?)?的?{_PAPER}|{_PAPER}(?:有|都有|是|都是|包括)哪些){_END}"
)
_HELD_MOST = 12  # documents told by name where many are held


def asks_of_document(plan: Plan, told_before: bool) -> bool:
    """Whether a question asks whose a document is, of which year or kind, and nothing that it prints."""
    words = without(bare(plan.question), map(bare, plan.bodies))
    return bool(_OF_THIS.fullmatch(words) or (not told_before and _OF_WHAT_IS_HELD.fullmatch(words)))


def whose_document(desk: Desk, plan: Plan, earlier: list[Outcome] | None) -> Outcome | None:
    """Body, year and kind of the document spoken of; None where a question asks for anything else."""
    if _WHICH_HELD.fullmatch(bare(plan.question)):
        return _held(desk)
    if not asks_of_document(plan, bool(earlier)):
        return None
    documents = _spoken_of(desk, plan, earlier)
    if not documents:
        held, departments = len(desk.library.documents), departments_held(desk.library, desk.language)
        return Outcome("refusal", message=say("answer.which_document", desk.language, count=held, names=departments))
    told = [_told(document, desk.language) for document in documents]
    return Outcome("list" if len(told) > 1 else "blank", found=told, message=told[0].label, narrowed=True)


def _spoken_of(desk: Desk, plan: Plan, earlier: list[Outcome] | None) -> list[Document]:
    """The documents that the turn before was answered from, of the body named, or the only one held."""
    held = {d.id: d for d in desk.library.documents}
    keys = {key for ask in plan.asks for keys in ask.scope.departments for key in keys}
    before = earlier or ()
    shown = [s for o in before for s in chain(*(f.sources for f in o.found), *(q.sources for q in o.quotes))]
    ids = dict.fromkeys(s.document_id for s in shown if s.document_id in held)
    if ids:
        return [held[id] for id in ids]
    if keys:
        return [d for d in desk.library.documents if department_key(d) in keys]
    return list(held.values()) if len(held) == 1 else []


def _held(desk: Desk) -> Outcome:
    """The documents that are held, the first of them by name."""
    documents = sorted(desk.library.documents, key=lambda d: (d.department or "", d.year or 0, d.id))
    found = [_told(document, desk.language) for document in documents[:_HELD_MOST]]
    method = say("answer.documents_held", desk.language, count=len(documents), shown=len(found))
    return Outcome("list", found=found, method=[method], lead=method, narrowed=True)


def _told(document: Document, language: str) -> Found:
    """Body, year, kind and title of a document as words; what is worked out and not printed is said so."""
    label = say(
        "answer.document_is",
        language,
        department=document.department or say("ui.department_not_printed", language),
        year=document.year or "",
        kind=document.kind.value,
        title=document.title,
        file=document.file_name,
    )
    if "year" in document.inferred:
        label += say("answer.year_worked_out", language)
    source = SourceRef(document.id, document.file_name, document.title, 1, None, None, None, document.title, None)
    return Found(label, None, "", [source])
