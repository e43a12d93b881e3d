"""Amounts broken over two lines of a narrow column that no rule encloses: 24,280,8 over 00, 446.71000 over 0."""

import re

from ingest.reading.pieces import Piece, has_places

_BROKEN = re.compile(r"[-－△(（]?\d{1,3}(?:[,，]\d{3})*[,，]\d{0,2}")  # its last group lacks digits
_POINT = re.compile(r"[-－△(（]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)[.．]")  # breaks off at its point
_REST = re.compile(r"\d{1,3}(?:[,，]\d{3})*(?:\.\d*)?[)）]?")
_WHOLE = re.compile(r"[-－△(（]?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?[)）]?")
_PLACES = re.compile(r"[-－△(（]?[\d,，]*\d\.(\d*)")
_PLACES_ALONE = re.compile(r"\d{1,6}[)）]?")
_MANY = 4  # decimal places; fewer are filled up by the amount of a next row by chance
_AHEAD = 2  # lines below: the row's name may stand at half their height
_LEVEL = 0.35  # in character sizes: how far off its line a piece may stand
_LEADING = 1.75  # in character sizes: lines of one cell are nearer than this


def with_numbers_joined(lines: list[list[Piece]]) -> list[list[Piece]]:
    """The lines with the end of each broken amount put to its beginning; what becomes no whole number stays apart.

    A whole amount stands at the height of its row's name.
    """
    made = [list(line) for line in lines]
    whole: list[Piece] = []
    most = max(max((_places(piece) for line in lines for piece in line), default=0), _places_of_broken(lines))
    for i, line in enumerate(made):
        fewest = _MANY - 1 if _names_beside(made, i) else 0
        for piece in [one for one in line if _is_begun(one) or most > max(_places(one), fewest)]:
            for below in made[i + 1 : i + 1 + _AHEAD]:
                rest = next((one for one in below if _ends(piece, one, most)), None)
                if rest is not None:
                    below.remove(rest)
                    line.remove(piece)
                    whole.append(_joined(piece, rest))
                    break
    if not whole:
        return lines
    made = [line for line in made if line]
    for piece in whole:
        level = (one for one in made if abs(_height(one) - piece.middle) < _LEVEL * piece.chars[0].size)
        beside = next(level, None)
        if beside is None:
            made.append([piece])
        else:
            beside.append(piece)
    return sorted((sorted(line, key=lambda one: one.x0) for line in made), key=_height)


def _names_beside(lines: list[list[Piece]], at: int) -> bool:
    """Whether names stand in a line or in those below it, or none between two lines of numbers: 收入总计 at half height
    of 19192.7 and 7 is the name of both."""
    three = lines[at : at + 3]
    if len(three) < 3 or not all(piece.is_number for line in (three[0], three[2]) for piece in line):
        return True
    upper, name, lower = (_height(line) if line else 0.0 for line in three)
    level = abs(upper + lower - 2 * name) < _LEVEL * three[0][0].chars[0].size if three[0] else False
    return not level or any(has_places(piece) for piece in three[1])


def _places_of_broken(lines: list[list[Piece]]) -> int:
    """The decimal places of a page's amounts where all are broken: every one comes to the same number of them."""
    sums = [
        _places(piece) + len(rest.text.strip())
        for i, line in enumerate(lines)
        for piece in line
        if _places(piece) >= _MANY
        for below in lines[i + 1 : i + 1 + _AHEAD]
        if all(one.is_number for one in below)  # no row of its own
        for rest in below
        if rest.text.strip().isdecimal() and _is_under(piece, rest)
    ]
    return sums[0] if len(sums) > 1 and len(set(sums)) == 1 else 0


def _is_begun(piece: Piece) -> bool:
    return any(form.fullmatch(piece.text.strip()) for form in (_BROKEN, _POINT))


def _height(line: list[Piece]) -> float:
    return sum(piece.middle for piece in line) / len(line)


def _places(piece: Piece) -> int:
    """The decimal places of an amount; -1 for what prints none."""
    told = _PLACES.fullmatch(piece.text.strip())
    return -1 if told is None else len(told[1])


def _ends(piece: Piece, rest: Piece, most: int) -> bool:
    """Whether a piece right under another makes it whole: its last group of three, or the decimal places of others."""
    if not _is_under(piece, rest):
        return False
    told = rest.text.strip()
    if _BROKEN.fullmatch(piece.text.strip()):
        return bool(_REST.fullmatch(told) and _WHOLE.fullmatch(piece.text.strip() + told))
    if _POINT.fullmatch(piece.text.strip()):
        return bool(_PLACES_ALONE.fullmatch(told))
    return _places(piece) >= 0 and told.isdecimal() and _places(piece) + len(told) == most


def _is_under(piece: Piece, rest: Piece) -> bool:
    under = rest.x0 > piece.x0 - 1 and rest.x1 < piece.x1 + 1
    return under and 0 < rest.middle - piece.middle < _LEADING * piece.chars[0].size


def _joined(piece: Piece, rest: Piece) -> Piece:
    text = piece.text.strip() + rest.text.strip()
    chars = [*piece.chars, *rest.chars]
    return Piece(chars, min(piece.x0, rest.x0), piece.top, max(piece.x1, rest.x1), rest.bottom, text, True)
