"""English clauses for a part of a whole, for how much of a budget was spent and for multiples, in Chinese order."""

from assistant.understand.english.changes import directed
from assistant.understand.english.parts import TOPIC, Parts
from assistant.understand.english.phrase import CONTENT, phrase
from assistant.understand.english.things import SPENT, of_the_account, things, without_spending

_VERBS = frozenset(
    ("is", "are", "was", "were", "goes", "go", "comes", "come", "did", "does", "do", "went", "took", "takes", "will")
)
_BEING = ("is", "are", "was", "were")
_BOUGHT = ("货物", "工程", "服务")  # what government procurement is divided into
_SPENDING = frozenset(
    ("spend", "spends", "spent", "spend on", "spent on", "use", "uses", "used", "executed", "disbursed")
) | {"actually spent", "actually used", "carried out"}
_OWN = "本级"


def completed(parts: Parts) -> str | None:
    """What part of a budget was spent: what percentage of the opening budget for travel was actually used."""
    budget = next((s for s in parts.stages if s.endswith("预算")), "")
    spent = parts.says(*_SPENDING)
    spent = spent or "决算" in parts.stages
    if not (parts.has("share", "rate") and budget and spent) or parts.has("increase", "decrease", "change", "compare"):
        return None
    rest = [p for p in parts.rest if p.kind not in ("share", "rate")]
    thing = phrase([p for p in rest if p.said.lower() not in SPENT])
    return f"{parts.front}{'决算' if '决算' in parts.stages else ''}{thing}完成{budget}的百分之几"


def share(parts: Parts) -> str | None:
    """What part of a whole something is."""
    at = next((i for i, p in enumerate(parts.rest) if p.kind == "share"), None)
    rate = next((i for i, p in enumerate(parts.rest) if p.kind == "rate"), None)
    if (
        at is None
        and rate is not None
        and parts.basis is None
        and not directed(parts)
        and not parts.has("increase", "decrease", "change", "last_year", "against")
    ):
        at = rate
    if at is None:
        return None
    before = [p for p in parts.rest[:at] if p.kind in CONTENT]
    after = parts.rest[at + 1 :]
    verb = next((i for i, p in enumerate(after) if p.kind == "empty" and p.said.lower() in _VERBS), None)
    inside = next((i for i, p in enumerate(after) if p.said.lower() in ("in", "out of", "within")), None)
    topic = before and parts.rest[0].said.lower() in TOPIC and any(p.kind == "stop" for p in parts.rest[:at])
    apart = _side_by_side(parts)
    two = len(parts.bodies) == 2 and not apart  # out of the money of the bureau, what percentage sits with the centre
    if topic and (two or any(p.kind in CONTENT for p in after)):
        part, whole = after, parts.rest[:at]  # of the spending on projects, what percentage goes to repairs
    elif before:
        part, whole = parts.rest[:at], after
    elif verb is not None and any(p.kind in CONTENT for p in after[verb:]):
        whole, part = after[:verb], after[verb:]
    elif inside is not None:
        part, whole = after[:inside], after[inside:]
    else:
        part, whole = after, []
    part, whole = without_spending(part), without_spending(whole)
    stage = "决算" if "决算" in parts.stages else ""
    if two and verb is not None and not (topic or before) and not whole and phrase(after[:verb]):
        whole, part = after[:verb], []  # what share of the bureau's project money goes to the centre
    if two and (topic or not before):
        inner = f"{parts.bodies[1]}{''.join(parts.years)}{stage}{phrase(part)}"
        return f"{inner}占{parts.bodies[0]}{of_the_account(phrase(whole) or '支出总计', parts)}的比例是多少"
    if "年初预算" in parts.stages and not phrase(whole) and before:
        return f"{parts.front}{stage}{phrase(part)}占年初预算的比例是多少"  # X was what percent of the opening budget
    stage = stage or next((s for s in parts.stages if s == "年初预算"), "")
    held = of_the_account(phrase(whole) or "支出总计", parts)
    said = phrase(part)
    bought = f"政府采购{said}" if held.startswith("政府采购") and said in _BOUGHT else said
    if bought == "项目" and parts.has("each"):
        return f"{parts.front}{stage}{bought}占{held}的比例是多少 each "  # of one project after another: not understood
    return f"{parts.front}{stage}{bought}占{held}的比例{apart or '是多少'}"


def largest_share(parts: Parts) -> str | None:
    """Which of several bodies gives the largest part of its own whole to a thing."""
    most = next((p for p in parts.pieces if p.kind in ("largest", "smallest") and "share" in p.said.lower()), None)
    if most is None or len(parts.bodies) < 2 or parts.has("entity") or not (thing := things(parts)):
        return None
    return f"{parts.front}{thing}占支出总计的比例谁{'最高' if most.kind == 'largest' else '最低'}"


def _side_by_side(parts: Parts) -> str:
    """What is asked of the shares of several bodies, each of its own whole; nothing where one is part of the other."""
    if len(parts.bodies) < 2:
        return ""
    if parts.has("which") and parts.has("compare", "largest", "smallest"):
        return "谁更低" if parts.text("compare") == "更低" or parts.has("smallest") else "谁更高"
    return "分别是多少" if parts.has("each") else ""


def ratio(parts: Parts) -> str | None:
    """How many times one thing is another."""
    at = next((i for i, p in enumerate(parts.rest) if p.kind == "ratio"), None)
    if at is None:
        return None
    if len(parts.bodies) == 2:
        return f"{parts.bodies[0]}{''.join(parts.years)}{things(parts)}是{parts.bodies[1]}的几倍"
    before, after = phrase(parts.rest[:at]), parts.rest[at + 1 :]
    verb = next((i for i, p in enumerate(after) if p.kind == "empty" and p.said.lower() in _BEING), None)
    if not before and verb is not None and phrase(after[:verb]) and phrase(after[verb:]):
        return f"{parts.front}{phrase(after[verb:])}是{phrase(after[:verb])}的几倍"
    cut = next((i for i, p in enumerate(after) if p.kind in ("against", "joint") or p.said in ("to", "as")), None)
    one = before or (phrase(after[:cut]) if cut is not None else "")
    other = phrase(after if before or cut is None else after[cut + 1 :]).removeprefix("和")
    return f"{parts.front}{one}是{other}的几倍"


def own_share(parts: Parts) -> str | None:
    """What part of a body's money is its own: what share of the bureau's project spending goes to the bureau proper."""
    at = next((i for i, p in enumerate(parts.pieces) if p.kind == "share"), None)
    if at is None or len(parts.bodies) != 1 or not parts.bodies[0].endswith(_OWN):
        return None
    after = parts.pieces[at + 1 :]
    own = next((i for i, p in enumerate(after) if p.kind == "level" and p.text == _OWN), None)
    if own is None:
        return None
    verb = next((i for i, p in enumerate(after[:own]) if p.said.lower() in _VERBS), None)
    if verb is None or any(p.kind in CONTENT for p in (*after[verb:own], *after[own + 1 :])):
        return None
    years, body = "".join(parts.years), parts.bodies[0].removesuffix(_OWN)
    whole = phrase(without_spending([p for p in parts.rest if p.kind != "share"])) or "支出总计"
    whole = of_the_account(whole, parts)
    stage = "决算" if "决算" in parts.stages else ""
    return f"{body}{_OWN}{years}{stage}{whole}占{body}{years}{stage}{whole}的比例是多少"
