"""The pieces of an English question: every phrase with what it does in the question and its Chinese words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.lexicon import asked_words
from assistant.understand.bodies.named import Bodies
from assistant.understand.english.amounts import NUMBERS, with_amounts
from assistant.understand.english.lexicon import entry, joined_organ, places_of
from assistant.understand.names.numbers_kept import is_long_code
from assistant.understand.words.body_forms import RANK
from ingest.wording.glyphs import bare

_TOKEN = re.compile(
    r"截至[年月日底末\d]+|表\d+|(?=(?:[a-z-]*\d){6})(?=[\d-]*[a-z])[a-z\d]+(?:-[a-z\d]+)+|\d{4,}[a-z]\d{4,}|[\u2e80-\u9fff“”]+(?:（[\u2e80-\u9fff、]+）|\d+[\u2e80-\u9fff]+|(?<=）)[\u2e80-\u9fff]+)*|[a-z][a-z'&]*"
    r"|\d+(?:st|nd|rd|th)\b|\d+(?:,\d{3})*(?:\.\d+)?%?|[^\sa-z\d]",
    re.IGNORECASE,
)
_HYPHENED = re.compile(r"[A-Za-z\d]+(?:[-–][A-Za-z\d]+)+")
_HYPHEN = re.compile(r"(?<=[A-Za-z])[-–](?=[A-Za-z])")
_ORDINALS = {"second": "2", "2nd": "2", "third": "3", "3rd": "3", "fourth": "4", "4th": "4", "fifth": "5", "5th": "5"}
_GLOSS_KINDS = {"类": "类级科目", "款": "款级科目", "项": "项级科目"}
_GLOSS_LEVELS = {"部门": "部门口径", "部门预算": "部门口径", "单位": "单位口径", "单位预算": "单位口径", "本级": "本级"}
_UNITS = ("万元", "亿元")
_CLASS = re.compile(r"[2-6]\d{2}")  # the code of a class of spending
_MOST_WORDS = 9
#: The end of a body's Chinese name.
ORGAN = re.compile(r"[局委厅办院心狱部所站校道处]$|(?<![运大晚年议])会$|政府$|政协$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an English clause: what it is, in Chinese, and as it stood."""

    kind: str  # a section of english.toml; place, body, number, ordinal, year, money, stop, unknown
    text: str
    said: str
    others: tuple[str, ...] = ()  # further Chinese the phrase may stand for


def pieces_of(clause: str, bodies: Bodies) -> list[Piece]:
    """The pieces of a clause, longest phrases first; a Chinese gloss in brackets stands for the English before it."""
    return _renamed(_without_codes(list(_glossed(_found(clause, bodies), bodies))))


def _found(clause: str, bodies: Bodies) -> Iterator[Piece]:
    places = places_of(bodies)
    organs = frozenset(organ for body in bodies.all.values() for organ in body.organs)
    clause = _HYPHENED.sub(lambda run: run[0] if is_long_code(run[0]) else _HYPHEN.sub(" ", run[0]), clause)
    clause = re.sub(r"\bFY\s*(?=(?:19|20)\d\d)", " ", re.sub(r"\bIT\b", "information technology", clause))
    clause = re.sub(r"\btable\s+(\d+)\b", r" 表\1 ", clause, flags=re.IGNORECASE)
    clause = with_amounts(clause)
    clause = re.sub(r"\bwhat\s+do(?:es)?\s+(.+?)\s+(?:mean|stand for)\b", r"meaning of \1", clause, flags=re.IGNORECASE)
    words = _TOKEN.findall(clause)
    at = 0
    while at < len(words):
        for length in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            run = words[at : at + length]
            said = " ".join(run if run[0] == "(" or run.count("(") != run.count(")") else _unbracketed(run))
            found = _known(said.lower(), said, places, organs)
            if found is not None and not (found.kind == "organs" and at and _is_rendered(said, words[at - 1])):
                yield found
                at += length
                break
        else:
            yield _alone(words[at])
            at += 1


def _without_codes(pieces: list[Piece]) -> list[Piece]:
    """The pieces without the code of a line in brackets behind it, goods and services (302); another stays unread."""
    made: list[Piece] = []
    for at, piece in enumerate(pieces):
        around = (pieces[at - 1].said, pieces[at + 1].said) if 1 < at < len(pieces) - 1 else None
        if around == ("(", ")") and _CLASS.fullmatch(piece.said) and pieces[at - 2].kind == "terms":
            own = asked_words().get(pieces[at - 2].text) == f"e{piece.said}"
            piece = Piece("empty", "", piece.said) if own else Piece("unknown", f" {piece.said} ", piece.said)
        made.append(piece)
    return made


def _renamed(pieces: list[Piece]) -> list[Piece]:
    """The pieces without a loose word that a line in brackets names exactly: pensions (basic pension insurance).

    What narrows the word, a class or a fund, leaves it as it is: travel (project expenditure).
    """
    made: list[Piece] = []
    for at, piece in enumerate(pieces):
        run = pieces[at + 1 : at + 4]
        named = len(run) == 3 and (run[0].said, run[2].said) == ("(", ")") and run[1].kind == "terms"
        if named and piece.kind == "terms" and not _WHOLES.search(run[1].text):
            piece = Piece("empty", "", piece.said)
        made.append(piece)
    return made


def _is_rendered(said: str, before: str) -> bool:
    """Whether a service in small letters is one that is paid for, no body of that name: spend on health services."""
    return (
        said.islower()
        and said.endswith(("service", "services"))
        and (before.lower() in _PAID or _DONE_BY_OTHERS.fullmatch(before.lower()) is not None)
    )


def _unbracketed(words: list[str]) -> list[str]:
    """Words without the brackets around some of them: agency (dispatched) workers are one thing."""
    return [word for word in words if word not in "()"]


def _glossed(found: Iterator[Piece], bodies: Bodies) -> Iterator[Piece]:
    kept: list[Piece] = []
    open_place = False
    for piece in found:
        if open_place and piece.said == ")":
            open_place = False
            continue
        if piece.kind == "chinese" and piece.text in _UNITS:
            piece = Piece("unit", piece.text, piece.said)
        elif piece.kind == "chinese" and kept and kept[-1].said == "(":
            kept.pop()
            open_place = _is_glossed_place(kept, piece, bodies)
            if open_place:
                continue
            after_a_body = bool(kept) and kept[-1].kind == "organs" and ORGAN.search(piece.text) is not None
            if after_a_body or bare(piece.text) in bodies.by_variant:
                piece = _glossed_body(kept, piece)
            else:
                del kept[_phrase_before(kept, piece, bodies) :]
                piece = _glossed_term(kept, piece)
        elif piece.kind == "chinese" and kept and kept[-1].kind == "place":
            place = kept.pop().text  # Qingchuan's 民政局
            name = piece.text if piece.text.startswith(place) else place + piece.text
            piece = Piece("body" if ORGAN.search(name) else "terms", name, piece.said)
        elif piece.kind == "chinese":
            piece = Piece("body" if bare(piece.text) in bodies.by_variant else "terms", piece.text, piece.said)
        kept.append(piece)
    yield from kept


def _phrase_before(kept: list[Piece], gloss: Piece, bodies: Bodies) -> int:
    """Where a phrase in words of its own begins that a Chinese term glosses as a whole: the officials sent to help
    Yunnan (援滇). One that names the very term, or another line, narrows it, and is left to be understood."""
    at = len(kept)
    while at and (
        kept[at - 1].kind in _PHRASED or (kept[at - 1].kind == "place" and not _is_placed(kept[at - 1], bodies))
    ):
        at -= 1
        if _leads(kept[at]):
            at += 1
            break
    else:
        return len(kept)
    inside = kept[at:]
    lines = {p.text for p in inside if p.text in asked_words()}
    free = any(p.kind in ("unknown", "place", "follow", "largest") for p in inside)
    narrowed = any(p.said.lower() in _NARROWING for p in inside)
    akin = all(set(line) & set(gloss.text) - _OF_MONEY for line in lines)
    own = asked_words().get(gloss.text)
    named = any(own is not None and asked_words()[line] == own for line in lines)
    return at if free and akin and not (narrowed or named) else len(kept)


def _is_placed(piece: Piece, bodies: Bodies) -> bool:
    """Whether a place is where a body of the store is."""
    return any(place.startswith(piece.text) for place in bodies.by_place)


def _is_glossed_place(kept: list[Piece], gloss: Piece, bodies: Bodies) -> bool:
    """Whether a gloss names the place before it, which then stays one: Yunyang County (云阳县) Education Bureau."""
    short = RANK.sub("", gloss.text)
    back = len(kept) - 1 if kept and kept[-1].kind == "tier" else len(kept)
    if back and kept[back - 1].kind == "place":
        return short.endswith(kept[back - 1].text)
    if not back or kept[back - 1].kind != "unknown" or not {gloss.text, short} & bodies.by_place.keys():
        return False
    while back and kept[back - 1].kind == "unknown":
        back -= 1
    kept[back:] = [Piece("place", gloss.text, gloss.said)]
    return True


def _glossed_term(kept: list[Piece], gloss: Piece) -> Piece:
    """A Chinese term with the English that it glosses taken off ``kept``; a kind of thing said after that stays."""
    tier = _GLOSS_KINDS.get(gloss.text.removesuffix("级"))
    if tier is not None and kept and kept[-1].kind == "entity":  # broad spending categories (类)
        kept.pop()
        while kept and kept[-1].kind in ("words", "unknown"):
            kept.pop()
        return Piece("entity", tier, gloss.said)
    named = kept[-1].kind in ("entity", "organs") if kept else False
    if len(kept) > 2 and named and kept[-2].said.lower() in _ARTICLES and kept[-3].kind in _GLOSSED:
        del kept[-2:]  # running the agency (机关运行经费)
    kind = kept.pop() if len(kept) > 1 and kept[-1].kind == "entity" and kept[-2].kind in _GLOSSED else None
    aim: Piece | None = None
    while kept and not _leads(kept[-1]) and (kept[-1].kind in _GLOSSED or _joins(kept) or kept[-1].said == '"'):
        taken = kept.pop()
        aim = taken if taken.kind == "target" else aim
    if aim is not None and not re.search("指标|目标|值", gloss.text):
        kept.append(aim)  # the target response time (响应时间)
    level = _GLOSS_LEVELS.get(gloss.text)
    if level is not None:
        gloss = Piece("level", level, gloss.said)
    elif kind is not None:
        gloss = Piece("terms", _with_kind(gloss.text, kind.text), gloss.said)
    return replace(gloss, kind="level" if level is not None else "terms")


def _leads(piece: Piece) -> bool:
    """Whether a piece leads up to what it is for: the budget for services."""
    said = piece.said.lower()
    return said in _LEADING or said.endswith((" for", " on"))


def _with_kind(named: str, kind: str) -> str:
    """A name with the kind of thing it is, where it does not say so itself: works are a project."""
    return named if kind == "项目" and named.endswith("工程") else named.removesuffix(kind) + kind


def _glossed_body(kept: list[Piece], gloss: Piece) -> Piece:
    """A body in its own words with the place said before it; the English of its name is taken off ``kept``."""
    place = ""
    while kept and (kept[-1].kind in (*_OF_A_NAME, "place") or kept[-1].said in _JOINED or _joins(kept)):
        taken = kept.pop()
        place = taken.text + place if taken.kind == "place" else place
    return Piece("body", gloss.text if gloss.text.startswith(place) else place + gloss.text, gloss.said)


# Classes of spending and funds, of which a line may be taken.
_WHOLES = re.compile(r"基本支出|项目支出|人员经费|公用经费|拨款|公共预算|基金|资本经营|专户|收入|总计|合计|三公")
_PAID = frozenset(("on", "for", "in", "to", "with", "and", "from", "buy", "buying", "purchase", "provide", "providing"))
_DONE_BY_OTHERS = re.compile(r"(?:entrust|outsourc|commission|purchas|contract|delegat)ed")  # of services
_PHRASED = ("terms", "words", "unknown", "preposition", "empty", "joint", "follow", "largest")
_LEADING = ("for", "on")
_NARROWING = frozenset(("not", "no", "only", "without", "other", "except", "excluding", "rest", "of"))
_OF_MONEY = frozenset("费用支出经金额补贴款")
_ARTICLES = ("the", "its", "their")
_GLOSSED = ("terms", "words", "unknown", "level", "stage", "target", "indicator")
_OF_A_NAME = ("terms", "words", "unknown", "level", "stage", "organs", "number", "tier")
_JOINED = ("'", "'s", "s")


def _joins(kept: list[Piece]) -> bool:
    """Whether an "and" stands within one name: water saving and soil conservation, not two bodies."""
    return kept[-1].kind == "joint" and len(kept) > 1 and kept[-2].kind in ("terms", "words", "unknown")


def _known(phrase: str, said: str, places: dict[str, str], organs: frozenset[str]) -> Piece | None:
    found = entry(phrase) or joined_organ(phrase, organs)
    if found is not None:
        return Piece(found.kind, found.text, said, found.others)
    sound = re.sub(r"'s?$", "", phrase).replace("'", "")
    spaced = " " in sound and all(word[:1].isupper() for word in said.split())  # Lan Chuan
    for form in (sound, sound.replace(" ", "") if spaced else ""):
        if form in places:
            return Piece("place", places[form], said)
    return None


def _alone(word: str) -> Piece:
    low = word.lower()
    if re.fullmatch(r"(?:19|20)\d\d", word):
        return Piece("year", f"{word}年", word)
    if low in NUMBERS or low in _ORDINALS:
        return Piece("number" if low in NUMBERS else "ordinal", {**NUMBERS, **_ORDINALS}[low], word)
    if re.fullmatch(r"\d+(?:st|nd|rd|th)", low):
        return Piece("ordinal", word[:-2], word)
    if re.fullmatch(r"\d+[a-zA-Z]\d+", word) or is_long_code(word):
        return Piece("terms", word, word)
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
