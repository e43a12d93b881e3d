"""What a body's own fund is made up of, as its account tells it: 其他收入从哪里来 is answered by 其他收入主要是….

A glossary says what the word means of any body; the body's own sentence comes before it.
"""

import re

from assistant.computing.figures.looking import Desk, holdings_of
from assistant.descriptive.places import Spot
from assistant.descriptive.quoting import lead_of, quote_of
from assistant.finding.evidence import Outcome, Quote
from assistant.finding.holdings import Holding
from assistant.plan import Plan
from assistant.understand.words.text import without
from ingest.records.passage import PassageKind
from ingest.wording.glyphs import bare
from ingest.wording.numbers import value_of

_FUND = r"(?P<fund>[一-龥]{1,12}?(?:收入|结余|结转|资金))"
_MAINLY = r"(?:主要|大多|基本上?|具体|一般|究竟|到底|都|又|就)*"
_WHERE = r"(?:哪里|哪儿|哪(?:些|几)?(?:方面|渠道|地方|部分|块)?|什么(?:地方|渠道|钱|资金|款项?|收入|项目)?|啥)"
_ASKED = re.compile(
    rf"^(?:20\d\d年?度?)?的?[那这]?(?:一?[笔块])?{_FUND}的?(?:钱)?(?:{_MAINLY}(?:是|都是)?(?:从|由|自)?{_MAINLY}{_WHERE}(?:来的?|得来的?|组成的?|构成的?)"
    rf"|{_MAINLY}(?:来自于?|来源于?|出自|包括|包含|含有?){_MAINLY}了?{_WHERE}|{_MAINLY}(?:是|指|为){_MAINLY}{_WHERE}"
    rf"|(?:的)?(?:主要)?来源(?:{_MAINLY}(?:是|有|为){_WHERE})?)(?:呢|啊|呀)?(?:20\d\d年?度?)?$"
)
_TELLS = r"[（(]?[^，,。；;]{0,4}?主要(?:是|为|系|包括|来源于|来自于?|用于|由)"
_OWN = r"[：:，,]?(?:是?指)[^。；;]*?[，,]?本(?:单位|部门|校|院|局|中心)的?" + _TELLS  # said of itself in a glossary
_AMOUNT = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?)万元?的?(?=[一-龥]{1,12}?(?:收入|结余|结转|资金))"
)  # 那78.6万事业收入
_STOPS = "。；;\n"


def made_up_of(desk: Desk, plan: Plan) -> Outcome | None:
    """The sentences of one body's documents that say what its fund mainly is; None where none is asked for or told."""
    words = without(plan.question, plan.bodies)
    amount = _AMOUNT.search(words)
    said = _ASKED.match(bare(re.sub(r"[“”\"「」]", "", _AMOUNT.sub("", words))))
    ask = next((a for a in plan.asks if a.scope.departments and (a.scope.years or a.scope.relative_years)), None)
    ask = ask or next((a for a in plan.asks if a.scope.departments), None)
    if said is None or ask is None or len(ask.scope.departments) != 1:
        return None
    fund = rf"(?<![一-龥]){re.escape(said['fund'])}"
    tells, of_itself = re.compile(fund + _TELLS), re.compile(fund + _OWN)
    quotes: dict[str, Quote] = {}
    places = []
    for holding, _ in holdings_of(desk, ask):
        if amount is not None and not _prints(holding, fund, amount["number"]):
            continue
        for passage in holding.passages:
            found = (of_itself if passage.kind is PassageKind.GLOSSARY else tells).search(passage.text)
            if found is None:
                continue
            end = min((at for stop in _STOPS if (at := passage.text.find(stop, found.end())) > 0), default=None)
            place = Spot(holding, passage, "")
            quote = quote_of(place, found.start(), len(passage.text) if end is None else end + 1)
            quotes.setdefault(bare(quote.text), quote)
            places.append(place)
    if len(quotes) != 1:
        return None
    return Outcome("quotes", quotes=list(quotes.values()), lead=lead_of(plan, places[0]))


def _prints(holding: Holding, fund: str, amount: str) -> bool:
    """Whether the text prints an amount, said in 万元, right behind the fund it is said of."""
    beside = re.compile(rf"{fund}[^\d。；;]{{0,6}}(\d[\d,]*(?:\.\d+)?)万元")
    told = (found for passage in holding.passages for found in beside.findall(passage.text))
    return any(value_of(one) == value_of(amount) for one in told)
