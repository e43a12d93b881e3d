"""Bodies said with one tail for several, each with its own: the east and west suburb prisons, the two prisons (east,
west suburbs).

Only where every name so made is one that is known for a body; else the words stay as they are.
"""

import re

from assistant.understand.english.amounts import NUMBERS
from assistant.understand.english.lexicon import entry

_NAME = r"(?!(?:the|and|or|of|in)\b)[A-Za-z.]+"
_LIST = rf"(?P<list>{_NAME}(?:, ?{_NAME})*(?:,? (?P<by>and|or|&) |, ?){_NAME})"
_SHARED = re.compile(rf"\b{_LIST} (?P<tail>{_NAME}(?: {_NAME})?)\b")
_IN_BRACKETS = re.compile(
    rf"(?:\b(?P<number>{'|'.join(NUMBERS)}) )?(?P<place>(?:[A-Z][a-z]+ )?)(?P<kind>[a-z]+)s ?"
    rf"\({_LIST}(?: (?P<tail>[a-z]+))?\)",
    re.IGNORECASE,
)


def with_own_tails(question: str) -> str:
    """A question with every body that shares the end of its name with others said in full."""
    return _SHARED.sub(_each_in_full, _IN_BRACKETS.sub(_each_of_kind, question))


def _each_in_full(found: re.Match[str]) -> str:
    tail = found["tail"].removesuffix("s")
    several = tail != found["tail"] or found["by"] == "or"  # Education and Sports Bureau is one
    return (several and _joined(found, tail)) or found[0]


def _each_of_kind(found: re.Match[str]) -> str:
    """The bodies in brackets, where there are as many as the words before them say."""
    inner = (found["tail"] or "").removesuffix("s")
    made = _joined(found, f"{inner} {found['kind']}".strip())
    count = len(_names(found["list"]))
    said = NUMBERS.get((found["number"] or "").lower(), str(count))
    return f"{found['place']}{made}" if made and said == str(count) else found[0]


def _joined(found: re.Match[str], tail: str) -> str:
    """The names of a list each with the tail, or nothing where one of them is not known."""
    names = [f"{name} {tail}" for name in _names(found["list"])]
    known = [entry(name.lower()) for name in names]
    if any(one is None or one.kind != "organs" for one in known):
        return ""
    return ", ".join(names[:-1]) + f" {found['by'] or 'and'} {names[-1]}"


def _names(listed: str) -> list[str]:
    return re.findall(r"[A-Za-z.]+", re.sub(r"\s(?:and|or|&)\s", ", ", listed))
