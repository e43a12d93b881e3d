"""Search terms of a text: character pairs of Chinese, whole words and numbers of everything else.

Pairs need no dictionary, find names that no dictionary has, and give the same terms on every machine.
"""

import re
import unicodedata

_RUNS = re.compile(r"[〇㐀-鿿豈-﫿]+|[^\W_〇㐀-鿿豈-﫿]+(?:\.[0-9]+)?")
_CHINESE = re.compile(r"[〇㐀-鿿豈-﫿]")


def terms_of(text: str) -> list[str]:
    """The terms of a text in order, with repeats.

    >>> terms_of("财政拨款 12.50 万元")
    ['财政', '政拨', '拨款', '12.50', '万元']
    """
    terms: list[str] = []
    for run in _RUNS.findall(unicodedata.normalize("NFKC", text).lower()):
        if len(run) == 1 or not _CHINESE.match(run):
            terms.append(run)
        else:
            terms.extend(run[at : at + 2] for at in range(len(run) - 1))
    return terms
