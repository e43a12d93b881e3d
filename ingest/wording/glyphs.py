"""Characters: one form for the many code points that print alike.

Some PDF writers emit radicals (U+2E80 and U+2F00 blocks) or compatibility ideographs in place of the common
characters, and wrapped cells carry blanks inside Chinese words. Three forms are told apart:

- ``characters``: look-alikes replaced, one for one, so that positions stay;
- ``printed``: what a person would copy from the page: look-alikes and wrapping blanks mended, signs untouched;
- ``normal``: the comparison form: full and half width equal, no blanks, one kind of dash, quote and bracket.
"""

import re
import unicodedata
from functools import lru_cache

# CJK Radicals Supplement -> the ideograph of the same shape (Unicode EquivalentUnifiedIdeograph.txt); the Kangxi
# block (U+2F00) has compatibility decompositions of its own.
_RADICALS = dict(
    zip(
        "⺁⺄⺅⺇⺈⺉⺋⺎⺏⺐⺒⺓⺔⺖⺘⺙⺛⺝⺞⺟⺠⺡⺢⺣⺥⺦⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺳⺶⺹⺺⺻⺼⺽⺾⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂乙亻几刀刂㔾兀尣尢巳幺彑忄扌攵旡月歺母民氵氺灬爫丬犭王疋目示礻⺮糸纟罓罒羊耂肀聿肉臼艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶钅長镸长门𨸏阝雨青韦页风飞食𩙿马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)
_RADICALS["⺮"] = "竹"
_RADICALS["⼾"] = "户"  # its compatibility form is the traditional 戶, which no form of this country prints
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff\ufe00-\ufe0f]")
_TAG = re.compile(r"</?(?:p|br|div|span|b|strong|em|u|i|font)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ENTITIES = {"&nbsp;": " ", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&ge;": "≥", "&le;": "≤"}

CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"
_WIDE = f"{CJK}\u3000-\u303f\uff01-\uff5e“”‘’—…·"
_BLANK = r"[\s\u00a0\u3000]+"
_BLANK_BY_WIDE = re.compile(rf"(?<=[{_WIDE}]){_BLANK}|{_BLANK}(?=[{_WIDE}])")
_BLANK_RUN = re.compile(_BLANK)

_SAME_SIGN = str.maketrans(
    {
        **dict.fromkeys("“”„‟‘’‚‛「」『』〝〞〟′″`´＂＇", '"'),
        **dict.fromkeys("‐‑‒–—―−－ー─━﹣﹘", "-"),
        **dict.fromkeys("〔【［〖﹝", "["),
        **dict.fromkeys("〕】］〗﹞", "]"),
        **dict.fromkeys("《〈", "<"),
        **dict.fromkeys("》〉", ">"),
        **dict.fromkeys("≧⩾", "≥"),
        **dict.fromkeys("≦⩽", "≤"),
        "。": ".",
        "、": ",",
        "∶": ":",
        "︰": ":",
        "•": "·",
        "∙": "·",
        "・": "·",
        "’": '"',
    }
)


@lru_cache(maxsize=4096)
def _one(character: str) -> str:
    if character in _RADICALS:
        return _RADICALS[character]
    code = ord(character)
    if 0x2F00 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF:
        plain = unicodedata.normalize("NFKC", character)
        return plain if len(plain) == 1 else character
    return character


def characters(text: str) -> str:
    """Radicals and compatibility ideographs replaced by the common characters; length and positions are kept."""
    if text.isascii():
        return text
    return "".join(map(_one, text))


def untagged(text: str) -> str:
    """The text without the paragraph tags and entities that exported cells sometimes carry (``<p>…</p>``)."""
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "&" in text:
        for entity, sign in _ENTITIES.items():
            text = text.replace(entity, sign)
    return text


def printed(text: str) -> str:
    """The form a person would copy: look-alikes mended, wrapping blanks inside Chinese dropped, others made one."""
    text = _INVISIBLE.sub("", characters(untagged(text)))
    return _BLANK_RUN.sub(" ", _BLANK_BY_WIDE.sub("", text)).strip()


@lru_cache(maxsize=65536)
def normal(text: str) -> str:
    """The comparison form: NFKC, lower case, no blanks, one kind of quote, dash, bracket and inequality sign."""
    text = _INVISIBLE.sub("", characters(untagged(text))).translate(_SAME_SIGN)
    text = unicodedata.normalize("NFKC", text).translate(_SAME_SIGN)
    text = text.replace(">=", "≥").replace("=>", "≥").replace("<=", "≤").replace("=<", "≤")
    return _BLANK_RUN.sub("", text).lower()


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """The comparison form without quotes, brackets and punctuation: 三公经费 for “三公”经费."""
    return "".join(c for c in normal(text) if unicodedata.category(c)[0] in "LN" or c in "%≥≤")


def columns(text: str) -> int:
    """How many columns a text fills in a fixed-width type: a Chinese character fills two."""
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)


def is_cjk(character: str) -> bool:
    """Whether a character is a Chinese ideograph."""
    code = ord(character)
    return 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or character == "〇"


def led_in(text: str) -> float | None:
    """How far in a name begins, in points of a ten-point face: levels are often told by leading blanks alone."""
    lead = text[: len(text) - len(text.lstrip())]
    return sum(10.0 if blank == "\u3000" else 5.0 for blank in lead) if text.strip() else None
