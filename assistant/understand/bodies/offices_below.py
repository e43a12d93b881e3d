"""Offices below a body that no document is of, said right behind it: 那个镇|财政所|的三公, 水利局|水文站|预算.

Their money is told by no document, and the body's own is not theirs; the field in their name is no line that is asked.
"""

import re
from collections.abc import Callable

from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words

_OFFICE = re.compile(
    r"(?:(?:下属|所属|下面|底下)?的)?(?P<whole>[\u4e00-\u9fff]{0,6}?"
    r"(?:卫生院|医院|[^派]所|[^工]站|[一-龥](?:中学|小学|幼儿园|[支大中]队|分局|学校)))"
    r"(?=的?(?:20\d\d年|[今去]年)?的?(?:三公|总?收入|总?支出|[总年]?预算|决算|基本支出|项目支出|公务接待|培训费|会议费|公用经费|人员经费))"
)
# Characters that no name of an office begins with or holds: 各站所, 这个所, 下属两所学校.
_PLAIN = frozenset("的了和与及跟同是在有各每两二三四五六七八九十几多哪个家所这那其本全某该属下一")


def offices_below(words: Words, bodies: list[Span], is_named: Callable[[Span, str], bool]) -> list[Span]:
    """Mentions of offices that are there under no name; ``is_named`` tells what a body's documents print of a word."""
    made: list[Span] = []
    for body in bodies:
        found = _OFFICE.match(words.key, body.end) if body.family == "department" and body.value else None
        if found is None or any(b.start < found.end("whole") and b.end > body.end for b in bodies if b is not body):
            continue
        whole = found["whole"]
        if not (_PLAIN & set(whole[:-1]) or is_named(body, whole)):
            made.append(Span(*found.span("whole"), "department", "stranger", whole, ()))
    return made
