"""Which period is meant, said beside a question: …要到多少核（要年度的，不要整个周期的） asks for the year's target.

A project of several years prints two targets, of its whole term and of the year. The one that is not wanted is no part
of what is asked; the one that is stands with what it is asked of.
"""

import re

_TERM = r"(?:整个|全|项目|实施)*(?:项目|实施)?周期|整个项目期|全周期"
_YEAR = r"(?:本|今|当|这一?|全)?年(?:度|的?当年)?"
_OF_IT = r"(?:里|内|中)?的?(?:(?:绩效)?(?:指标|目标)值?|数|那个)?"
_DENIED = r"(?:不(?:要|是|看|问|用|算)|别(?:给|用|拿|说)|并?非)"
_WANTED = r"(?:只|就|我)*(?:要|看|问|指|按|说)的?(?:是|得是)?"
# Behind a stop, in brackets or at the end: what stands within a clause is read with it.
_REMARK = re.compile(
    rf"(?P<open>[，,。；;？?]*[（(]|[，,；;。？?]+)"
    rf"(?:{_WANTED}(?P<one>{_TERM}|{_YEAR}){_OF_IT}(?:[，,、；;]?(?:而)?{_DENIED}(?:{_TERM}|{_YEAR}){_OF_IT})?"
    rf"|(?:而)?{_DENIED}(?P<other>{_TERM}|{_YEAR}){_OF_IT}(?:[，,、；;]?(?:而)?(?:{_WANTED}|而?是)(?:{_TERM}|{_YEAR}){_OF_IT})?)"
    r"(?:[）)]|(?=[，,。；;？?]|$))(?P<end>[。？?]*)"
)
_TERMS = re.compile(r"周期|项目期")
_ENDS = re.compile(r"？[，,。；;？?]*$")
_ASKING = re.compile(r"(?:^|(?<=[，,。；;、]))(?=[^，,。；;、？?]*(?:多少|几|多[大长高久]|什么|哪))")


def with_period_meant(text: str) -> str:
    """A question with the period that is wanted said where it is asked, and nothing of the one that is not.

    A remark of the year alone, beside no whole term, is what any question is of and is left as it stands.
    """
    said = _REMARK.search(text)
    if said is None or not _TERMS.search(said[0]):
        return text
    rest = _ENDS.sub("？", f"{text[: said.start()]}？{text[said.end() :]}")
    whole = bool(_TERMS.search(said["one"])) if said["one"] else not _TERMS.search(said["other"])
    return _ASKING.sub("实施周期内", rest) if whole else rest
