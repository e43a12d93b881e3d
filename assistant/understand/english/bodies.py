"""Places and organs of an English clause put together as bodies: the audit bureaus of Beijing and Shanghai.

One English name may stand for several official Chinese ones (water bureau: 水务局, 水利局); the one that a stored body
of the place has is taken. A subordinate unit is found by the words for what it does.
"""

import re
from itertools import pairwise, product

from assistant.understand.bodies.named import Bodies, BodyName
from assistant.understand.english.lexicon import peoples, plain, unit_ends
from assistant.understand.english.offices import with_inner_offices
from assistant.understand.english.pieces import ORGAN, Piece
from assistant.understand.words.body_forms import RANK
from ingest.wording.glyphs import bare

# One letter a piece: P place, R rank, O organ, f "of" and the like, s comma and "and", x anything else.
_ONE = r"P(?:R)?(?:[fe]*P(?:R)?)*"
_RUNS = (
    re.compile(rf"R?O[e]*f[e]*(?:R)?{_ONE}(?:s+{_ONE})*"),  # the audit bureaus of Beijing and Shanghai
    re.compile(rf"{_ONE}(?:s+{_ONE})+(?:R)?[e]*O"),  # the Beijing and Shanghai audit bureaus
    re.compile(rf"{_ONE}(?:R)?[e]*O"),
    re.compile(_ONE),
)
_ANY_BODY = ("bureau", "bureaus", "office", "offices", "commission", "commissions", "bureau or office")
_POINTS_BACK = ("the", "this", "that", "our", "your", "its", "their", "each", "same")
_OF_A_UNIT = ("terms", "words", "unknown", "organs", "entity", "tier", "section", "stage", "purpose")
_UNDER = frozenset(("under", "of", "affiliated", "subordinate", "at", "within", "'s"))
_BELONGS = _UNDER | frozenset(("in", "the", "to", "(", ",", "with"))
_MOST_OF_A_UNIT = 9
_DIGITS = "〇一二三四五六七八九十"
_HAS_NUMBERS = re.compile(r"[中小]学$|医院$|监狱$|幼儿园$|戒毒所$|看守所$|中院$")
_PARTY = ("党委", "市委", "区委", "县委", "省委")
_PARTY_ORGAN = re.compile(r"部$|政法委|编制委员会|党校$|纪律检查|办公室$")


def with_bodies(pieces: list[Piece], bodies: Bodies) -> list[Piece]:
    """The pieces with every body as one piece; enumerated places get the organ they share."""
    pieces = _with_units(_counted(_of_the_party(_numbered(_without_peoples(with_inner_offices(pieces))))), bodies)
    letters = "".join(map(_letter, pieces))
    made: list[Piece] = []
    at = 0
    while at < len(pieces):
        found = next((match for run in _RUNS if (match := run.match(letters, at))), None)
        if found is not None:
            made.extend(_bodies(pieces[at : found.end()], bodies))
            at = found.end()
            continue
        piece = pieces[at]
        if piece.kind == "organs" and _is_a_line(pieces, at):
            piece = Piece("terms", f"{piece.text[:-1]}管理", piece.said)
        alone = at == 0 or pieces[at - 1].said.lower() in _POINTS_BACK
        if piece.kind == "organs" and at and pieces[at - 1].kind == "which" and piece.said.lower() in _ANY_BODY:
            piece = Piece("entity", "部门", piece.said)
        own = at + 1 < len(pieces) and pieces[at + 1].kind == "level"  # the office proper
        if piece.kind == "organs" and alone and (len(piece.text) == 1 or (own and piece.said.lower() in _ANY_BODY)):
            piece = Piece("empty", "", piece.said)  # the bureau: whichever was spoken of
        if piece.kind == "organs" and len(piece.text) >= 3 and ORGAN.search(piece.text):
            piece = Piece("body", _held("", piece, bodies), piece.said)
        if piece.kind == "tier":
            piece = Piece("words", piece.text, piece.said)
        made.append(piece)
        at += 1
    return _one_body(made, bodies)


def _is_a_line(pieces: list[Piece], at: int) -> bool:
    """Whether an administration is a line of the budget: audit operations and audit administration, in small letters
    beside another line."""
    said = pieces[at].said
    beside = [*pieces[max(0, at - 2) : at], *pieces[at + 1 : at + 3]]
    joined = any(p.kind == "joint" for p in beside) and any(p.kind == "terms" for p in beside)
    return said.islower() and said.endswith("administration") and joined and len(pieces[at].text) > 2


def _letter(piece: Piece) -> str:
    said = piece.said.lower()
    if piece.kind in ("place", "organs", "tier"):
        return {"place": "P", "organs": "O", "tier": "R"}[piece.kind]
    if said in ("of", "in", "for"):
        return "f"
    if said in ("the", "'", "'s", "s"):
        return "e"
    if piece.kind == "joint" or said == ",":
        return "s"
    return "x"


def _numbered(pieces: list[Piece]) -> list[Piece]:
    """Schools, hospitals and prisons by their numbers: No. 3 Middle School is 第三中学, 1st Hospital 第一医院."""
    made: list[Piece] = []
    for piece in pieces:
        number = made[-1] if made and piece.kind == "organs" and _HAS_NUMBERS.search(piece.text) else None
        written = number is not None and number.kind == "number" and len(made) > 1 and made[-2].said.lower() == "no"
        dot = number is not None and number.kind == "number" and [p.said.lower() for p in made[-3:-1]] == ["no", "."]
        if number is not None and (written or dot or number.kind == "ordinal") and int(number.text) < len(_DIGITS):
            del made[-3 if dot else -2 if written else -1 :]
            ends = tuple(f"第{_DIGITS[int(number.text)]}{text}" for text in (piece.text, *piece.others))
            piece = Piece("organs", ends[0], f"{number.said} {piece.said}", ends[1:])
        made.append(piece)
    return made


def _of_the_party(pieces: list[Piece]) -> list[Piece]:
    """An organ of the Party without the committee that it is of: Party Committee Organization Department is 组织部."""
    organ = [p.kind == "organs" and _PARTY_ORGAN.search(p.text) is not None for p in pieces]
    return [p for at, p in enumerate(pieces) if not (p.text in _PARTY and at + 1 < len(pieces) and organ[at + 1])]


def _without_peoples(pieces: list[Piece]) -> list[Piece]:
    """Lanchuan Dai and Yi Autonomous Prefecture is found as Lanchuan Prefecture."""
    kept: list[Piece] = []
    for piece in pieces:
        if piece.kind == "tier":
            back = len(kept)
            while back and (kept[back - 1].said.lower() in peoples() or kept[back - 1].kind == "joint"):
                back -= 1
            if back and kept[back - 1].kind == "place":
                del kept[back:]
        kept.append(piece)
    return kept


def _counted(pieces: list[Piece]) -> list[Piece]:
    """Four prisons as 4所监狱, each prison as 各监狱; the number of bodies named one by one says nothing more."""
    made: list[Piece] = []
    for piece in pieces:
        told = made[-1] if made and piece.kind == "organs" else None
        place = None
        if told is not None and told.kind == "place" and len(made) > 1 and len(piece.text) <= 2:
            told, place = made[-2], told  # the four Qingchuan prisons
        several = piece.said.lower().endswith("s")
        if told is not None and told.kind == "number" and several:
            named = sum(p.kind == "place" for p in pieces) if place is None else 1
            del made[-1 if place is None else -2 :]
            if named != int(told.text) and len(piece.text) <= 2:
                made.extend([place] if place is not None else [])
                made.append(Piece("words", f"{told.text}所{piece.text}", f"{told.said} {piece.said}"))
                continue
            if named != int(told.text):
                made.append(told)
            made.extend([place] if place is not None else [])
        elif told is not None and told.said.lower() in ("each", "every") and not several and len(piece.text) == 2:
            del made[-1 if place is None else -2 :]
            made.extend([place] if place is not None else [])
            piece = Piece("words", f"各{piece.text}", piece.said)
        made.append(piece)
    return made


def _bodies(run: list[Piece], bodies: Bodies) -> list[Piece]:
    organ = next((p for p in run if p.kind == "organs"), None)
    groups: list[list[Piece]] = [[]]
    for piece in run:
        if piece.kind == "joint" or piece.said == ",":
            groups.append([])
        elif piece.kind == "place" or (piece.kind == "tier" and groups[-1]):
            groups[-1].append(piece)
    said = " ".join(p.said for p in run)
    places = ["".join(p.text for p in _inner_first(group, run)) for group in groups if group]
    places = _nested(places, bodies)
    return [Piece("body", _held(place, organ, bodies) if organ else _settled(place, bodies), said) for place in places]


def _inner_first(group: list[Piece], run: list[Piece]) -> list[Piece]:
    """Putuo District of Shanghai as 上海普陀区."""
    reversed_order = any(
        one.kind in ("place", "tier") and two.said.lower() == "of" for one, two in pairwise(run) if one in group
    )
    places = [p for p in group if p.kind == "place"]
    if reversed_order and len(places) == 2:
        cut = group.index(places[1])
        return [*group[cut:], *group[:cut]]
    return group


def _nested(places: list[str], bodies: Bodies) -> list[str]:
    """Places of which one lies in the other as one place: Yunze District, Chujiang is 楚江云泽区."""
    shorts = [RANK.sub("", place) for place in places]
    for body in bodies.all.values():
        own = _spots(body)
        if len(own) > 1 and len(places) == 2 and set(shorts) <= set(own) and shorts[0] != shorts[1]:
            return ["".join(sorted(places, key=lambda place: own.index(RANK.sub("", place))))]
    return places


def _held(place: str, organ: Piece, bodies: Bodies) -> str:
    """The first official name an organ may have that a stored body of the place has; the commonest where none has."""
    names = (organ.text, *organ.others)
    for spot, name in product(dict.fromkeys((place, RANK.sub("", place))), names):
        if bare(spot + name) in bodies.by_variant:
            return spot + name
    return place + organ.text


def _settled(place: str, bodies: Bodies) -> str:
    """A place said alone with the kind of settlement that a stored body of its name has: Wanli is 万里街道."""
    if place in bodies.by_place or bare(place) in bodies.by_variant:
        return place
    return next((place + kind for kind in ("街道", "镇", "乡") if bare(place + kind) in bodies.by_variant), place)


def _with_units(pieces: list[Piece], bodies: Bodies) -> list[Piece]:
    """Subordinate units named by what they do: the house expropriation centre is 房屋征收与补偿中心."""
    made = list(pieces)
    for at, end in enumerate(pieces):
        endings = unit_ends().get(plain(end.said.lower()).split(" ")[-1], ())
        if not endings or end not in made:
            continue
        for first, last in (*((i, at + 1) for i in range(max(0, at - _MOST_OF_A_UNIT), at)), *_behind(pieces, at)):
            run = pieces[first:last]
            if first and pieces[first - 1].kind in _OF_A_UNIT and pieces[first - 1].text:
                continue  # half a name is another unit's
            found = _unit(run, end, endings, pieces[:first], bodies)
            if found is not None and all(p in made for p in run):
                start = made.index(run[0])
                made[start : start + len(run)] = [Piece("body", found, " ".join(p.said for p in run))]
                break
    return made


def _behind(pieces: list[Piece], at: int) -> list[tuple[int, int]]:
    """Where what a unit does is said behind its kind: the centre for house expropriation."""
    if at + 1 < len(pieces) and pieces[at + 1].said.lower() in ("for", "of"):
        return [(at, last) for last in range(min(len(pieces), at + _MOST_OF_A_UNIT), at + 2, -1)]
    return []


def _unit(run: list[Piece], end: Piece, endings: tuple[str, ...], before: list[Piece], bodies: Bodies) -> str | None:
    said = [p for p in run if p is not end and p.kind not in ("joint", "preposition", "empty")]
    content = [p for p in said if p.kind != "place"]
    if not content or any(p.kind not in _OF_A_UNIT or not p.text.strip() for p in content):
        return None
    if run[0] is not end and run[0].kind not in (*_OF_A_UNIT, "place"):
        return None
    spots = [p.text for p in said if p.kind == "place"] or [p.text for p in before if p.kind == "place"]
    ways = [tuple(t for t in (p.text, *p.others) if t.strip()) for p in content]
    if end.kind == "organs" and len(end.text) > 2:
        ways.append((end.text, *end.others))
    found = [
        body
        for body in bodies.all.values()
        if not body.is_department and _does(body, ways, endings) and (not spots or _lies(body, spots))
    ]
    return found[0].name if len(found) == 1 else None


def _does(body: BodyName, ways: list[tuple[str, ...]], endings: tuple[str, ...]) -> bool:
    """Whether the organ of a unit holds every word said of it, two characters at least."""
    held = [max((way for way in words if way in body.name), key=len, default="") for words in ways]
    return body.name.endswith(endings) and all(held) and sum(map(len, held)) >= 2


def _lies(body: BodyName, spots: list[str]) -> bool:
    """Whether a unit may lie in one of the places said; one that names no place lies wherever its department does."""
    own = _spots(body)
    return not own or any(RANK.sub("", spot) in own for spot in spots)


def _spots(body: BodyName) -> list[str]:
    return [RANK.sub("", place) for place in body.places]


def _one_body(pieces: list[Piece], bodies: Bodies) -> list[Piece]:
    """A body said twice, with its place behind it or with the department it belongs to, as one body."""
    made = list(pieces)
    for at in range(len(made)):
        one = made[at]
        if one.kind != "body":
            continue
        keys = _keys(one, bodies)
        for later in range(at + 1, len(made)):
            other = made[later]
            if other.kind != "body":
                continue
            between = {p.said.lower() for p in made[at + 1 : later]}
            same = keys and keys == _keys(other, bodies)
            around = bool(keys) and all(RANK.sub("", other.text) in _spots(body) for body in _of(keys, bodies))
            if (same or around) and not any(p.kind == "joint" for p in made[at + 1 : later]):
                made[later] = Piece("empty", "", other.said)
            elif between <= _BELONGS and between & _UNDER:
                unit = [b for b in _of(keys, bodies) if not b.is_department]
                department = [b for b in _of(_keys(other, bodies), bodies) if b.is_department]
                if unit and department:
                    made[at] = Piece("body", other.text + one.text, f"{one.said} {other.said}")
                    made[later] = Piece("empty", "", other.said)
    return made


def _keys(piece: Piece, bodies: Bodies) -> tuple[str, ...]:
    return bodies.by_variant.get(bare(piece.text), ())


def _of(keys: tuple[str, ...], bodies: Bodies) -> list[BodyName]:
    return [bodies.all[key] for key in keys]
