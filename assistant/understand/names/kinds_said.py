"""Kinds of projects that people make by a word of their names: 运维类项目, 项目里有几个是运维类的."""

import re
from collections.abc import Callable, Iterable, Sequence

from assistant.lexicon import said_words
from assistant.understand.names.name_parts import PART
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words

_LONGEST, _SHORTEST = 8, 2
_KIND = re.compile(r"类(?=的?项目|[的]?(?:有|共|一共|合计|总共|各|多少|几|呢|$)|的$)")
# Classes that a table prints, and words that make no kind of projects.
_OWN = re.compile(
    r"(?:特定目标|运转|人员|公用|功能|经济|支出|收入|指标|科目|各|这|那|哪|某|几|多少|[一二两三四五六七八九十\d]大?|货物|服务|工程)$"
)


def kind_spans(
    words: Words, holding: Callable[[Iterable[str], Iterable[str]], list[str]], bodies: Sequence[Span]
) -> list[Span]:
    """The longest word before 类 that a name of the bodies asked about holds, as a part of names."""
    if "项目" not in words.key:
        return []
    whose = [body.text for body in bodies if body.family == "department"]
    spans: list[Span] = []
    for found in _KIND.finditer(words.key):
        at = found.start()
        before = words.key[max(0, at - _LONGEST) : at]
        if _OWN.search(before):
            continue
        for length in range(min(_LONGEST, at), _SHORTEST - 1, -1):
            word = words.key[at - length : at]
            names = holding((word,), whose)
            if names and not any(word + "类" in name for name in names) and word not in said_words():
                spans.append(Span(at - length, at, "quoted", "part", word, PART))
                spans.append(Span(at, at + 1, "filler", "kind", "类"))
                break
    return spans
