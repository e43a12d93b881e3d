"""How well a thing the question names fits a printed label, code, column or title; lower costs fit better."""

import re
from functools import lru_cache

from assistant.finding.holdings import Holding, RowView, TableView, department_key
from assistant.finding.labels import SUBJECT_SCHEMES, without_year
from assistant.lexicon import concepts, concepts_in, is_fund, stem, whole_concept
from assistant.plan import Term
from ingest.records.document import RowRole, Stage
from ingest.wording.glyphs import bare
from ingest.wording.names import is_body_name, read_body

_PER_CHARACTER = 0.045
_MOST = 0.4  # of two long names that hold a word, the shorter is not the likelier
_PRIORS = (
    ("绩效目标", 0.05),
    ("重点项目", 0.2),
    ("国有资产", 0.2),
    ("目录", 0.5),
    ("功能分类", 0.0),
    ("政府预算支出经济分类", 0.1),
)


_LEFT_OUT = re.compile(r"不(?:含|包括)[\u4e00-\u9fff]{2,8}$")  # 单价100万元以上设备（不含车辆） is no line of cars
_ALL_PROJECTS = "project_expenditure"
_PROJECTS = re.compile(r"项目支出|绩效|项目.{0,6}表|专项|采购|购买服务")


_ITEM_IN_FULL = re.compile(
    r"(?:类.+|^[^款]+)款(.+)项$"
)  # a subject said in full: …（类）…（款）专项普查活动（项）, without its class below a heading
_IN_FULL = re.compile(r"^(.+?)类(.+?)款.+项$")
# 机关事业单位基本养老保险缴费 is of bodies of both kinds: neither of them alone is named by it.
_BOTH_KINDS = re.compile(r"(?:机关|行政)事业单位")
_KINDS = frozenset(("机关", "行政", "行政单位", "事业", "事业单位"))
_OTHER = "其他"
_FIELD = re.compile(r"f2\d\d(?:\d\d)*")  # the concepts of the functional classification
_RECEIVED = re.compile(r"收入$|转移支付|税收返还|补助收入")


@lru_cache(maxsize=262144)
def label_cost(term: Term, key: str) -> float | None:
    """The cost of taking a bare label for a term; None where it does not fit."""
    if not key or term.kind == "code":
        return None
    if term.kind in ("begins", "ends"):  # a part of a name, which is no name of its own
        at_end = key.startswith(term.text) if term.kind == "begins" else key.endswith(term.text)
        return 0.8 + min(_MOST, _PER_CHARACTER * (len(key) - len(term.text))) if at_end else None
    if "不含" not in term.text:
        key = _LEFT_OUT.sub("", key) or key
    if key == term.text and not (term.concept and key in ("收入", "支出")):
        return 0.0
    if key.startswith(_OTHER) and _OTHER not in term.text and _is_whole(term, key.removeprefix(_OTHER)):
        return None  # 其他固定资产 is what its other parts leave of 固定资产
    if term.kind == "like":
        for name, score in term.names:
            if name.startswith(_OTHER) and _OTHER not in term.text:
                continue  # 社保缴费 is no 其他社保缴费, however alike the names are
            if name == key or (name[:2] == "20" and without_year(name) == key):
                return 0.15 + (1.0 - score)
            if (item := _ITEM_IN_FULL.search(key)) is not None and item[1] == name:
                return 0.2 + (1.0 - score)
            line = whole_concept(name) if term.concept is None else None
            if line is not None and line == whole_concept(key) and _funds(term.text) <= concepts_in(key):
                return 0.3 + (1.0 - score)
        return None
    item = _ITEM_IN_FULL.search(key)
    if item is not None and (item[1] == term.text or (term.concept and whole_concept(item[1]) == term.concept)):
        return 0.2  # …（类）…（款）学前教育（项）
    if term.concept is not None:
        concept = concepts()[term.concept]
        own = whole_concept(key)
        if own == term.concept:
            return 0.1 if stem(key) == stem(term.text) else 0.2
        if own is not None and own in concept.same_as:
            return 0.3
        if own is not None and term.concept in concepts()[own].made_of:
            return 0.5  # 财政拨款收入 is income, narrowed to a fund
        if own is not None or concept.group == "side" or concept.same_as:
            return None  # the label is another concept as a whole: 其他商品和服务支出 is not 商品和服务支出
        if term.concept in concepts_in(key) and not _merely_worded(concept.part_of, key):
            return 0.9 + _PER_CHARACTER * max(0, len(key) - len(term.text))
        return None
    if stem(key) == stem(term.text):
        return 0.35
    if term.text.isdigit():
        return None  # 120 is not said by 1200
    if len(term.text) >= 2 and term.text in (_BOTH_KINDS.sub("|", key) if term.text in _KINDS else key):
        return 0.8 + min(_MOST, _PER_CHARACTER * (len(key) - len(term.text)))
    return None


def _funds(text: str) -> set[str]:
    """The funds that words say: 财政拨款结转 is no carry-over of all money."""
    return {concept for concept in concepts_in(text) if is_fund(concept)}


def above_cost(term: Term, key: str) -> float | None:
    """The cost of a class that a subject said in full names before its item; None where it names another or none."""
    said = _IN_FULL.search(key)
    above = [whole_concept(level) for level in said.groups()] if said is not None else []
    return 0.2 if term.concept is not None and term.concept in above else None


def _is_whole(term: Term, key: str) -> bool:
    """Whether a label says just what a term does."""
    return key == term.text or (term.concept is not None and whole_concept(key) == term.concept)


def _merely_worded(part_of: str | None, key: str) -> bool:
    """Whether a label holds a word of a concept by chance: 安全服务站 is a body, 检测服务费 no kind of procurement."""
    return is_body_name(key) or (part_of == "procurement" and "采购" not in key)


_OF_THE_YEAR = {"income_this_year": "income_total", "expenditure_this_year": "expenditure_total"}
_ALL = re.compile("总(?!计)|决算")


def is_of_all_the_year(term: Term, key: str) -> bool:
    """Whether the text of an account calls all that came in or was spent in a year its 总收入, its 决算总支出."""
    total = _OF_THE_YEAR.get(term.concept or "")
    return total is not None and whole_concept(key) == total and "预算" not in key and _ALL.search(key) is not None


def code_cost(term: Term, code: str | None) -> float | None:
    """The cost of a row's code for a code asked: only the same code fits."""
    if term.kind != "code" or not code:
        return None
    return 0.0 if bare(code) == term.text else None


def title_explains(terms: tuple[Term, ...], table: TableView) -> int:
    """Which terms a table's title explains, as bits; that of a form of one project explains no whole."""
    if table.table.kind == "performance_evaluation":
        return 0
    mask = 0
    for at, term in enumerate(terms):
        if term.concept is not None:
            concept = concepts()[term.concept]
            if (
                term.concept in table.concepts
                or any(c in table.concepts for c in concept.same_as)
                or (concept.made_of and all(_said(part, table) for part in concept.made_of))
                or any(pattern.search(table.key) for pattern in concept.total_of)
            ):
                mask |= 1 << at
        elif term.kind in ("name", "like") and len(term.text) >= 3 and term.text in table.key:
            mask |= 1 << at
    return mask


_SIDES = ("income_total", "expenditure_total")
_FUND_TABLES = ("government_fund", "state_capital", "social_insurance")


def _said(part: str, table: TableView) -> bool:
    # 政府性基金收支预算表 has a total of each side; those of the treasury's table (财政拨款收支总表) are of what was
    # carried over too, which 财政拨款收入 is not.
    both = part in _SIDES and "收支" in table.key and table.table.kind in _FUND_TABLES
    return both or part in table.concepts or any(p.search(table.key) for p in concepts()[part].total_of)


class Facts:
    """What a table is, apart from its rows: how wide, and what its title narrows to."""

    def __init__(self, holding: Holding, table: TableView, terms: tuple[Term, ...] = ()) -> None:
        # A table's title stands for a side of the budget less surely than a printed line 收入总计 does.
        # The title of a goals table names what it lists, transfers too: its total yields to a printed line 项目支出.
        titled = 0.5 if "绩效目标" in table.key else 0.15
        self.title_costs = [0.6 if t.concept and concepts()[t.concept].group == "side" else titled for t in terms]
        self.prior = next((cost for words, cost in _PRIORS if words in table.key), 0.0)
        # In a final account what came in and what was spent differ; a subject is of spending unless income is named.
        final = holding.document.stage is Stage.FINAL_ACCOUNT
        if final and "收入" in table.key and "支出" not in table.key and not any("收入" in t.text for t in terms):
            self.prior += 0.35
        fields = any(t.concept is not None and _FIELD.fullmatch(t.concept) for t in terms)
        self._spends = fields and not any(_RECEIVED.search(t.text) for t in terms)
        default = concepts()["budget_total"].words[0]  # stands where nothing was named
        both = any(t.concept == "budget_total" and t.text != default for t in terms)
        if final and both and not ("收支" in table.key or ("收入" in table.key and "支出" in table.key)):
            self.prior += 0.35  # nor is either of them what both sides come to
        self._lists_projects = _PROJECTS.search(table.key) is not None
        self._holding = holding
        self.title_narrow: frozenset[str] = frozenset()
        self._department = department_key(holding.document)

    def is_subject(self, row: RowView) -> bool:
        """Whether a row is a subject of a classification or a known budget line, not a project or the like."""
        if self._lists_projects and self._holding.subject_names and row.row.code_scheme in SUBJECT_SCHEMES:
            return self._holding.is_subject(row)
        return (
            row.row.code_scheme in SUBJECT_SCHEMES
            or not self._lists_projects
            or (row.row.code_scheme is None and row.is_total)
            or whole_concept(row.key) is not None
        )

    def said_of_one(self, terms: tuple[Term, ...], row: RowView) -> list[int]:
        """The terms for all projects that are but the name of one of those listed: 专项业务经费 among its siblings."""
        if row.is_total or row.row.role is not RowRole.ITEM or not self._lists_projects:
            return []
        of_all = [at for at, t in enumerate(terms) if t.concept == _ALL_PROJECTS and row.key != t.text]
        listed = bool(of_all) and bool(row.body) and whole_concept(row.key) == _ALL_PROJECTS
        return of_all if listed else []

    def received_cost(self, row: RowView) -> float:
        """What it costs that a row is of money received for a field of spending: 专项转移支付收入 over 科学技术."""
        return 1.0 if self._spends and any(_RECEIVED.search(p) for p in row.parents) else 0.0

    def is_body_row(self, row: RowView, bodies: frozenset[str]) -> bool:
        """Whether a row stands for a body itself, not for one of its lines."""
        if row.key in bodies or f"={row.key}" in bodies or f"={bare(read_body(row.row.label).name)}" in bodies:
            return True
        body = bare(row.body) if row.body else ""
        if any(b.startswith("=") for b in bodies):
            # The office is named without its place: 旗农牧局本级 of 某某旗农牧局.
            return body.endswith(row.key) and f"={bare(read_body(row.body or '').name)}" in bodies
        return row.row.role in (RowRole.SUBTOTAL, RowRole.GRAND_TOTAL) or row.key == body
