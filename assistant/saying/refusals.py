"""What a refusal says is there instead: similar lines, years, stages, departments."""

from assistant.finding.library import Library
from assistant.finding.scope import Period, Place
from assistant.lexicon import whole_concept
from assistant.plan import Term
from assistant.understand.names.fuzzy import resemblance
from ingest.messages import say
from ingest.records.document import Document, Stage
from ingest.wording.glyphs import bare


def lines_alike(library: Library, terms: tuple[Term, ...], place: Place, period: Period) -> list[str]:
    """Lines of a document that resemble what was asked, for a refusal, the most alike first."""
    labels: dict[str, str] = {}
    for document in period.documents or place.documents:
        for row in library.holding(document.id).rows.values():
            if len(row.key) >= 2:
                labels.setdefault(row.key, row.row.label)
    scored = []
    said = {bare(t.text) for t in terms}
    concepts = {t.concept for t in terms} - {None}
    for key, label in labels.items():
        if key in said or whole_concept(key) in concepts:
            continue  # it is printed without a figure that answers: to name it again helps nobody
        score = max((resemblance(bare(t.text), key) for t in terms if len(t.text) >= 2), default=0.0)
        if score >= 0.5:
            scored.append((-score, label))
    return [label for _, label in sorted(scored)[:3]]


def alike_words(labels: list[str], language: str) -> str:
    """Names that resemble what was asked, asked back; nothing where there are none."""
    return say("answer.near", language, labels="、".join(labels)) if labels else ""


def year_words(years: list[int], language: str) -> str:
    """Years as words."""
    return "、".join(str(y) for y in years) if language == "zh" else ", ".join(str(y) for y in years)


def stages_held(documents: list[Document], language: str) -> str:
    """The years and stages of documents as words."""
    pairs = sorted({(d.year or 0, d.stage) for d in documents})
    return ("、" if language == "zh" else ", ").join(
        f"{year or ''}{'' if language == 'zh' else ' '}{stage_alone(stage, language)}".strip() for year, stage in pairs
    )


def stage_alone(stage: str, language: str) -> str:
    """The word for a stage where no label follows it."""
    return stage_word(Stage(stage), language).rstrip(": ") if stage in set(Stage) else stage


def stage_word(stage: Stage, language: str) -> str:
    """The word for a stage."""
    return say(f"answer.stage_{stage.name.lower()}", language)


def departments_held(library: Library, language: str) -> str:
    """The departments of the store as words, the first dozen."""
    return names_at_most(sorted({d.department for d in library.documents if d.department}), language)


def names_at_most(names: list[str], language: str) -> str:
    """Names as words, the first dozen."""
    joined = ("、" if language == "zh" else ", ").join(names[:12])
    return joined + ("…" if len(names) > 12 else "")
