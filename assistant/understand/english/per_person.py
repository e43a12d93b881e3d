"""What is paid for each person of a kind, as one thing: the subsidy per ranger, what each doctor gets."""

import re

from assistant.understand.english.pieces import Piece

_STAFF = ("在职人员", "实有人员", "人员")
#: The end of a word for persons of a kind.
PERSON = re.compile(r"(?:医生|法官|检察官|教师|老师|[^人]员|学生|儿童|老人|老年人|护士|工人|军人)$")


def with_each_person(pieces: list[Piece]) -> list[Piece]:
    """The pieces with "each" and the person right after it as one."""
    made: list[Piece] = []
    for piece in pieces:
        last = made[-1] if made else None
        each = last is not None and (last.text == "每" or (last.kind == "each" and last.said.lower() == "each"))
        staff = piece.text in _STAFF
        if last is not None and each and piece.kind in ("words", "terms") and (staff or PERSON.search(piece.text)):
            made[-1] = Piece("words", "人均" if staff else f"每名{piece.text}", f"{last.said} {piece.said}")
        else:
            made.append(piece)
    return made
