"""The pieces of an English question: every phrase with what it does in the question and its Chinese words."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources

from assistant.lexicon import concepts
from assistant.understand.bodies import Bodies
from assistant.understand.body_forms import known_places
from ingest.wording.glyphs import bare

_TOKEN = re.compile(
    r"截至[年月日底末\d]+|表\d+|[\u2e80-\u9fff“”]+|[a-z][a-z'&]*|\d+(?:,\d{3})*(?:\.\d+)?%?|[^\sa-z\d]", re.IGNORECASE
)
_SCALED = re.compile(
    r"(\d[\d,]*(?:\.\d+)?)\s*(thousand|million|billion)?\s*(yuan|rmb|cny|renminbi)\b|(\d[\d,]*(?:\.\d+)?)\s*(million|billion)\b",
    re.IGNORECASE,
)
_SCALES = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_BY_DATE = re.compile(
    rf"(?:as of|as at|by|at|on)?\s*(?:the\s+)?(end)?(?:\s+of)?\s*(?:(\d{{1,2}})\s+)?({'|'.join(_MONTHS)})"
    r"(?:\s+(\d{1,2})(?!\d),?)?\s+(20\d\d)"
    r"|(?:as of|as at|by|at)\s+(?:the\s+)?end\s+(?:of\s+)?(20\d\d)|\bend[ -](20\d\d)",
    re.IGNORECASE,
)
_NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "fifteen": "15", "twenty": "20", "a dozen": "12",
}  # fmt: skip
_ORDINALS = {"second": "2", "2nd": "2", "third": "3", "3rd": "3", "fourth": "4", "4th": "4", "fifth": "5", "5th": "5"}
_GLOSS_LEVELS = {"部门": "部门口径", "部门预算": "部门口径", "单位": "单位口径", "单位预算": "单位口径", "本级": "本级"}
_PLACES = {
    "shaanxi": "陕西", "shanxi": "山西", "inner mongolia": "内蒙古", "tibet": "西藏", "hong kong": "香港",
    "macao": "澳门", "macau": "澳门", "peking": "北京", "canton": "广州", "harbin": "哈尔滨", "urumqi": "乌鲁木齐",
}  # fmt: skip
_MOST_WORDS = 9


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an English clause: what it is, in Chinese, and as it stood."""

    kind: str  # a section of english.toml; place, body, number, ordinal, year, money, stop, unknown
    text: str
    said: str


def pieces_of(clause: str, bodies: Bodies) -> list[Piece]:
    """The pieces of a clause, longest phrases first; a Chinese gloss in brackets stands for the English before it."""
    return list(_glossed(_found(clause, _places(bodies)), bodies))


def _found(clause: str, places: dict[str, str]) -> Iterator[Piece]:
    clause = re.sub(r"(?<=[A-Za-z])[-–](?=[A-Za-z])", " ", clause)
    clause = re.sub(r"\bFY\s*(?=(?:19|20)\d\d)", " ", re.sub(r"\bIT\b", "information technology", clause))
    clause = re.sub(r"\btable\s+(\d+)\b", r" 表\1 ", clause, flags=re.IGNORECASE)
    clause = _BY_DATE.sub(_date, clause)
    clause = re.sub(r"\bwhat\s+do(?:es)?\s+(.+?)\s+(?:mean|stand for)\b", r"meaning of \1", clause, flags=re.IGNORECASE)
    words = _TOKEN.findall(_SCALED.sub(_amount, clause))
    at = 0
    while at < len(words):
        for length in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            said = " ".join(words[at : at + length])
            found = _known(said.lower(), places)
            if found is not None:
                yield Piece(*found, said)
                at += length
                break
        else:
            yield _alone(words[at])
            at += 1


def _glossed(found: Iterator[Piece], bodies: Bodies) -> Iterator[Piece]:
    kept: list[Piece] = []
    for piece in found:
        if piece.kind == "chinese" and kept and kept[-1].said == "(":
            kept.pop()
            if bare(piece.text) in bodies.by_variant:
                kept.append(_glossed_body(kept, piece))
                continue
            while kept and kept[-1].kind in ("terms", "words", "unknown", "level", "stage"):
                kept.pop()
            level = _GLOSS_LEVELS.get(piece.text)
            piece = Piece("level", level, piece.said) if level else Piece("terms", piece.text, piece.said)
        kept.append(Piece("terms", piece.text, piece.said) if piece.kind == "chinese" else piece)
    yield from kept


def _glossed_body(kept: list[Piece], gloss: Piece) -> Piece:
    """A body in its own words with the place said before it; the English of its name is taken off ``kept``."""
    place = ""
    while kept and (kept[-1].kind in (*_OF_A_NAME, "place") or kept[-1].said in _JOINED or _joins(kept)):
        taken = kept.pop()
        place = taken.text + place if taken.kind == "place" else place
    return Piece("body", gloss.text if gloss.text.startswith(place) else place + gloss.text, gloss.said)


_OF_A_NAME = ("terms", "words", "unknown", "level", "stage", "organs", "number")
_JOINED = ("'", "'s", "s")


def _joins(kept: list[Piece]) -> bool:
    """Whether an "and" stands within one name: water saving and soil conservation, not two bodies."""
    return kept[-1].kind == "joint" and len(kept) > 1 and kept[-2].kind in ("terms", "words", "unknown")


def _known(phrase: str, places: dict[str, str]) -> tuple[str, str] | None:
    phrases = _phrases()
    for form in (phrase, _plain(phrase), _plain(phrase.removesuffix("'s").removesuffix("'"))):
        if form in phrases:
            return phrases[form]
        if form.replace("'", "") in places:
            return "place", places[form.replace("'", "")]
    return None


def _plain(phrase: str) -> str:
    """A phrase without the plural of its words and hyphens."""
    return " ".join(map(_singular, phrase.replace("-", " ").split()))


def _singular(word: str) -> str:
    if len(word) <= 3 or (word.endswith(("ss", "us", "is")) and not word.endswith("eaus")) or "'" in word:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word


def _alone(word: str) -> Piece:
    low = word.lower()
    if re.fullmatch(r"(?:19|20)\d\d", word):
        return Piece("year", f"{word}年", word)
    if low in _NUMBERS or low in _ORDINALS:
        return Piece("number" if low in _NUMBERS else "ordinal", {**_NUMBERS, **_ORDINALS}[low], word)
    if re.fullmatch(r"\d[\d.,]*%?", word):
        return Piece("number", word.replace(",", ""), word)
    if word.startswith("截至"):
        return Piece("year", word, word)
    if re.match(r"[\u2e80-\u9fff“”]", word):
        return Piece("chinese", word, word)
    if word in ",:;":
        return Piece("stop", word, word)
    if re.fullmatch(r"[^\w\s]", word):
        return Piece("empty", "", word)
    return Piece("unknown", f" {word} ", word)


def _date(found: re.Match[str]) -> str:
    """A date of stock as Chinese says it: at the end of August 2024 is 截至2024年8月底."""
    if found.group(6) or found.group(7):
        return f" 截至{found.group(6) or found.group(7)}年底 "
    month = _MONTHS.index(found.group(3).lower()) + 1
    day = found.group(2) or found.group(4)
    return f" 截至{found.group(5)}年{month}月{f'{day}日' if day else '底' if found.group(1) else ''} "


def _amount(found: re.Match[str]) -> str:
    """An amount of money in 元, so that million and billion need no Chinese unit of their own."""
    number, scale = found.group(1) or found.group(4), found.group(2) or found.group(5)
    value = Decimal(number.replace(",", "")) * _SCALES[(scale or "").lower()]
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) + " yuan "


@cache
def _phrases() -> dict[str, tuple[str, str]]:
    """English phrase -> (what it is, its Chinese words)."""
    found: dict[str, tuple[str, str]] = {}
    text = resources.files("assistant.lexicon").joinpath("english.toml").read_text("utf-8")
    sections = tomllib.loads(text)
    for concept in concepts().values():
        for phrase in concept.english:
            found.setdefault(_plain(phrase.replace(",", " ")), ("terms", concept.words[0]))
    for section, entries in sections.items():
        for chinese, phrases in entries.items():
            for phrase in phrases:
                plain = _plain(phrase.replace(",", ""))
                found[phrase] = found.get(phrase, (section, "" if chinese == "words" else chinese))
                if section != "terms" or plain not in found or found[plain][0] != "stage":
                    found[plain] = (section, "" if chinese == "words" else chinese)
    return found


@cache
def _sound(name: str) -> str:
    from assistant.understand.names import sounds

    return str(sounds(name)[1])


@cache
def _gazetteer() -> dict[str, str]:
    return {_sound(place): place for place in sorted(known_places())} | _PLACES


def _places(bodies: Bodies) -> dict[str, str]:
    """Pinyin of the places of bodies, then of the cities of China: guangzhou -> 广州."""
    found: dict[str, str] = {}
    for body in bodies.all.values():
        for place in body.places:
            short = re.sub(r"(?:省|市|区|县|自治区)$", "", place) or place
            found.setdefault(_sound(short), short)
        for ending in ("街道办事处", "街道", "镇", "乡"):
            if body.organs[0].endswith(ending):
                name = re.sub(r"^人民政府", "", body.organs[0].removesuffix(ending))
                if len(name) >= 2:
                    found.setdefault(_sound(name), name)
    for sound, place in _gazetteer().items():
        found.setdefault(sound, place)
    return found
