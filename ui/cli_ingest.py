"""``ingest``: progress while reading, then what went in and what did not."""

import json as to_text
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from ingest.messages import say
from ingest.pipeline import Progress as Step
from ingest.pipeline import ingest
from ingest.report import FileReport, Outcome, Report, warning_text
from ingest.settings import Settings
from ui.cli_words import CallError, language

_NAMED = 5  # so many file names stand in a summary line


def run_ingest(paths: list[Path], settings: Settings, jobs: int | None, dask: str | None, json: bool) -> int:
    """Take files in and report; 1 where some could not be read."""
    for path in paths:
        if not path.exists():
            raise CallError("error.not_found", path=path)
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}"),
    )
    with Progress(*columns, console=console, disable=json or not console.is_terminal, transient=True) as bar:
        task = bar.add_task(say("cli.reading", language()), total=None, name="")

        def show(step: Step) -> None:
            name = Path(step.file.path).name if step.file else ""
            bar.update(task, total=step.count, completed=step.done, name=name)
            if step.done == step.count:
                bar.update(task, description=say("cli.indexing", language()), name="")

        report = ingest(paths, settings, jobs, dask, show)
    if json:
        print(to_text.dumps(report.to_json(language()), ensure_ascii=False, indent=2))
    else:
        for line in lines_of(report):
            print(line)
    return 1 if report.failed else 0


def lines_of(report: Report) -> list[str]:
    """The report in words."""
    tongue = language()
    counts = {name: f"{report.total(name):,}" for name in ("pages", "tables", "figures", "indicators", "passages")}
    lines: list[str] = []
    if not report.files:
        lines.append(say("cli.nothing", tongue))
    if stored := report.of(Outcome.STORED):
        seconds = {
            "seconds": f"{report.seconds:.1f}",
            "each": f"{report.seconds_per_document:.2f}",
            "reading": f"{report.reading_seconds:.1f}",
            "embedding": f"{report.vector_seconds:.1f}",
        }
        lines.append(say("cli.done", tongue, documents=len(stored), **counts, **seconds))
    if unchanged := report.of(Outcome.UNCHANGED):
        lines.append(say("cli.unchanged", tongue, count=len(unchanged)))
    if duplicates := report.of(Outcome.DUPLICATE):
        lines.append(say("cli.duplicates", tongue, count=len(duplicates), files=_some(duplicates)))
    if skipped := report.of(Outcome.SKIPPED):
        lines.append(say("cli.skipped", tongue, count=len(skipped), files=_some(skipped)))
    for file in stored:
        lines.extend(f"  {Path(file.path).name}: {warning_text(one, tongue)}" for one in file.warnings)
    if report.vector_fault is not None:
        lines.append(report.vector_fault.text(tongue))
    if report.failed:
        lines.append(say("cli.failed", tongue, count=len(report.failed)))
        lines.extend(f"  {file.path}: {file.reason.text(tongue) if file.reason else ''}" for file in report.failed)
    return lines


def _some(files: tuple[FileReport, ...]) -> str:
    names = ", ".join(Path(file.path).name for file in files[:_NAMED])
    return names + (" …" if len(files) > _NAMED else "")
