"""Classification codes and project ids, and how they are printed beside names.

Sources: 政府收支分类科目 (functional 类 3, 款 5, 项 7 digits; department economic 301-399; government economic
501-599) and the forms seen: ``[2010301]行政运行``, ``2010301-行政运行``, ``201 | 08 | 01`` in three columns,
``11000022T000000460216-…`` (Beijing), ``301008_单位_项目`` (Quanzhou), ``GZIT2022-QM-N-B-006007`` (Guangzhou, secret).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.wording.glyphs import CJK, characters
from ingest.wording.numbers import narrow

FUNCTIONAL, DEPARTMENT, GOVERNMENT = "functional", "department_economic", "government_economic"
PROJECT, UNIT = "project", "unit"

_BRACKETED = re.compile(r"^\s*[\[【〔［(（]\s*(?P<code>[0-9][0-9\s]*[0-9])\s*[\]】〕］)）]\s*(?P<name>.+)$", re.DOTALL)
_TRAILING = re.compile(r"^(?P<name>.*\D)\s*[\[【〔［(（]\s*(?P<code>[0-9]{3,7})\s*[\]】〕］)）]\s*$", re.DOTALL)
_LEADING = re.compile(
    rf"^\s*(?P<code>\d(?:[\d\s]*\d)?)\s*(?P<join>[-－—–_＿.．、:：]?)\s*(?P<name>[{CJK}“\"‘《（(\[【].*)$", re.DOTALL
)
# Beijing: 20 or 21 characters of digits with one T, Y or R inside; the line break of the cell may stand in it.
_PROJECT = re.compile(r"^\s*(?P<code>\d(?:\s*\d){7}(?:\s*[A-Z0-9]){9,18})\s*[-－—–_]\s*(?P<name>.+)$", re.DOTALL)
_PROJECT_UNDERSCORE = re.compile(r"^\s*(?P<code>\d{3,8})[_＿](?P<unit>[^_＿]+)[_＿](?P<name>.+)$", re.DOTALL)
_PROJECT_ALONE = re.compile(r"^[A-Z]{2,}[A-Z0-9]*(?:[-－—][A-Z0-9]+)*$")
_TRAILING_PROJECT = re.compile(r"^(?P<name>.*[^\dA-Z].*?)[（(\[]?(?P<code>\d{8}[A-Z]\d{8,})[)）\]]?$", re.DOTALL)
# 政府采购品目分类目录: a letter and pairs of digits.
_CATALOGUE_CODE = re.compile(r"[ABC](?:\d{8}|\d{6}|\d{4})")
_FUNCTION_CLASS = frozenset(str(n) for n in range(201, 236))
_DEPARTMENT_CLASS = frozenset(str(n) for n in (*range(301, 306), *range(307, 314), 399))
_GOVERNMENT_CLASS = frozenset(str(n) for n in (*range(501, 515), 599))


@dataclass(frozen=True, slots=True)
class CodedName:
    """A label split into its code and name; ``scheme`` is None where the digits fit no known classification."""

    code: str
    name: str
    scheme: str | None
    unit: str | None = None  # the unit printed between code and name: 301008_单位_项目


def digits_of(text: str) -> str:
    """The digits of a code cell in half width, without blanks; empty where it holds anything else."""
    tight = re.sub(r"[\s\u00a0\u3000.]+", "", narrow(text))
    return tight if tight.isdigit() and tight.isascii() else ""


def scheme_of(code: str) -> str | None:
    """The classification a code's digits belong to, None where they fit none."""
    if not code.isdigit():
        return PROJECT if len(code) >= 8 and not _CATALOGUE_CODE.fullmatch(code.upper()) else None
    head = code[:3]
    if head in _FUNCTION_CLASS and len(code) in (3, 5, 7):
        return FUNCTIONAL
    if head in _DEPARTMENT_CLASS and len(code) in (3, 5, 7):
        return DEPARTMENT
    if head in _GOVERNMENT_CLASS and len(code) in (3, 5):
        return GOVERNMENT
    return PROJECT if len(code) >= 12 else None


# A02010105台式计算机
_CATALOGUE = re.compile(rf"^(?P<code>{_CATALOGUE_CODE.pattern})[\s.、_－—-]*(?P<name>[\u4e00-\u9fff].*)$")


def split_code(label: str) -> CodedName | None:
    """Split a printed label into code and name; None where it carries no code.

    A year (``2026年…``), a count (``3个…``) or an enumerator (``1.``) in front of a name is not a code.

    >>> split_code("[2010301]行政运行").code
    '2010301'
    """
    text = characters(label).strip()
    for pattern in (_PROJECT, _PROJECT_UNDERSCORE):
        match = pattern.match(text)
        if match is not None:
            groups = match.groupdict()
            code = re.sub(r"\s+", "", groups["code"])
            return CodedName(code, groups["name"].strip(), PROJECT, groups.get("unit"))
    if _PROJECT_ALONE.match(re.sub(r"\s+", "", text)) and any(c.isdigit() for c in text):
        code = re.sub(r"\s+", "", text)
        return CodedName(code, code, PROJECT) if len(code) >= 8 else None
    match = _BRACKETED.match(narrow_digits(text)) or _TRAILING.match(narrow_digits(text))
    if match is not None:
        code = re.sub(r"\s+", "", match["code"])
        is_year = len(code) == 4 and code[:2] in ("19", "20")  # 运维项目(2023)
        return None if is_year or len(code) < 3 else CodedName(code, match["name"].strip(), scheme_of(code))
    match = _LEADING.match(narrow_digits(text))
    if match is not None:
        return _leading(match)
    match = _CATALOGUE.match(text)
    if match is not None:
        return CodedName(match["code"], match["name"].strip(), None)
    match = _TRAILING_PROJECT.match(re.sub(r"\s+", "", text))
    return None if match is None else CodedName(match["code"], match["name"].strip("-_（("), PROJECT)


def _leading(match: re.Match[str]) -> CodedName | None:
    code, joined, name = re.sub(r"\s+", "", match["code"]), match["join"], match["name"].strip()
    scheme = scheme_of(code)
    if joined in (".", "．", "、") and len(code) < 5:
        return None
    if scheme is None and (len(code) < 3 or (len(code) == 4 and name.startswith("年"))):
        return None
    if scheme is None and not joined and len(code) < 6:
        return None  # 120急救经费 and 12345热线 are names
    if re.match(r"[年月日个人名辆台套件份次场期篇条户家间处项所元万亿%％]", name) and scheme is None:
        return None
    if scheme is not None and len(code) == 3 and not joined and re.match(r"[年月日个人名辆台次米号吨]", name):
        return None
    return CodedName(code, name, scheme)


def narrow_digits(text: str) -> str:
    """Full-width digits in half width; nothing else changes."""
    return text.translate(str.maketrans("０１２３４５６７８９", "0123456789"))


def join_parts(parts: Sequence[str], above: Sequence[str] = ()) -> str:
    """Join a code split over 类, 款, 项 columns; parts left out to the left are taken from the row above.

    >>> join_parts(("", "", "01"), ("201", "08", "06"))
    '2010801'
    """
    own = [digits_of(part) for part in parts]
    filled = [i for i, part in enumerate(own) if part]
    if not filled:
        return ""
    first = filled[0]
    carried = [digits_of(above[i]) if i < len(above) else "" for i in range(first)]
    if len(own[first]) > 3 or not all(carried):
        carried = []  # the part is the whole code already, or nothing stands above
    if first and carried and own[first].startswith("".join(carried)):
        carried = []
    joined = "".join(carried)
    head = carried[0] if carried else own[first]
    classed = head in _FUNCTION_CLASS | _DEPARTMENT_CLASS | _GOVERNMENT_CLASS
    for part in own[first:]:
        part = part.zfill(2) if classed and joined and len(part) == 1 else part  # a zero that a sheet dropped: 301 | 2
        # Some forms print the whole code again in each column: 201 | 20108 | 2010801.
        joined = part if joined and part.startswith(joined) and len(part) > 2 else joined + part
    return joined


def is_code_cell(text: str) -> bool:
    """Whether a cell holds nothing but a code: 2010301, 30101, 201, 08, a project id, A02010105."""
    tight = re.sub(r"\s+", "", narrow(text))
    if tight.isdigit():
        return len(tight) in (2, 3, 5, 6, 7, 9, 12) or len(tight) >= 8
    return bool(re.fullmatch(r"\d{8}[A-Z0-9]{8,}", tight) or _CATALOGUE_CODE.fullmatch(tight))
