"""What makes the first of the ranked sentences the one that is meant: rare words, a name, or how far it is ahead."""

from assistant.descriptive.ranking import Ranking
from assistant.plan import Plan
from ingest.wording.glyphs import bare
from ingest.wording.names import is_body_name

TELLING = 1.8  # weight of a word that stands in less than a fifth of the passages
NEARLY_ALL, _SEVERAL = 0.85, 3  # common words that stand together tell a sentence as a rare one does
_LONG_RUN = 4  # pairs of signs
_MOST, _BY_FAR = 0.5, 0.15  # of the sought words, and of the rank before the next passage
_FIRST = 2  # rows that fit best


def tells(found: Ranking) -> bool:
    """Whether one of the words tells one sentence from another, or one sentence holds nearly all of several runs."""
    held = found.stretches[0][0].score if found.stretches else 0.0
    several = held >= NEARLY_ALL and len({word.chunk for word in found.wanted if not word.slight}) >= _SEVERAL
    telling = any(word.weight >= TELLING for word in found.wanted)
    return several or telling or _holds_long_run(found) or _stands_out(found)


def _stands_out(found: Ranking) -> bool:
    """Whether the first sentence is held by far better than those of other sections: 有什么经验 under 经验及做法."""
    return bool(found.stretches) and found.stretches[0][0].score >= _MOST and ahead(found)


def ahead(found: Ranking) -> bool:
    """Whether the first sentence stands far before those of every other section."""
    (first, spot), *others = found.stretches
    beside = [s.rank for s, p in others if (p.holding, p.passage.section) != (spot.holding, spot.passage.section)]
    return bool(beside) and first.rank - max(beside) >= _BY_FAR


def _holds_long_run(found: Ranking) -> bool:
    """Whether the first sentence holds a long run of the question whole, which tells it among texts full of its words.

    海心剧院装修项目: most passages of a document on one project write its words, few write all of them in a row.
    """
    if not found.stretches or found.stretches[0][0].score < NEARLY_ALL:
        return False
    first = found.stretches[0][0]
    text = bare(first.passage.text[first.start : first.end])
    runs: dict[int, list[bool]] = {}
    said: dict[int, str] = {}
    for word in found.wanted:
        if not word.slight and word.chunk >= 0:
            runs.setdefault(word.chunk, []).append(bool(word.stands_in(text)))
            said[word.chunk] = said.get(word.chunk, "") + word.forms[0][-1]
    long = (chunk for chunk, held in runs.items() if len(held) >= _LONG_RUN and all(held))
    return any(not is_body_name(said[chunk]) for chunk in long)  # the name of a body tells nothing of it


def names_row(plan: Plan, found: Ranking) -> bool:
    """Whether a question says the whole name of a row that fits best, or nearly."""
    labels = {
        bare(spot.label.split(" ")[0]) for stretch, spot in found.stretches[:_FIRST] if stretch.score >= NEARLY_ALL
    }
    labels |= {bare(spot.label.split(" ")[0]) for _, spot in found.stretches[:1]}
    return any(len(label) > len("经费") and label in bare(plan.question) for label in labels)
