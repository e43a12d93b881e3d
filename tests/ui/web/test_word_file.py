import io

from docx import Document

from assistant.question import Question
from tests.ui.fakes import FakeAssistant
from ui.web.session import Turn
from ui.web.word_file import docx_bytes


def test_word_file_has_figure_mark_words_and_places() -> None:
    turns = [Turn(n, words, FakeAssistant().ask(Question(words)), 0.1) for n, words in ((1, "平台"), (2, "合计\x01"))]
    document = Document(io.BytesIO(docx_bytes(turns, "zh", "数据版本 v1")))
    told = [paragraph.text for paragraph in document.paragraphs]
    assert told[:3] == ["预算问答对话", "数据版本 v1", "平台"]
    assert "1,266.19\u202f万元 (原文数字)" in told
    assert "2,635.14\u202f万元 (计算得出)" in told
    first, second = document.tables
    assert [cell.text for cell in first.rows[1].cells][1:3] == ["临江市司法局2026.pdf", "1"]
    assert len(second.rows) == 6
