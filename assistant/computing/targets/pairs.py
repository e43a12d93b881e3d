"""Two targets a question names side by side: one indicator of two projects, or two indicators of one project."""

import re
from collections.abc import Sequence

from assistant.computing.figures.looking import Desk
from assistant.computing.targets.described_targets import best_described, names_row, ranked, words_said
from assistant.computing.targets.pool import Place, found_of_indicator
from assistant.finding.evidence import Found, Outcome
from assistant.understand.words.alike import wordings
from ingest.messages import say
from ingest.wording.glyphs import bare
from ingest.wording.units import money_unit

_TIMES = re.compile(r"几倍|多少倍|倍数")
_GAP = re.compile(r"相差|[价级]差|差(?:了|多少|几|距)|(?:(?<![至最不提增减降升缩])[多少高低贵]|便宜)了?(?:几|多少)")
_BOTH = re.compile(r"分别|各[是要定为]?|哪[个边一]|谁|和|与|跟|同|比|、")
_BESIDE_NAME = re.compile(r"\([^)]*\)|^(?:购置|采购|提供|完成|开展)|(?:数量|个数|台数)$")


def holds_two(words: str) -> bool:
    """Whether a question holds two things against each other: one of them is no answer to it."""
    return bool(_TIMES.search(words) or _GAP.search(words))


def side_by_side(desk: Desk, pool: Sequence[Place], words: str, said: tuple[str, ...]) -> Outcome | None:
    """Both targets, their difference or their ratio; None where a question does not name two."""
    if not (holds_two(words) or _BOTH.search(words)):
        return None
    pair = _of_two_rows(pool, words, said) or _of_two_names(pool, words, said)
    if pair is None or any(p.indicator.value is None for p in pair):
        return None
    both = [found_of_indicator(desk, place) for place in pair]
    worked = _worked_out(desk, both, words)
    if worked is None:
        return None if holds_two(words) else Outcome("figures", found=both)
    return Outcome("figures", found=[worked, *both])


def _of_two_rows(pool: Sequence[Place], words: str, said: tuple[str, ...]) -> list[Place] | None:
    spoken = bare(words)
    rows = {(p.keys[1], p.indicator.row_id): p.keys[1] for p in pool if names_row(p.keys[1], spoken)}
    rows = {
        key: row for key, row in rows.items() if not any(row == bare(p.holding.document.department or "") for p in pool)
    }
    labels = [row for row in rows.values() if not any(row != other and row in other for other in rows.values())]
    if len(labels) != 2 or len(set(labels)) != 2:
        return None
    labels.sort(key=lambda row: _at(row, spoken))
    pair = []
    for row in labels:
        rest = spoken
        for other in labels:
            rest = rest.replace(_core(other, rest), "") if other != row else rest
        best = best_described([p for p in pool if p.keys[1] == row], rest, said)
        if best is None:
            return None
        pair.append(best)
    return pair if pair[0].keys[0] == pair[1].keys[0] else None


def _of_two_names(pool: Sequence[Place], words: str, said: tuple[str, ...]) -> list[Place] | None:
    scored = ranked(pool, words, said)
    if not scored:
        return None
    spoken = bare(words)
    row = scored[0].place
    own = [p for p in pool if p.keys[1] == row.keys[1] and p.holding is row.holding]
    spoken += "|".join(["", *(other for word in words_said(words, said, own) for other in wordings(word))])
    names = {p.keys[0]: (p, told) for p in own if (told := _said_of(p, spoken))}
    kept = [(p, told) for p, told in names.values() if not any(told != q and told in q for _, q in names.values())]
    if len(kept) != 2:
        return None
    return [p for p, _ in sorted(kept, key=lambda pair: spoken.index(pair[1]))]


def _said_of(place: Place, spoken: str) -> str:
    """What a question says of a name: all of it, or one of the things it lists; nothing where it says neither."""
    name = _BESIDE_NAME.sub("", place.indicator.name.replace("（", "(").replace("）", ")"))
    if len(whole := bare(name)) > 2 and whole in spoken:
        return whole
    own = spoken.partition("|")[0]  # without the other words for what was said
    return next((part for one in name.split("、") if len(part := bare(one)) > 2 and part in own), "")


def _core(row: str, spoken: str) -> str:
    """The part of a row's name that is said."""
    for end in range(len(row), 2, -1):
        if row[:end] in spoken:
            return row[:end]
    return row


def _at(row: str, spoken: str) -> int:
    return spoken.find(_core(row, spoken))


def _worked_out(desk: Desk, both: list[Found], words: str) -> Found | None:
    """The ratio or the difference of two targets of one unit, as asked; None where none is asked or can be."""
    first, second = both
    assert first.value is not None and second.value is not None
    units = [money_unit(f.unit) for f in both]
    scales = [u.scale for u in units if u is not None]
    if len(scales) == 1 or (not scales and first.unit != second.unit):
        return None
    one, other = (
        value * u.scale if u is not None else value for value, u in zip((first.value, second.value), units, strict=True)
    )
    sources = [source for found in both for source in found.sources]
    named = {"one": first.label, "other": second.label}
    if _TIMES.search(words):
        label = say("answer.ratio_of", desk.language, **named)
        return Found(label, one / other, say("answer.times", desk.language), sources, True) if other else None
    if _GAP.search(words):
        scale = scales[0] if scales else 1
        label = say("answer.difference_of", desk.language, **named)
        return Found(label, abs(one - other) / scale, first.unit, sources, True)
    return None
