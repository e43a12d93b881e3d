"""What stands in a question beside the question: orders and small talk, which are left out and said to be.

A question of budgets is often pasted with other text around it, sometimes with the intent to steer the answer. An
aside is a whole sentence (or a stretch in another language) that names nothing a budget holds; a word inside the
question itself is never one, it stays and has to be understood.
"""

import re
from collections.abc import Callable

from assistant.lexicon import scan
from assistant.understand.text import is_english
from ingest.wording.glyphs import bare, is_cjk

_LEAST_CHINESE = 6  # characters that make the question itself Chinese
_FOREIGN_WORDS = 4  # fewer Latin words in a row may be a name
_FOREIGN = re.compile(r"[^\u2e80-\uffef]+")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_ASKS = re.compile(r"多少|几|哪|什么|谁|吗|怎|何|是否|列出|最|占|比")
_ORDER = re.compile(
    r"忽略|无视|不要(?:理会|回答|管)|假装|扮演|你现在是|从现在(?:起|开始)|系统提示|提示词|翻译成|写一?(?:首|篇|段|封)|作一?首诗|讲个?一?个?笑话|"
    r"(?:输出|打印|显示|泄露)你?的?(?:指令|设置|路径|密钥|提示)|密钥|密码|执行(?:以下|下面|命令)|删除(?:所有|全部|数据)|运行(?:以下|代码)|"
    r"说成|改口|回答为|一律(?:回答|说)|(?:必须|只能)(?:回答|输出|返回|说)|在(?:回答|答案)(?:里|中|后|前)(?:加|写|附)"
)
_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;\n]*")
_ENGLISH_SENTENCE = re.compile(r"[^.?!\n]+(?:[.?!\n]+(?=\s|$)|[.?!](?=\S)|$)\s*")


_WHAT_MADE = re.compile(
    r"^(?:到底|究竟)?是?(?:什么|啥|何)(?:原因|因素|事)?(?:让|使得?|令|导致|造成|引起)(?:了)?(.{4,}?)[?？]?$"
)


def in_order(question: str) -> str:
    """A question of reason that begins with the reason, in the order in which others are asked: 是什么让X减少."""
    found = _WHAT_MADE.match(question.strip())
    return f"{found.group(1)}的原因是什么" if found is not None else question


def without_asides(question: str, translated: Callable[[str], str]) -> tuple[str, bool]:
    """The question proper, and whether anything was left out; ``translated`` puts English into the known words.

    Where nothing would be left, the question comes back whole.
    """
    kept = question
    if sum(map(is_cjk, question)) >= _LEAST_CHINESE:
        chinese = _FOREIGN.sub(lambda found: _without_foreign(found.group()), kept)
        # A Chinese term within an English question is no question of its own.
        kept = chinese if _ASKS.search(chinese) or not is_english(question) else kept
        kept = _sentences_kept(kept, _SENTENCE, lambda sentence: _ORDER.search(sentence) is None)
    elif is_english(question):
        kept = _sentences_kept(kept, _ENGLISH_SENTENCE, lambda sentence: _speaks_of_budgets(translated(sentence)))
    kept = kept.strip()
    return (kept, True) if kept and kept != question.strip() else (question, False)


def _without_foreign(stretch: str) -> str:
    """A stretch between Chinese characters without its sentence in another language; numbers at its ends stay."""
    words = [found for found in re.finditer(r"\S+", stretch) if _LATIN.search(found.group())]
    if len(words) < _FOREIGN_WORDS:
        return stretch
    rest = stretch[words[-1].end() :]
    tail = re.match(r"[^.?!]*[.?!]+(?!\d)", rest) or re.match(r"(?:\s+[^\w\s]+)*", rest)
    end = words[-1].end() + (tail.end() if tail else 0)
    return (stretch[: words[0].start()].rstrip() + stretch[end:].lstrip()) or ""


def _sentences_kept(text: str, cut: re.Pattern[str], keep: Callable[[str], bool]) -> str:
    sentences = [found.group() for found in cut.finditer(text)]
    kept = [sentence for sentence in sentences if keep(sentence)]
    return "".join(kept) if kept and len(kept) < len(sentences) else text


def _speaks_of_budgets(chinese: str) -> bool:
    return bool(scan(bare(chinese))) or re.search(r"20\d\d", chinese) is not None
