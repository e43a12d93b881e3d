"""Whether words near a stored name say another word in the place of one of its own: 水利费 is no slip of 水费."""

from functools import lru_cache

from assistant.understand.everyday.uncovered_words import is_empty, segments_of
from assistant.understand.names.fuzzy import alike_signs, foreign_signs
from assistant.understand.words.alike import held
from assistant.understand.words.text import words_of
from ingest.wording.glyphs import is_cjk

_MOST = 2  # characters that a name lacks; words that differ in more are held to be another way of saying it
_SYNONYM = 0.9
_OF_WORD = 2  # characters; a longer word with one more is still the same: 信息化系统, 信息系统
# Words for money and work that names leave out or bear as it comes.
_LIGHT = frozenset(
    (
        *("费用", "经费", "资金", "支出", "开支", "预算", "花费", "金额", "款项"),
        *("项目", "专项", "工作", "业务", "事务", "养护"),
    )
)
_OFFICES = frozenset("处科室局站所队办")  # 内设处 is another way to say 内设机构


@lru_cache(maxsize=16384)
def says_another_word(piece: str, name: str) -> bool:
    """Whether a word of a piece has characters that a name lacks, which neither sound nor look like those it has."""
    if len(piece) < 3 or piece in name:
        return False
    foreign = foreign_signs(piece, name)
    if not foreign or len(foreign) > _MOST:
        return False
    for start, end, word, tag in segments_of(words_of(piece)):
        own = [at for at in foreign if start <= at < end]
        if not own or word in _LIGHT or word in _OFFICES or is_empty(word) or not all(map(is_cjk, word)):
            continue
        if any(foreign[at] and alike_signs(piece[at], foreign[at]) for at in own):
            continue
        instead = any(foreign[at] for at in own)
        if end - start == 1:
            if (instead and start > 0) or (start == 0 and tag[:1] == "n"):
                return True  # 公务用机运行维护费, 机运行维护费
        elif (instead or (len(foreign) == 1 and end - start == _OF_WORD)) and held(word, name) < _SYNONYM:
            return True
    return False
