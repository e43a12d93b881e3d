"""How much of a word a printed text holds: all of it, another word for it, or a part; never its opposite."""

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from assistant.lexicon import classified_words

_FILES = (
    "everyday.toml",
    "goods.toml",
    "fields_economy.toml",
    "fields_people.toml",
    "fields_order.toml",
    "results.toml",
)
_LEAST = 0.5  # of a word's character pairs
_OF_TWO_WORDS = 3  # character pairs of a word that two words of two make up
_CODE, _PART = 6, 3  # digits of the shortest number that is said in part, and of such a part
_NUMBER = re.compile(r"\d{2,}")
_LEVEL = 2  # digits of one level of a code of the classification
_MONEY = ("费用", "经费", "资金", "支出", "开支", "预算", "金额")
# Characters that tell things apart which are alike otherwise: 小微企业 is not 中小企业, 二期 not 一期.
_CONTRASTS = tuple(
    frozenset(kind)
    for kind in (
        *("大中小微", "一二三四五六七八九十", "东西南北", "上下", "前后", "内外", "新旧", "收支", "增减", "城乡"),
        *("男女", "早晚", "高低", "长短", "购租养", "初末", "甲乙丙丁", "离在", "水电气", "左右", "省市县区镇乡"),
    )
)

# Kinds of things told apart by words, each kind with its other names: a 台式 computer is no 便携式 one.
_KINDS = (
    (("台式",), ("便携", "笔记本", "笔记型", "手提", "膝上"), ("平板",)),
    (("彩色",), ("黑白",)),
    (("激光",), ("喷墨",)),
    (("线上",), ("线下",)),
)


@lru_cache(maxsize=16384)
def wordings(word: str) -> frozenset[str]:
    """A word with the other words for the same thing, whole or in part: 农村低保, 农村最低生活保障."""
    found = _sets().get(word, frozenset()) | {word}
    if len(word) > 2 and word[-1] == "车" and word[-2] != "用":
        found |= {f"{word[:-1]}用车"}  # kinds of cars are printed as 特种专业技术用车
    if "出国" in found:
        found |= _abroad()
    if len(word) > 2:
        ends = [at for at in range(len(word) + 1) if at in (0, len(word)) or not word[at - 1 : at + 1].isdigit()]
        pieces = {word[i:j] for i in ends for j in ends if j - i > 1} - {word}
        parts = (piece for piece in pieces if piece in _sets())
        found |= {word.replace(part, other) for part in parts for other in _sets()[part]}
    return found


def held(word: str, text: str) -> float:
    """The share of a word that a text in comparison form holds, 0 to 1; under a half counts as nothing."""
    if word in text:
        ends_code = len(word) == _LEVEL and re.search(rf"\d{{{_PART},}}{word}(?!\d)", text)  # 02项 of 2012902
        return 1.0 if not word.isdigit() or ends_code or prints_number(text, word) else 0.0
    if any(other in text for other in wordings(word)):
        return 0.95
    if word in _DAILY and told_by_day(text):
        return 0.95
    pairs = _pairs_of(word)
    if len(pairs) < 2:
        return 0.0
    told = [pair for pair in (pairs[0], pairs[-1]) if pair not in _MONEY]  # 接待费用 is 接待费
    if len(pairs) == _OF_TWO_WORDS and not all(pair in text for pair in told):
        return 0.0  # 人民调查 is no 人民调解, nor 办公用房 any 办公用品: the pair in the middle is no word
    if any(number not in text for number in _numbers_of(word)):
        return 0.0  # 12346热线 is no 12345热线: a number is told in full or not at all
    share = sum(pair in text for pair in pairs) / len(pairs)
    return 0.9 * share if share >= _LEAST and not contradicts(word, text) else 0.0


# A quantity that is named by the day it is done on: 垃圾日清运量, 日供水能力 tell what is done 每天.
_BY_DAY = re.compile(r"(?<![\d节作假休生当今昨末月])日(?:均|[\u4e00-\u9fff]{1,6}(?:[量数]|能力|规模|人次))")
_DAILY = frozenset(("每天", "每日", "天天"))


def told_by_day(text: str) -> bool:
    """Whether a text names a quantity by the day: 垃圾日清运量."""
    return _BY_DAY.search(text) is not None


@lru_cache(maxsize=16384)
def _pairs_of(word: str) -> tuple[str, ...]:
    """The character pairs of a word, in order."""
    return tuple(word[i : i + 2] for i in range(len(word) - 1))


@lru_cache(maxsize=16384)
def _numbers_of(word: str) -> tuple[str, ...]:
    """The numbers of more than one digit in a word."""
    return tuple(_NUMBER.findall(word))


def prints_number(text: str, number: str) -> bool:
    """Whether a text prints a number by itself or within one as long as a code or a term of years: no 1234 in 12345."""
    part = len(number) >= _PART
    return any(number == run or (part and len(run) >= _CODE and number in run) for run in re.findall(r"\d+", text))


def spelt_in(short: str, name: str) -> bool:
    """Whether a name holds all characters of a short form in their order: 质安站 of 质量安全监督站."""
    rest = iter(name)
    return all(character in rest for character in short)


def contradicts(word: str, text: str) -> bool:
    """Whether a text says another of a kind than the word does: 一期 where 二期 is asked for."""
    for said, others in _contrasts_of(word):
        if any(sign not in text for sign in said) and any(sign in text for sign in others):
            return True
    return False


def tells_apart(one: str, other: str) -> bool:
    """Whether two signs are of one kind that tells things apart: 东 and 西, 一 and 二."""
    return any(one in kind and other in kind for kind in _CONTRASTS)


@lru_cache(maxsize=16384)
def _contrasts_of(word: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The signs of a word that tell things apart, each kind with the signs that would say another."""
    kinds = ((kind.intersection(word), kind.difference(word)) for kind in _CONTRASTS)
    named = [(kind, i) for kind in _KINDS for i, names in enumerate(kind) if any(name in word for name in names)]
    others = (
        (frozenset(kind[i]), frozenset(n for j, of in enumerate(kind) if j != i for n in of)) for kind, i in named
    )
    return (*((said, others) for said, others in kinds if said), *others)


@cache
def everyday_words() -> re.Pattern[str]:
    """The words of the sets that are longer than a character, longest first; a number in them is said in full."""
    said = {word for group in _everyday() for word in group}
    words = sorted((w for w in said if len(w) > 1), key=len, reverse=True)
    return re.compile("|".join(_in_full(re.escape(word)) for word in words))


def _in_full(word: str) -> str:
    return ("(?<!\\d)" if word[0].isdigit() else "") + word + ("(?!\\d)" if word[-1].isdigit() else "")


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files("assistant.lexicon").joinpath("everyday.toml").read_text("utf-8"))


@cache
def _abroad() -> frozenset[str]:
    return frozenset(map(str, _data()["abroad"]))


@cache
def _sets() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in (*_everyday(), *classified_words()):
        for word in group:
            found.setdefault(word, set()).update(group)
    return {word: frozenset(group) for word, group in found.items()}


@cache
def _everyday() -> tuple[tuple[str, ...], ...]:
    room = resources.files("assistant.lexicon")
    files = (tomllib.loads(room.joinpath(name).read_text("utf-8")) for name in _FILES)
    return tuple(tuple(map(str, group)) for data in files for group in data["sets"])
