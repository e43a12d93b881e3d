"""Places said behind the kind of body that they have: 三个审计局（京沪、烟台） is 京沪、烟台三个审计局."""

import re

from assistant.understand.words.body_forms import field_words, known_places, nicknames

_SAID = re.compile(
    r"(?P<count>[两三四五六七八九十\d]{1,2}[个家所])(?P<kind>[一-龥]{1,6}?[局委厅办院会队站])"
    r"(?:[（(](?P<listed>[一-龥、，, ]{2,60})[）)]|[:：](?P<after>[一-龥、 ]{2,60})[，,])"
)
# 司法局本级（单位预算）里，某某区今年…: the place of the office is said with the year.
_LEFT_BEHIND = re.compile(
    r"^(?P<lead>(?:(?:请问|只看|就看|光看|单看|只说|就说|光说)[，,]?)*)(?P<field>[一-龥]{2,6}?)(?P<kind>[局委厅办院])"
    r"(?P<rest>(?:机关|本级|本部)?(?:[（(][^（）()]{2,8}[）)])?(?:里|中|来说|来看)?[，,])"
    r"(?P<place>[一-龥]{2,6}?[省市县区州])(?=今年|本年|去年|上年|前年|20\d\d|二[〇零]二)"
    r"(?![^。？?]*[和与跟同比、][一-龥]{1,6}?[省市县区州])"  # of two places, neither is the other's
)
# 新左旗（新巴尔虎左旗）法院: one place by its short name and its full one.
_TWICE = re.compile(r"(?P<one>[一-龥]{2,8}(?P<kind>[省市县区州旗盟镇乡]))[（(](?P<other>[一-龥]{2,8}(?P=kind))[）)]")
_BETWEEN = "、，, 和与及跟市"
_LONGEST = 4  # signs of a place's name


def with_places_before(text: str) -> str:
    """A question with places listed behind a kind of body put in front of it; as it came where others are listed."""
    return _LEFT_BEHIND.sub(_placed_first, _SAID.sub(_placed, _TWICE.sub(_once, text)))


def _once(said: re.Match[str]) -> str:
    """A place said by both its names by the fuller one; as it came where neither shortens the other."""
    one, other = said["one"], said["other"]
    short = next((one[at:] for at in range(len(one) - 2) if _shortens(one[at:], other)), None)
    if short is not None:
        return one[: -len(short)] + other
    return one if _shortens(other, one) else said[0]


def _shortens(short: str, full: str) -> bool:
    """Whether a name is made of signs of a longer one in their order, its first and its last among them."""
    left = iter(full)
    return len(short) < len(full) and short[0] == full[0] and all(sign in left for sign in short)


def _placed(said: re.Match[str]) -> str:
    places = _places(said["listed"] or said["after"])
    return f"{'、'.join(places)}{said['count']}{said['kind']}" if len(places) > 1 else said[0]


def _placed_first(said: re.Match[str]) -> str:
    body = f"{said['place']}{said['field']}{said['kind']}{said['rest']}"
    return said["lead"] + body if said["field"] in field_words() else said[0]


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
