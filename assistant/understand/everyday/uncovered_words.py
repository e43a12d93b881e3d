"""Words of a question that no span covers, told apart: empty ones, ones that name something, ones that decide.

The segmenter gives each word its part of speech. Particles, pronouns, prepositions and light verbs restrict nothing;
they are let go. Words that turn a question round (不, 每, 比 ...) are never let go. What is left names something: it is
looked for among the stored names, and what no name holds has to stand beside the figure that answers.
"""

import itertools
import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

from assistant.understand.names.fuzzy import alike_signs
from assistant.understand.words.alike import everyday_words
from assistant.understand.words.body_forms import field_words
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words, words_of
from ingest.wording.glyphs import is_cjk

_EMPTY_TAGS = frozenset(
    (
        "r",
        "rr",
        "rz",
        "rg",
        "p",
        "c",
        "u",
        "uj",
        "ul",
        "uv",
        "uz",
        "ug",
        "ud",
        "d",
        "y",
        "e",
        "o",
        "q",
        "f",
        "k",
        "x",
        "h",
        "w",
    )
)
_PLACES = frozenset(("ns", "nt"))
_POINTING, _COUNTED = frozenset("那这该"), frozenset("期批届次级号项款笔张份条件块回趟套台辆个位名家座栋间")
_SHORT = 3  # characters of a word that is no compound
_SIZES = frozenset("大小新旧老高低长短")
_OFFICES = frozenset("所站队处室科股院团社")
_OF_OFFICE = re.compile(r"支出|收入|预算|决算|经费|的|多少|有|人|[一今去全本上]年|20\d\d|$")
_THINGS = frozenset(("n", "vn"))
_SET_ASIDE = re.compile(r"(?:编|安?排|列|批|定|拨|划|安排)了")
_COUNTED_AFTER = re.compile(r"(?:一共|总共|共)?有(?:多少|几)")
_COUNTS = re.compile(r"有(?:多少|几[个名位])[^，,。？?；;]{0,10}$")
_ENDS = re.compile(r"[，,。？?；;、和与及跟]|[呢啊呀吗]?$")
_VERBS = frozenset(("v", "vd", "vg", "vi", "vq"))
# A verb of arranging, paying or handling with what says where it goes or that it is done: 管住, 摊到, 用掉, 排进.
# Verbs that turn money round (收, 退, 追, 欠, 租 ...) and 完, 光, 满, which say that nothing is left, are none.
_HANDLED = re.compile(
    r"[安排拨付给花用支投划批掏摊记归落管列报领弄拿交定备匀挤砸贴包]{1,2}"
    r"[掉到上下出进起住着过来去入在给为于向][去来]?"
)


def told_apart(words: Words, tokens: list[Span]) -> list[Span]:
    """The tokens with every unknown stretch cut into fillers, hints (words that name something) and unknown ones."""
    if not any(t.family == "unknown" for t in tokens) and not _crumbled(tokens):
        return _offices_whole(words.key, tokens)
    segments = _with_everyday_words(words.key, list(segments_of(words)))
    made: list[Span] = []
    for index, token in enumerate(tokens):
        if token.family != "unknown":
            made.append(token)
            continue
        pieces = _cut(words, token, segments)
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following is not None and following.family == "department" and following.start == token.end:
            pieces = _with_place(pieces, token)
        made.extend(pieces)
    return _offices_whole(words.key, _whole_words(words.key, made, segments))


def _crumbled(tokens: list[Span]) -> bool:
    """Whether fillers of one character stand side by side: together they may be a word."""
    return any(
        one.length == other.length == 1 and one.end == other.start and {one.family, other.family} <= {"filler", "soft"}
        for one, other in itertools.pairwise(tokens)
    )


def content_of(text: str) -> tuple[str, ...]:
    """The words of a text that name something: 设备 of 买设备; the text itself where none does."""
    words = words_of(text)
    whole = Span(0, len(words.key), "unknown", "unknown", words.key)
    return tuple(p.text for p in _cut(words, whole, list(segments_of(words))) if p.family == "hint") or (text,)


def naming_words(text: str) -> tuple[str, ...]:
    """The words of a text that name or turn something, empty ones left out; () where none does."""
    words = words_of(text)
    whole = Span(0, len(words.key), "unknown", "unknown", words.key)
    return tuple(p.text for p in _cut(words, whole, list(segments_of(words))) if p.family != "filler")


def is_barring(word: str) -> bool:
    """Whether a word turns a question round so that no printed figure answers it as it stands: 不, 每, 除, 比."""
    return word in _list("barring")


def keeps_telling(piece: str, name: str) -> bool:
    """Whether a name that resembles a piece holds its words that turn a question round: 人员经费 is no slip of 人均.

    培训人次 counts people: it is no slip of 培训次数.
    """
    if "人" in name and "人" not in piece and "次" in piece and re.search("人次", name):
        return False
    if _halves_a_word(piece, name):
        return False
    return not any(len(word) > 1 and word in piece and word not in name for word in _list("barring"))


def _halves_a_word(piece: str, name: str) -> bool:
    """Whether a piece ends (or begins) as a name does up to half a word, and then says another: 人民调动, 人民调解."""
    if len(piece) < 3 or piece in name:
        return False
    for core, sign, step in ((piece[:-1], piece[-1], 1), (piece[1:], piece[0], -1)):
        at = name.find(core)
        edge = at + len(core) if step > 0 else at
        place = edge if step > 0 else edge - 1
        if at < 0 or sign in name or not 0 <= place < len(name) or edge in bounds_of(name):
            continue
        word = [b for b in sorted(bounds_of(name)) if b <= place][-1], min(b for b in bounds_of(name) if b > place)
        if word[1] - word[0] <= _SHORT and not alike_signs(sign, name[place]):
            return True
    return False


@lru_cache(maxsize=16384)
def bounds_of(name: str) -> frozenset[int]:
    """Where the words of a name begin and end."""
    return frozenset((*(start for start, _, _, _ in segments_of(words_of(name))), len(name)))


def is_word(text: str) -> bool:
    """Whether a text is one word of the language, and so no slip of another: 国有资产 is no 国有资本."""
    import rjieba

    return len(text) > 2 and rjieba.cut(text, False) == [text]


def is_order(words: Words, tokens: list[Span]) -> bool:
    """Whether a sentence begins with a verb (or has no Chinese at all), names nothing held and bounds nothing.

    扣除外事活动 may bound what is asked: a word that takes away, adds or excludes makes it no order.
    """
    if any(t.family not in ("unknown", "hint", "filler", "soft") for t in tokens):
        return False
    said = list(segments_of(words))
    if any(is_barring(word) or word[0] in "不无非除扣剔减去只含" for _, _, word, _ in said):
        return False
    told = [(word, tag) for _, _, word, tag in said if word not in _BEFORE_ORDERS]
    return not any(map(is_cjk, words.key)) or (bool(told) and told[0][1][:1] == "v" and not is_empty(told[0][0]))


_BEFORE_ORDERS = frozenset(
    ("请", "现在", "顺便", "顺带", "并", "并且", "然后", "再", "接着", "另外", "同时", "务必", "立即")
)


def is_pointing(key: str, start: int, word: str) -> bool:
    """Whether a word only points at what follows, with the 那 or 这 before it: 那期, 那个中心 (not 那个人)."""
    counted = start > 0 and word in _COUNTED and key[start - 1] in _POINTING
    return counted and not (word == "个" and key[start + 1 : start + 2] in _OWN)


_OWN = frozenset("人体别性案股")  # 个人, 个体, 个别, 个性, 个案, 个股


def is_inert(word: str) -> bool:
    """Whether a word that looks telling is none where one figure is asked for: 那台新车上, 花掉, 手里一共."""
    return word in _list("inert") or is_empty(word)


def _whole_words(key: str, tokens: list[Span], segments: list[tuple[int, int, str, str]]) -> list[Span]:
    """Words that were cut in two and taken for fillers, made whole: 在|职, 值|守, and everyday ones: 在|岗."""
    done = list(tokens)
    told = (s for s in everyday_words().finditer(key))
    for start, end, word, tag in [*segments, *((s.start(), s.end(), s[0], "v") for s in told)]:
        if word[0] == "个" and is_pointing(key, start, "个"):
            continue  # 那个|数
        inside = [t for t in done if t.start < end and t.end > start]
        families = ("hint", "filler", "soft", "unknown")
        loose = all(start <= t.start and t.end <= end and t.family in families for t in inside)
        crumbs = all(t.length == 1 for t in inside) and _family(word, tag) == "hint" and tag[:1] == "n"
        office = tag[:1] == "n" and word[-1] in _OFFICES and len(inside) == 2 and inside[-1].length == 1  # 财政|所
        cut = any(t.family == "hint" for t in inside) or (
            _family(word, tag) == "hint" and any(t.family == "unknown" for t in inside)  # 余|额
        )
        if len(inside) > 1 and loose and (crumbs or cut or office):
            at = done.index(inside[0])
            done[at : at + len(inside)] = [Span(start, end, "hint", "hint", word)]
    return done


def _with_everyday_words(key: str, segments: list[tuple[int, int, str, str]]) -> list[tuple[int, int, str, str]]:
    """The segments with everyday words that the segmenter cuts in two made whole where single characters are left over:
    办|法考, not 办法|考."""
    done = list(segments)
    for found in everyday_words().finditer(key):
        inside = [s for s in done if s[0] < found.end() and s[1] > found.start()]
        if len(inside) < 2:
            continue
        first, last = inside[0][0], inside[-1][1]
        left, right = key[first : found.start()], key[found.end() : last]
        if max(len(left), len(right)) != 1:
            continue
        at = done.index(inside[0])
        parts = ((first, left, "v"), (found.start(), found[0], "n"), (found.end(), right, inside[-1][3]))
        done[at : at + len(inside)] = [(start, start + len(word), word, tag) for start, word, tag in parts if word]
    return done


def _offices_whole(key: str, tokens: list[Span]) -> list[Span]:
    """An office named by its work, cut into two empty words, made whole: 财政|所 before 支出 is no 财政所拨."""
    made = list(tokens)
    for one, other in itertools.pairwise(tokens):
        loose = (one.family in ("filler", "soft", "name", "concept") or one.role == "work") and other.family in (
            "filler",
            "soft",
        )
        if (
            loose
            and one.end == other.start
            and other.length == 1
            and one.text in field_words()
            and other.text in _OFFICES
            and _OF_OFFICE.match(key, other.end)
        ):
            at = made.index(one)
            made[at : at + 2] = [Span(one.start, other.end, "hint", "hint", one.text + other.text)]
    return made


def _with_place(pieces: list[Span], stretch: Span) -> list[Span]:
    """The pieces before a body's name with an unknown place left whole: 南京市 makes another body of 审计局."""
    at = next((i for i, piece in enumerate(pieces) if piece.role == "place"), None)
    if at is None:
        return pieces
    start = pieces[at].start
    return [*pieces[:at], Span(start, stretch.end, "unknown", "place", stretch.text[start - stretch.start :])]


def whole_words(words: Words, spans: list[Span]) -> list[Span]:
    """The spans without loose ones that cut a word in two: 公开 in 办公|开销."""
    inner = {at for start, end, _, _ in segments_of(words) for at in range(start + 1, end)}
    loose = ("soft", "filler")
    cut = [s for s in spans if s.start in inner or s.end in inner]
    gone = {id(s) for s in cut if (s.family in loose and s.length > 1) or (s.family == "operator" and s.length == 1)}
    return [s for s in spans if id(s) not in gone]


def is_empty_by_tag(word: str, tag: str) -> bool:
    """Whether a word of a text restricts nothing by its part of speech: pronouns, prepositions, adverbs, particles."""
    return word not in _list("telling") and tag in _EMPTY_TAGS and tag not in ("x", "q", "f")


def words_by_sound() -> frozenset[str]:
    """The words of asking that are known where one of their characters is typed by its sound."""
    return _list("by_sound")


def is_empty_verb(word: str) -> bool:
    """Whether a verb carries a question along and says nothing of its own: 介绍, 提到, 推行."""
    return word in _list("verbs")


def is_empty(word: str) -> bool:
    """Whether a word of the lists restricts nothing."""
    return is_empty_verb(word) or word in _list("nouns")


def _cut(words: Words, stretch: Span, segments: list[tuple[int, int, str, str]]) -> list[Span]:
    pieces: list[Span] = []
    for start, end, word, tag in segments:
        first, last = max(start, stretch.start), min(end, stretch.end)
        if first >= last:
            continue
        text = word if (first, last) == (start, end) else word[first - start : last - start]
        family = _family(text, tag if text == word else "n")
        if text != word and _family(word, tag) == "filler":
            family = "filler"  # 那|个
        if is_pointing(words.key, first, text):
            family = "filler"
        if (
            is_empty_verb(text)
            and tag in _THINGS
            and words.key[first - 1 : first] == "给"
            and _SET_ASIDE.match(words.key, last)
        ):
            family = "hint"  # 给规划编了多少
        if family == "filler" and text in _list("people") and _is_counted(words.key, first, last):
            family = "hint"  # 有多少学生和老师: what is counted is no empty word
        before = pieces[-1] if pieces else None
        alone = len(text) == 1 or (before is not None and before.end - before.start == 1)
        beside = before is not None and before.end == first and words.places[first] == words.places[first - 1] + 1
        sized = before is not None and before.text in _SIZES and len(text) == 1 and tag[:1] == "n"  # 大|屏
        if before is not None and beside and family == "hint" and alone and (before.family == "hint" or sized):
            pieces[-1] = Span(
                before.start, last, "hint", "hint", before.text + text
            )  # 穗|园, 小|微: one word cut in two
        else:
            role = "place" if tag in _PLACES else "ordinary" if family == "filler" else family
            pieces.append(Span(first, last, family, role, text))
    return pieces


def _is_counted(key: str, first: int, last: int) -> bool:
    """Whether a word says what is counted: 老师有多少, 有几个代表, 有多少学生和老师."""
    after = _COUNTED_AFTER.match(key, last) is not None
    return after or (_COUNTS.search(key[:first]) is not None and _ENDS.match(key, last) is not None)


_STAGE = re.compile(r"第?[一二三四五六七八九十\d]+(?:期|标段)")  # 四期 of a project is no 三期


def _family(word: str, tag: str) -> str:
    if word in _list("telling"):
        return "unknown"
    if _STAGE.fullmatch(word) or word in _list("deeds"):
        return "hint"
    if is_empty(word) or tag in _EMPTY_TAGS:
        return "filler"
    if tag in _PLACES:
        return "unknown"  # 南京市 before 审计局 makes another body of it
    if tag in _VERBS and (len(word) == 1 or _HANDLED.fullmatch(word)):
        return "filler"
    if tag == "m" and word in (
        "一",
        "一下",
        "一些",
        "一点",
        "一个",
        "一笔",
        "一项",
        "一年",
        "几",
        "多少",
        "大概",
        "大约",
    ):
        return "filler"
    if word.isascii() and len(word) == 1 and not word.isdigit():
        return "filler"
    return "hint"


def segments_of(words: Words) -> Iterator[tuple[int, int, str, str]]:
    """The words of the question in comparison form with their places and parts of speech."""
    import rjieba

    at = 0
    for word, tag in rjieba.tag(words.text, False):
        first, last = words.key_at(at), words.key_at(at + len(word))
        at += len(word)
        if last > first:
            yield first, last, words.key[first:last], tag


@cache
def _list(name: str) -> frozenset[str]:
    data = tomllib.loads(resources.files("assistant.lexicon").joinpath("ordinary.toml").read_text("utf-8"))
    return frozenset(data[name]["zh"])
