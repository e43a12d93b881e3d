"""What a remark leaves out: 某局（四所监狱不算）有哪些项目 asks for those 除四所监狱外.

Beside an office of its own (某局本级（下属三家中心不算）) it says nothing more: no unit is any part of it.
"""

import re

_OWN = r"(?:本级|本部|机关(?:自[己身]|本身|单独|本级)?|(?<=[局委厅办院处府])(?:自己|自身|本身))(?:名下|手里|手上|这边)?"
_BELOW = r"(?:下属|所属|直属|下辖|辖下|底下|下面|下边|二级|下级)"
_SO_MANY = r"(?:(?:那|这|各)?[一二两三四五六七八九十几\d]{0,3}[个家所座])"
_KIND = r"(?:预算|事业|二级)?(?:单位|中心|机构|监狱|学校|医院|[一-龥]{0,3}[站队所院馆])"
_UNITS = rf"(?:它|其|局)?的?(?:{_BELOW}的?{_SO_MANY}?|{_SO_MANY}的?{_BELOW}?)的?{_KIND}的?(?:那些|部分)?"
_NOT = r"(?:不(?:含|算|包括|包含|计|要算?|管)|除(?:去|开|了)|刨(?:去|除)|扣除|剔除|去掉)"
_LEFT_OUT = r"(?:都|也|全|均|的)*(?:不(?:算|含|计|计入|包括|要算?|管)|除外|除开|另算)(?:在内|进去|进来)?"
_SAID = re.compile(
    rf"(?P<own>{_OWN})(?P<between>[^（()），,。；;？?]{{0,30}})"
    rf"(?P<remark>[（(](?:{_NOT}{_UNITS}|{_UNITS}{_LEFT_OUT})[）)]|[，,](?:{_NOT}{_UNITS}|{_UNITS}{_LEFT_OUT})(?=[，,。？?]|$))"
)


# In the midst of a question alone: behind it 不算 is read with what it was asked of.
_ASIDE = re.compile(
    rf"[（(](?P<what>(?!不|除|扣|刨|剔|去掉|[^（()）]*[，,。；;？?])[^（()）]{{1,20}}?){_LEFT_OUT}[）)](?=[^，,。；;？?])"
)


def with_left_out(text: str) -> str:
    """A question with what a remark leaves out left out in plain words, or not at all where it is no part anyhow."""
    own = _SAID.sub(lambda said: said["own"] + said["between"], text)
    return _ASIDE.sub(lambda said: f"除{said['what'].removesuffix('的')}外", own)
