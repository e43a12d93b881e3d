"""How figures are named in answers: the body, the year and stage, the line, the table; amounts as people write them."""

import re
from decimal import Decimal

from assistant.finding.evidence import plain
from assistant.finding.holdings import department_key, is_unit_document
from assistant.finding.labels import is_plain, is_year_row
from assistant.finding.wanted import Candidate
from assistant.lexicon import HALVES, concepts, concepts_in, is_fund, narrowing
from assistant.plan import OF_MEAN, OWN_LEVEL, Ask, Filter, Term
from assistant.understand.words.body_forms import kinds as body_kinds
from ingest.messages import say
from ingest.records.document import Document, Stage
from ingest.records.figure import Figure
from ingest.records.units import UnitKind
from ingest.wording.codes import split_code
from ingest.wording.glyphs import bare
from ingest.wording.names import read_body
from ingest.wording.table_kinds import KIND_NAMES, OTHER
from ingest.wording.units import money_unit

_OF_A_CLASS = re.compile(r"(?:其中)?(?:货物|工程|服务|其他)类?(?:采购)?(?:支出|预算)?")


def money(value: Decimal | None, unit: str) -> str:
    """An amount with its separators and unit: 1,266.19万元."""
    if value is None:
        return ""
    text = format(value, "f")
    sign = "-" if text.startswith("-") else ""
    whole, dot, fraction = text.lstrip("-").partition(".")
    grouped = f"{int(whole):,}"
    apart = " " if unit[:1].isascii() and unit[:1].isalpha() else ""
    return f"{sign}{grouped}{dot}{fraction}{apart}{unit}"


_A_YEAR = re.compile(r"^((?:19|20)\d\d)年$")


def basis_words(basis: str, language: str) -> str:
    """What a change is held against: as printed, and the plain 上年 in the language of the answer."""
    if language == "zh":
        return basis
    return say("answer.the_year_before", language) if basis in ("上年", "上年度", "去年") else _A_YEAR.sub(r"\1", basis)


def figure_label(candidate: Candidate, terms: tuple[Term, ...], language: str, full: bool = False) -> str:
    """The line a figure stands for: its row and, where that tells more, its column and what stands above it."""
    figure = candidate.figure
    row, column = candidate.row, candidate.column
    label = figure.label
    if row is None:
        # 服务类 of 政府采购预算: a class of goods names nothing without its whole.
        of_class = _OF_A_CLASS.fullmatch(bare(label)) is not None and figure.column
        label = re.sub(rf"^{figure.year}年度?(?=.{{4}})", "", label)  # the year is said before it
        return f"{figure.column[-1]}（{label}）" if of_class else label
    owner = department_key(candidate.holding.document)  # a row may say it with the place above
    if row.key in ("", "合计", "总计", "小计") or (owner and row.key.endswith(owner)) or is_year_row(row.key):
        label = OWN_LEVEL if _is_own_row(candidate) else ""
    elif _OF_A_CLASS.fullmatch(row.key) and candidate.table is not None and "采购" in candidate.table.key:
        label = f"{concepts()['procurement'].words[0]}（{label}）"
    above = candidate.holding.rows.get(row.row.parent_id or "")
    if label and above is not None and row.key != bare(label) and row.key.endswith(bare(label)):
        label = f"{above.row.label.removesuffix('支出')}{label}"  # 支出合计 of “三公”经费支出
    pieces = []
    if full and row.parents and row.row.code and row.row.code_scheme:
        pieces.append(f"{row.row.code} ")
    body = row.body
    if (body and bare(body) != department_key(candidate.holding.document) and bare(body) != row.key) or (
        full and body and bare(body) != row.key and row.parents
    ):
        own = not full and bare(read_body(body).name) == department_key(candidate.holding.document)
        pieces.append(OWN_LEVEL if own else f"{body}")  # the department is said before it
    under = row.parents and row.parents[0] not in ("合计", "总计") and not (body and bare(body) == row.parents[0])
    if full and under and above is not None and not above.is_total:
        pieces.append(f"{above.row.label}—")
    if label and (beside := _said_beside(candidate, terms, label)):
        pieces.append(f"{beside}—")
    pieces.append(label)
    if column is not None:
        # 2025年基本支出 is said with its year before it.
        path = [re.sub(rf"^{figure.year}年度?(?=[^预决执年])", "", level) for level in column.path]
        named = [level for level in path if not is_plain(bare(level))]
        named = [level for level in named if not _OF_A_YEAR.fullmatch(bare(level))] or named  # the year is said
        if not named and not label and terms:
            # 三公经费决算 asked beside the budget: the stage of the figure is said after it.
            label = "、".join(re.sub(r"(?<=.{3})[预决]算数?$", "", t.text) for t in terms if t.kind != "code")
            pieces[-1] = label
        elif not named and not label and candidate.table is not None:
            kind = candidate.table.table.kind
            named = [KIND_NAMES[kind] if kind in KIND_NAMES and kind != OTHER else candidate.table.table.title]
        if named and bare(named[-1]) != bare(label):
            funds = [level for level in named if narrowing(concepts_in(bare(level)))]
            others = [level for level in named if level not in funds]
            lead = "—".join(others) if full else (others[-1] if others else "")
            tail = "—".join(funds if full or not others else funds[-1:])
            if label:
                inside = "，".join(part for part in (lead, tail) if part)
                pieces.append(f"（{inside}）")
            else:
                pieces.append(lead + (f"（{tail}）" if lead and tail else tail))
    text = "".join(pieces) + _half_said(candidate, terms, "".join(pieces))
    if not text and candidate.table is not None:
        text = candidate.table.table.title
    if full and candidate.table is not None:
        text += say("answer.in_table", language, table=spoken_table(candidate))
    return text


def _is_own_row(candidate: Candidate) -> bool:
    """Whether a row is what a department itself has, of a table that lists its units beside it under their total."""
    row, table = candidate.row, candidate.table
    key = department_key(candidate.holding.document)
    if row is None or table is None or row.key != key or row.is_total:
        return False
    return any(r.body and bare(r.body) != key and r.row.parent_id == row.row.parent_id for r in table.rows)


_OF_A_YEAR = re.compile(r"上年|去年|当年|本年|今年")


def _said_beside(candidate: Candidate, terms: tuple[Term, ...], label: str) -> str:
    """What was asked for and another cell of the row alone names: 行政运行 beside its 基本工资."""
    row = candidate.row
    asked = {t.concept for t in terms if t.concept} - concepts_in(bare(label)) if len(terms) > 1 else set()
    if row is None or not asked:
        return ""
    told = candidate.holding.texts.get(row.row.id, ())
    cells = [coded.name if (coded := split_code(t.text)) is not None else t.text for t in told]
    return next((c for c in cells if len(c) <= 20 and bare(c) not in bare(label) and concepts_in(bare(c)) & asked), "")


def _half_said(candidate: Candidate, terms: tuple[Term, ...], label: str) -> str:
    """The half of spending that was asked for and only the table's title names: 差旅费（基本支出）."""
    asked = [t.concept for t in terms if t.concept in HALVES]
    if len(terms) < 2 or not asked or candidate.table is None or asked[0] not in candidate.table.concepts:
        return ""
    words = concepts()[asked[0] or ""].words
    return "" if any(word in label for word in words) else f"（{words[0]}）"


def staged(label: str, figure: Figure | None, language: str) -> str:
    """The label of a figure with its stage behind it, as a newspaper would print it, unless it says a stage already."""
    if figure is None or language != "zh" or "算" in label or is_told_count(figure):
        return label
    return label + say(f"answer.stage_{figure.stage.name.lower()}", language)


_HELD = re.compile(r"(?:固定|无形|流动|国有|总|净)?资产(?:总额|原值|净值|合计)?$|银行存款$|负债")  # no 资产购置


def is_told_count(figure: Figure) -> bool:
    """Whether a sentence tells what there is, which is no budget: 内设机构3个, 房屋7万平方米, 固定资产920万元."""
    held = figure.unit.kind is UnitKind.COUNT or _HELD.search(bare(figure.label)) is not None
    return figure.passage_id is not None and held


def place_words(candidate: Candidate, language: str, label: str = "", staged: bool = True) -> str:
    """Department, year, line and stage of a figure; ``staged`` false leaves the stage to the label.

    The stage follows the line, as a newspaper would print it, unless the line says it already.
    """
    figure = candidate.figure
    document = candidate.holding.document
    stage = say(f"answer.stage_{figure.stage.name.lower()}", language) if isinstance(figure.stage, Stage) else ""
    kind = say("answer.kind_unit", language) if is_unit_document(document) else ""
    year = figure.year or document.year
    if year and language == "zh":
        label = re.sub(rf"^{year}年度?", "", label)  # the year is said before it
    if not label or not staged or (language == "zh" and "算" in label):
        stage = "" if language == "zh" else stage
    return place_of(document, year, language, kind, stage, label)


def place_of(
    document: Document, year: int | None, language: str, kind: str = "", stage: str = "", label: str = ""
) -> str:
    """The department and year of a document, with what is said of them."""
    year = year or document.year
    when = say("answer.in_year", language, year=year) if year else ""
    name = (document.department or document.title) + kind
    return say("answer.place", language, department=name, when=when, stage=stage, label=label)


_SIGNS = {
    ">": "over",
    ">=": "at_least",
    "<": "under",
    "<=": "at_most",
    "=": "equal_to",
    "between": "between",
    "about": "between",
}


def threshold(condition: Filter, language: str) -> str:
    """A condition on its value: 超过500万元, 在100万元到200万元之间."""
    if condition.on == OF_MEAN:
        return say("answer.above_mean" if condition.sign == ">" else "answer.below_mean", language)
    unit, value, upper = condition.unit, condition.value, condition.upper
    if unit == "元" and value >= 10_000 and language == "zh":
        unit, value, upper = "万元", value / 10_000, None if upper is None else upper / 10_000
    shown = money(plain(value), unit)
    return say(f"answer.{_SIGNS[condition.sign]}", language, value=shown, upper=money(upper and plain(upper), unit))


def _measure(term: Term, language: str) -> str:
    """What a condition is on, in the language of the answer."""
    concept = concepts()[term.concept or ""]
    return term.text if language == "zh" else next(iter(concept.english), term.text)


def _name(term: Term, language: str) -> str:
    return _measure(term, language) if term.concept else term.text


def _spelt_out(name: str) -> str:
    """A name in comparison form with the dash between the years of its term, as people write it: 2026-2029年."""
    return re.sub(r"(20\d\d)(?=20\d\d年)", r"\1-", name)


def condition_words(ask: Ask, language: str) -> str:
    """The conditions a set was narrowed by, in words: 金额超过100万元的."""
    said = []
    of = next((_measure(t, language) for t in ask.terms if t.concept), say("answer.amount", language))
    absent = [t for t in ask.terms if any(f.on == "absent" for f in ask.filters)]
    for condition in (f for f in ask.filters if f.on != "absent" or not absent):
        key = "answer.condition_on_money" if money_unit(condition.unit) else "answer.condition"
        said.append(say(key, language, told=threshold(condition, language), of=of))
    if lacking := [*absent, *ask.without]:
        said.append(say("answer.lacking", language, names="、".join(_name(t, language) for t in lacking)))
    for kinds, key in (
        (("code",), "answer.coded"),
        (("name", "like", "either"), "answer.named"),
        (("begins",), "answer.named_begins"),
        (("ends",), "answer.named_ends"),
    ):
        names = [_spelt_out(t.text) for t in ask.terms if t.kind in kinds and t.text not in body_kinds()]
        if names:
            said.append(say(key, language, names="、".join(names)))
    of_kind = [t.text for t in ask.terms if t.text in body_kinds()]
    if of_kind:
        said.append(say("answer.of_kind", language, names="、".join(of_kind)))
    funds = [] if ask.filters else [t for t in ask.terms if is_fund(t.concept)]
    if funds:
        said.append(say("answer.paid_by", language, names="、".join(_measure(t, language) for t in funds)))
    if ask.excluded:
        said.append(say("answer.left_out", language, names="、".join(t.text for t in ask.excluded)))
    if ask.secret is not None:
        said.append(say("answer.secret_rows" if ask.secret else "answer.open_rows", language))
    return "".join(said)


def spoken_table(candidate: Candidate) -> str:
    """The table of a figure as people would name it, or the narrative."""
    if candidate.table is None:
        return ""
    table = candidate.table.table
    return f"{table.number} {table.title}" if table.number and table.number not in table.title else table.title


def narrow_words(narrow: frozenset[str]) -> str:
    """What a figure narrows to though nobody asked."""
    table = concepts()
    return "、".join(sorted(table[c].words[0] for c in narrow))
