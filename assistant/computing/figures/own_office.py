"""Whether what a department with units prints is of its own office alone (本级, 机关), as a question asks."""

import re

from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Found
from assistant.finding.holdings import Holding, department_key, is_unit_document
from assistant.plan import Ask, Operation
from ingest.wording.glyphs import bare
from ingest.wording.names import read_body


def of_own_level(desk: Desk, ask: Ask, found: Found) -> bool:
    """Whether a figure asked of the own office of a department with units is printed apart from theirs."""
    figure = found.figure
    if not ask.scope.own_level or ask.operation is not Operation.LOOKUP or figure is None:
        return True
    holding = desk.library.holding(figure.document_id)
    if is_unit_document(holding.document):
        return True
    if figure.column and figure.column[-1].startswith("本级"):
        return True  # 本级支出 beside 上级补助
    if "本级" in figure.label or "机关" in figure.label or "本部" in figure.label:
        return True
    if any(hint.isdigit() for hint in ask.hints):
        return True  # a class of the government's economic subjects tells office and institutions apart
    if any("机关" in text.text for text in holding.texts.get(figure.row_id or "", ())):
        return True
    units = _units_of(desk, holding)
    table = holding.table_of(figure)
    beside = {key for keys in ask.scope.departments for key in keys} - {department_key(holding.document)}
    if beside & {bare(read_body(name).name) for name in (figure.body, table and table.table.department) if name}:
        return True  # of the unit named beside it: 本级和下属中心各多少
    if not units:
        return not _lists_units(holding)  # 本级办公费 of a document that takes in four units besides
    if table is None:
        return False
    if "本级" in table.table.title or "本级" in (table.table.department or ""):
        return True
    bodies = {bare(read_body(r.body).name) for r in table.rows if r.body} | {r.key for r in table.rows}
    return bool(units & bodies)


_WITH_OWN = re.compile(r"(?:预算|下属|所属|决算)单位.{0,30}?(?:包括|[：:]).{0,40}?(?:本级|机关)[)）]?[、；]")


def _lists_units(holding: Holding) -> bool:
    """Whether a sentence says that a document takes in units besides the own office: 预算单位包括：某局本级、甲院."""
    return any(_WITH_OWN.search(p.text) for p in holding.passages)


def _units_of(desk: Desk, holding: Holding) -> frozenset[str]:
    own = department_key(holding.document)
    return frozenset(name for name, ids in desk.units.items() if name != own and holding.document.id in ids)
