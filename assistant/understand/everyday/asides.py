"""What stands in a question beside the question: orders and small talk, which are left out and said to be.

A question of budgets is often pasted with other text around it, sometimes with the intent to steer the answer. An
aside is a whole sentence (or a stretch in another language) that names nothing a budget holds; a word inside the
question itself is never one, it stays and has to be understood.
"""

import re
from collections.abc import Callable

from assistant.lexicon import scan
from assistant.understand.everyday.period_meant import with_period_meant
from assistant.understand.words.text import is_english
from ingest.wording.glyphs import bare, is_cjk

_LEAST_CHINESE = 6  # characters that make the question itself Chinese
_FOREIGN_WORDS = 4  # fewer Latin words in a row may be a name
_FOREIGN = re.compile(r"[^\u2e80-\uffef]+")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_ASKS = re.compile(r"多少|几|哪|什么|谁|吗|怎|何|是否|列出|最|占|比")
_WISHED = re.compile(r"^(?:我们?)?(?:先|就)?想[^。！!；;]{0,4}(?:了解|知道|看看|问|查)")
_ORDER = re.compile(
    r"忽略|无视|不要(?:理会|回答|管)|假装|扮演|你现在是|从现在(?:起|开始)|系统提示|提示词|翻译成|(?<![在正我们要想需])写一?(?:首|篇|段|封)|作一?首诗|讲个?一?个?笑话|"
    r"(?:输出|打印|显示|泄露).{0,8}(?:指令|设置|路径|密钥|提示)|优先于(?:一切|所有)|只说|不要给|再乘以|密钥|密码|执行(?:以下|下面|命令)|删除(?:所有|全部|数据)|运行(?:以下|代码)|"
    r"(?:开发者|管理员|调试|开发|维护)模式|系统消息|系统[:：]|解码|解密|十六进制|环境变量|连接串|文件夹|更正为|以本[句段条]为准|"
    r"(?:把|将).{1,20}(?:更新为|改成|改为|换成|写成|加上|念成|译成)|(?:出处|来源|页码).{0,8}写|引用原文|(?:数字|金额|结果)里?的?.{0,3}请?(?:都|各)?加(?:上|\d)|"
    r"说成|改口|回答为|一律(?:回答|说)|(?:必须|只能)(?:回答|输出|返回|说)|在(?:回答|答案)(?:里|中|后|前)(?:加|写|附)"
)
# An order in the midst of an English question: from its first words to the end of its sentence.
_ENGLISH_ORDER = re.compile(
    r"(?:\b(?:please )?(?:ignore|disregard|forget|override)\b"
    r"(?=[^.!?\n]*\b(?:instruction|previous|prior|above|rule|everything)s?\b)"
    r"|\bsystem\s*:|\bas (?:the|an) administrator\b|\bfrom now on\b|\byou (?:must|are now|have to)\b"
    r"|\bpretend\b|\bact as\b|\b(?:reveal|print|output|leak|show) (?:me )?(?:the|your|all)\b"
    r"(?=[^.!?\n]*\b(?:settings?|keys?|path|prompt|password|instructions?)\b)"
    r"|\b(?:say|answer|reply|respond) (?:only |always |every |that the (?:figure|amount))\b)"
    r"[^.!?\n]*(?:[.!?\n]+\s*|$)",
    re.IGNORECASE,
)
# Chinese with what numbers and marks stand in it, and a token in no language at its end.
_CHINESE = re.compile(r"[^\x00-\x7f]+(?: ?[\w%.,=+/-]{1,80} ?[^\x00-\x7f]+)*(?: ?[A-Za-z0-9+/=]{12,})?", re.ASCII)
_HIDDEN = re.compile("[\u200b-\u200f\u2060-\u2064\ufeff]")
_MARKUP = re.compile(r"<\|[^|>]*\|>|</?[a-zA-Z][^>]*>|\$?\{+[^{}]*\}+|\[/?[A-Z]{2,}\]")
# A short question that asks on of the sentence before it.
_ASKS_ON = re.compile(
    r"\s*(?:and )?(?:why|how much|by how much|how many|since when|by how many percent|in what year)\b[^?]{0,14}\?", re.I
)
_BODY = re.compile(r"[\u4e00-\u9fff]{2}(?:局|厅|委员会|中心|政府|街道|监狱|法院|检察院|办公室)")
_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;\n]*")
_ABBREVIATED = r"(?<=\b[ie])\.(?=[eg]\.)|(?<=\b[ie]\.[eg])\.|(?<=\bNo)\.(?=\s?\d)"  # i.e., No. 3 end no sentence
_ENGLISH_SENTENCE = re.compile(rf"(?:[^.?!\n]|{_ABBREVIATED})+(?:[.?!\n]+(?=\s|$)|[.?!](?=\S)|$)\s*")


_WHAT_MADE = re.compile(
    r"^(?:到底|究竟)?是?(?:什么|啥|何)(?:原因|因素|事)?(?:让|使得?|令|导致|造成|引起)(?:了)?(.{4,}?)[?？]?$"
)


def in_order(question: str) -> str:
    """A question of reason that begins with the reason, in the order in which others are asked: 是什么让X减少."""
    found = _WHAT_MADE.match(question.strip())
    return f"{found.group(1)}的原因是什么" if found is not None else question


def without_asides(
    question: str, translated: Callable[[str], str], is_order: Callable[[str], bool] = lambda sentence: False
) -> tuple[str, bool]:
    """The question proper, and whether anything was left out; ``translated`` puts English into the known words.

    ``is_order`` knows a sentence that tells the answerer to do something and names nothing held. Where nothing would be
    left, the question comes back whole.
    """
    question = with_period_meant(question)  # which period is meant is no aside
    kept = _MARKUP.sub(" ", _HIDDEN.sub("", _latin_in_half_width(question))).strip()
    kept = kept if kept != question.strip() and kept else question
    kept = _of_the_asking_language(kept, translated)
    if sum(map(is_cjk, kept)) >= _LEAST_CHINESE:
        chinese = _FOREIGN.sub(lambda found: _without_foreign(found.group()), kept)
        # A Chinese term within an English question is no question of its own.
        kept = chinese if _ASKS.search(chinese) or not is_english(question) else kept
        kept = _sentences_kept(kept, _SENTENCE, lambda sentence: _ORDER.search(_tight(sentence)) is None)
        kept = _without_orders(kept, is_order)
    elif is_english(kept):
        rest = _ENGLISH_ORDER.sub(" ", kept)
        kept = re.sub(r"\s+", " ", rest).strip() if rest != kept and _speaks_of_budgets(translated(rest)) else kept
        kept = _sentences_kept(
            kept,
            _ENGLISH_SENTENCE,
            lambda sentence: _ASKS_ON.match(sentence) is not None or _says_of_whom(translated(sentence)),
        )
    kept = kept.strip()
    return (kept, True) if kept and kept != question.strip() else (question, False)


def _latin_in_half_width(text: str) -> str:
    return "".join(chr(ord(c) - 0xFEE0) if "\uff21" <= c <= "\uff5a" else " " if c == "\u3000" else c for c in text)


def _tight(sentence: str) -> str:
    return re.sub(r"\s+", "", sentence)


def _of_the_asking_language(text: str, translated: Callable[[str], str]) -> str:
    """An English question of budgets without Chinese sentences beside it that ask nothing."""
    english = re.sub(r"\s+", " ", _CHINESE.sub(" ", text)).strip()
    stretches = [stretch.strip() for stretch in _CHINESE.findall(text)]
    chinese = "".join(stretches)
    if not all(stretch.endswith(("。", "！", "”", "】", "=")) or text.endswith(stretch) for stretch in stretches):
        return text  # a Chinese term within the English question
    asks = english.endswith("?") and is_english(english) and _speaks_of_budgets(translated(english))
    return english if asks and sum(map(is_cjk, chinese)) >= _LEAST_CHINESE and not _ASKS.search(chinese) else text


def _without_orders(text: str, is_order: Callable[[str], bool]) -> str:
    """A question of budgets without the sentences that order something else."""
    sentences = [found.group() for found in _SENTENCE.finditer(text)]
    asking = [s for s in sentences if _ASKS.search(s) and _speaks_of_budgets(s)]
    kept = re.compile(f"{_ASKS.pattern}|{_WISHED.pattern}")  # a wish to know of something is no order
    return _sentences_kept(text, _SENTENCE, lambda s: bool(kept.search(s)) or not is_order(s)) if asking else text


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


def _says_of_whom(chinese: str) -> bool:
    """Whether a sentence speaks of budgets or names the body that the sentence after it asks of."""
    return _speaks_of_budgets(chinese) or _BODY.search(chinese) is not None


def _speaks_of_budgets(chinese: str) -> bool:
    return bool(scan(bare(chinese))) or re.search(r"20\d\d", chinese) is not None
