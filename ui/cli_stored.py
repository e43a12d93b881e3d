"""``documents`` and ``check``: what is stored, and how it agrees with itself."""

import json as to_text
from collections import Counter
from dataclasses import asdict
from pathlib import Path

from ingest.messages import catalog, say
from ingest.records.finding import Finding, Verdict
from ingest.report import reason_of
from ingest.settings import Settings
from ingest.stores.ledger import LedgerStatus
from ingest.stores.store import RecordStore, open_store
from ui.cli_words import language

_UNFOLDED = 400


def run_documents(settings: Settings, json: bool) -> int:
    """List the documents, and the files that could not be read."""
    with open_store(settings) as store:
        entries = store.ledger()
        documents = [
            {
                **asdict(document),
                "paths": [path for path, entry in entries.items() if entry.document_id == document.id],
                **store.counts(document.id),
            }
            for document in store.documents()
        ]
        failed = [
            {"path": path, "reason": reason_of(entry.reason).text(language())}
            for path, entry in entries.items()
            if entry.status is LedgerStatus.FAILED
        ]
    if json:
        print(to_text.dumps({"documents": documents, "failed": failed}, ensure_ascii=False, indent=2))
        return 0
    if not documents:
        print(say("cli.documents_none", language()))
    else:
        names = ("file", "department", "year", "kind", "pages", "figures", "unit")
        fields = ("file_name", "department", "year", "kind", "pages", "figures", "unit")
        _print_table(names, [[_shown(document[field]) for field in fields] for document in documents])
    for file in failed:
        print(say("cli.not_stored_earlier", language(), **file))
    return 0


def run_check(settings: Settings, json: bool) -> int:
    """List the checks that do not hold exactly, and count those that do."""
    with open_store(settings) as store:
        names = {document.id: document.file_name for document in store.documents()}
        findings = store.findings()
        counts = Counter(finding.verdict for finding in findings)
        sums = {verdict.value: counts[verdict] for verdict in Verdict}
        shown = findings if json else [one for one in findings if one.verdict is not Verdict.HOLDS]
        lines = [_finding(store, names, finding) for finding in shown]
    if json:
        print(to_text.dumps({"counts": sums, "findings": lines}, ensure_ascii=False, indent=2))
        return 0
    if not findings:
        print(say("cli.checks_none", language()))
        return 0
    fields = ("file", "page", "rule", "expected", "found", "unit", "verdict")
    for line in lines:
        line["rule"] = _rule(str(line["rule"]))
        line["verdict"] = say(f"cli.verdict_{line['verdict']}", language())
    _print_table(fields, [[_shown(line[field]) for field in fields] for line in lines])
    print(say("cli.checks_sum", language(), **sums))
    return 0


def _finding(store: RecordStore, names: dict[str, str], finding: Finding) -> dict[str, object]:
    places = store.figures(finding.figure_ids)
    figures = [places[figure_id] for figure_id in finding.figure_ids if figure_id in places]
    return {
        "file": names.get(finding.document_id, finding.document_id),
        "document_id": finding.document_id,
        "rule": finding.rule,
        "verdict": finding.verdict.value,
        "expected": finding.expected,
        "found": finding.found,
        "unit": finding.unit,
        "page": figures[0].page if figures else None,
        "places": [
            {"page": one.page, "row": one.label, "column": "/".join(one.column), "text": one.text, "box": one.box}
            for one in figures
        ],
    }


def _rule(key: str) -> str:
    text = catalog(language()).get(key)
    return key if text is None or "{" in text else text


def _shown(value: object) -> str:
    if isinstance(value, int) and value > 9999:
        return f"{value:,}"
    return "" if value is None else str(value)


def _print_table(columns: tuple[str, ...], lines: list[list[str]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        right = column in ("pages", "figures", "expected", "found", "page")
        table.add_column(say(f"cli.col_{column}", language()), justify="right" if right else "left", overflow="fold")
    for line in lines:
        table.add_row(*(_plain(text) for text in line))
    console = Console()
    # Into a file or another program every line stays whole.
    (console if console.is_terminal else Console(width=_UNFOLDED)).print(table)


def _plain(text: str) -> str:
    from rich.markup import escape

    return escape(Path(text).name if text.startswith("/") else text)
