"""A line said with whom it is paid to (付给中介的委托业务支出): the line itself, where its own sentence says so."""

import re
from dataclasses import replace

from assistant.computing.figures.looking import Desk, holdings_of
from assistant.plan import Ask, Term
from ingest.wording.glyphs import bare

_PAID = r"(?:支?付给|拨付给|交给|发给|给)(?:了)?"
_SENTENCE = re.compile(r"[。；;\n]")
_USED = re.compile(r"用于|用来|用在")


def without_payee(desk: Desk, ask: Ask) -> Ask:
    """The ask without those its line is paid to, where the sentence that tells what the line is for names them."""
    for payee, line in zip(ask.terms, ask.terms[1:], strict=False):
        words = bare(ask.words)
        paid = re.search(
            rf"{_PAID}{re.escape(bare(payee.text))}(?:机构|公司|单位|方)?的{re.escape(bare(line.text))}", words
        )
        if payee.concept is None and line.concept and paid and _said_of(desk, ask, payee, line):
            return replace(ask, terms=tuple(t for t in ask.terms if t is not payee))
    return ask


def _said_of(desk: Desk, ask: Ask, payee: Term, line: Term) -> bool:
    """Whether a sentence names a line and, behind what it is used for, those who are paid."""
    for holding, _ in holdings_of(desk, ask):
        for passage in holding.passages:
            for sentence in map(bare, _SENTENCE.split(passage.text)):
                used = _USED.search(sentence)
                named = used is not None and bare(line.text) in sentence[: used.start()]
                if named and used is not None and bare(payee.text) in sentence[used.end() :]:
                    return True
    return False
