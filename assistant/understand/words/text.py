"""The question's words in one form: half width, simplified characters, and a comparison form with its places."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ingest.wording.glyphs import bare, characters, is_cjk

_STOPS = "，,；;。？?！!\n"
_PAUSES = "、"
_CLAUSES = re.compile(r"[，,。；;？?！!]+(?!\d{3})")
_ASKED = re.compile(r"(?:多少(?:[万亿]?元|[钱万亿人个辆次台])?|多大|几何)$")
_YEAR_BEHIND = re.compile(r" +20\d\d年?(?:度)?\s*[？?]?")  # 某局 打印机多少台 2026: keywords of one question
_CODED = re.compile(r"\([^()]*(?<!\d)[2-5]\d{4}(?:\d{2})?(?!\d)[^()]*\)")  # (行政运行，2010801): one thing, named twice
_WITH_DIGITS = re.compile(r"[A-Za-z\d-]*\d[A-Za-z\d-]*")  # a code of letters and digits is in no language


@dataclass(frozen=True, slots=True)
class Words:
    """A question: ``text`` as normalised, ``key`` its comparison form, ``places`` the place in text of each key."""

    text: str
    key: str
    places: tuple[int, ...]
    breaks: frozenset[int]  # key positions before which a clause ends
    pauses: frozenset[int]  # key positions before which 、 stands
    apposed: frozenset[int] = frozenset()  # key positions at which a name with its code in brackets begins

    def spoken(self, start: int, end: int) -> str:
        """The words between two key positions, as they stand in the text."""
        if start >= end:
            return ""
        return self.text[self.places[start] : self.places[end - 1] + 1]

    def is_put(self, end: int) -> bool:
        """Whether a question mark stands behind a stretch that ends before a key position."""
        upto = self.places[end] if end < len(self.places) else len(self.text)
        return bool(end) and any(mark in self.text[self.places[end - 1] : upto] for mark in "?？")

    @property
    def at_brackets(self) -> frozenset[int]:
        """The key positions before which a bracket stands."""
        pairs = enumerate(pairwise(self.places), start=1)
        return frozenset(at for at, (one, other) in pairs if _BRACKET.search(self.text, one + 1, other))

    def key_at(self, place: int) -> int:
        """The key position of a place in the text (the next one where the place holds punctuation)."""
        for position, at in enumerate(self.places):
            if at >= place:
                return position
        return len(self.key)


_QUOTED = re.compile(r"[“\"『「《][^”\"』」》]*[”\"』」》]")
_HAN = re.compile(
    r"[\u4e00-\u9fff（）()]+"
)  # a Chinese name in an English question: Basic expenditure of 某中心 in 2026


_MONEY = re.compile(r"\d[\d,.]*\s*[(（]?[百千万亿]*元[)）]?|[(（][百千万亿]?元[)）]")


def is_english(text: str) -> bool:
    """Whether a question is put in English: more than half of its letters are Latin words; those of codes are none."""
    text = _MONEY.sub("0", text)  # projects of 某局 above 300万元
    chinese = sum(map(is_cjk, _QUOTED.sub("", text)))  # What does “机关运行经费” mean?
    words = re.findall(r"[A-Za-z]{2,}", _WITH_DIGITS.sub(" ", text))
    latin = sum(len(word) for word in words if not (chinese and word.isupper()))
    steering = len(
        re.findall(r"\b(?:how|what|which|why|the|of|is|are|does|did|in|for|list|who|when)\b", text, re.IGNORECASE)
    )
    beside = len(re.findall(r"\b(?:above|over|below|under|than|at|with|by|from|to)\b", text, re.IGNORECASE))
    around = re.match(r"[A-Za-z]+ ", text) and len(_HAN.findall(_QUOTED.sub("", text))) == 1 and steering + beside > 1
    return latin > 5 and (latin > 2 * chinese or steering >= 3 or bool(around))


def simplified(text: str) -> str:
    """Traditional characters in simplified form, one for one; text without them is returned as it is."""
    try:
        text.encode("gb2312")
        return text
    except UnicodeEncodeError:
        pass
    converter = _converter()
    text = text.replace("後", "后").replace("於", "于")  # in GB 2312, though no simplified text writes them
    text = text.replace("甚麼", "什么")
    return "".join(c if not is_cjk(c) or _in_gb2312(c) else converter(c) for c in text)


def _in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


_CONVERTERS: list[Callable[[str], str]] = []


def _converter() -> Callable[[str], str]:
    if not _CONVERTERS:
        from opencc import OpenCC

        _CONVERTERS.append(OpenCC("t2s").convert)
    return _CONVERTERS[0]


_BRACKET = re.compile(r"[()（）\[\]【】]")

# (某局，2026年某表): where to look, said in one breath; a bracket that asks or leaves out something is parted as usual.
_PLACED = re.compile(r"\((?![^()]*[几哪么吗不除含])[^()]{2,40}，[^()]{2,40}\)(?!\s*$)")

# 肆个, 第叁, 前贰名, 伍仟万: numerals as cheques write them; 伍, 陆 and 拾 alone are names and verbs as well, and
# numerals before few nouns and the ranks of large amounts.
_FORMAL = re.compile(
    r"(?:[壹贰叁肆柒捌玖]|[壹贰叁肆伍陆柒捌玖拾佰仟]{2,})(?=[个项家笔条所名份台套位种类块倍成辆元万亿百千])"
    r"|(?:(?<![队入退行部])伍|(?<![大着登内水])陆|(?<![收捡])拾)(?=[个项笔所](?!目)|个项目)"
    r"|(?:(?<![队入退行部])伍|(?<![大着登内水])陆|(?<![收捡])拾)(?=[亿佰仟百千]|万(?=[元块以多]|亿|$|\W))"
    r"|(?<=[第前])(?:[壹贰叁肆柒捌玖]|伍|陆(?!军)|拾(?![掇遗]))|(?<=百分之)[壹贰叁肆伍陆柒捌玖拾]+"
    r"|(?<=[一二两三四五六七八九\d壹贰叁肆伍陆柒捌玖])[佰仟拾](?=[亿万元块个项以壹贰叁肆伍陆柒捌玖])"
)
_PLAIN = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")


@lru_cache(maxsize=4096)  # a question and its clauses are put so again and again on the way to its answer
def words_of(question: str) -> Words:
    """A question's words in their comparison form."""
    plain = unicodedata.normalize("NFKC", characters(question))
    plain = re.sub(r"(?<!\d),|,(?!\d{3}(?!\d))", "，", plain)  # a comma between clauses, not inside 1,234
    text = simplified(plain)
    if len(text) != len(plain):  # a conversion that changes the length would move every place
        text = plain
    text = _FORMAL.sub(lambda found: found[0].translate(_PLAIN), text)
    key: list[str] = []
    places: list[int] = []
    breaks, pauses, apposed = set(), set(), set()
    brackets = [found.span() for found in _CODED.finditer(text)]
    placed = [found.span() for found in _PLACED.finditer(text)]
    for place, character in enumerate(text):
        one = bare(character)
        if any(place == start for start, _ in brackets):
            apposed.add(len(key))
        if any(start < place < end for start, end in brackets) and len(one) != 1:
            continue
        if len(one) == 1:
            key.append(one)
            places.append(place)
        elif character in _STOPS and not any(start < place < end for start, end in placed):
            breaks.add(len(key))
        elif (character in _PAUSES or character == " ") and _ASKED.search(text, 0, place):
            if not _YEAR_BEHIND.fullmatch(text, place):
                breaks.add(len(key))  # 去年多少、今年涨了多少: two questions
        elif (
            character in _PAUSES
            or (character in "/" and place)
            or text[max(0, place - 1) : place + 1] in ("”“", "」「")
        ):
            pauses.add(len(key))
    return Words(text, "".join(key), tuple(places), frozenset(breaks), frozenset(pauses), frozenset(apposed))


def clauses_of(text: str) -> list[str]:
    """The clauses of a text between its stops, without them; the stop within a number (1,000) is none."""
    return [clause for part in _CLAUSES.split(text) if (clause := part.strip())]


def without(text: str, names: Iterable[str], mark: str = "") -> str:
    """A text without some names, the longer ones first, each with a mark in its place."""
    for name in sorted(dict.fromkeys(names), key=len, reverse=True):
        text = text.replace(name, mark)
    return text
