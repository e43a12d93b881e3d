"""Amounts in recognised sentences know how sure the recognition was."""

from ingest.parse import parse
from ingest.records.layout import Line, Page, Reading


def test_an_amount_has_the_confidence_of_its_line() -> None:
    lines = (
        Line("青禾市水务局2026年部门预算", (50, 50, 400, 70), 18.0),
        Line("2026年收入预算1,234.50万元，比上年增加10.00万元。", (50, 100, 400, 112), 12.0, confidence=0.81),
        Line("2026年支出预算1,234.50万元。", (50, 130, 300, 142), 12.0, confidence=0.97),
    )
    parsed = parse(Reading("a.pdf", "pdf", (Page(1, 595, 842, (), lines, scanned=True),)), "a")
    by_label = {figure.label: figure.confidence for figure in parsed.figures if figure.text.startswith("1,234")}
    assert by_label == {"收入预算": 0.81, "支出预算": 0.97}
