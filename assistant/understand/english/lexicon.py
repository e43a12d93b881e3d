"""English phrases with what they do in a question and their Chinese words, from the data of the lexicon.

A phrase is looked up as it is, without plural, hyphen and British spelling, and at last without -ing and -ed.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import product

from assistant.lexicon import concepts
from assistant.understand.bodies.named import Bodies
from assistant.understand.names.fuzzy import sounds
from assistant.understand.words.body_forms import RANK, known_places, short_places

_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{2})is(e|es|ed|ing|ation|ations)\b"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{3})our(s|ing|ed|hood|hoods)?\b"), r"or\1"),
    (re.compile(r"\b(cent|met|theat|kilomet|lit)re(s)?\b"), r"\1er\2"),
    (re.compile(r"\bprogramme"), "program"),
    (re.compile(r"ll(ed|ing|er|ers|ation)\b"), r"l\1"),
    (re.compile(r"(?<=en)ce\b"), "se"),
    (re.compile(r"\bageing\b"), "aging"),
    (re.compile(r"\bparlour\b"), "parlor"),
)
# Most phrases hold none of them, and the dictionaries hold thousands: one look tells.
_ANY_SPELLING = re.compile("|".join(f"(?:{british.pattern})" for british, _ in _SPELLINGS))
_MONEY = re.compile(r"(?<=[a-z] )(?:spending|expense|outlay|expenditure|cost)$")  # one word for all of them
_SPENT = "expenditure"
# What places of a town are named after, in English.
_WAYS = {
    "路": ("road", "rd"), "大道": ("avenue", "boulevard"), "街": ("street",), "大街": ("street", "avenue"),
    "桥": ("bridge",), "新村": ("new village", "village"), "村": ("village",), "镇": ("town",), "湖": ("lake",),
    "江": ("river",), "河": ("river",), "山": ("mountain", "hill"), "岛": ("island",), "门": ("gate",),
    "公园": ("park",), "广场": ("square",), "港": ("harbor", "port"), "湾": ("bay",), "塔": ("pagoda", "tower"),
}  # fmt: skip
_SIDES = {"东": "east", "西": "west", "南": "south", "北": "north", "中": "middle"}
_JOINT = re.compile(r"\s*(?:,|&|\band\b)\s*")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase does in a question, its Chinese words, and the other Chinese it may stand for."""

    kind: str
    text: str
    others: tuple[str, ...] = ()


def _data(name: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.files("assistant.lexicon").joinpath(name).read_text("utf-8"))


def entry(phrase: str) -> Entry | None:
    """The entry of a phrase in small letters."""
    known = phrases()
    for form in (phrase, plain(phrase), plain(phrase.removesuffix("'s").removesuffix("'"))):
        if form in known:
            return known[form]
    said = plain(phrase)
    if _MONEY.search(said) is not None and (paid := _by_money().get(_MONEY.sub(_SPENT, said))) is not None:
        return paid
    kept, found = _by_stem().get(_stem(said), ("", None))
    # What sits with a unit is no site: a word that has lost nothing is none that would have lost its last e.
    other = any(whole == word + "e" for word, whole in zip(said.split(), kept.split(), strict=False))
    return None if other else found


def plain(phrase: str) -> str:
    """A phrase without plural, hyphens and British spellings."""
    return " ".join(map(_singular, spelt(phrase.replace("-", " ").replace("&", "and")).split()))


def spelt(phrase: str) -> str:
    """A phrase in American spelling."""
    if _ANY_SPELLING.search(phrase) is None:
        return phrase
    for british, american in _SPELLINGS:
        phrase = british.sub(american, phrase)
    return phrase


def _singular(word: str) -> str:
    if len(word) <= 3 or (word.endswith(("ss", "us", "is")) and not word.endswith("eaus")) or "'" in word:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word


def _stem(phrase: str) -> str:
    """Every word without -ing, -ed and a last e: installing, installed and install are one."""
    return " ".join(map(_stem_of, phrase.split()))


def _stem_of(word: str) -> str:
    cut = re.sub(r"(?:ing|ed|e)$", "", word)
    cut = cut if len(cut) >= 3 and re.search(r"[aeiouy]", cut) else word
    return cut[:-1] if re.search(r"([bdglmnprt])\1$", cut) else cut


@cache
def phrases() -> dict[str, Entry]:
    """English phrase -> its entry; what english.toml says of a phrase goes before the dictionaries."""
    found: dict[str, Entry] = {}
    for concept in concepts().values():
        for phrase in concept.english:
            found.setdefault(plain(phrase.replace(",", " ")), Entry("terms", concept.words[0]))
    for section, entries in _data("english.toml").items():
        for chinese, english in entries.items():
            for phrase in english:
                made = Entry(section, "" if chinese == "words" else chinese)
                found[phrase] = found.get(phrase, made)
                short = plain(phrase.replace(",", ""))
                if section != "terms" or short not in found or found[short].kind != "stage":
                    found[short] = made
    for phrase, made in _organs():
        found.setdefault(phrase, made)
        if found[phrase].kind == "organs":
            before = found[phrase]
            others = dict.fromkeys((*before.others, made.text, *made.others))
            found[phrase] = Entry("organs", before.text, tuple(o for o in others if o != before.text))
    for classes in _data("english_classes.toml").values():
        for chinese, english in classes.items():
            for phrase in english:
                found.setdefault(plain(phrase), Entry("terms", chinese))
    for english_words in (*_data("english_words.toml").values(), *_data("english_dictionary.toml").values()):
        for phrase, chinese_words in english_words.items():
            short, (first, *rest) = plain(phrase), str(chinese_words).split()
            before = found.setdefault(short, Entry("words", first, tuple(rest)))
            if before.kind in ("words", "terms"):
                others = dict.fromkeys((*before.others, first, *rest))
                found[short] = Entry(before.kind, before.text, tuple(o for o in others if o != before.text))
    for phrase, made in found.items():  # a plural means what its singular does
        one = found.get(plain(phrase), made)
        found[phrase] = one if (one.kind, one.text) == (made.kind, made.text) else made
    return found


def _organs() -> list[tuple[str, Entry]]:
    """Bodies by their work and kind, either before the other: housing bureau, bureau of housing."""
    data = _data("english_bodies.toml")
    made: list[tuple[str, Entry]] = []
    for chinese, english in data["bodies"].items():
        first, *rest = chinese.split()
        made.extend((plain(phrase), Entry("organs", first, tuple(rest))) for phrase in english)
    for works, said in data["fields"].items():
        for endings, kinds in data["kinds"].items():
            names = [work + end for end in endings.split() for work in works.split()]
            entry_made = Entry("organs", names[0], tuple(names[1:]))
            for work in said:
                for kind in kinds:
                    orders = (f"{work} {kind}", f"{kind} of {work}", f"{kind} for {work}")
                    made.extend((plain(name), entry_made) for name in orders)
    for rank, said in data["ranks"].items():
        made.extend((plain(phrase), Entry("tier", rank)) for phrase in said)
    return made


def joined_organ(phrase: str, organs: frozenset[str]) -> Entry | None:
    """An organ of several fields (education and sports bureau) by the names ``organs`` has, where it has any."""
    if _JOINT.search(phrase) is None:
        return None
    kinds, fields = _kinds_and_fields()
    first, _, rest = phrase.partition(" of ")
    works, _, last = phrase.rpartition(" ")
    kind, works = (first, rest) if first in kinds else (last, works)
    if kind not in kinds:
        return None
    names: list[str] = []
    for parts in _divided([part for part in _JOINT.split(works) if part], fields):
        for said in product(*parts):
            joined = ("".join(said), "".join(said[:-1]) + "和" + said[-1])
            names.extend(work + end for work in joined for end in kinds[kind])
    held = [name for name in names if name in organs]
    return Entry("organs", (held or names)[0], tuple(held[1:])) if names else None


def _divided(parts: list[str], fields: dict[str, tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], ...]]:
    """The ways in which words between joints are two fields or more; a field may hold an "and" itself."""
    for length in range(1, len(parts) + 1):
        field = fields.get(plain(" and ".join(parts[:length])))
        if field is not None and length < len(parts):
            rest = parts[length:]
            last = fields.get(plain(" and ".join(rest)))
            if last is not None:
                yield field, last
            yield from ((field, *others) for others in _divided(rest, fields))


@cache
def _kinds_and_fields() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    data = _data("english_bodies.toml")
    kinds = {kind: tuple(ends.split()) for ends, said in data["kinds"].items() for kind in said}
    fields: dict[str, tuple[str, ...]] = {}
    for works, said in data["fields"].items():
        for field in map(plain, said):
            fields[field] = (*fields.get(field, ()), *works.split())
    return kinds, fields


@cache
def _by_stem() -> dict[str, tuple[str, Entry]]:
    """The entries whose words may be inflected: things, what is done to them, and turns that say nothing more."""
    found: dict[str, tuple[str, Entry]] = {}
    for phrase, made in phrases().items():
        if made.kind in ("words", "terms") or (made.kind == "empty" and " " in phrase):
            found.setdefault(_stem(phrase), (phrase, made))
    return found


@cache
def _by_money() -> dict[str, Entry]:
    """The terms that end in a word for money spent, by one such word: travel costs are travel expenses."""
    found: dict[str, Entry] = {}
    for phrase, made in phrases().items():
        if made.kind == "terms" and _MONEY.search(phrase):
            found.setdefault(_MONEY.sub(_SPENT, phrase), made)
    return found


@cache
def unit_ends() -> dict[str, tuple[str, ...]]:
    """The English noun at the end of a unit's name -> the Chinese ends it may have."""
    found: dict[str, tuple[str, ...]] = {}
    for chinese, english in _data("english_bodies.toml")["ends"].items():
        for noun in english:
            found[plain(noun)] = (*found.get(plain(noun), ()), chinese)
    return found


@cache
def peoples() -> frozenset[str]:
    """The peoples that stand in the English names of autonomous places."""
    return frozenset(_data("english_bodies.toml")["peoples"]["words"])


# The rank of a place with another one in it behind.
_OUTER = r"(?:(?<=[一-龥]{2}[省市州盟])|(?<=自治区))(?=[一-龥]{2,}[市区县旗州盟]$)"


@cache
def _sound(name: str) -> str:
    return str(sounds(name)[1])


@cache
def _gazetteer() -> dict[str, str]:
    named = {english: place for place, said in _data("english_bodies.toml")["places"].items() for english in said}
    return {_sound(place): place for place in sorted(known_places())} | named


def _place_said(name: str) -> list[str]:
    """A place in pinyin, and with its last word in English: shiquanlu, shiquan road; of two parts also their order."""
    made = [_sound(name)]
    kind = next((kind for kind in _WAYS if name.endswith(kind) and len(name) > len(kind) + 1), "")
    if not kind:
        return made
    first = name.removesuffix(kind)
    made.extend(f"{_sound(first)} {english}" for english in _WAYS[kind])
    side = _SIDES.get(first[-1]) if len(first) > 2 else None
    if side is not None:  # Beishan East Road, East Beishan Road
        short = _sound(first[:-1])
        made.extend(
            said for english in _WAYS[kind] for said in (f"{short} {side} {english}", f"{side} {short} {english}")
        )
    return made


def places_of(bodies: Bodies) -> dict[str, str]:
    """Pinyin of the places of bodies, then of the cities of China: guangzhou -> 广州."""
    found: dict[str, str] = {}
    for body in bodies.all.values():
        for place in body.places:
            for form in (RANK.sub("", place) or place, *short_places(place)):
                short = RANK.sub("", form) or form
                found.setdefault(_sound(short), short)
        for ending in ("街道办事处", "街道", "镇", "乡", "镇人民政府", "乡人民政府"):
            if body.organs[0].endswith(ending):
                name = re.sub(r"^人民政府", "", body.organs[0].removesuffix(ending))
                for said in _place_said(name) if len(name) >= 2 else ():
                    found.setdefault(said, name)
        for place in map(_innermost, body.places):  # Haicheng, of 辽宁省鞍山市海城市
            found.setdefault(_sound(place), place)
    for sound, place in _gazetteer().items():
        found.setdefault(sound, place)
    return found


def _innermost(place: str) -> str:
    """The last of places that lie in one another, without its rank."""
    parts = [part for part in re.split(_OUTER, place) if part]
    last = parts[-1] if parts else place
    return RANK.sub("", last) or last
