"""Words of courtesy and of asking around a question, which ask for nothing: 麻烦帮我查一下, 打扰一下想核对：, 盼复.

Two things go: a clause made of nothing but such words (closed classes, ``lexicon/courtesy.toml``), wherever it
stands, and the wish with a verb of asking at the head of the clause that asks. A verb alone may belong to a name
(查处, 看守所); a word that turns the question round (不, 没, 除), bounds it or works on figures (汇总, 排序) is never
part of it.

Who says where he lives names his street or town with it: 我是甲的居民，街道… is 甲街道….
"""

import itertools
import re
import tomllib
from functools import cache
from importlib import resources

_MOST = 24  # characters of a clause of courtesy
_LEAST = 4  # characters that have to be left for a question
_CUT = re.compile(r"[，,。！!；;：\n？?]+|(?<=[一-龥]):")
_BRACKETS = re.compile(r"[（(【]([^（）()【】]{1,20})[）)】]")
_AT_HOME = re.compile(
    r"^\s*我(?:是|家?住在?|家?在)(?P<place>(?:(?!街道|社区|[乡镇市区县省])[一-龥]){2,4}?)(?P<kind>街道|镇|乡)?(?:这边|那边|本地)?的?"
    r"(?:老?居民|街坊|住户|村民|群众|老?百姓|人)?[，,]\s*(?:请问|想?问一?下?)?(?:我们|咱们?|你们)?(?(kind)(?P=kind)|(?P<own>街道|镇(?!长)|乡))(?=[一-龥])"
)
_TOLD_BY = r"(?:单位)?(?:领导|同事|上级|老师|编辑|主编|客户)们?(?=想|要|让|叫)"
# 逐项列明, 逐一写出: one by one is a list, whatever the verb.
_ONE_BY_ONE = re.compile(
    r"逐[一项条个笔家]地?"
    r"(?:写出来?|写明|写清楚?|列明|列示|注明|标明|指明|指出|给出|摘出|摘录|报出来?|说出|告知)"
)
# Before an order that says what to do with figures, which stays: 劳烦合计一下.
_BEGGED = re.compile(
    r"(?:^|(?<=[，,。；;：:？?]))(?:劳烦|烦请|有劳|劳驾|烦劳|敬请|恳请|不好意思|打扰一下|冒昧)(?:您|你|大家|各位)?(?=[一-龥])"
)
# 想看看钱花到哪儿了。某局…多少？ A wish that ends before the question is put.
_WISHED_APART = re.compile(
    r"^\s*(?:我们?|就|很)?想(?:要)?[^。？?！!：:]*。(?:[^。！!]*[？?]|请[把将列给按找排算])"
    r"|^\s*(?:我们?|就|很)?想(?:要)?[^。？?！!：:，,]*(?:情况|水平|现状|行情|趋势|做法|经验|力度|怎么样|咋样|怎样)[，,]"
)
_LISTED = re.compile(r"^(?:请|麻烦|烦请|劳烦|劳驾)?(?:您|你)?(?:帮我|给我)?逐一列出[，,：: ]*")


@cache
def classes() -> dict[str, str]:
    """The closed classes, each as one pattern."""
    data = tomllib.loads(resources.files("assistant.lexicon").joinpath("courtesy.toml").read_text("utf-8"))
    return {name: "|".join(entry["zh"]) for name, entry in data.items()}


@cache
def _opening() -> re.Pattern[str]:
    """A greeting, and wishes with a verb of asking, telling or working out."""
    c = classes()
    helping = "好奇|让|叫|帮忙|协助|帮|给我们?|替我们?|给|一下"
    others = f"(?:{c['others']})(?=[想要让叫问需拟])|(?:谁|哪位)(?=能告诉|知道)"
    before = f"(?:{_TOLD_BY}|{others}|{c['persons']}|{c['courtesies']}|{c['wishes']}|{c['manners']}|{helping})"
    # A whole verb: 可以查询的 is no wish.
    verb = f"(?>{c['asking']}|{c['telling']}|{c['working']})(?![不没出的])"
    both = f"(?:{verb}(?:{c['ends']})*(?:并且?|和|及)?)+"
    softly = f"(?:(?:{c['asking']})(?:一下|一眼|一声|一句|下(?![属达级设]))|{_TWICE})我?"
    return re.compile(rf"^\s*{_GREETED}?(?:(?:{before}+{both}|{softly}|{c['sources']})\s*[,，:：]?\s*)+")


_TWICE = "看看|瞧瞧|瞅瞅|查查|问问|说说|讲讲|找找|算算"
_GREETED = r"(?:(?:[一-龥]{0,4}(?:您好|你好)|大家好|老师|同志|亲)\s*[,，、!！。]\s*)"


@cache
def _nothing_said() -> re.Pattern[str]:
    """A clause made of nothing but words of courtesy and of asking, one of them telling."""
    c = classes()
    written = (
        f"(?:我们?|本人)?(?:正?在|要|需要?)?[写做填出发审核编改交备赶补](?:一[份篇个])?(?:{c['goods']})(?:需?要)?用?的?"
        "(?:[一几]?[组个些]?(?:数据|数字|基数))?"
    )
    needed = f"(?:{c['goods']})[里中上]?(?:需?要|急?等着)?(?:{c['uses']})"
    checked = f"(?:审计|财务|业务|内部|工作)?(?:{c['uses']})?(?:核对|核实|查证|复核|参考|参阅|对账|填报|引用)用?"
    acts = (
        written,
        needed,
        checked,
        *(c[k] for k in ("unsure", "courtesies", "asking", "telling", "offers", "sources")),
    )
    act = f"(?:{'|'.join(acts)}|老师好|各位好)"
    rest = "|".join(
        c[kind] for kind in ("persons", "others", "wishes", "manners", "things", "goods", "uses", "particles")
    )
    rest = f"{rest}|算(?:一下|一算|算|出来)|计算(?:一下|出来)"  # 请帮我算一下好吗
    return re.compile(f"(?=.*?{act})(?:{act}|{rest})+吗?", re.IGNORECASE)


_HOPED = re.compile(r"[能可行好成]|方便|麻烦|知道|了解")


def _says_nothing(clause: str) -> bool:
    """Whether a clause is courtesy alone; 吗 only where it asks whether one may be asked."""
    said = re.sub(r"\s", "", clause)
    if not 0 < len(said) <= _MOST or _nothing_said().fullmatch(said) is None:
        return False
    return not said.endswith("吗") or _HOPED.search(said) is not None


def without_courtesy(question: str) -> str:
    """The question without its words of courtesy; whole where too little would be left."""
    question = _AT_HOME.sub(lambda found: found["place"] + (found["kind"] or found["own"]), question)
    kept = _without_empty_clauses(question)
    kept = kept if len(kept) >= _LEAST else question
    kept = _LISTED.sub("列出", _ONE_BY_ONE.sub("逐一列出", kept))
    if _WISHED_APART.match(kept):
        return kept  # what is wished before the question is its lead: everyday/leads.py
    for opening in (_opening(), re.compile(rf"^\s*{_GREETED}")):
        found = opening.match(kept)
        if found is not None and len(kept) - found.end() >= _LEAST:
            return kept[found.end() :]
    return _BEGGED.sub("", kept)


def _without_empty_clauses(question: str) -> str:
    """The question without the clauses, also bracketed ones, that say nothing."""
    text = _BRACKETS.sub(lambda found: "" if _says_nothing(found[1]) else found[0], question)
    cuts = [0, *(found.end() for found in _CUT.finditer(text)), len(text)]
    pieces = [text[low:high] for low, high in itertools.pairwise(cuts) if high > low]
    empty = [_says_nothing(_CUT.sub("", piece)) for piece in pieces]
    for at in range(1, len(pieces) - 1):  # 想了解机构情况，想请教：… what leads up ends where one begins to ask
        empty[at] = empty[at] and (all(empty[:at]) or not opening_of(pieces[at]))
    if not any(empty) or all(empty):
        return text
    kept = "".join(piece for piece, gone in zip(pieces, empty, strict=True) if not gone)
    if empty[-1]:
        kept = kept.rstrip("，,；;：: ")
        asked = pieces[-1].rstrip()[-1:]
        kept += asked if asked in "？?" and kept[-1:] not in "？?。" else ""
    return kept


def opening_of(text: str) -> int:
    """The length of a polite opening at the start of a text; zero where there is none."""
    found = _opening().match(text)
    return found.end() if found is not None else 0
