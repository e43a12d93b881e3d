"""What a question counts of several kinds, each for itself: 民事、刑事案件各多少件; 多少件民事案、多少件刑事案."""

import re
from collections.abc import Iterable

from assistant.finding.evidence import Outcome
from ingest.records.units import UnitKind

_EACH = re.compile(r"(?:分别|依次|各自?)(?:要|得|是|为|有|定了?|完成|指派|办理)*(?=[^，,。；;？?]*(?:多少|几))")
_AGAIN = re.compile(r"(?:多少|几)(?P<unit>[人名位件场期次份家个台套辆户])(?P<thing>[一-龥]{2,6})(?=[、和与及，,])")
_SERIES = re.compile(r"[一-龥]{2,}(?:(?:、|[和与及])[一-龥]{2,})+")
_MEMBER = re.compile("[、和与及]")
_SO_MANY_KINDS = re.compile(r"[二两三四五六七八九十]+(?:类|种|项|个方面)(?=的?[一-龥]{2})")
_KEYWORDS = re.compile(r"\S{2,}(?: +\S{2,}){4,}")
_YEAR = re.compile(r"(?<= )20\d\d年?(?:度)?(?= |$)")
_NUMBER = re.compile("(?:数量|数目|个数)(?=(?:各|分别|依次)?(?:是|为|有)?(?:多少|几))")


def said_each(question: str) -> tuple[str, int] | None:
    """The question as one that counts once, and how many kinds it names (0 where blanks part them); None of one."""
    if _KEYWORDS.fullmatch(question.strip("？? ")) and not re.search("[、，,]", question):
        return _YEAR.sub("", question), 0
    repeated = [found["unit"] for found in _AGAIN.finditer(question)]
    each = _EACH.search(question)
    if each is None and not repeated:
        return None
    once = _AGAIN.sub(r"\g<thing>", question) if len(set(repeated)) == 1 else question
    once = _NUMBER.sub("", once)
    once = _SO_MANY_KINDS.sub("", _EACH.sub("", once))
    last = re.search(r"(?:多少|几)[人名位件场期次份家个台套辆户]", once)
    counts = re.sub(r"(?:多少|几)[人名位件场期次份家个台套辆户]", "", once) if last else once
    members = [len(_MEMBER.split(found[0])) for found in _SERIES.finditer(counts)]
    return (once, max(members)) if members else None


def only_words_or_money(outcomes: Iterable[Outcome]) -> bool:
    """Whether all that was found is refusals, quotations and amounts of money: none of them is what is counted."""
    return all(
        o.kind in ("refusal", "quotes")
        or (o.kind == "figures" and all(f.figure and f.figure.unit.kind is UnitKind.MONEY for f in o.found))
        for o in outcomes
    )
