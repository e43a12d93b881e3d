"""The choice that a turn makes of what the turn before asked back or offered."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from assistant.finding.evidence import Outcome
from assistant.plan import Plan
from assistant.understand.names.fuzzy import resemblance
from assistant.understand.words.text import Words
from ingest.wording.glyphs import bare

_Told = TypeVar("_Told")
_ORDINAL = re.compile(
    r"(?:我?(?:选|要|问的是|指的是|说的是|是))?第?([一二三四五六七八九十]|\d{1,2})(?:个|项|种|条)?(?:吧|的)?"
)
_YES = re.compile(r"(?:嗯|对|是|没错|好|行|可以|yes|yeah|ok|right)(?:的|啊|呀|吧|了|对|就是(?:它|这个)?)*")


def choice_taken(words: Words, asked_back: Outcome) -> tuple[str, str, str] | None:
    """The choice a turn names: by its number, or by words that only one choice holds."""
    picks = asked_back.picks
    if (number := number_chosen(words.text)) is not None:
        chosen = _at(picks, number)
        return None if chosen is None else _pick(chosen)
    said = bare(words.text)
    keys = [bare(choice) for choice in asked_back.choices]
    same = [i for i, key in enumerate(keys) if key == said or bare(asked_back.choices[i].split("：")[0]) == said]
    if len(same) == 1 and same[0] < len(picks):
        return _pick(picks[same[0]])
    core = re.sub(r"^(?:我?(?:选|要|问的是|指的是|说的是|是)?)|(?:的?那?一?[个项笔条种]?(?:吧|呢)?)$", "", said)
    holding = [i for i, key in enumerate(keys) if core and core in key]
    if len(core) >= 2 and len(holding) == 1:
        return _pick(picks[holding[0]])
    if len(core) >= 3 and not holding:
        scored = sorted(((resemblance(core, key), -i) for i, key in enumerate(keys)), reverse=True)
        if scored and scored[0][0] >= 0.8 and (len(scored) == 1 or scored[0][0] - scored[1][0] >= 0.06):
            return _pick(picks[-scored[0][1]])
    return None


def _pick(value: object) -> tuple[str, str, str]:
    assert isinstance(value, tuple)
    key, figure_id, department = value
    return str(key), str(figure_id), str(department)


def reading_taken(said: str, outcomes: Iterable[Outcome]) -> Plan | None:
    """The reading that was offered, where a turn says yes to it or says it again."""
    offer = next((out for out in outcomes if out.instead is not None), None)
    taken = offer is not None and (bare(said) == bare(offer.choices[0]) or _chosen(said, offer) is not None)
    return offer.instead if offer is not None and taken else None


def name_taken(said: str, outcomes: Iterable[Outcome]) -> str | None:
    """The name that a refusal told as alike, where a turn chooses it by its number or says yes to the only one."""
    offers = [out for out in outcomes if out.kind == "refusal" and out.choices and out.instead is None]
    return _chosen(said, offers[0]) if len(offers) == 1 else None


def number_chosen(said: str) -> int | None:
    """The number by which a turn chooses one of what was asked back: 第二个, 选3."""
    match = _ORDINAL.fullmatch(re.sub(r"[\s，。,.!！?？]", "", said))
    if match is None:
        return None
    return int(match[1]) if match[1].isdigit() else "一二三四五六七八九十".index(match[1]) + 1


def _chosen(said: str, offer: Outcome) -> str | None:
    if len(offer.choices) == 1 and _YES.fullmatch(bare(said)):
        return offer.choices[0]
    return _at(offer.choices, number_chosen(said))


def _at(told: Sequence[_Told], number: int | None) -> _Told | None:
    """The member of a list that a number chooses; None beyond it."""
    return told[number - 1] if number is not None and 1 <= number <= len(told) else None
