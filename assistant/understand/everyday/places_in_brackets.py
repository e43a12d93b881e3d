"""Places in brackets behind the kind of body that each has: 三个审计局（京沪、烟台） is 京沪、烟台三个审计局."""

import re

from assistant.understand.words.body_forms import known_places, nicknames

_SAID = re.compile(
    r"(?P<count>[两三四五六七八九十\d]{1,2}[个家所])(?P<kind>[一-龥]{1,6}?[局委厅办院会队站])"
    r"(?:[（(](?P<listed>[一-龥、，, ]{2,60})[）)]|[:：](?P<after>[一-龥、 ]{2,60})[，,])"
)
_BETWEEN = "、，, 和与及跟市"
_LONGEST = 4  # signs of a place's name


def with_places_before(text: str) -> str:
    """A question with places listed behind a kind of body put in front of it; as it came where others are listed."""
    return _SAID.sub(_placed, text)


def _placed(said: re.Match[str]) -> str:
    places = _places(said["listed"] or said["after"])
    return f"{'、'.join(places)}{said['count']}{said['kind']}" if len(places) > 1 else said[0]


def _places(listed: str) -> list[str]:
    """The places that a list is made of, from its end; none where it holds anything else."""
    nicks = {nick for own in nicknames().values() for nick in own}
    found: list[str] = []
    while listed := listed.rstrip(_BETWEEN):
        lengths = range(min(_LONGEST, len(listed)), 0, -1)
        place = next((listed[-n:] for n in lengths if listed[-n:] in known_places() or listed[-n:] in nicks), None)
        if place is None:
            return []
        found.insert(0, place)
        listed = listed[: -len(place)]
    return found
