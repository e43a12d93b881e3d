"""Which office: the one of a list of offices whose name is what the question asks about (哪个处管参事工作)."""

import re
from collections.abc import Iterable

from assistant.descriptive.enumerated import Bodies, bodies_told
from assistant.descriptive.places import Spot
from assistant.descriptive.sayings import sayings_in
from assistant.descriptive.shape import is_slight, matter_of
from assistant.understand.door import Door
from ingest.wording.glyphs import bare

_ASKED = re.compile(
    r"(?:哪|什么|啥)(?:一|几|些|两|俩)?个?(?:内设)?(?:处室|科室|处(?![罚理长境])|科(?![研学技长目])|室|部门|机构)"
)
_SEVERAL = re.compile(r"分别|各自|各(?:是|归|由)|哪(?:几|些|两|俩)")
_BRACKETS = re.compile(r"[（(](?:挂)?([^（）()]*?)(?:的?牌子)?[）)]")
_BESIDE = re.compile(r"(?<!参)与|和|及|、")
_KIND = re.compile(r"(?:管理|工作|业务|事务|服务|指导|监督)*(?:处|科|室|办公室|中心|支队|大队|部|组)$")
_DOES = re.compile(r"负责|牵头|承办|主管|分管|归口|对口|工作|业务|事务|事情|活儿|[管办干做归]")
_ALL_OFFICES = "有哪些内设机构"  # how the list of them is asked for
_HELD = 0.6  # share of a name's pairs of signs that the question has to say
_SHORT = 2  # signs of a name's matter that any question might hold: 行政 of 行政处, unless it asks of nothing else


def asks_office(question: str) -> bool:
    """Whether a question asks which office does a thing."""
    return _ASKED.search(question) is not None


def offices_named(spots: list[Spot], question: str, owners: Iterable[str]) -> tuple[Bodies, tuple[str, ...]] | None:
    """The list of a body's offices with those that a question describes; None where no name, or another number, fits.

    ``owners`` are the bare names of the body: what it is called tells nothing of an office.
    """
    words = bare(question)
    for owner in sorted(owners, key=len, reverse=True):
        words = words.replace(owner, "|")
    words = _ASKED.sub("|", words)
    printed = ""
    for start, end, forms in sorted(sayings_in(words), reverse=True):  # 打官司: 应诉
        words, printed = f"{words[:start]}|{words[end:]}", "|".join((printed, *forms))
    for listed in bodies_told(spots, "organisation", _ALL_OFFICES, owners):
        fits = {name: pairs for name in listed.names if (pairs := _said_of(name, words, printed))}
        # 行政处 is not meant where 行政复议科 fits.
        named = tuple(n for n, pairs in fits.items() if not any(pairs < other for other in fits.values()))
        if named and (len(named) > 1) is (_SEVERAL.search(question) is not None):
            return listed, named
    return None


def _said_of(name: str, words: str, printed: str) -> frozenset[str]:
    """The pairs of signs by which a question tells an office: of its name, of its other name, of one of two matters."""
    names = (_BRACKETS.sub("", name), *(other for other in _BRACKETS.findall(name) if _KIND.search(other)))
    whole = [_KIND.sub("", bare(one)) for one in names]
    matters = [*whole, *(part for one in whole for part in _BESIDE.split(one) if part != one and len(part) > 1)]
    return max((_pairs_said(matter, words, printed) for matter in matters), key=len)


def _pairs_said(matter: str, words: str, printed: str) -> frozenset[str]:
    """The pairs of signs of an office's matter that a question says; none where they are too few to tell it."""
    pairs = {matter[at : at + 2] for at in range(len(matter) - 1)}
    said = frozenset(pair for pair in pairs if pair in words or pair in printed)
    if len(matter) <= _SHORT and any(not is_slight(w) for w in _matter(words.replace(matter, "|"))):
        return frozenset()
    return said if said and len(said) >= _HELD * len(pairs) else frozenset()


def _matter(words: str) -> list[str]:
    """What a bare text asks about besides asking: 管, 的事 are nothing."""
    return [part for part in _DOES.sub("|", matter_of(words, Door.TEXT)).split("|") if len(part) > 1]
