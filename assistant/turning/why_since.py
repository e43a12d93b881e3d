"""Why a line has moved since the year before, where that year was asked for last: 去年是多少；为什么涨."""

import re

from assistant.finding.evidence import Told
from assistant.plan import MOVES, Operation
from assistant.turning.row_found import tells_nothing
from assistant.turning.turn import Turn
from assistant.understand.words.text import words_of

_YEAR_BEFORE = re.compile(r"去年|上一?年(?!度?末)|前一年")
_WHY = re.compile(
    r"(?:那么?|这)?(?:是)?(?:为什么|为何|为啥|怎么|咋|凭什么)(?:今年|会|就|要|又|突然|一下子?)*"
    r"(?P<moved>(?:变)?[涨升增降减跌多少](?:加|长|高|了|少|低|下|这么|那么|得|多|些|出来|来)*|变化)(?:了|的|呢|啊|这么多|那么多)*[？?]?"
    r"|(?:那么?)?(?:为什么|为何|为啥|怎么)(?:今年|就|会)*(?P<none>(?:一分钱?|一点)(?:都|也)?没有?(?:安排)?|没有?|取消|归零|清零)了?[？?]?"
    r"|(?:那么?|这)?(?:又)?(?:是)?(?:什么|啥)(?:主要)?原因(?:呢|啊)?[？?]?|(?:那么?)?(?:主要)?原因(?:又)?(?:是(?:什么|啥)|在哪|何在|呢)[？?]?"
)


def why_since(turn: Turn, told: Told) -> Told | None:
    """The reason of the change since the year told of last; None where one is told, or the turn names anything.

    去年 was asked for beside the year spoken of: what moved since is told of the year after it.
    """
    said = _WHY.fullmatch(words_of(turn.words).text)
    if turn.before is None or said is None or not tells_nothing(told):
        return None
    before, outcomes = turn.before
    ask = before.asks[0] if len(before.asks) == 1 else None
    if ask is None or len(ask.terms) != 1 or len(ask.scope.said) != 1:
        return None
    told_of = {f.figure.year for o in outcomes for f in o.found if f.figure is not None and f.figure.year is not None}
    if ask.operation in MOVES and told_of and all(o.kind == "figures" for o in outcomes):
        now = f"{max(told_of)}年"  # how much it moved between two years was told last
    elif ask.operation is Operation.LOOKUP and _YEAR_BEFORE.search(before.question):
        years = set(ask.scope.years) or told_of
        if len(years) > 1:
            return None
        now = "".join(f"{year + 1}年" for year in years)  # 去年 without a year is of the newest document
    else:
        return None
    moved = "减少" if said["none"] else said["moved"] or "变化"
    own = turn.alone(f"{ask.scope.said[0]}{now}{ask.terms[0].text}为什么{moved}")
    return None if tells_nothing(own) else own
