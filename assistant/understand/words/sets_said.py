"""How a set, a whole or its halves are spoken of: projects with goals, lists looked into, what pays a part."""

import re
from collections.abc import Iterator

# 平均一个项目摊到多少: the verb repeats that a mean is asked for.
_SPREAD = re.compile(r"(?<=[个项笔家目门位])(?:能|可以?|大概|大约)?(?:摊|分摊|均摊|合)(?:到|得|下来|上)?(?=多少|几)")
# 购买服务的清单里: where to look, and nothing listed; 有好几笔: no number is asked for.
_IN_A_LIST = re.compile(r"(?:清单|名单|目录|列表)(?=[里中上内])")
_SEVERAL = re.compile(r"好几[笔项个条处家种样类场]")
# 有几成是从专项经费里列的: the part of a line that another one pays.
_DRAWN = re.compile(
    r"是?(?:从|由|靠|走的?|来自)"
    r"(?=[^，,。？?；;]{2,16}?(?:[里中上]?(?:列支?|出|支|支出|开支|安排|拨|掏|走|解决|负担|承担)的|里|[？?]|$))"
)
# 贡献了多大份额: the part of a whole that one of its members is.
_CONTRIBUTES = re.compile(
    r"(?:贡献|占据|撑起|分走|摊到)(?:了|出)?(?:其中|全部|总额)?的?(?:多大|多少|几成|百分之几|百分之多少)"
    r"(?:的)?(?:份额|比例|比重|百分比|份儿?)?(?![钱万元亿])"
)
# 名称均为“甲”的三个项目, 三个同名项目: the name that is said tells which; 范围是某局: where to look.
_SAME_NAME = re.compile(
    r"(?:项目)?(?:名称|名字|名)?(?:均|都|全|全部)(?:为|叫做?|是|称)(?=[“\"「『])|(?:名称|名字)?(?:相同|同名)的?"
    r"(?=[“\"「『]|(?:预算|支出)?(?:项目|科目|条目)|的)"
)
_SCOPE_IS = re.compile(r"(?<![一-龥])(?:查询|统计|查找)?范围(?:是|为|限于|限定为|就是|包括|[:：])")
# 并注明金额: a list tells its amounts anyway.
_AMOUNTS_TOO = re.compile(
    r"(?:并且?|同时|另)(?:请)?(?:逐[一项个条]|分别)?(?:注|标|写|列|附|说|给)(?:明|上|出)?(?:各自?的?|其|它们的|每[项个]的?|对应的?|相应的?)?"
    r"(?:预算)?(?:金额|数额|钱数)(?=[，,。；;？?]|$)"
)
# 连金额一起, 带上数, 逐个报一下名称和经费: how a list is told, which names its lines with their amounts anyway.
_NAME_WORD, _MONEY_WORD = "(?:名称|名字|项目名)", "(?:预算)?(?:金额|数额|钱数|经费|数字?)"
_TOLD_WITH = re.compile(
    rf"(?:请|麻烦)?(?:连|带)(?:同|着|上)?(?:各自?的?|每[项个]的?)?{_NAME_WORD}?[和与及、]?{_MONEY_WORD}(?:一起|一并|一块儿?|一道)(?:说|报|列|写|给|讲)?(?:一下|出来|上)?"
    rf"|连{_NAME_WORD}带{_MONEY_WORD}(?:一起|一并|一块儿?|一道|都)?(?:说|报|列|写|给|讲)?(?:一下|出来|上)?"
    rf"|(?<=[，,])(?:请|麻烦)?(?:连|带|附|标|报)(?:同|着)?上(?:各自?的?|每[项个]的?)?{_MONEY_WORD}(?=[，,。；;？?]|$)"
)
# 逐一列一下: what is left of it where its verb asks for a list.
_ONE_BY_ONE = re.compile(
    r"逐(?:[个项条笔]|一)(?:地)?(?:报|说|讲|列|写|给|念)(?:一下|一遍|出来?|明|清楚|给我)?"
    rf"(?:各自?的?)?(?:{_NAME_WORD}(?:[和与及、]{_MONEY_WORD})?|{_MONEY_WORD}|(?=[，,。；;？?]|$))"
)
# 东西南北四个监狱: the four of the kind, whose number is held against those found.
_ALL_SIDES = re.compile(r"(?:东西南北|东南西北|东、西、南、北)(?:郊|区|部)?(?:这|那)?(?=[四4][个座所家])")
# 那么多项目，哪一个最省: how many there are is no part of the question.
_SO_MANY = re.compile(r"(?:这|那)么多(?:的|个)?(?=项目|科目|单位|部门|支出|专项|培训|会议|活动|项|家)")
# 机关运行经费构成中，最高的是: within what a line is made of.
_WITHIN_MADE = re.compile(r"(?:的)?(?:内部)?(?:构成|组成|结构)(?:情况)?(?=之?中|里|当中|内[，,])")
# 拆开来看, 细分下来: to look at the parts, one of which is asked for.
_TAKEN_APART = re.compile(
    r"(?:(?<![一-龥])[把将])?(?:拆开|拆分|拆解|掰开|掰碎|细分)(?:来|了|下来|开来|之后|以后|后)?(?:[看讲说]|来看|来说)?(?:的话)?(?![成为到给])"
)
# 甲、乙、丙三市审计局，其中哪些局…: the kind of the bodies that are named before, said again.
_SAME_KIND = re.compile(
    r"[一-龥](?P<kind>[局厅委]).{0,60}?(?:哪些|哪几[个家]|哪个|谁家)(?P<again>(?P=kind))(?![长里属级办委机内务])"
)
# 支出分成四大类，每一类各花了多少: the classes of the functional classification, one by one.
_EACH_CLASS = re.compile(r"每一?(?:大)?类(?:别)?(?=各|分别|都|用|花|支出|开支|[是为]|[，,]|多少)")
_OF_SPENDING = re.compile(r"^(?!.*(?:采购|三公|收入|货物|指标|岗位|人员)).*(?:支出|开支|花销)")
_CHOSEN = re.compile(r"最|居首|第[一二三四五]|前[一二三四五六七八九十\d]|首位|大头")
_AMOUNT_ASKED = re.compile(
    r"(?:构成|组成|结构)(?:情况)?(?:之?中|里|当中|内)[，,][^，,。？?哪什啥]*(?:多少|几[万亿元]|几何)"
)
_SHARE = re.compile(r"几成|百分之|比例|比重|占比|几分之")
# 加起来（机关的加事业的）: the halves that a whole has by definition.
_HALVES = re.compile(
    r"[（(](?:(?:机关|行政)(?:单位)?的?(?:加上?|和|与|跟|、|连同?)(?:参公|事业)(?:单位)?的?"
    r"|(?:[局厅委办]?本级|[局厅委办]?机关)的?(?:加上?|和|与|跟|、|连同?)(?:下属|所属|直属|二级)(?:单位)?的?)"
    r"(?:都算|全算|一起算?|合计|合?加?在一起|合起来|加起来)?[)）]"
)
# 劳务费（基本、项目都算）: of both kinds of spending, so of the line itself.
_KINDS = r"基本(?:支出)?(?:的)?(?:和|与|及|、|跟|加上?|还是|或者?|连同?|带)?项目(?:支出)?的?"
_BOTH_KINDS = re.compile(
    rf"[（(]?(?:不管|不论|不分|无论|不区分)(?:是)?{_KINDS}[)）]?|[（(](?:含|包括|包含)?{_KINDS}[)）]"
    rf"|[（(，,]?(?:含|包括|包含|连|把|不管)?{_KINDS}(?:部分|两块|两头|两项|里的?)*(?:都|全部?|均|一起|一并|一块儿?)"
    r"(?:要|得)?(?:算|包括|包含|在内|含|计|加)(?:上|在内|进去|进来|入|了|起来)*[)）]?"
    r"|[，,]?连基本(?:支出)?带项目(?:支出)?的?"
    r"|(?<=[，,])基本(?:和|与|及|、|跟|加上?|连同?)?项目(?=一共|总共|合计|加起来|合起来)"
)
_APART = re.compile(r"各(?!单位|部门|家|个|科)|分别|哪")
_SUMMED = re.compile(r"加起来|加一|加在|合计|合起来|合一|一共|总共|总计|共计|拢共|之和|总和|加总|并起来|归拢")
# Projects whose targets are reported, tracked or assessed, and the money they come to: documents tell both.
_REPORT = (
    r"(?:编报|申报|上报|填报|编制|报|编|设定|设置|制定|定|设|纳入|实行|实施|进行|做|搞|开展|拿|列)(?:了|过|有|出|入)?"
    r"(?:项目)?绩效(?:目标|跟踪|自评|评价|管理)+(?!申?报?表)"
)
_REPORTED_MONEY = re.compile(
    rf"{_REPORT}的?(?:那几个|那些|这些)?(?:项目)?的?(?:所)?(?:涉及|牵涉|覆盖|对应)?的?(?:项目)?(?:预算)?(?:资金|金额|预算|钱)"
)
_REPORTED = re.compile(
    rf"{_REPORT}(?!的?(?:那几个|那些|这些)?(?:项目)?的?(?:涉及|牵涉)?的?(?:项目)?(?:预算)?(?:资金|金额|预算|钱))(?:的(?=项目|那))?"
    r"|(?<!项目)绩效目标(?:编报|申报|填报)(?:情况)?(?=[：:，,])"  # 绩效目标编报：几个项目
)
# 有绩效目标的项目: those that have goals, whoever set them.
_WITH_GOALS = re.compile(
    r"(?:带有?|有|附有?|印有?|公布|公开|披露)(?:了|出)?(?:项目)?绩效目标的?(?=(?:那几个|那些|这些)?项目)"
    r"|(?<!项目)绩效目标(?:编报|申报|填报|公开|公布|披露)?(?:了|出来)?的?(?=(?:那几个|那些|这些|所有|全部)?项目(?!支出|申报|绩效|表))"
)
_COVERED = re.compile(
    r"(?:涉及|牵涉|管|覆盖|对应)(?:了|着|到)?(?=多少|几|资金|预算|项目|金额)(?:的?(?:项目)?(?:预算)?(?:资金|金额|预算))?"
)
# 数量指标 is a level of targets, though 数量 alone says nothing.
_OF_A_LEVEL = re.compile(r"数量指标")
_ONE_PROJECT = re.compile(r"单(?:一|个|笔|项|体)(?:预算|支出)?项目")

# 2024年与2025年两本部门预算: how many years were said, said again.
_TWO_YEARS = re.compile(
    r"(?:\d\d|[〇零○一二三四五六七八九]{2})年?度?(?:的?[预决]算)?(?:[、和与跟及到至]|vs)(?:20|二[〇零○])?"
    r"(?:\d\d|[〇零○一二三四五六七八九]{2})年?度?的?(?P<two>[两二2](?:本|份|个?年(?:度|份)?|个)(?:的)?)(?=[部单预决公三的，,。里中间]|[一-龥])"
)


def is_reported(words: str) -> bool:
    """Whether words speak of projects whose goals are reported, tracked or assessed."""
    return re.search(_REPORT, words) is not None


def without_reported(words: str) -> str:
    """The words without those that only say of which projects: 公开了绩效目标的项目里 asks for no goal."""
    for pattern in (_REPORTED, _WITH_GOALS):
        words = pattern.sub("", words)
    return words


def both_kinds_said(words: str) -> str | None:
    """The words that say that a line is meant of basic and project spending together."""
    found = _BOTH_KINDS.search(words)
    return found[0].strip("（()），,") if found is not None and not _APART.search(words) else None


def sets_said(text: str) -> Iterator[tuple[int, int, str, str]]:
    """The stretches that say of what set, whole or part a question is: start, end, family and role."""
    money = (_REPORTED_MONEY, *((_COVERED,) if re.search(_REPORT, text) else ()))
    for patterns, family, role in (
        ((_REPORTED, _WITH_GOALS), "aside", "reported"),
        (money, "concept", "reported_money"),
        ((_ONE_PROJECT,), "context", "entity_project"),
        ((_OF_A_LEVEL,), "name", "label"),
        ((_SEVERAL,), "aside", "several"),
        ((_IN_A_LIST,), "aside", "in_a_list"),
        ((_DRAWN,) if _SHARE.search(text) else (), "aside", "drawn_from"),
        ((_BOTH_KINDS,) if both_kinds_said(text) else (), "aside", "both_kinds"),
        ((_HALVES,) if _SUMMED.search(text) else (), "aside", "halves"),
        ((_CONTRIBUTES,), "operator", "share"),
        ((_SAME_NAME, _SCOPE_IS, _AMOUNTS_TOO, _ONE_BY_ONE, _ALL_SIDES), "filler", "form"),
        ((_TOLD_WITH,), "aside", "form"),
        ((_SPREAD,) if "平均" in text else (), "filler", "form"),
        ((_SO_MANY,), "aside", "form"),
        ((_EACH_CLASS,) if _OF_SPENDING.search(text) else (), "context", "level_class"),
        (
            (_WITHIN_MADE,) if _CHOSEN.search(text) or _SHARE.search(text) or _AMOUNT_ASKED.search(text) else (),
            "aside",
            "form",
        ),
        ((_TAKEN_APART,) if _CHOSEN.search(text) else (), "aside", "form"),
    ):
        for pattern in patterns:
            for match in pattern.finditer(text):
                yield match.start(), match.end(), family, role
    for match in _SAME_KIND.finditer(text):
        yield match.start("again"), match.end("again"), "context", "entity_department"
    for match in _TWO_YEARS.finditer(text):
        yield match.start("two"), match.end("two"), "filler", "form"


# An order to write down, in a clause that asks for no kind of things: 列出, 逐一列明, not 有哪些.
_TOLD_TO_LIST = re.compile(r"^(?!.*(?:[哪啥]|什么|名单|清单|[几各每])).*(?:列[出举]|列一下|罗列|逐一)")


def told_to_list(words: str) -> bool:
    """Whether a clause only tells to write down what it names."""
    return _TOLD_TO_LIST.search(words) is not None


_AS_A_KIND = re.compile(r"(?:走|搞|做|干|属于|算作?|归|列|[用花投放编排挂][在到])(?:的?是|在|到|进|入)?项目(?!名)")


def says_projects(words: str) -> bool:
    """Whether words mean what is spent on projects as a kind: 走项目的钱, 用在项目上的; 这个项目 points at a line."""
    return _AS_A_KIND.search(words) is not None
