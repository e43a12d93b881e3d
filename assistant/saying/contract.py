"""The answer as the JSON contract that the command line, the API and the batch write."""

from decimal import Decimal
from typing import Any

from assistant.answer import Answer, SourceRef


def decimal_text(value: Decimal | None) -> str | None:
    """A decimal without exponent."""
    return None if value is None else format(value, "f")


def to_contract(answer: Answer, question: str, elapsed_ms: float, id: str | None = None) -> dict[str, Any]:
    """The contract's object of one answer; ``elapsed_ms`` is what answering took."""
    made: dict[str, Any] = {} if id is None else {"id": id}
    made |= {
        "question": question,
        "kind": answer.kind.value,
        "text": answer.text,
        "figures": [
            {
                "value": decimal_text(f.value),
                "unit": f.unit,
                "label": f.label,
                "computed": f.computed,
                "sources": list(f.sources),
            }
            for f in answer.figures
        ],
        "items": [
            {"label": i.label, "value": decimal_text(i.value), "unit": i.unit, "sources": list(i.sources)}
            for i in answer.items
        ],
        "sources": [_source(s) for s in answer.sources],
        "choices": list(answer.choices),
        "method": answer.method,
        "plan": answer.plan or {},
        "elapsed_ms": round(elapsed_ms, 1),
    }
    return made


def _source(source: SourceRef) -> dict[str, Any]:
    told: dict[str, Any] = {
        "document": source.document,
        "title": source.title,
        "page": source.page,
        "table": source.table,
        "row": source.row,
        "column": source.column,
        "text": source.text,
        "box": list(source.box) if source.box is not None else None,
    }
    if source.confidence is not None:  # read from a scan
        told["confidence"] = round(source.confidence, 3)
    return told
