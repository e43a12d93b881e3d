"""A bound that is asked for, said before what is done: 一年至少办几次 is 一年办不少于几次.

最少 and 最高 alone rank things (最少多少); beside what has to be, or of one piece of a thing, they bound it.
"""

import re

_MODAL = r"(?:必须|应该|应当|可以|需要|得|要|应|需|须|能|可|只能|允许|不能超过|不得超过|不超过)"
_PIECE = r"(?:每一?|单)[辆台套件个人次期份项场]"
_LEAST, _MOST = r"至少|起码", r"至多|顶多"
_SAID = re.compile(
    rf"(?P<piece>{_PIECE}(?:车|设备)?(?:的)?(?:价格|价钱|成本|费用|单价)?)?"
    rf"(?:(?P<firm>{_LEAST}|{_MOST})(?P<may>{_MODAL})?|(?P<rank>最[低少高多])(?P<must>{_MODAL})?)"
    r"(?P<done>[^，,。；;？?、几多哪谁最\d]{0,6}?)(?P<much>几(?!乎)|多少)"
)
_CHOOSES = re.compile(r"[哪谁]|项目中|当中|之中")
_LOW = re.compile(rf"{_LEAST}|最[低少]")
_COUNTED = re.compile(r"几|多少(?:[次个名人期场篇份家条件批户台辆套])")


def with_bounds_behind(text: str) -> str:
    """A question with the bound that it asks for said with the number, as targets print it."""
    return _SAID.sub(lambda said: _bounded(text, said), text)


def _bounded(text: str, said: re.Match[str]) -> str:
    clause = re.split(r"[，,。；;？?、]", text[: said.start()])[-1]
    high = said["piece"] and said["rank"] in ("最高", "最低")  # 每场最多花多少 asks what each costs at most
    ranks = said["rank"] is not None and not (said["must"] or high)
    if ranks or _CHOOSES.search(clause):
        return said[0]
    bound = said["firm"] or said["rank"]
    much = text[said.start("much") :]
    less = "不少于" if _COUNTED.match(much) else "不低于"
    modal = (said["may"] or said["must"] or "").replace("不能超过", "").replace("不得超过", "").replace("不超过", "")
    return f"{said['piece'] or ''}{modal}{said['done']}{less if _LOW.match(bound) else '不超过'}{said['much']}"
