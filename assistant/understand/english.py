"""English questions in the Chinese words the grammar knows, in the order Chinese says them.

Body, year, condition, thing, operation: English spreads them freely, so the pieces of a clause are sorted into that
order. What no phrase covers stays as it is and is then refused like any unknown word.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources

from assistant.lexicon import concepts
from assistant.understand.bodies import Bodies

_TOKEN = re.compile(r"[a-z][a-z'&-]*|\d[\d,]*(?:\.\d+)?%?|[^\sa-z\d]", re.IGNORECASE)
_SCALED = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(thousand|million|billion)?\s*(yuan|rmb|cny)\b", re.IGNORECASE)
_SCALES = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip
_MEANS = re.compile(r"\bwhat (?:does|do|did) (.+?) (?:mean|stand for)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[;?!]\s*|,\s*(?=(?:and\s+)?(?:how|what|why|which|of)\b)|\s+and\s+(?=(?:how|what|why|which)\b)|\.\s+(?=[A-Z])"
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of an English clause: what it is, in Chinese, and as it stood."""

    kind: str  # concept, questions, filler, organs, place, body, number, year, unit, unknown
    text: str
    said: str


def in_chinese(question: str, bodies: Bodies) -> str:
    """An English question in Chinese words; what is not known stays as it is."""
    places = _places(bodies)
    question = _MEANS.sub(r"definition of \1", question)
    clauses = [clause for clause in _CLAUSE.split(question.replace("’", "'")) if clause and clause.strip()]
    return "，".join(_clause(list(_pieces(clause, places))) for clause in clauses)


def _pieces(clause: str, places: dict[str, str]) -> Iterator[_Piece]:
    phrases = _phrases()
    longest = max(len(phrase.split()) for phrase in phrases)
    words = _TOKEN.findall(_SCALED.sub(_amount, clause))
    at = 0
    while at < len(words):
        for length in range(min(longest, len(words) - at), 0, -1):
            said = " ".join(words[at : at + length])
            found = _known(said.lower(), length, phrases, places)
            if found is not None:
                yield _Piece(*found, said)
                at += length
                break
        else:
            yield _alone(words[at])
            at += 1


def _known(
    phrase: str, length: int, phrases: dict[str, tuple[str, str]], places: dict[str, str]
) -> tuple[str, str] | None:
    for form in (phrase, phrase.removesuffix("'s"), phrase.removesuffix("s") if len(phrase) > 4 else phrase):
        if form in phrases:
            return phrases[form]
        if length == 1 and form.replace("'", "") in places:
            return "place", places[form.replace("'", "")]
    return None


def _alone(word: str) -> _Piece:
    if re.fullmatch(r"(?:19|20)\d\d", word):
        return _Piece("year", f"{word}年", word)
    if word.lower() in _NUMBERS:
        return _Piece("number", _NUMBERS[word.lower()], word)
    if re.fullmatch(r"[\d.,%]+", word):
        return _Piece("number", word, word)
    if re.fullmatch(r"[^\w\s]", word) and not re.match(r"[\u2e80-\uffef“”]", word):
        return _Piece("filler", "", word)
    return _Piece("unknown", word if re.match(r"[^a-z]", word, re.IGNORECASE) else f" {word} ", word)


def _amount(found: re.Match[str]) -> str:
    """An amount of money in 元, so that million and billion need no Chinese unit of their own."""
    value = Decimal(found.group(1).replace(",", "")) * _SCALES[(found.group(2) or "").lower()]
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) + " yuan "


def _clause(pieces: list[_Piece]) -> str:
    pieces = _bodies(pieces)
    bodies = [p.text for p in pieces if p.kind == "body"]
    years = [p.text for p in pieces if p.kind == "year"]
    rest = [p for p in pieces if p.kind not in ("body", "year")]
    against = _against(pieces, years)
    front = "和".join(bodies) + (years[0] if len(years) == 1 or against else "和".join(years))
    if against:
        front = bodies[0] + against[0] if bodies else against[0]
        return front + _said(_without(rest, "比", "变化")) + against[1]
    share = _share(rest)
    if share is not None:
        return front + share
    return front + _said(_sorted(rest))


def _bodies(pieces: list[_Piece]) -> list[_Piece]:
    """Places and organs beside each other as one body: Shenzhen Audit Bureau, the audit bureau of Shenzhen."""
    made: list[_Piece] = []
    at = 0
    while at < len(pieces):
        end = at
        run: list[_Piece] = []
        while end < len(pieces) and (
            pieces[end].kind in ("place", "organs")
            or (run and pieces[end].kind == "filler" and pieces[end].said.lower() in ("of", "the", "'"))
        ):
            run.append(pieces[end])
            end += 1
        while run and run[-1].kind == "filler":
            run.pop()
            end -= 1
        if any(p.kind == "place" for p in run):
            names = [p for p in run if p.kind == "place"] + [p for p in run if p.kind == "organs"]
            made.append(_Piece("body", "".join(p.text for p in names), " ".join(p.said for p in run)))
            at = end
        else:
            made.append(pieces[at])
            at += 1
    return made


def _against(pieces: list[_Piece], years: list[str]) -> tuple[str, str] | None:
    """Of two years compared, the later as subject and the comparison with the earlier."""
    said = " ".join(p.said.lower() for p in pieces)
    if len(years) != 2 or not re.search(
        r"\bchang|compar|increas|decreas|\bgrow|\bgrew|\brise|\brose|\bf[ae]ll|\bfrom\b|differen", said
    ):
        return None
    earlier, later = sorted(years)
    rate = re.search(r"percent|%|rate\b|growth", said)
    return later, f"比{earlier}" + ("变化百分之几" if rate else "变化多少")


def _share(rest: list[_Piece]) -> str | None:
    """Y占X的比例, from: share of X is Y; Y as a share of X; percentage of X for Y."""
    at = next((i for i, p in enumerate(rest) if p.text in ("占", "占比", "百分比", "比例")), None)
    if at is None:
        return None
    before = [p for p in rest[:at] if p.kind == "concept"]
    verb = next((i for i in range(at, len(rest)) if rest[i].said.lower() in ("is", "are", "goes", "was", "were")), None)
    if before:
        part, whole = before, [p for p in rest[at:] if p.kind == "concept" or p.said.lower() == "total"]
    elif verb is not None:
        whole = [p for p in rest[at:verb] if p.kind == "concept" or p.said.lower() == "total"]
        part = [p for p in rest[verb:] if p.kind in ("concept", "organs", "unknown")]
    else:
        return None
    if not part or any(p.kind == "unknown" for p in rest):
        return None
    return _said(part) + "占" + (_said(p for p in whole if p.kind == "concept") or "总支出") + "的比例是多少"


def _sorted(rest: list[_Piece]) -> list[_Piece]:
    """Rank, number and condition before the thing they are said of, the question word at the end."""
    asked = [p for p in rest if p.kind == "questions" and re.match(r"多少|哪个|哪些|是多少|列出", p.text)]
    rank = [p for p in rest if re.match(r"最|平均|中位", p.text)]
    counted = any(p.text.endswith("项目") for p in rest)
    if not rank or not counted:
        return _conditions_first(rest, asked)
    number = [p for p in rest if p.kind == "number"]
    if rank[0].text[0] != "最":
        return [*(p for p in rest if p not in asked and p.kind != "filler"), _Piece("questions", "是多少", "")]
    one = _Piece("questions", f"金额{rank[0].text}的{number[0].text if number else '1'}个项目有哪些", "")
    over = [p for p in rest if p not in (*asked, *rank, *number) and p.kind in ("organs", "unknown")]
    return [*over, one]


def _conditions_first(rest: list[_Piece], asked: list[_Piece]) -> list[_Piece]:
    at = next((i for i, p in enumerate(rest) if re.match(r"超过|低于|不少于|不超过", p.text)), None)
    if at is None or any(p.text == "为什么" for p in rest):
        ask_last = [p for p in asked if p.text in ("是多少", "多少")]
        return [*(p for p in rest if p not in ask_last), *ask_last[:1]]
    condition = [rest[at], *(p for p in rest[at + 1 :] if p.kind in ("number", "unit"))]
    others = [p for p in rest if p not in condition and p not in asked]
    if any(p.text.endswith("项目") for p in asked):
        others.append(_Piece("concept", "项目", ""))
    ends = "有多少个" if any(p.text.startswith("多少") for p in asked) else "有哪些"
    return [*condition, _Piece("filler", "的", ""), *others, _Piece("questions", ends, "")]


def _without(rest: list[_Piece], *texts: str) -> list[_Piece]:
    shape = ("多少", "增加", "减少", "是多少", "相差", "变化率", "比例", "百分之几", "百分比", "同比")
    return [p for p in rest if p.text not in (*texts, *shape) and p.kind != "filler"]


def _said(pieces: "Iterator[_Piece] | list[_Piece]") -> str:
    return "".join(p.text for p in pieces if p.kind != "filler" or p.text in ("的", "其"))


@cache
def _phrases() -> dict[str, tuple[str, str]]:
    """English phrase -> (what it is, its Chinese words)."""
    found: dict[str, tuple[str, str]] = {}
    for concept in concepts().values():
        for phrase in concept.english:
            found.setdefault(phrase, ("concept", concept.words[0]))
    text = resources.files("assistant.lexicon").joinpath("english.toml").read_text("utf-8")
    for section, entries in tomllib.loads(text).items():
        for phrase, chinese in entries.items():
            # Prepositions only part the pieces; the order of the pieces says what they said.
            found[phrase] = (section, "" if chinese == "的" else chinese)
    return found


@cache
def _sound(name: str) -> str:
    from assistant.understand.names import sounds

    return str(sounds(name)[1])


def _places(bodies: Bodies) -> dict[str, str]:
    """Pinyin of the places of bodies: guangzhou -> 广州."""
    found: dict[str, str] = {}
    for body in bodies.all.values():
        for place in body.places:
            short = re.sub(r"(?:省|市|区|县|自治区)$", "", place) or place
            found.setdefault(_sound(short), short)
        organ = body.key
        for place in body.places:
            organ = organ.replace(place, "")
        for ending in ("街道办事处", "街道", "镇", "乡"):
            if organ.endswith(ending):
                name = re.sub(r"^人民政府", "", organ.removesuffix(ending))
                if len(name) >= 2:
                    found.setdefault(_sound(name), name)
    return found
