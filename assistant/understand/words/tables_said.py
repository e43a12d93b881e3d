"""The table of a document that a question names by its number: 表4里…, 在表3-2中…, 公开05表的…."""

import re

from ingest.wording.table_numbers import NUMERALS, table_key

# 自评表一共设了几个 names no table.
_NUMBER = rf"\d{{1,2}}(?:\s*[-－—–_]\s*\d{{1,2}})?|[{NUMERALS}]{{1,3}}(?![共起样般些直定点下])"
# 列表3 and 报表1 are other words; a title in quotes behind the number says the same table once more.
_SAID = re.compile(
    rf"(?:在|从|看看?|按照?|根据|依据)?(?<![列报图填代电手])(?:部门)?(?:预算|公开|附)*(?:表\s*(?P<after>{_NUMBER})(?![\d年月个项张家万共])(?:号表?)?"
    rf"|第?(?P<before>0?\d{{1,2}})号?表(?![\u4e00-\u9fff]{{0,2}}(?:格式|示)))(?:的?[里中上内](?:面|头|边)?|所列的?|列的?|的)?"
    r"|\s*\(?(?:\b(?:in|from|of|per|see)\s+)?\b[Tt]able\s+(?P<english>\d{1,2}(?:-\d{1,2})?)\b\)?"
)


def without_table(words: str) -> tuple[str, str | None]:
    """A question without the number of the table it names, and the number; as it came where it names none.

    Two numbers are two tables, which one restriction cannot honour: together they are the number of none.
    """
    found = [
        (match, table_key(match["after"] or match["before"] or match["english"])) for match in _SAID.finditer(words)
    ]
    if not found:
        return words, None
    rest = words
    for match, _ in reversed(found):
        rest = rest[: match.start()] + rest[match.end() :]
    return rest, "、".join(dict.fromkeys(number for _, number in found))
