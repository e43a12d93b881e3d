"""Which fund pays for an evaluated project, where a column of its table says so: 资金性质 一般公共预算."""

import re
from collections.abc import Sequence

from assistant.computing.evaluations.pool import Evaluation
from assistant.lexicon import concepts_in, is_fund, scan
from assistant.plan import Plan
from ingest.wording.glyphs import bare

_COLUMN = re.compile(r"资金(?:性质|来源|类型|渠道)|经费(?:性质|来源)")
_PAID = r"(?:由|用|靠|拿|从|走|使用|属于?)?"
_BY = r"(?:财政拨款|资金|的钱)?(?:里|中)?(?:来)?(?:安排|支付|出钱?|承担|列支|开支|保障)?的?"


def of_fund(entries: Sequence[Evaluation], plan: Plan) -> list[Evaluation]:
    """The projects that the fund a question names pays for; all where it names none, none where no column says."""
    asked = {t.concept for a in plan.asks for t in a.terms if is_fund(t.concept)}
    return [e for e in entries if asked <= _funds_of(e)] if asked else list(entries)


def without_fund(words: str) -> str:
    """Words of a question without the fund, and without what says that it pays."""
    spoken = bare(words)
    for fund in {spoken[start:end] for start, end, concept in scan(spoken) if is_fund(concept)}:
        spoken = re.sub(_PAID + re.escape(fund) + _BY, " ", spoken)
    return spoken


def _funds_of(entry: Evaluation) -> frozenset[str]:
    """The funds that a project's row prints."""
    cells = (bare(text.text) for text in entry.texts if _COLUMN.search(text.column))
    return frozenset().union(*map(concepts_in, cells))
