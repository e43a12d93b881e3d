"""What one unit inside a department does: a text that only names it, or tells of the department, is no answer."""

import re

from ingest.wording.glyphs import bare, normal

_UNIT = re.compile(
    r"(?P<unit>[\u4e00-\u9fff]{3,}(?:中心|站|所|馆|院|大队|支队|总队|服务队|学校|监狱|(?<!公)室))"
    r"(?=的?(?:平时|主要|具体|都|又|到底|究竟|是)*(?:职责|职能|承担|负责|分管|主管|管|干|做)(?!理|部))"
)
_ASKS = re.compile(r"哪|什么|啥|几|谁")  # 由哪些科室负责 names none
_PLACE = re.compile(r"^[\u4e00-\u9fff]{2,6}?[省市区县](?=[\u4e00-\u9fff]{4,})")
_DOES = re.compile(
    r"负责|承担|职责|职能|任务|主要从事|主要是|提供|[，,：:；;。](?:组织|开展|实施|管理|保障|协助|受理|参与|推进|做好|落实)"
)
_NEAR = 80  # signs behind the name in which its work is told


def unit_asked(question: str, held: list[str]) -> str:
    """The unit whose duties a question asks for, without its place; "" for none, or one of the bodies ``held``."""
    found = _UNIT.search(bare(question))
    if found is None or _ASKS.search(found["unit"]):
        return ""
    unit = found["unit"]
    whole = any(len(said) > len("某市") and (unit.endswith(said) or said.endswith(unit)) for said in map(bare, held))
    return "" if whole else _PLACE.sub("", _PLACE.sub("", unit))


def tells_duty(unit: str, text: str) -> bool:
    """Whether a text names a unit and says behind its name what it does."""
    told = re.sub(r"\s", "", normal(text))
    behind = (told[found.end() : found.end() + _NEAR] for found in re.finditer(re.escape(unit), told))
    return any(_DOES.search(said) for said in behind)
