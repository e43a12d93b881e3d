"""The words by which clauses of the 情况说明 say change, level, share, reason and parts.

Counted over the explanatory texts of eighteen places (docs/documents.md, Sentences): 增加-增长, 减少-下降,
增幅/减幅, 提高, 上升, 降低; 比上年, 较上年, 与上年相比, 较2025年年初预算, 比上年执行数; 持平, 与上年预算数相同, 无增减.
"""

import re

_UP = r"增加|增长|上升|提高|调增|核增|增支|增收|上涨|增幅|增多|多|增|升"
_DOWN = r"减少|下降|降低|调减|压减|压缩|核减|减支|减收|降幅|减幅|缩减|下调|少|减|降"

VERB = re.compile(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|约|率|幅度|比例|幅|额|金额|数|各|为|达|到|：|:)*$")
#: After an amount: how it stands to a budget, a year or a whole, so that it is no reason's. 契税9万元，仅为预算的82%
TELLS_ON = re.compile(r"[，,]\s*仅?(?:为|占|比|较|超|完成|增长|增加|下降|减少|同比)")
#: Changes that reports tell without what they are held against: 支出9万元，增加1万元，增长12.5%.
BARE_CHANGE = re.compile(r"[，,]?\s*(?:增加|增长|上升|减少|下降|降低)(?:了|约)?")
#: 市本级支出中，…: what follows are its parts.
WITHIN = re.compile(r"^(?!.*(?:上述|以上|这些|过程|工作))(?P<whole>.{2,24}?)中$")
#: 增加（减少）leaves open which.
BOTH = re.compile(r"(?:增加|增长|上升)[（(/、或]\s*(?:减少|下降|降低)|(?:减少|下降|降低)[（(/、或]\s*(?:增加|增长)")
BASIS = re.compile(
    r"(?:比|(?<!经比)较|与|同|和|对比|相比于?)\s*(?P<basis>"
    r"(?:全年|调整后?)?预算数?(?=[增减上下升降超少多]|相比|对比|比较|$)"
    r"|(?:(?:20\d\d\s*年度?)|上年度?|去年|上一年度?|上年同期|前一年|年初|当年|本年)"
    r"(?:(?!对比|相比|比较)[^，,；;。：:比较增减上下持相一无多少提降升调核压]){0,16})(?:对比|相比较?|比较|比(?=[增减下上]|$))?"
)
#: Words of comparing that name nothing: 按同口径同比减少.
COMPARED = re.compile(r"相比|比较|对比|同比|按?(?:同|可比)口径|按可比价")
UP, DOWN = re.compile(_UP), re.compile(_DOWN)
#: Of a reason why it differs from the budget no part: what follows is held against another year.
AGAINST_LAST_YEAR = re.compile(
    rf"\s*(?:比|较|与|同|和)\s*(?:上一?年度?|去年)(?:决算数?|相比|同期|比较)*\s*(?:{_UP}|{_DOWN})"
)
#: 决算数小于年初预算数的主要原因: of how much of the budget was spent.
AGAINST_BUDGET = re.compile(r"决算[^，,。；;]{0,8}(?:预算|年初)|(?:预算|年初)[^，,。；;]{0,8}决算|预决算")
SAME_PERIOD = re.compile(r"同比")
LEVEL = re.compile(
    r"(?<!基本)(?:持平|相同|一致(?!性)|无增减(?:变化|变动)?|没有增减(?:变化)?|无变化|没有变化|无变动|保持不变|不变)(?![以时])"
)
ROUGHLY = re.compile(r"基本(?:持平|一致|相同)|大致")
SHARE = re.compile(r"占(?P<whole>[^，,；;。：:]{0,30}?)(?:的|比|比重|比例|比重为|比为|比例为)*$")
DONE = re.compile(r"(?:完成|占|为)(?P<whole>[^，,；;。]{0,12}?预算)(?:数)?的$")
#: 完成预算12万元的80%, 占年计划9万元的112%: the amount is what is compared with, nothing of its own.
WHOLE_AMOUNT = re.compile(r"(?:完成|占)(?P<whole>[^，,；;。：:（(]{0,30}?)$")
OF_IT = re.compile(r"^\s*的\s*(?:[\d.,，]+\s*[%％]|[-—]+)")
REASON = re.compile(
    r"(?:(?P<said>[^，,；;。：:（(]{0,24}?)的?(?:主要)?原因(?:主要)?(?:说明)?"
    r"(?:一?是(?:由于|因为|因(?!公))?|为|如下|在于|[：:])+"
    r"|主要(?:是(?:由于|因为|因(?!公))?(?!用于|包括|指)|由于|因为)|系因(?!公)|是因为|(?<=[，,])由于)[：:]?"
)
# 用于社会福利的彩票公益金支出 is the name of a subject, no purpose.
PURPOSE = re.compile(
    r"主要(?:用于|包括|是用于|指|反映|安排|为|支出)|用于(?![^，,；;。：:]{1,20}的彩票公益金支出)|具体用于"
)
# 机关运行经费55万元，主要用于办公费11万元、印刷费2万元: the amounts are parts of it.
USED_FOR = re.compile(r"^[，,\s]*主要(?:是)?用于[：:]?(?=[^，,。；;、]{2,14}$)")
# After an amount: its own parts follow.
DIVIDES = re.compile(r"\s*[，,]?\s*(?:其中|包括|分别)")
PARTS = re.compile(
    r"^[，,；;\s]*(?:主要)?包括|其\s*中[：:，,]?|包括[：:]?$|包括：|分别(?:为|是)|具体包括|其构成|构成如下"
)
#: 收入包括：…；支出包括：…: each side lists its lines.
SIDE = re.compile(r"^[；;，,]?\s*(收入|支出)(?:主要)?包括")
#: 另外，…: what follows is no part of the list before it.
APART = re.compile(r"另外?|此外|除此之外|除上述(?:经费|支出|资金)?外")
VAGUE = re.compile(
    r"(?:平均|人均|每[人年月天次辆台个户季度]*|单价|(?<!最)近|超(?:出|过)?(?:年初|调整|全年)?(?:预算数?|任务|计划)?|不超过?|不低于|不少于|至少|以上|标准为?)$"
)
#: 比2025年年初预算数30385.62万元增加…: the number is the basis itself, and what follows at once is the change.
BASIS_AMOUNT = re.compile(rf"^\s*(?:{_UP}|{_DOWN})")
#: 较2024年预算的668.10万元 names no other line than the one compared.
STAGE_SAID = re.compile(r"(?:预算|决算|执行)数?的?")
#: 比上年1.43万元，增加0.68%: the rate after a change tells which way it went.
RATE_AFTER = re.compile(
    rf"^\s*[，,]\s*(?:同比)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|约|幅度|率|为)*\s*(?P<rate>\d+(?:\.\d+)?)\s*[%％]"
)
ABOUT_CHANGE = re.compile(
    rf"(?:{_UP}|{_DOWN}|变动|变化|增减|决算数?|预算数?|执行数?)?"
    r"(?:小于|大于|低于|高于|与|较|比|上年|年初|预算数?|决算数?|执行数?)*(?:有所|较大|的)*"
    rf"(?:{_UP}|{_DOWN}|变动|变化|增减|不同|差异|不一致)*(?:较多|较大|幅度较大)?(?:的|主要|其)*$"
)
