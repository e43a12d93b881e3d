"""What an amount in a sentence is of: the noun before it, freed from years, bodies and verbs.

``2026年本部门财政拨款安排“三公”经费`` is of “三公”经费; ``年初预算``, ``2024年预算安排`` and the like name nothing of
their own and speak of the sentence's subject.
"""

import re
from dataclasses import dataclass, replace

from ingest.records.document import Stage
from ingest.wording.codes import PROJECT, split_code
from ingest.wording.glyphs import bare
from ingest.wording.names import body_variants, place_parts, strip_enumerator
from ingest.wording.periods import calendar_years, relative_years, stage_in

_LEAD = re.compile(
    r"^(?:其中[：:，,]?|加上|拥有|经比较|开支(?=会议费|培训费)|实际(?:支出|发生)?(?=[“\"])|即|又|另|另外|同时|包括|包含|分别(?:为|是)?|一是|二是|三是|四是|五是|主要是|主要(?=包括|为)|具体为|具体包括|具体如下|全部为|均为|"
    r"共有|共计|(?:(?:全年|本年|当年)(?:度)?共?|共)(?=接待|安排|组织|派出|购置|购买)|合计|总计|涉及|使用(?=财政|一般)|按|用于(?!.{1,20}的彩票公益金支出)|以及|据此|和|与|及|、|，|,|；|;|：|:|。|[—●◆■▪•]|\s)+"
)
_OWN = re.compile(
    r"^(?:本|我|该|全|各)(?:部门|单位|局|委|厅|办|院|中心|街道|镇|乡|会|区|县|市|州|旗|盟|省|系统|项目)(?:本级|机关(?!运行|事务|服务|工作))?(?:汇总)?(?:的|共有|共|所属|及所属单位|及所属|部门)*"
)
_TAIL = re.compile(
    r"(?:的)?(?:(?<=[入出费金款税付])(?:累计)?(?:完成|实现)|预期|约为|共计|共为|共有|共|(?<![合总])计|小计|为|是|约|达到|达|(?<![实现保])有|各为|各|均为|均|(?<!总)额为|金额为|金额|合计为|总计为|预计|拟|即|安排了|安排为|等|仅|"
    r"[：:，,、；;\s])+$"
)
_GENERIC = re.compile(
    r"^(?:年初|当年|全年|本年|调整(?:后)?|部门|单位|财政|的|全口径|批复|安排|预计|实际|上年|去年|年度)*"
    r"(?:预算安排|安排预算|预算执行数?|支出预算数|预算数?|执行数?|决算数?|支出决算数?|收入决算数?|决算支出数?|支出数|安排数?|金额|资金|数额|"
    r"预算金额|预算资金|总额|合计|总计|小计|总计数|完成数|涉及金额|涉及资金|年末数|余额|数)?$"
)
# 上年预算数 dates an amount; 上年结转 and 上年实户资金余额 are names of money, 本年收入合计 of a row.
_SPEAKS_OF_YEAR = re.compile(
    r"\s*[“\"]三公|年初|预算|执行|决算|同期|完成|实际|支出|收入|部门|单位|安排|财政拨款(?!结转|结余)|[，,]|数|[为是]$|$"
)
# 纳入部门预算的政府采购项目: the budget it stands in is not what it is for.
_KEPT_IN = re.compile(r"^(?:纳入|列入|编入)(?:部门|单位)?[预决]算(?:管理|范围|编制)?的(?=.{2})")
# 财政拨款安排的“三公”经费, 部门预算安排购置车辆: who arranges the money is not what it is for.
_ARRANGED = re.compile(
    r"^(?:通过)?(?:部门|单位)?(?:一般公共)?(?:预算)?(?:财政)?(?:拨款)?(?:预算)?安排的?(?!数|金额|情况|预算稳定)"
)
# 县本级部门使用一般公共预算拨款安排的“三公”经费: who spends it is not what it is for.
_SPENDERS = re.compile(r"^.{0,200}?(?:单位|部门|本级)[^，。；“]{0,120}?安排的?(?=(?:20\d\d年度?)?[“\"]?三公)")
# 严格执行厉行节约公务接待费支出: what was done about it is not its name.
_POLICY = re.compile(
    r"^(?:因此|进一步|认真|坚决|继续)*(?:严格|认真)?(?:执行|落实|贯彻|遵守|控制)[^，。；]{0,20}?(?=公务接待费|公务用车|因公出国|[“\"]?三公)"
)
_STAGE_TAIL = re.compile(
    r"(?:(?:的)?(?:财政拨款)?(?:预算数|年初预算|调整(?:后)?预算|全年预算|当年预算执行|预算执行|支出决算|收入决算|[预决]算汇总|决算支出|决算|执行|年初预算安排|预算安排(?:资金)?|安排))数?$"
)
# 教育支出类科目: what kind of line it is is not its name.
_CLASS_TAIL = re.compile(r"(?<=[^他]支出)(?:[类款项]级?)?科目(?=为?$)|(?<=[^他]支出)类(?=为?$)")
_BUDGET_NOUN = re.compile(
    r"(?:预算|决算|收入|支出|经费|费|费用|资金|拨款|结转|结余|采购|补贴|补助|工资|公积金|总计|合计|总额|金额|资产|收支|收支总预算|(?:预算|决算|收支|收入|支出)总数|"
    r"合同|缴费|保险|年金|奖金|津贴|福利|救济费|抚恤金|抚恤|生活补助|医疗费|退休费|离休费|款[)）]|项[)）]|类[)）]|款）支出|项）支出|类）支出|"
    r"(?:服务|货物|工程)(?:类(?:项目)?)?|采购项目|购置|维护|运维|增人增资|物资|储备|债务|限额|(?:债务|债券|贷款|存款)余额|转移支付|净值|原值|总值|基金|收益|利润|股息|有价证券|行政运行|事业运行|机关服务|一般行政管理事务|单位医疗|医疗补助|离退休|公积金|利息|本息|贷款|税|捐赠|赞助|出资|投资|年终结转|用款计划|"
    r"(?:预留|采购)份额|(?:预留|授予|留)(?:给|予)?(?:中小微?|小微|小型微型|中小型?)企业(?:的)?(?:份额|合同)?)$"
)
# 一般公共服务支出-审计事务-行政运行: the classes of a functional line joined by dashes.
# 一般公共服务支出（审计事务）审计业务, with the digits of each in brackets or without them.
_FUNCTION_PATH = re.compile(
    r"^[\u4e00-\u9fff]{2,20}支出(?:(?:[-－—–/][\u4e00-\u9fff（）()]{2,30}){1,2}"
    r"|[（(](?!类)[\u4e00-\u9fff、]{2,24}[)）][\u4e00-\u9fff、“”]{2,30}(?:[（(]\d{7}[)）])?"
    r"|[（(]\d{3}[)）][\u4e00-\u9fff（）()、“”]{2,30}[（(]\d{2}[)）][\u4e00-\u9fff（）()、“”]{2,30}(?:[（(]\d{2}[)）])?)$"
)
_CODED_LEVEL = re.compile(r"[（(](\d{2,3})([类款项])[）)]")
_COUNT_NOUN = re.compile(
    r"(?:车辆|用车|公务车|轿车|越野车|设备|房屋|用房|面积|编制|人员|人数|在职|在编|退休|离休|离退休|离退休人员|处室|内设机构|机构|科室|单位|"
    r"职称|[高中初]级工|技师|社工|社区工作者|护士|医生|[\u4e00-\u9fff]{2}(?<!编)(?:员|警|[法检察]官|师)|"
    r"民警|辅警|教职工|教师|医务人员|工人|遗属|基层单位|预算单位|事业单位|行政单位|行政|事业|参公|机关|团组|批次|保有量?|项目|来宾|人次|机关工勤|工勤|编外|聘用|职工|干部|土地|车|船|国内接待|(?:用车|车辆)购置数?量?|编制总?数|^年?末?实有|在校生|学生|教学班|幼儿|儿童|床位|病床)(?:实有|现有|共|有|为)*$"
)
#: Subjects strong enough to begin anew after a reason.
STRONG = re.compile(
    r"三公|因公出国|公务接待费|公务用车|收入预算|支出预算|预算收入|预算支出|机关运行经费|政府采购|基本支出|项目支出|人员经费|公用经费|会议费|培训费|"
    r"财政拨款|一般公共预算|政府性基金|国有资本经营|委托业务费|[类款项][)）]|固定资产"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What an amount is of; ``label`` is empty where the words name no thing of their own."""

    label: str
    year: int | None = None
    relative: int | None = None
    stage: Stage | None = None
    as_of: str | None = None
    code: str | None = None


# 截至2026年1月1日，…; 2025年末政府债务余额…
_AS_OF = re.compile(
    r"^(?:截[至止]到?)?(?P<end>20\d\d\s*年度?(?:期?[末底](?!结转|结余)|1?\d月[末底]))[，,]?|"
    r"^截[至止]到?(?P<soon>(?:[本当今上去]年度?|报告期|期|年)[末底]|目前|当前)[，,]?|"
    r"^截[至止]到?(?P<day>20\d\d\s*年\s*1?\d\s*月\s*[1-3]?\d\s*日(?![前起])|[^，,]{2,14})[，,]?"
)


# 运行费4万元（定额4万元/辆）、公务接待费1万元; 2016“三公”经费
_GLOSS_BEFORE = re.compile(r"^(?:[（(][^（）()]*[)）](?=[、，,；;])|20\d\d(?=[“\"]三公))")
_SPENT_BY_YEAR_END = re.compile(r"(?<=[费支])(?:(?:年末|年底)(?:累计|实际)?|实际)支出$")
_NUMBERED_CODE = re.compile(r"^[1-9]\d?\s*[.．]\s*(?=[12]\d{6}[^\d.．])")  # 3.2080505机关事业单位基本养老保险缴费支出


def read_subject(words: str, department: str | None) -> Subject:
    """The subject in the words before an amount."""
    text = _NUMBERED_CODE.sub("", strip_enumerator(words.strip())[1])
    text = _SPENDERS.sub(lambda m: "".join(m[0][y.start : y.end] for y in calendar_years(m[0])[:1]), text)
    as_of = year = relative = None
    match = _AS_OF.match(text)
    if match is not None:
        as_of, text = "截至" + (match["end"] or match["soon"] or match["day"]), text[match.end() :]
        if match["end"] and match.group().startswith("20"):
            year = int(match["end"][:4])
    near = [
        s
        for s in relative_years(text)
        if _SPEAKS_OF_YEAR.match(text[s.end :])
        and text[s.start : s.start + 2] != "本年"
        and not text[: s.start].endswith("结转")  # 结转下年支出 is spent of this year's money
    ]
    for span in sorted((*calendar_years(text), *near), key=lambda s: s.start, reverse=True):
        # A year inside the name of a thing (2024年低压电房改造) is the name's; at its head it dates the amount.
        ahead = text[: span.start]
        if len(ahead) <= 30 or ahead.endswith(("，", ",")):
            year, relative = span.year, span.relative
            text = ahead + text[span.end :]
    text = _POLICY.sub("", _KEPT_IN.sub("", _freed(text, department)))
    spent = _SPENT_BY_YEAR_END.search(text) if year or relative else None  # 公务接待费2015年年末支出
    text = text if spent is None else text[: spent.start()]
    arranged = _ARRANGED.sub("", text)
    text = arranged if len(arranged) >= 3 else text
    text = _CLASS_TAIL.sub("", text)
    stage = None if spent is None else Stage.FINAL_ACCOUNT
    tail = _STAGE_TAIL.search(text)
    if tail is not None:
        stage = stage_in(tail.group()) if not re.fullmatch(r"(?:预算)?安排数?", tail.group()) else None
        # 一般公共预算 and 政府采购预算 are names; 年初预算 and 安排 after a name are not part of it.
        named = re.search(r"(?:公共|基金|经营|收支|采购|总)$", text[: tail.start()])
        if tail.start() and (named is None or tail.group().endswith("安排")):
            text = _TAIL.sub("", text[: tail.start()])
    if _GENERIC.match(text):
        stage = stage or stage_in(words)
        text = ""
    levels = _CODED_LEVEL.findall(text)
    if levels:  # 公共安全支出（204类）司法（06款）信息化建设（13项）
        code = "".join(digits for digits, _ in levels)
        whole = [level for _, level in levels] == list("类款项")[: len(levels)]
        return Subject(_CODED_LEVEL.sub(r"（\2）", text), year, relative, stage, as_of, code if whole else None)
    coded = split_code(text)
    if coded is not None and coded.scheme not in (None, PROJECT):
        return Subject(_unquoted(coded.name), year, relative, stage, as_of, coded.code)
    return Subject(_unquoted(text), year, relative, stage, as_of)


def _freed(text: str, department: str | None) -> str:
    for _ in range(3):
        before = text
        text = _LEAD.sub("", _GLOSS_BEFORE.sub("", text))
        text = _without_body(text, department)
        text = _OWN.sub("", text)
        text = strip_enumerator(text)[1]
        if text == before:
            break
    text = re.sub(
        r"^.{0,120}?(?:单位|机关|部门|局|中心|会|院|所)(?:等\d*家?(?:单位|机关)?)?的(?=机关运行经费)", "", text
    )
    return _TAIL.sub("", text).strip()


def _without_body(text: str, department: str | None) -> str:
    """The words without the publishing body's name in front of them."""
    if not department:
        return text
    place = place_parts(department)[0] if department.endswith("人民政府") else ()
    for name in {"".join(place), *place[-1:]} - {""}:
        if text.startswith(name) and not re.match("本?级|[省市县区州旗盟]|政府|人民|财政", text[len(name) :]):
            return text[len(name) :]  # 某某县公务接待费 in the account of a county
    for name in sorted(body_variants(department), key=len, reverse=True):
        if len(name) >= 3 and text.startswith(name):
            return re.sub(
                r"^(?:[（(](?:本级|汇总|部门|单位|本部)[)）])?(?:本级|机关(?!运行|事务|服务)|部门(?!预算|决算|收|支))?(?:的)?",
                "",
                text[len(name) :],
            )
    return text


def _unquoted(text: str) -> str:
    text = re.sub(r"[”\"]科目$", "”", text)
    match = re.fullmatch(r"[“\"‘](.*)[”\"’]", text)
    return match.group(1) if match is not None and "“" not in match.group(1) else text


def is_money_subject(label: str, known: frozenset[str]) -> bool:
    """Whether a label can carry money: it ends in a noun of the budget, or a table of the document prints it."""
    plain = re.sub(r"[（(][^（()）]*[)）]$", "", label)  # 政府采购金额（以合同签订为准）
    named = any(_BUDGET_NOUN.search(x) for x in (label, plain)) or _FUNCTION_PATH.match(label) or bare(label) in known
    # 由中小企业供应商中标的，采购金额…: whose purchases these are stands in the clause before.
    return 2 <= len(label) <= 80 and bool(named) and label != "采购"


# What flows through a fund in a year, said without the fund's name after its first amount.
_FLOW = (
    r"(?:(?:(?:年初|年末|上年|期初|期末)?(?:财政拨款)?结转(?:和|及|与)?结余|本年(?:收入|支出))(?:合计)?"
    r"|(?:收入|支出)(?:总计|合计)?)"
)
_OF_FUND = re.compile(rf"(?P<fund>.{{2,}}?(?:基金|经营|预算|拨款))的?{_FLOW}$")


_LEFT = re.compile(r"(?:年末|期末)(?:财政拨款)?(?:结转|结余)")


def of_the_same_fund(subject: Subject, before: Subject) -> Subject:
    """政府性基金年初结转和结余…，本年收入…，本年支出…: in one sentence the later ones are of the same fund."""
    if is_a_side(subject.label) and is_other_side(before.label, subject.label):  # 社保基金收入5亿元，支出3亿元
        dated = subject.year or subject.relative
        year, relative = (subject.year, subject.relative) if dated else (before.year, before.relative)
        return replace(subject, label=before.label[:-2] + subject.label, year=year, relative=relative)
    fund = _OF_FUND.match(before.label)
    named = fund is not None and re.fullmatch(_FLOW, subject.label)
    return replace(subject, label=fund["fund"] + subject.label) if fund is not None and named else subject


def is_a_side(label: str) -> bool:
    """Whether a label names one side of a budget and not of which."""
    return label in ("收入", "支出")


_TIER_LEAD = re.compile(r"^(?:[省市县区州旗盟]本?级|本级)(?:部门|单位)?")


def without_tier(label: str) -> str:
    """A label without the tier before it: 省级“三公”经费 is “三公”经费 where that is what the text tells of."""
    return _TIER_LEAD.sub("", label)


def is_other_side(label: str, side: str) -> bool:
    """Whether a label is of a whole budget's other side: 社保基金收入 for 支出."""
    return len(label) > 4 and label.endswith("收入" if side == "支出" else "支出")


# Names that part one whole between them, so that none is a part of the other.
_BESIDE = tuple(
    tuple(re.compile(rf"(?:{name})$") for name in names)
    for names in (
        ("基本支出", "项目支出"),
        ("人员(?:经费|支出)", "公用(?:经费|支出)"),
        ("货物(?:类(?:项目)?|采购|支出)?", "工程(?:类(?:项目)?|采购|支出)?", "服务(?:类(?:项目)?|采购|支出)?"),
    )
)
_LEVEL = re.compile(r"[（(][类款项][）)]$")


def on_other_sides(subject: Subject, whole: Subject | None) -> bool:
    """Whether one can be no part of the other: of income and of expenditure, beside each other, or what was left."""
    if whole is None:
        return False
    level = _LEVEL.search(subject.label)
    if level is not None and whole.label.endswith(level.group()):
        return True
    for names in _BESIDE:
        own = [next((i for i, name in enumerate(names) if name.search(x)), None) for x in (subject.label, whole.label)]
        if None not in own and own[0] != own[1]:
            return True
    if _LEFT.search(subject.label) and whole.label.endswith("支出"):
        return True
    sides = [("收入" in label, "支出" in label) for label in (subject.label, whole.label)]
    return sides in ([(True, False), (False, True)], [(False, True), (True, False)])


# Money beside the budget's own grant: 财政专户管理资金另安排公务接待费 is not what the grant's table prints.
_OTHER_FUND = re.compile(
    r"^(?P<fund>[^，,；;。、：:]{0,8}(?:专户(?:管理)?资金|单位资金|自有资金|(?:事业|经营|其他)(?:收入|资金)|非税收入|非财政拨款(?:资金)?|"
    r"上级补助(?:收入|资金)?))(?:中|内|还|也)?(?:另(?:外|行)?)?(?:安排|列支|承担|保障)的?(?P<name>.{2,})$"
)


def of_another_fund(subject: Subject) -> tuple[Subject, Subject] | None:
    """The fund that pays something beside the budget's grant, and what it pays; None where none is said to."""
    said = _OTHER_FUND.match(subject.label)
    return None if said is None else (replace(subject, label=said["fund"]), replace(subject, label=said["name"]))


def is_count_subject(label: str) -> bool:
    """Whether a label is something that budget texts count: vehicles, equipment, posts, offices."""
    plain = re.sub(r"[（(][^（()）]*[)）]$", "", label)
    return 1 <= len(label) <= 60 and bool(_COUNT_NOUN.search(plain)) and plain not in ("人数", "人次", "人员")


_HEADING_TAIL = re.compile(
    r"(?:[（(]详?见.*[)）])?(?:的)?(?:具体)?(?:预算|支出|安排|使用|决算|执行)*(?:情况)?(?:总体|具体)?(?:情况)?(?:说明)?(?:[（(][^（）()]*[)）])?$"
)
_PROJECT_HEADING = re.compile(r"^(?P<name>.{2,40}?(?:项目)?)经费情况(?:说明)?$")


def heading_subject(section: tuple[str, ...], department: str | None, known: frozenset[str]) -> Subject | None:
    """What the headings above a paragraph name: （一）因公出国（境）费, or 某某项目经费情况说明 over 年度预算安排."""
    if not section:
        return None
    last = strip_enumerator(section[-1])[1]
    for title in reversed(section[:-1]):
        match = _PROJECT_HEADING.match(strip_enumerator(title)[1])
        if match is not None and match["name"] != "项目" and re.search("预算|资金|金额", last):
            return Subject(read_subject(match["name"], department).label or match["name"])
    plain = _HEADING_TAIL.sub("", last)
    subject = read_subject(plain, department)
    strong = STRONG.search(subject.label) is not None or bare(subject.label) in known
    return subject if strong and len(subject.label) <= 40 and is_money_subject(subject.label, known) else None


_LINE = re.compile(
    r"[“\"]?(?P<line>(?:[^（）()。，,；;：:“”\d]{2,40}[（(]类[)）])?(?:支出)?(?:[^（）()。，,；;：:\d]{2,40}(?:[（(][^类款项）)]{1,8}[)）][^（）()。，,；;：:\d]{0,20})?[（(]款[)）])?(?:支出)?"
    r"[^（）()。，,；;：:“”\d]{1,40}(?:[（(][^类款项）)]{1,8}[)）][^（）()。，,；;：:\d]{0,20})?[（(]项[)）])"
)


def line_opening(text: str, department: str | None) -> Subject | None:
    """The functional line that a paragraph opens with: 1.…（款）行政运行（项），主要用于工资。年初预算为5万元."""
    found = _LINE.match(strip_enumerator(text.strip())[1])
    return None if found is None else read_subject(found["line"], department)
