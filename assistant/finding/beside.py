"""Whether a word of the question that names no line stands beside a figure: in its row, its table or its clause."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from assistant.finding.dates import is_date, prints_date
from assistant.finding.holdings import Holding, TableView
from assistant.finding.labels import line_of
from assistant.finding.wanted import Candidate
from assistant.lexicon import concept_words, concepts, is_fund
from assistant.plan import Ask, Term
from assistant.understand.everyday.uncovered_words import content_of
from assistant.understand.words.alike import contradicts, held
from ingest.records.figure import Figure
from ingest.wording.glyphs import bare

# A part that a note says is within (市本级含开发区, 固定资产＝房屋＋车辆) does not name the whole it is within.
_COMPRISED = re.compile(r"(?:不?含|包括|包含|除)[^。；;，,]*|[^。；;]*[＝=][^。；;]*")
# What a note says that all amounts of its table are: 填报金额为资产账面净值.
_AMOUNTS_ARE = re.compile(r"(?:金额|数据|数额|数值)(?:均|都)?(?:为|系|是|按)[^。；;]*")
_MOST = 0.6
_FURTHER = 0.15  # a word that stands beside a figure, not in its own name


def readings(terms: tuple[Term, ...], hints: tuple[str, ...]) -> Iterator[tuple[tuple[Term, ...], tuple[str, ...]]]:
    """The terms as said, then with names that may only describe the figure left to stand beside it.

    Codes and budget concepts always name the line, a name printed as said does unless a code is said too. Of the
    others, those that only resemble a printed name go first.
    """
    yield terms, hints
    if (parted := tuple(part for t in terms for part in _fund_and_line(t))) != terms:
        yield parted, hints
    likes = [t for t in terms if t.kind == "like"]
    coded = any(t.kind == "code" for t in terms)
    names = [t for t in terms if t.kind in ("name", "like") and (coded or t.names[0][1] < 1.0)]
    tried: list[list[Term]] = []
    for loose in (likes, *([t] for t in names), names):
        kept = tuple(t for t in terms if t not in loose)
        if loose and kept and loose not in tried:
            tried.append(loose)
            yield kept, (*hints, *(word for t in loose for word in content_of(t.text)))


def _fund_and_line(term: Term) -> tuple[Term, ...]:
    """A name that other documents print as one, as the fund and the line it is made of: 财政拨款|三公经费."""
    words = concept_words()
    for at in range(2, len(term.text) - 1) if term.kind == "name" else ():
        fund, line = words.get(term.text[:at]), words.get(term.text[at:])
        if fund and line and is_fund(fund) and not is_fund(line):
            return (Term(term.text[:at], "concept", fund), Term(term.text[at:], "concept", line))
    return (term,)


def kept_beside(found: list[Candidate], ask: Ask) -> list[Candidate]:
    """The figures that all hints stand beside; dearer where a hint is not in the figure's own name.

    A hint said in one with a name belongs to it: 参事工作经费 is no 专项工作经费 whose goal speaks of 参事.
    """
    kept = []
    hints = _telling(ask)
    compounds = {(hint, t.text) for hint in hints for t in ask.terms if hint + t.text in _bare(ask.words)}
    for candidate in found:
        own, around = _own(candidate), _around(candidate)
        line = _line(candidate)
        if any(not stands(hint, line) and _qualified_otherwise(line, name, hint, own) for hint, name in compounds):
            continue
        dated = [hint for hint in hints if is_date(hint)]
        told = all(prints_date(hint, _printed_beside(candidate)) for hint in dated)
        if told and all(hint in dated or stands(hint, own) or stands(hint, around) for hint in hints):
            candidate.cost += sum(_FURTHER for hint in hints if not stands(hint, own))
            kept.append(candidate)
    named = [c for c in kept if all(stands(hint, _line(c)) for hint in hints)]
    # 留给中小企业 is of the line that says so, not of 其中：小型和微型企业 below it
    return [c for c in kept if not (named and any(contradicts(hint, _line(c)) for hint in hints))]


def _line(candidate: Candidate) -> str:
    return _bare(candidate.figure.label if candidate.row is None else candidate.row.row.label)


_PAID_TO = frozenset(
    ("户", "家庭", "对象", "人员", "群众", "人群")
)  # behind a benefit: who gets it, no line of its own


def _telling(ask: Ask) -> tuple[str, ...]:
    """The hints but those that say again what a named line pays by its definition, or to whom: 低保户."""
    about = frozenset().union(*(concepts()[t.concept].about for t in ask.terms if t.concept))
    said = _bare(ask.words)
    paid = {hint for hint in ask.hints if hint in _PAID_TO and any(t.text + hint in said for t in ask.terms)}
    return tuple(hint for hint in ask.hints if hint not in about | paid)


def _qualified_otherwise(line: str, name: str, hint: str, own: str) -> bool:
    """Whether a line prints a name within another: 参事工作经费, or 住房公积金 where 购置住房 is asked for."""
    before = line.endswith(name) and not stands(hint, own)
    return len(line) > len(name) and (before or (line.startswith(name) and len(name) < 3))


def told_by(options: list[Candidate], said: Iterable[str]) -> list[Candidate]:
    """Of differing figures those that a word said beside the thing tells from the others: 项目里的差旅费."""
    around = [_own(o) + (_around(o) if o.figure.passage_id is None else "") for o in options]
    found: set[int] = set()
    for word in said:
        bearing = {i for i, text in enumerate(around) if word in text}
        if len(word) > 1 and 0 < len(bearing) < len(options):
            found = bearing if not found else found & bearing or found | bearing
    return [options[i] for i in sorted(found)] or options


def stands(word: str, text: str) -> bool:
    """Whether a text holds a word, another word for the same thing, or most of a longer one."""
    return held(word, text) >= _MOST


# What a unit measures, where the line does not say it: 房屋 70平方米 is an area.
_MEASURES = dict.fromkeys(("平方米", "㎡", "平方公里", "亩", "公顷"), ("面积",)) | {"公里": ("长度", "里程")}


def _measured(figure: Figure) -> tuple[str, ...]:
    return _MEASURES.get(figure.unit.name, ())


def _own(candidate: Candidate) -> str:
    parts = [candidate.figure.label, *candidate.figure.column, *_measured(candidate.figure)]
    if candidate.row is not None:
        parts += [candidate.row.row.label, candidate.row.code or ""]
    return _bare("\n".join(parts))


def _printed_beside(candidate: Candidate) -> str:
    """What is printed in a figure's row, or in its clause, as it stands there."""
    if candidate.row is not None:
        texts = (t.text for t in candidate.holding.texts.get(candidate.row.row.id, ()))
        return "\n".join((candidate.row.row.label, *texts))
    return clause_of(candidate.figure, candidate.holding) if candidate.figure.passage_id is not None else ""


def _around(candidate: Candidate) -> str:
    parts = [candidate.figure.basis or ""]
    row, table = candidate.row, candidate.table
    if table is not None:
        parts += [table.table.title, _COMPRISED.sub("", table.table.note or "")]
    if row is not None:
        parts += [*row.parents, row.body or ""]
        parts += [t.text for t in candidate.holding.texts.get(row.row.id, ())]
    if candidate.figure.passage_id is not None:
        parts.append(clause_of(candidate.figure, candidate.holding))
        parts += _noted_of_the_same(candidate)
    return _bare("\n".join(parts))


def _noted_of_the_same(candidate: Candidate) -> list[str]:
    """The notes under tables that print a stated amount again under its name: 填报金额为资产账面净值."""
    holding, name = candidate.holding, bare(candidate.figure.label)
    noted = holding.once("what notes say of amounts", lambda: _noted(holding))
    return [said for t, said in noted if candidate.base and _prints(t, name, candidate.base)]


def _noted(holding: Holding) -> list[tuple[TableView, str]]:
    """The tables whose notes say what all their amounts are, with what they say."""
    return [(t, said) for t in holding.tables for said in _AMOUNTS_ARE.findall(t.table.note or "")]


def _prints(table: TableView, name: str, amount: Decimal) -> bool:
    """Whether a table prints an amount in a row or a column of a name."""
    named = [(row.key == name, row.row.id) for row in table.rows]
    columns = [name in column.keys for column in table.outline]
    if not (any(columns) or any(own for own, _ in named)):
        return False
    cells = ((own, f) for own, key in named for _, f in table.cells.get(key, ()))
    return any(
        f.amount is not None and f.amount.base == amount and (own or name in map(bare, f.column)) for own, f in cells
    )


def clause_of(figure: Figure, holding: Holding) -> str:
    """The clause a stated figure stands in, in comparison form; the next clause speaks of another figure."""
    passage = holding.passage_of(figure)
    if passage is None:
        return ""
    return _bare("\n".join(c for c in re.split(r"[。；;，,！？\n]", passage.text) if figure.text in c))


def is_bought(figure: Figure, holding: Holding) -> bool:
    """Whether a stated count is of what is to be bought: by its own words, or by its sentence where it is no state."""
    if re.search("保有|实有|现有", figure.label):
        return False  # 年末公务用车保有量9辆, told beside what was bought
    if re.search("购|更新", line_of(figure)):
        return True
    passage = holding.passage_of(figure)
    if figure.basis is not None or passage is None:
        return False
    label = _bare(figure.label)
    told = [s for s in re.split(r"[。！？\n]", passage.text) if label in _bare(s) and "截至" not in s]
    return any("购" in sentence for sentence in told)


@lru_cache(maxsize=16384)
def _bare(text: str) -> str:
    return bare(text)
