"""Printed lines cut into pieces where gaps are wide: the cells of a row that no ruling parts."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.reading.marks import Char
from ingest.reading.words import in_lines, text_of
from ingest.wording.numbers import POWER

TOKEN_GAP = 0.18  # in character sizes: a gap that parts two words
PIECE_GAP = 1.0  # in character sizes: a gap that parts two pieces of a line
WIDE_PIECE_GAP = 0.45  # the same beside a Chinese character: there are no blanks between words

_FIGURE = r"[-+−–—△]?[¥￥$€£]?(?:\d{1,3}(?:[,，]\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:[.．]\d+)?"
_NUMBER = re.compile(rf"{_FIGURE}[%％]?|{POWER}|[(（]{_FIGURE}[)）]?|[-–—*/]+")  # no 2080505） of a name
_FEWEST_SPREAD = 3  # characters of a name set out over its cell; of such a pair other columns may be made as well
_SPREAD_PAIRS = frozenset(("合计", "总计", "小计", "共计", "累计", "其他"))
_COLUMN_NAMES = "类款项是否有无"  # what stands in narrow columns of its own
_EVENLY = 0.3  # of a character's size: by how much the gaps between them differ
_ROW_NUMBERS = 2  # of a line that is a row of a table, not of prose
_WORDS = re.compile(
    r"(?![万亿千百]?元)[\u4e00-\u9fff].{4}"
    r"|(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d{1,2}[、.．](?!\d))\s*[\u4e00-\u9fff]{2}"
)
_GROUPED = re.compile(r"\d[,，]\d{3}")
_BLANK_GAP = 0.6  # in character sizes: a blank between the groups of a number is no wider
_FIRST_GROUP = re.compile(r"[-+−△(（]?\d{1,3}")
_NEXT_GROUP = re.compile(r"\d{3}(?:[.．]\d+)?[)）]?")
_NO_BLANKS = re.compile(r"\d[,，]\d{3}|\d{4}[.．]\d")  # as numbers without blanks between groups are printed
_NOTHING = re.compile(r"[-−–—－]{1,2}")  # stands for a blank amount
_MINUS = "-−－"
_ENUMERATED = re.compile(r"(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])\s*[\u4e00-\u9fff]{2}")
_LEADER = re.compile(r"[.．…·_\s]{3,}|…+")


class Piece(NamedTuple):
    """Characters of one line that stand together."""

    chars: list[Char]
    x0: float
    top: float
    x1: float
    bottom: float
    text: str
    is_number: bool

    @property
    def middle(self) -> float:
        """Its height on the page."""
        return (self.top + self.bottom) / 2

    @property
    def middle_x(self) -> float:
        """The middle between its sides."""
        return (self.x0 + self.x1) / 2


def _piece(chars: list[Char]) -> Piece:
    text = text_of(chars)
    return Piece(
        chars,
        min(c.x0 for c in chars),
        min(c.top for c in chars),
        max(c.x1 for c in chars),
        max(c.bottom for c in chars),
        text,
        _NUMBER.fullmatch(text.strip()) is not None,
    )


def pieces_of(line: list[Char], grouped: bool = False) -> list[Piece]:
    """A printed line cut at wide gaps, at leaders, and between numbers that follow each other.

    ``grouped`` says that blanks may part the groups of three digits of one number.
    """
    tokens: list[list[Char]] = []
    spaced: set[int] = set()  # first characters of tokens with a printed blank before them
    blank = False
    for char in line:
        if char.text.isspace():
            blank = True
            continue
        if tokens:
            last = tokens[-1][-1]
            gap = (char.x0 - last.x1) / max(char.size, last.size, 1.0)
            if gap < TOKEN_GAP and not (blank and gap > 0.08):
                tokens[-1].append(char)
                blank = False
                continue
        tokens.append([char])
        if blank:
            spaced.add(id(char))
        blank = False
    pieces = _joined([t for token in tokens for t in _without_leader(token)], spaced, grouped)
    numbers = sum(piece.is_number for piece in pieces)
    if numbers:
        pieces = _spread_joined(pieces)
    parted = [_number_parted(piece, at > 0) for at, piece in enumerate(pieces)]
    row = numbers >= _ROW_NUMBERS or (numbers and len(pieces) > _ROW_NUMBERS)
    if row or any(len(parts) > 1 for parts in parted[1:]):  # an amount behind a name is one of a row
        return [part for parts in parted for part in parts]
    return pieces


def _spread_joined(pieces: list[Piece]) -> list[Piece]:
    """The pieces of a row with a name set out over its cell put together: its characters stand at one distance."""
    joined: list[Piece] = []
    at = 0
    while at < len(pieces):
        end = at
        while end < len(pieces) and _is_character(pieces[end]) and _goes_on_evenly(pieces[at : end + 1]):
            end += 1
        name = "".join(piece.text for piece in pieces[at:end])
        if end - at >= _FEWEST_SPREAD or name in _SPREAD_PAIRS:
            joined.append(joined_pieces(pieces[at:end]))
            at = end
        else:
            joined.append(pieces[at])
            at += 1
    return joined


def _is_character(piece: Piece) -> bool:
    return len(piece.text) == 1 and "\u4e00" <= piece.text <= "\u9fff" and piece.text not in _COLUMN_NAMES


def _goes_on_evenly(pieces: list[Piece]) -> bool:
    gaps = [after.x0 - before.x1 for before, after in pairwise(pieces)]
    return not gaps or max(gaps) - min(gaps) < _EVENLY * pieces[0].chars[0].size


def has_places(piece: Piece) -> bool:
    """Whether a piece is a number with decimal places, as amounts are printed: no code and no count."""
    return piece.is_number and ("." in piece.text or "．" in piece.text)


def is_amount(piece: Piece) -> bool:
    """Whether a piece is a number with decimal places or with its thousands parted."""
    return has_places(piece) or (piece.is_number and _GROUPED.search(piece.text) is not None)


def count_on(numbers: Sequence[Piece]) -> bool:
    """Whether numbers only number columns: 1 2 3."""
    told = [piece.text.strip() for piece in numbers]
    counted = len(told) > 1 and all(map(str.isdecimal, told))
    return counted and [int(t) - int(told[0]) for t in told] == [*range(len(told))]


def _number_parted(piece: Piece, inner: bool) -> list[Piece]:
    """An amount of a row and the words of the next column, which begin right behind it: 0.00 成32项以上, 0 二、教育.

    ``inner`` says that others stand before it: a dash there is no bullet.
    """
    for at in range(1, len(piece.chars)):
        last, char = piece.chars[at - 1], piece.chars[at]
        if _touch(piece, at, inner):
            return [_piece(piece.chars[:at]), _piece(piece.chars[at:])]
        if char.x0 - last.x1 > TOKEN_GAP * char.size:
            own, words = _piece(piece.chars[:at]), _piece(piece.chars[at:])
            counted = own.is_number and any(map(str.isdigit, own.text)) and _ENUMERATED.match(words.text)
            beside = (is_amount(own) and _WORDS.match(words.text)) or counted
            return [own, words] if beside else [piece]
    return [piece]


def _touch(piece: Piece, at: int, inner: bool) -> bool:
    """Whether an amount, or a dash for none, and the next column's enumerated words meet without a gap: 800一、教育."""
    if not _ENUMERATED.match("".join(char.text for char in piece.chars[at : at + 8])):
        return False
    own = _piece(piece.chars[:at])
    return is_amount(own) or (inner and _NOTHING.fullmatch(own.text) is not None)


def _without_leader(token: list[Char]) -> list[list[Char]]:
    """A token without the dots that lead from a name to its number."""
    text = "".join(c.text for c in token)
    match = _LEADER.search(text)
    if match is None or len(text) != len(token):
        return [token]
    parts = [token[: match.start()], token[match.end() :]]
    return [part for part in parts if part]


def _joined(tokens: list[list[Char]], spaced: set[int], grouped: bool) -> list[Piece]:
    """Words with ordinary gaps joined; numbers next to each other stay apart, as do a dash for none and a number."""
    groups: list[list[Char]] = []
    end = ""  # the last token of the last group
    for token in tokens:
        text = _text(token)
        if groups:
            last = groups[-1][-1]
            gap = (token[0].x0 - last.x1) / max(token[0].size, last.size, 1.0)
            blank = id(token[0]) in spaced
            both = _is_number(groups[-1]) and _is_number(token)
            begun = (_FIRST_GROUP if end == _text(groups[-1]) else _NEXT_GROUP).fullmatch(end)
            whole = both and grouped and blank and gap <= _BLANK_GAP and begun and _NEXT_GROUP.fullmatch(text)
            none = _NOTHING.fullmatch(end) and _is_number(token) and not (blank and end in _MINUS)
            none = none or (_is_number(groups[-1]) and _NOTHING.fullmatch(text) and gap > _BLANK_GAP)
            wide = ord(last.text[0]) > 0x2E7F or ord(token[0].text[0]) > 0x2E7F
            if whole or (gap <= (WIDE_PIECE_GAP if wide else PIECE_GAP) and not both and not none):
                groups[-1] = [*groups[-1], *token]
                end = text
                continue
        groups.append(token)
        end = text
    return [_piece(group) for group in groups]


def _is_number(chars: list[Char]) -> bool:
    text = _text(chars)
    return _NUMBER.fullmatch(text) is not None and any(c.isdigit() for c in text)


def _text(chars: list[Char]) -> str:
    return "".join(c.text for c in chars)


def finely(line: list[Piece]) -> list[Piece]:
    """The pieces of a header line cut at every gap: the names of narrow columns stand close to each other."""
    cut: list[Piece] = []
    for piece in line:
        run = [piece.chars[0]]
        for char in piece.chars[1:]:
            if (char.x0 - run[-1].x1) / max(char.size, 1.0) > TOKEN_GAP:
                cut.append(_piece(run))
                run = []
            run.append(char)
        cut.append(_piece(run))
    return cut


def joined_pieces(pieces: list[Piece]) -> Piece:
    """Several pieces of one line as one."""
    return _piece([char for piece in pieces for char in piece.chars])


def cut_at(piece: Piece, edges: list[float]) -> list[Piece]:
    """A piece cut where a column edge lies in one of its gaps."""
    runs: list[list[Char]] = [[piece.chars[0]]]
    for char in piece.chars[1:]:
        last = runs[-1][-1]
        gap = char.x0 - last.x1
        if gap > TOKEN_GAP * char.size and any(last.x1 - 1 <= edge <= char.x0 + 1 for edge in edges):
            runs.append([])
        runs[-1].append(char)
    return [piece] if len(runs) == 1 else [_piece(run) for run in runs]


def lines_of_pieces(chars: list[Char]) -> list[list[Piece]]:
    """All printed lines of a page from the top, each cut into pieces."""
    found = []
    lines = in_lines(chars)
    grouped = not any(_NO_BLANKS.search(text_of(line)) for line in lines)
    for line in lines:
        if any(not c.text.isspace() for c in line):
            pieces = pieces_of(line, grouped)
            if pieces:
                found.append(pieces)
    return found
