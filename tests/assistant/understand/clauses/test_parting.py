"""The members of a series that nothing was found for are words nobody understood."""

from assistant.understand.clauses.clause import Clause
from assistant.understand.clauses.parting import unnamed_members
from assistant.understand.words.spans import Span
from assistant.understand.words.text import words_of


def test_a_member_of_which_only_a_word_is_known() -> None:
    words = words_of("打印机、复印机各多少台")
    said = [
        ("打印机", "like", "like"),
        ("复印机", "hint", "hint"),
        ("各多少", "operator", "each"),
        ("台", "filler", "filler"),
    ]
    tokens, at = [], 0
    for text, family, role in said:
        tokens.append(Span(at, at := at + len(text), family, role, text))
    clause = Clause(0, at, words.text, tokens)
    clause.each = True
    assert unnamed_members(words, clause) == ["复印机"]
