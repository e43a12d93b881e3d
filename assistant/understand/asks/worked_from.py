"""A year worked back from a later paper, which is not asked for itself: 按2025年决算推算，2024年是多少."""

import re

from assistant.plan import Ask, Operation, Scope, replace

# The paper that is worked back from, with nothing asked of it; everyday speech may put 推算 in front of it.
_FROM = r"^(?:请)?(?:按照?|依?照|根据|依据|从|由|用|拿|以)[^，,。；;]{2,40}?(?:[推估测]算|[倒反回]推)"
_GROUND = re.compile(rf"{_FROM}(?:一下|的?话|来看)?$")
_LED = re.compile(rf"{_FROM}(?=.*(?:20\d\d|[去上]一?年))")
_PUT_FIRST = re.compile(r"^推算[^，,。；;]{2,40}?(20\d\d)年度?[^，,。；;]{0,12}?(20\d\d)年")
_WORKED = re.compile(r"[推估测]算|[倒反回]推")
_AS_WELL = re.compile(r"[和与跟及、比](?:它|其)?(?:20\d\d|[去上]一?年)|各|分别")
_YEAR = re.compile(r"20\d\d")


def worked_back(asks: list[Ask]) -> list[Ask]:
    """The asks without what is only worked back from: a clause of its own, or the year of the paper."""
    named = any(ask.terms for ask in asks)
    kept = [a for a in asks if a.terms or a.entity or not named or not _GROUND.match(a.words.strip("，,"))]
    return [replace(ask, scope=_before_the_paper(ask)) for ask in kept]


def _before_the_paper(ask: Ask) -> Scope:
    """Which years are asked for where the paper's own is said too: 推算某局2025年预算说明里上一年的收入."""
    scope = ask.scope
    if ask.operation is not Operation.LOOKUP or not _WORKED.search(ask.words) or _AS_WELL.search(ask.words):
        return scope
    if len(scope.years) == 1 and scope.relative_years == (-1,):
        return replace(scope, years=(scope.years[0] - 1,), relative_years=())
    led = _LED.match(ask.words)
    papers = {int(year) for year in _YEAR.findall(led[0])} if led is not None else _paper_put_first(ask.words)
    asked = tuple(year for year in scope.years if year not in papers)
    pairs = tuple((year, stage) for year, stage in scope.pairs if year not in papers)
    return replace(scope, years=asked, pairs=pairs) if asked or pairs else scope


def _paper_put_first(words: str) -> set[int]:
    """The year of the paper where 推算 stands before it and an earlier year is asked: 推算某局2023年预算里说2022年."""
    said = _PUT_FIRST.match(words)
    return {int(said[1])} if said is not None and int(said[1]) > int(said[2]) else set()
