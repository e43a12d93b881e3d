"""Where a clause names units of a department: of one kind (四所监狱, 各家医院), or all of them with its office."""

import re
from collections.abc import Sequence

from assistant.plan import OWN_LEVEL, Term
from assistant.understand.clauses.clause import Clause
from assistant.understand.words.concept_terms import name_term
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words

_NUMBER = r"[\d一二两三四五六七八九十几多少各每那哪]+"
_HOUSE = re.compile(r"[馆厂站园校院库场]$|监狱$")  # 两座水厂 are bodies, 十四座危桥 are none
_COUNTED_BEFORE = re.compile(rf"{_NUMBER}(?P<by>[所座家])的?\Z")
_COUNTED_AFTER = re.compile(rf"(?:一共|总共|共)?有?{_NUMBER}(?P<by>[所座家])")
_EACH_BEFORE = re.compile(rf"(?:{_NUMBER}个|[各每])\Z")
_BELOW = r"(?:下属|所属|直属|下辖|二级)的?"
_OWN_AND_UNITS = re.compile(
    r"(?:本级|机关|本部)(?:和|及|与|跟|连同|加上?|以及|、)(?:其|它的|所有|全部|各)*"
    rf"(?:(?:{_NUMBER}[个家])?{_BELOW}|{_BELOW}(?:{_NUMBER}[个家])?)的?(?:预算|事业)?单位"
)


def units_of_a_kind(clause: Clause) -> None:
    """Take a name that is counted as bodies are for the units that bear it: 四所监狱, 各家医院, 监狱一共几所.

    Of a house it holds without a measure word as well, where it says whose a thing is: 各监狱的甲, 四个监狱的甲.
    """
    for term in clause.terms:
        house = _HOUSE.search(term.text) is not None
        if house and f"{term.text}系统" in clause.words:  # 监狱系统的甲: of all that there are
            clause.parts = [[t for t in part if not t.text.startswith("系统")] for part in clause.parts]
        if term.kind in ("name", "like") and _is_counted(term.text, clause.words, house, len(clause.terms) > 1):
            others = [[t for t in part if t is not term] for part in clause.parts]
            clause.parts = [[term, *part] for part in others if part] or [[term]]
            clause.entity, clause.of_kind = "unit", True
            return


def _is_counted(name: str, words: str, house: bool, beside: bool) -> bool:
    """Whether a name stands in words as counted bodies do; a house beside what is asked of it also by the way."""
    measure = "所座家" if house else "所家"
    at = words.find(name)
    while at >= 0:
        before, after = words[:at], words[at + len(name) :]
        for counted in (_COUNTED_BEFORE.search(before), _COUNTED_AFTER.match(after)):
            if counted is not None and counted["by"] in measure:
                return True
        if house and beside and ((_EACH_BEFORE.search(before) and after.startswith("的")) or after.startswith("系统")):
            return True
        at = words.find(name, at + 1)
    return False


def own_and_units(clause: Clause) -> None:
    """Take 本级和两个下属单位 for the three units of a department, its own office one of them."""
    if clause.own_level and _OWN_AND_UNITS.search(clause.words):
        clause.own_level = False
        clause.entity = "unit" if clause.entity == "department" else clause.entity or "unit"  # 某厅部门里，本级和…
        clause.said_count = clause.said_count and clause.said_count + 1


def of_each_house(clause: Clause, before: Sequence[Term]) -> bool:
    """Whether a clause asks the thing spoken of of each unit of a kind: 罪犯生活保障一共多少，各监狱分别多少."""
    alone = clause.each and len(clause.terms) == 1 and not clause.operators
    name = clause.terms[0].text if alone else ""
    house = bool(name) and _HOUSE.search(name) is not None and re.search(f"[各每]{re.escape(name)}", clause.words)
    return bool(house) and bool(before) and not any(_HOUSE.search(t.text) for t in before)


_ITS_OTHERS = re.compile(
    r"的?(?:其他|其它|其余|另外)?的?(?:各|每|所有|全部|下属|所属|直属)*(?:[个家])?(?:预算|事业)?单位"
)


def beside_a_body(clause: Clause, words: Words, token: Span) -> None:
    """Leave a department's own office out of its units (甲局以外其他单位); beside it alone nobody is named."""
    if _ITS_OTHERS.match(words.key, token.end):
        clause.excluded.append(name_term(OWN_LEVEL))
    else:
        clause.unknown.append(token.text)
