"""Stored runs: what was asked of which documents under which settings, and how two runs differ."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from eval.cases import Expected
from eval.given import Given, GivenFigure
from eval.runner import Result
from eval.scores import score, scores_by, times

# Where things lie and what opens them changes no answer, and secrets are not written down.
_NOT_ANSWERS = {"data", "database_url", "chroma_url", "jobs", "model_key", "embedding_key", "embedding_threads"}


@dataclass(frozen=True, slots=True)
class Run:
    """One pass: the settings' fingerprint, the documents by id, the results in the order asked."""

    at: str  # ISO 8601, UTC
    settings: Mapping[str, object]
    documents: Mapping[str, str]  # id (a content hash) -> file name
    results: tuple[Result, ...]

    @property
    def settings_hash(self) -> str:
        """Equal for runs whose settings can only give equal answers."""
        text = json.dumps(self.settings, sort_keys=True, ensure_ascii=False, default=str)
        return hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Change:
    """What a later run does otherwise than an earlier one, as case keys ``set/id``."""

    gained: tuple[str, ...]
    lost: tuple[str, ...]
    documents_differ: bool
    settings_differ: bool


def now() -> str:
    """The time a run is stored under."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def telling_settings(settings: Mapping[str, object]) -> dict[str, object]:
    """The settings that can change an answer."""
    return {name: value for name, value in sorted(settings.items()) if name not in _NOT_ANSWERS}


def as_json(run: Run) -> dict[str, object]:
    """A run as a JSON object: scores first, then every case with what was expected and what came."""
    return {
        "at": run.at,
        "settings": dict(run.settings),
        "settings_hash": run.settings_hash,
        "documents": dict(run.documents),
        "overall": asdict(score("all", run.results)),
        "sets": [asdict(each) for each in scores_by(run.results, lambda result: result.set_name)],
        "categories": [asdict(each) for each in scores_by(run.results, lambda result: result.case.category)],
        "milliseconds": asdict(times(run.results)),
        "cases": [_case(each) for each in run.results],
    }


def store(run: Run, folder: Path) -> Path:
    """Writes the run into the folder under its time; returns the file."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"run-{run.at.replace(':', '').replace('+0000', 'Z')}"
    file = folder / f"{stem}.json"
    again = 2
    while file.exists():
        file = folder / f"{stem}-{again}.json"
        again += 1
    file.write_text(json.dumps(as_json(run), ensure_ascii=False, indent=1, default=str), "utf-8")
    return file


def latest(folder: Path) -> dict[str, object] | None:
    """The run stored last in the folder as its JSON object, None where there is none that can be read."""
    for file in sorted(folder.glob("run-*.json"), key=lambda each: (each.stat().st_mtime, each.name), reverse=True):
        try:
            found = json.loads(file.read_text("utf-8"))
        except (OSError, ValueError):
            continue
        if isinstance(found, dict):
            return found
    return None


def compare(earlier: Mapping[str, object], later: Mapping[str, object]) -> Change:
    """How a later run's object differs from an earlier one's, over the cases that both hold."""
    before, after = _verdicts(earlier), _verdicts(later)
    both = sorted(before.keys() & after.keys())
    return Change(
        gained=tuple(key for key in both if after[key] and not before[key]),
        lost=tuple(key for key in both if before[key] and not after[key]),
        documents_differ=earlier.get("documents") != later.get("documents"),
        settings_differ=earlier.get("settings_hash") != later.get("settings_hash"),
    )


def _verdicts(run: Mapping[str, object]) -> dict[str, bool]:
    cases = run.get("cases")
    if not isinstance(cases, Sequence):
        return {}
    return {f"{each['set']}/{each['id']}": bool(each["right"]) for each in cases if isinstance(each, Mapping)}


def _case(result: Result) -> dict[str, object]:
    return {
        "set": result.set_name,
        "id": result.case.id,
        "category": result.case.category,
        "question": result.case.question,
        "after": list(result.case.after),
        "right": result.right,
        "wrong_figure": result.wrong_figure,
        "source": result.source,
        "milliseconds": round(result.milliseconds, 1),
        "expected": expected_words(result.case.expect),
        "came": given_words(result.answer),
    }


def expected_words(expected: Expected) -> str:
    """What was expected, in one line."""
    figures = [f"{each.value} {each.unit or ''}".strip() for each in expected.figures]
    items = [
        " ".join(filter(None, (each.label, str(each.figure.value) if each.figure else None))) for each in expected.items
    ]
    one = f"{expected.kind}: " + "; ".join([*figures, *items, *expected.contains])
    return " | ".join([one, *map(expected_words, expected.alternatives)])


def given_words(answer: Given) -> str:
    """What came, in one line."""
    parts = [_figure_words(each) for each in (answer.items if answer.kind == "list" else answer.figures[:3])]
    words = " ".join(answer.text.split())
    return f"{answer.kind}: " + "; ".join(filter(None, [*parts, words, *answer.choices]))


def _figure_words(figure: GivenFigure) -> str:
    value = "" if figure.value is None else f"{figure.value} {figure.unit or ''}"
    return f"{figure.label} {value}".strip()
