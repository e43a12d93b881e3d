"""Why two numbers differ that a question states."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.passage import Passage, PassageKind, PassageSpot
from tests.assistant.town import stored, water

TELLS = "应纳入预算的在职人员60人，其中8名新聘人员手续尚未办完，实际纳入预算52人；退休人员9人。"


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("水利局在职60人，为什么实际只纳入52人", AnswerKind.TEXT),
        ("水利局在职61人，为什么实际只纳入52人", AnswerKind.REFUSAL),
        ("水利局在职60人，为什么退休9人", AnswerKind.REFUSAL),
    ],
)
def test_the_sentence_is_quoted_that_prints_both(tmp_path: Path, question: str, kind: AnswerKind) -> None:
    parsed = water()
    id, spot = parsed.document.id, PassageSpot(8, (1.0, 1.0, 9.0, 9.0), 0, len(TELLS))
    passage = Passage(f"{id}-p0001", id, 1, PassageKind.NARRATIVE, ("一、机构设置",), TELLS, 8, 8, (spot,))
    ask = Assistant(Library(stored(tmp_path, replace(parsed, passages=(passage,))).engine)).ask
    assert ask(Question(question)).kind is kind
