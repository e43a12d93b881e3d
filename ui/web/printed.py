"""How values and documents are written on the page: thousands separated, no digit added or lost."""

from decimal import ROUND_DOWN, Decimal, InvalidOperation

from assistant.answer import AnswerFigure, AnswerItem
from ingest.records.document import Document

NOT_GROUPED = {"年", "年度"}
MINUS = "\N{MINUS SIGN}"


def amount(value: Decimal) -> str:
    """A value with thousands separators and a true minus sign: -1234.50 is −1,234.50."""
    return f"{value:,f}".replace("-", MINUS)


def measured(value: Decimal | None, unit: str | None) -> str:
    """A value with its unit; a dash where there is none."""
    if value is None:
        return "—"
    return (f"{value:f}" if unit in NOT_GROUPED else amount(value)) + gap(unit) + (unit or "")


def gap(unit: str | None) -> str:
    """The space between a value and its unit: none before a percent sign."""
    return "" if not unit or unit in {"%", "％", "‰"} else "\N{NARROW NO-BREAK SPACE}"


def one_unit(items: tuple[AnswerItem, ...] | tuple[AnswerFigure, ...]) -> str | None:
    """The unit that all values share, None where they do not."""
    units = {item.unit for item in items if item.value is not None}
    return units.pop() if len(units) == 1 else None


def measured_text(value: str, unit: str) -> str:
    """A decimal string with its unit, as ``measured``; other text as it stands."""
    try:
        return measured(Decimal(value), unit)
    except InvalidOperation:
        return value


def percent(share: str) -> str:
    """A share given as a decimal string (0.9951) in percent with one decimal, never rounded up to 100."""
    try:
        whole = Decimal(share) * 100
    except InvalidOperation:
        return share
    return f"{whole.quantize(Decimal('0.1'), ROUND_DOWN)}%"


def document_title(document: Document) -> str:
    """Title and department: many documents print the same title."""
    title = document.title or document.file_name
    department = document.department or ""
    return title if department in title else f"{department} · {title}"
