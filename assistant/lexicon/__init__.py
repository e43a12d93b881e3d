"""Budget concepts and question words, kept as data: what people call a thing and what documents print."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from ingest.wording.glyphs import bare

# Endings that do not change what a line of a budget is: 公务接待费, 公务接待费支出, 公务接待.
_ENDINGS = (
    *(
        "预算总额",
        "预算合计",
        "预算总计",
        "预算数",
        "决算数",
        "执行数",
        "预算额",
        "总金额",
        "金额",
        "总额",
        "合计",
        "总计",
    ),
    *("小计", "支出", "费用", "经费", "预算", "资金", "款项", "开支", "费"),
)
# How an amount of 基本支出 or 项目支出 is asked for, which as a whole is no 支出预算数 of a 项目.
_MEASURES = (
    *(
        "预算",
        "预算数",
        "预算额",
        "预算总额",
        "预算总数",
        "预算金额",
        "预算额度",
        "决算",
        "决算数",
        "决算额",
        "决算总额",
    ),
    *("数", "额", "额度", "总额", "总数", "金额", "总金额", "合计", "总计", "执行数"),
)
_NO_STEM = frozenset(
    (
        *(
            "项目",
            "基本",
            "本年",
            "其他",
            "一般公共",
            "财政",
            "财政拨款",
            "收入",
            "支出",
            "人员",
            "公用",
            "事业",
            "单位",
            "部门",
        ),
        *(
            "三公",
            "行政",
            "总",
            "经营",
            "上级",
            "工程",
            "服务",
            "货物",
            "业务",
            "行政经",
            "运行",
            "工作",
            "专项",
            "公共",
        ),
        *("会议", "培训", "机关"),
    )
)


@dataclass(frozen=True, slots=True)
class Concept:
    """A budget concept: its words, the kind of narrowing it is, and the table titles whose total it names."""

    id: str
    words: tuple[str, ...]
    english: tuple[str, ...]
    group: str | None
    implies: frozenset[str]
    made_of: tuple[str, ...]
    same_as: tuple[str, ...]
    part_of: str | None
    split: tuple[str, ...]
    total_of: tuple[re.Pattern[str], ...]
    printed: tuple[str, ...] = ()  # words that only documents use for it: in a question they mean less
    said: tuple[str, ...] = ()  # words that only questions use for it: in a printed label they may be another thing
    within: tuple[str, ...] = ()  # words for a part of it that is not printed by itself: 快递费 of 邮电费
    about: frozenset[str] = frozenset()  # words that only say again what it is: 银行 of 手续费


@cache
def _data(name: str) -> dict[str, dict[str, object]]:
    return tomllib.loads(resources.files(__name__).joinpath(name).read_text("utf-8"))


def _texts(values: object) -> tuple[str, ...]:
    return tuple(str(v) for v in values) if isinstance(values, list) else ()


# The concepts of a whole budget: words for them (支出, 预算) stand beside any line.
TOTALS = ("budget_total", "income_total", "expenditure_total")
FISCAL_FUNDS = ("general_public", "government_fund", "state_capital")  # what fiscal appropriations are made of
HALVES = frozenset(("basic_expenditure", "project_expenditure"))  # of all spending
_ITEM = re.compile(r"f(?:\d{5}|\d{7})")
_FILES = ("concepts.toml", "subjects.toml", "economic.toml", "functional.toml", "accounts.toml")


@cache
def _entries() -> dict[str, dict[str, object]]:
    """The entries of all files by id; what several files list for one id stands together, in their order."""
    found: dict[str, dict[str, object]] = {}
    for name in _FILES:
        for key, entry in _data(name).items():
            known = found.setdefault(key, {})
            for field, value in entry.items():
                known[field] = [*_texts(known.get(field)), *value] if isinstance(value, list) else value
    return found


@cache
def concepts() -> dict[str, Concept]:
    """All concepts by id."""
    found = {}
    for key, entry in _entries().items():
        found[key] = Concept(
            key,
            tuple(bare(w) for w in _texts(entry.get("zh"))),
            tuple(w.lower() for w in _texts(entry.get("en"))),
            str(entry["group"]) if "group" in entry else None,
            frozenset(_texts(entry.get("implies"))),
            _texts(entry.get("made_of")),
            _texts(entry.get("same_as")),
            str(entry["part_of"]) if "part_of" in entry else None,
            _texts(entry.get("split")),
            tuple(re.compile(p) for p in _texts(entry.get("total_of"))),
            tuple(bare(w) for w in _texts(entry.get("printed"))),
            tuple(bare(w) for w in _texts(entry.get("said"))),
            tuple(bare(w) for w in _texts(entry.get("within"))),
            frozenset(bare(w) for w in _texts(entry.get("about"))),
        )
    return found


@cache
def parts_of(concept_id: str) -> tuple[str, ...]:
    """The concepts a thing is made up of by definition, the finer parts of a part left out."""
    parts = [c for c in concepts().values() if c.part_of == concept_id]
    finer = {part for c in parts for part in c.split}
    return tuple(c.id for c in parts if c.id not in finer)


@cache
def concept_words() -> dict[str, str]:
    """Concept id by word of documents; the first concept to list a word keeps it."""
    words: dict[str, str] = {}
    for concept in concepts().values():
        for word in (*concept.words, *concept.printed):
            words.setdefault(word, concept.id)
    return words


@cache
def is_classified(concept_id: str) -> bool:
    """Whether a concept is a subject of a classification, which is a line of its own: no fund, side or topic."""
    return concepts()[concept_id].group is None and any(concept_id in _data(name) for name in _FILES[1:])


@cache
def _usual() -> frozenset[str]:
    return frozenset(key for name in _FILES[:2] for key in _data(name))


@cache
def usual_words() -> dict[str, str]:
    """Concept id by word, of what nearly every budget has; a subject few have is looked for where it is printed."""
    return {word: concept for word, concept in concept_words().items() if concept in _usual()}


@cache
def told_words() -> dict[str, str]:
    """Concept id by word of questions that are answered in words: the usual ones, also as only questions say them."""
    said = {word: ids[0] for word, ids in said_words().items() if len(ids) == 1 and ids[0] in _usual()}
    return {**said, **usual_words()}


_JOINT = re.compile(r"(?<=[\u4e00-\u9fff]{2})[和与及](?=[\u4e00-\u9fff]{2})")
_JOINTS = ("和", "与", "及", "跟", "加", "加上", "连", "连同", "带")  # how people join the halves of one line's name


@cache
def asked_words() -> dict[str, str]:
    """Concept id by word of questions: without those that only documents use in that sense."""
    only_printed = {word for concept in concepts().values() for word in concept.printed}
    words = {word: id for word, id in concept_words().items() if word not in only_printed}
    measured = {
        f"{word}{ending}": id
        for word, id in words.items()
        if word.endswith("支出") and concepts()[id].group == "expenditure"
        for ending in _MEASURES
    }
    plain = {**{word: ids[0] for word, ids in said_words().items() if len(ids) == 1}, **measured, **words}
    joined = {_JOINT.sub(said, word): id for word, id in plain.items() if _JOINT.search(word) for said in _JOINTS}
    return {**joined, **plain}


@cache
def part_words() -> dict[str, str]:
    """The official name of a line by a word for a part of it: 快递费 stands within 邮电费."""
    return {word: concept.words[0] for concept in concepts().values() for word in concept.within}


@cache
def classified_words() -> tuple[tuple[str, ...], ...]:
    """The words for each classified subject, printed and said (three characters and more): 其他交通费用, 车改补贴."""
    named = ((*c.words, *c.printed, *c.said) for c in concepts().values() if c.said and c.group is None)
    return tuple(tuple(word for word in words if len(word) > 2) for words in named)


@cache
def said_words() -> dict[str, tuple[str, ...]]:
    """Concept ids by word that only questions use; several where it may mean each of them."""
    found: dict[str, tuple[str, ...]] = {}
    for concept in concepts().values():
        for word in concept.said:
            if word not in concept_words():
                found[word] = (*found.get(word, ()), concept.id)
    return found


@cache
def _under() -> dict[tuple[str, str], str]:
    found = {}
    for key, entry in _entries().items():
        under = entry.get("under")
        if isinstance(under, dict):
            for above, words in under.items():
                for word in _texts(words):
                    found[(str(above), bare(word))] = concepts()[key].words[0]
    return found


def is_fund(concept: str | None) -> bool:
    """Whether a concept is a fund, which a column or a table is of."""
    return concept is not None and concepts()[concept].group == "fund"


def in_place(key: str, above: tuple[str, ...]) -> str:
    """A bare label as it is meant below others: 购置费 under 公务用车购置及运行费 is 公务用车购置费."""
    for upper in above:
        concept = whole_concept(upper)
        if concept is not None and (concept, key) in _under():
            return _under()[(concept, key)]
    return key


@cache
def alike_words() -> tuple[tuple[str, ...], ...]:
    """Groups of words that stand for each other between a question and any header (bare): 期初 and 年初."""
    return tuple(tuple(bare(word) for word in _texts(group)) for group in _data("alike.toml")["groups"])


@cache
def cause_words() -> tuple[tuple[str, ...], ...]:
    """Groups of words that stand for each other between a cause as it is said and as it is printed: 调走 and 调出."""
    return tuple(tuple(bare(word) for word in _texts(group)) for group in _data("causes.toml")["groups"])


@cache
def measured_nouns() -> dict[str, tuple[str, ...]]:
    """What a measure word counts, so that a column that counts by it is found by the noun: 套 -> 房子, 住房."""
    return {
        measure: tuple(bare(noun) for noun in _texts(nouns))
        for measure, nouns in _data("alike.toml")["measured"].items()
    }


@cache
def question_words() -> dict[str, tuple[str, str]]:
    """Words that steer a question: word -> (family, role), e.g. 最高 -> (operator, max)."""
    words: dict[str, tuple[str, str]] = {}
    for role, entry in _data("operators.toml").items():
        for word in _texts(entry["zh"]):
            words.setdefault(bare(word), ("operator", role))
    for role, entry in _data("context.toml").items():
        family = role if role in ("soft", "filler") else "context"
        for word in _texts(entry["zh"]):
            words.setdefault(bare(word), (family, role))
    return words


def scan(text: str, words: Mapping[str, str] | None = None) -> tuple[tuple[int, int, str], ...]:
    """The concepts said in a bare text, longest first from the left: (start, end, concept id)."""
    words = concept_words() if words is None else words
    longest = max(map(len, words))
    found, at = [], 0
    while at < len(text):
        for end in range(min(len(text), at + longest), at + 1, -1):
            if text[at:end] in words:
                found.append((at, end, words[text[at:end]]))
                at = end
                break
        else:
            at += 1
    return tuple(found)


@lru_cache(maxsize=65536)
def concepts_in(text: str) -> frozenset[str]:
    """The concepts a printed label, column or title names, with the parts they are made of."""
    found: set[str] = set()
    for _, _, concept in scan(text):
        found.add(concept)
        found.update(concepts()[concept].made_of)
    return frozenset(found)


@lru_cache(maxsize=65536)
def whole_concept(text: str) -> str | None:
    """The concept a whole bare label names, also by its stem: 公务接待费支出 -> reception."""
    words = concept_words()
    if text in words:
        return words[text]
    found = words.get(stem(text))
    # 审计业务经费 is a project's name, not the section or item 审计业务.
    return None if found and _ITEM.fullmatch(found) and not text.startswith(f"{stem(text)}支出") else found


@lru_cache(maxsize=65536)
def stem(text: str) -> str:
    """A bare label without endings that do not change what it names."""
    for _ in range(2):
        for ending in _ENDINGS:
            if text.endswith(ending):
                rest = text[: -len(ending)]
                if len(rest) >= 2 and rest not in _NO_STEM:
                    text = rest
                    break
        else:
            break
    return text


def narrowing(concept_ids: frozenset[str]) -> frozenset[str]:
    """Those of the concepts that narrow a figure to a part: a fund, a kind of expenditure."""
    table = concepts()
    return frozenset(c for c in concept_ids if table[c].group in ("fund", "expenditure"))


def implied(concept_ids: frozenset[str]) -> frozenset[str]:
    """The concepts and all that comes with them."""
    table = concepts()
    found = set(concept_ids)
    queue = list(concept_ids)
    while queue:
        concept = table[queue.pop()]
        for more in (*concept.implies, *concept.made_of):
            if more not in found:
                found.add(more)
                queue.append(more)
    return frozenset(found)
