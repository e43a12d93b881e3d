"""One body under one name: documents that print the province above its place and documents that do not.

Sichuan's accounts are titled 四川省甲市某局, the budgets of the same body 甲市某局.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from assistant.finding.holdings import department_key
from ingest.records.document import Document

# Districts of one name lie in many cities, so a district is not told from the city above it.
_ABOVE = r"(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区|市|州|盟|地区)){1,2}"
_OWN = r"[\u4e00-\u9fff]{2,12}?(?:市|县|旗|自治州)[\u4e00-\u9fff]{2,}"


def under_one_name(documents: Iterable[Document]) -> list[Document]:
    """The documents, those of a body that others name without the place above it under the shorter name."""
    held = list(documents)
    names = {department_key(d): d.department for d in held if d.department}
    shorter = {key: short for key in names if (short := _shorter(key, names)) is not None}
    return [
        replace(d, department=_renamed(d.department, department_key(d), shorter[department_key(d)]))
        if d.department and department_key(d) in shorter
        else d
        for d in held
    ]


def _shorter(key: str, names: Collection[str]) -> str | None:
    """The one held name that is a name without the place above its own."""
    ends = (key[at:] for at in range(1, len(key)))
    own = [end for end in ends if end in names and re.fullmatch(_OWN, end)]
    return own[0] if len(own) == 1 and re.fullmatch(_ABOVE, key.removesuffix(own[0])) else None


def _renamed(printed: str, key: str, short: str) -> str:
    """A printed name without its first characters, with the scope it is printed with: （本级）."""
    return printed[len(key) - len(short) :]
