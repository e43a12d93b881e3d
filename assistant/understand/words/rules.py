"""Rules of wording kept as data: [pattern, other words for it, a question part that shows it], in groups, in order."""

import re
import tomllib
from functools import cache
from importlib import resources


@cache
def written(name: str) -> tuple[tuple[str, str, str], ...]:
    """Every rule of a file of the lexicon as it is written."""
    data = tomllib.loads(resources.files("assistant.lexicon").joinpath(name).read_text("utf-8"))
    return tuple((pattern, said, shown) for group in data.values() for pattern, said, shown in group["rules"])


@cache
def _compiled(name: str, flags: int) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, flags), said) for pattern, said, _ in written(name))


def put_by(name: str, text: str, flags: int = 0) -> str:
    """A text in the words of a file's rules."""
    for pattern, said in _compiled(name, flags):
        text = pattern.sub(said, text)
    return text
