"""Which door a question goes through: figures, or words; and which kind of words."""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from assistant.lexicon import scan
from assistant.understand.words.signs_needed import signs_needed
from ingest.wording.glyphs import bare


class Door(StrEnum):
    """The kinds of answers in words."""

    WHY = "why"
    GOAL = "goal"
    DEFINE = "define"
    SECTION = "section"
    TEXT = "text"
    OUTSIDE = "outside"  # what no budget document holds: telephone numbers, persons, opinions, how to apply


@dataclass(frozen=True, slots=True)
class Section:
    """What people ask for with some words, and the headings it stands under."""

    id: str
    asks: tuple[str, ...]
    headings: tuple[str, ...]
    marks: tuple[str, ...] = ()  # words in the text itself that show it is of this kind

    def said_in(self, words: str) -> list[tuple[int, int]]:
        """Where a bare question asks for the section, longest wordings first."""
        signs = frozenset(words)
        near = (ask for ask in self.asks if signs_needed(ask).may_be_in(signs))
        return [found.span() for ask in near for found in _asking(ask).finditer(words)]


@cache
def _asking(ask: str) -> re.Pattern[str]:
    return re.compile(ask)


_FIGURES = re.compile(
    r"多少|(?<![哪这那好])几(?:个(?!大?(?:方面|部分|阶段|原因|步骤|板块|块|领域|环节)|婆[家婆])|[项家辆台条成倍名次场]|万|千|百|元|钱|多)|好多|金额|百分之|占比|比例|比重|最[高大多低小少贵]|排名|排第|"
    r"[前后第头][一二两三四五六七八九十\d]+[个项名大位家条笔](?!季度|月|原因|理由)|[从由][高多大低少小贵][到至往]|合计|总额|总和|平均|中位|谁[多少高低]|哪[个家项](?:更|最)?[多少高低大小]|"
    r"指标|目标值|相差|差额|超过[\d一二三四五六七八九十]|\d以上|\d以下|完成率|执行率|列出(?!国|境|访)|[\d一二两三四五六七八九十百千万亿](?:元|块)?钱?[，,]?(?:对吗|对不对|是吗)"
)
_AMOUNT = re.compile(
    r"百分之[\d一二三四五六七八九十百零.点]+[多余]?|(?:近|约)?(?:\d[\d.,]*|[零〇一二两三四五六七八九十几半][零〇一二两三四五六七八九十百千万亿几点]*)(?:多|来|余)?"
    r"(?:%|个?百分[点之][\d一二三四五六七八九十几.]*|分之[\d一二三四五六七八九十几]+|[成番](?!员)|倍|个?点(?!位)|(?:万|亿)[一二三四五六七八九](?![个项家名辆台条年月日期级类位次成])|(?:万|亿|元|块)+)"
    r"(?:还?要?多|左右|以上|出头|还不?止)?"
)
_FELL_OR_ROSE = (
    r"(?:[少涨跌砍缩]|掉[得了到成下]|快?要?没了|(?<![\d万亿元成倍%])多|[低高小大]于|不及|降(?!水|噪|尘|旗)|增(?![人资值设补员])|减(?![免刑灾排贫负税])|(?<![提抬])升(?![级旗]|降)|翻(?![译修新])|压(?!力|缩机)|下[降滑跌调行]|上[升涨调扬行]|走[低高]|锐|骤|猛|暴|激|"
    r"大幅|小幅|归零|清零|腰斩|见底|倍|成|%|变化|变动|持平|没变|不变|超支|超过?了?(?:年初)?预算|没(?:花|用)(?:完|到|满|足))"
)
_WHY = re.compile(
    r"为什么|为何|为啥|因为[啥什哪]|为的是?(?:啥|何|什么|哪样)|因何|为哪般|凭(?:的是)?(?:什么|啥)(?!文件|规定|政策|依据|来?立的?项)|原因|原故|缘由|由头|因由|原委|症结|缘何|缘起|何故|何以|理由|道理|什么缘故|缘故|动因|成因|起因|主因|诱因|根源|"
    r"根由|由来|来由|因素|考量|(?:卡|拖|耽误)在了?(?:哪|什么|啥)|(?:怎么|如何|怎样)考虑|出于(?:什么|何种?)|受(?:到)?(?:什么|哪些|何种?).{0,2}影响|由(?:什么|哪些|何).{0,4}(?:造成|导致|引起)|"
    r"(?:造成|导致|引起|引发|带来)的?[？?]?$|(?:怎么|咋).{0,4}(?:没有?|不再?|未)(?!同|一样|了$)|(?:怎么|咋)[^，,。？?]{0,12}(?:都|也)(?:没有?|不再?|未)(?!同|一样)|(?:怎么|咋)(?:都|还|会)?是(?:空|零|0)|(?:怎么|咋)(?:最后|到最后|后来|到头来|结果|实际上?)(?:又|却|还是?|反而)?[花用支多少涨降]|(?:怎么|咋)(?:会|反而|又|就|才|还|这么|那么|(?:比[^，]{1,6}|一下子?|几乎|差不多|基本上?|都|全|直接|突然|忽然)?"
    + _FELL_OR_ROSE
    + r")|(?:什么|啥|哪些?)[^，,。；;？?]{0,10}?(?:让|使|令|导致|害得|带得|推着)"
    + r"(?:它|其|这(?:笔|项|块)?(?:钱|支出|经费|预算)?)?[^，,。；;？?]{0,4}?"
    + _FELL_OR_ROSE
    + r"|"
    + _FELL_OR_ROSE
    + r".{0,14}(?:怎么(?:一?回事|解释|做到|来的|说$)|"
    + r"怎么(?:交代|说明的?$|写的?$|说的$|讲的$|表述)|咋回事|什么情况|什么说法|有何说法|说明一下|"
    + r"给个?(?:解释|说法|交代)|"
    + r"的解释|如何解释|作何解释|怎么讲|怎么个说法|图个?(?:什么|啥)|"
    + r"啥情况|啥说法|什么名堂|(?<!立项)(?<!政策)(?<!法律)(?<!文件)依据(?:是什么|是啥|何在|在哪)$)"
)
# A change that is stated, and what a guess at its reason, or the year before, asks behind it: 略有上涨，是添置了什么.
_STATED_CHANGE = (
    r"(?:略有?|有所|稍微?|微微?|猛|锐|骤|暴|激|小幅?|大幅?度?|明显|一下子|突然|忽然|几乎|差点)?"
    r"(?:上涨|上升|增加|增长|增多|下降|减少|下滑|上扬|走高|走低|清零|归零|腰斩|见底|缩水|翻[倍番]|少了|多了|多出|少掉|没了|砍掉|[涨跌砍缩降增减升翻]了?)"
    r"(?:了|不少|很多|好多|一些|一点|一截|一大截|[^，,。；;？?]{0,9}?(?:元|万|亿|%|成|倍|番|点|半|分之[一二三四五六七八九十\d])(?:多|左右|上下|以上)?)*"
)
_NO_STOP = "[^，,。；;？?]"
_GUESSED = rf"(?:是不是|是|又|还|难道|究竟|到底|主要|因为)+(?!谁|哪){_NO_STOP}{{0,7}}?"
_PAID_BEFORE = (
    rf"(?:去年|上年|上一年|前一年|头年|往年|原先|原来|之前|以前|那时){_NO_STOP}{{0,4}}?[那这钱款笔]{_NO_STOP}{{0,6}}?"
    rf"[付买花用干做办拨给支发搞弄]{_NO_STOP}{{0,3}}?"
)
# 涨了两成多，是哪家单位要换什么车: which of them, and what was done
_WHO_DID = (
    rf"(?:是|因为|主要|又|都)+(?:哪(?:一|几)?[家个所]|谁){_NO_STOP}{{0,6}}?"
    rf"[要想新准打得更换买添建修租招扩]{_NO_STOP}{{0,4}}?"
)
# 多了七千多万，钱都加到哪了; 少了一大截，砍在什么地方
_WHERE_MOVED = (
    r"(?:(?:这|那)?(?:笔|些)|(?:多|少|增加?|减少?|加|添|涨|砍)(?:出来|出|掉|了)?的(?:那些|那?部分)?)?(?:钱|经费|预算|资金)?(?:都|全|主要|又|到底|究竟|多|是)*[加添增多砍减省少]在?[到进]?了?"
    r"(?:哪|什么地方|哪些地方|啥地方)"
)
# 涨了3.5%，除了结余多了，还有什么: what else there is behind it
_BESIDES = rf"(?:除了?{_NO_STOP}{{2,20}}[，,]?)(?:还|另外|此外)(?:有|因为|靠|是)*"
_BEHIND_CHANGE = re.compile(
    rf"(?<={_NO_STOP}){_STATED_CHANGE}[，,。；;]"
    rf"(?P<asked>{_BESIDES}(?:什么|啥|哪些)(?!项目|科目|单位|部门|经费|支出|费用)的?{_NO_STOP}{{0,12}}"
    rf"|{_WHERE_MOVED}(?:[里儿些]|一?块|方面|地方|上头?|去|了)*"
    rf"|{_WHO_DID}(?:什么|啥|哪种){_NO_STOP}{{0,4}}|(?:{_GUESSED}|{_PAID_BEFORE}|(?:钱|经费|预算)?[多少]?[花用]在?了?)(?:什么|啥|谁|哪){_NO_STOP}{{0,4}})[？?。]?$"
)
_STOPS = re.compile(r"[，,。；;？?！!]")
_RAW_COUNT = re.compile(r"(?:多少|几)[个家分座所]|(?:机构|处室|科室|单位|[处科])(?:一共|总共|共)?[有是](?:多少|几)个?$")
_TOLD = re.compile(r"是多少|有?多高|分$")  # of a section that is no list of bodies: what the score or the term is
_YES_NO_OF_AMOUNT = re.compile(r"\d[\d.]*[万亿元%].*吗$")
LIST_OUT = re.compile(r"(?:都|请|给我|帮我|全部?|一一|逐一)*(?:列|罗列)(?:出来?|举出来?|一下|个单子?)$")
_TOTALS = re.compile(r"合计|总额|总和")  # name a line where its reason is asked for
_CHANGE = re.compile(
    r"增|减|降|涨|升|少|多|高|低|变|砍|缩|差|超|[上下]调|调[增减高低整]|(?<![\d.])0(?![\d.])|空|没|未|[上下][去来]了|往[上下]"
)
STILL = r"(?:每年|年年|连年|长年|总|都|一直|老是?|还|非|又|就)*"  # 为什么每年都要: what stands between why and a need
_GOAL = re.compile(
    rf"为(?:什么|何|啥){STILL}(?:要|需要|得|请)|"
    r"(?:(?<![这那])是为|为了)(?:啥|何|什么)|为的是(?:啥|何|什么)|图个?(?:什么|啥)|图的(?:就|都)?是个?(?:什么|啥)|(?:什么|啥|哪些|何)(?:好处|用处|益处|帮助)|达成(?:什么|哪些|啥|何)|意图|初衷|用意|意义|宗旨|出发点|着眼|投向|投到|用处|打造(?:什么|哪些|成)|办成|花在(?:什么|哪)|(?:要|想|会|能|来|去|了)(?:完成|做到|做成|干成|办成|弄成|实现)(?:些|点)?(?:什么|哪些|啥|怎样|何)|(?:什么|啥)用场|花到(?:什么|哪|何)|"
    r"(?:出|形成|交|产生)(?:出|上|来)?(?:一?[个份些样])?(?:什么|啥|哪些)(?:样的?)?成果|"
    r"绩效目标(?!表)|总体目标|年度目标|项目目标|预期目标|目标(?:是|$)|的目标|想达到|(?:达到|实现|起到|收到|见到|有)(?:什么|啥|哪些|怎样的?)(?:样)?的?(?:效果|成效|目标|结果)|(?:达到|实现)(?:什么|啥)|(?<![项科条题栏])目的|用途|用来|用于[什啥哪]|"
    r"用在|花在|用到哪|[干做办弄搞整]了?(?:些|点)?(?:什么|啥|嘛)事?用?|[干做办]了?哪些(?:事|活)|(?:[要想拿来去]|用来)买(?:些|点)?(?:什么|啥)|(?:开销|开支)在|解决(?:什么|哪些)|为了什么|什么作用|作用(?:是|在于|何在|有哪些|$)|什么用(?:处|途)?$|能解决|(?:完成|做到|做成|干成|办成|实现|取得|达成)了(?:些)?(?:什么|啥|哪些)"
)
_DEFINE = re.compile(
    r"(?:都|主要)?[包]?含(?:哪些|什么|啥)|什么意思|啥意思|何意|什么概念|概念是|怎么讲$|给(?:谁|什么人|哪些人)|从(?:哪里|哪儿|哪)来|[是指讲说算]的?是?(?:些|哪(?:一|几)?[些类种样项块笔])?(?:什么|啥)?样?的?(?:钱(?!花|用)|收费)|指的?是?(?:什么|啥|哪)|含义|定义|什么是|何谓|何为|什么叫|叫做?什么意思|怎么理解|名词解释|"
    r"(?:反映|包括|包含|涵盖)(?:的是|了|着|进|些|到)*(?:什么|哪些|哪几?[类种样项块]|啥)|主要包括|区别|区分|差别|不一样|(?:有|什么|啥|何)不同|解释|发给谁|是(?:谁|哪些人|什么人)[交缴出掏付]的|是(?:哪些|哪几[种类项])[^，,。的]{0,4}(?:费|款|收入)$|(?:包括|包含).*吗$|是指|"
    r"(?:开支|支出|列支|使用|核算)范围(?:[是有为]|包括|都)*(?:哪些|什么|啥)|由(?:哪些|什么|啥)[^单部机]{0,6}(?:构成|组成)|"
    r"[讲说]的(?:又|到底|究竟)?是(?:什么|哪些|啥|花|用)|口径(?:是|怎么|如何|指)|(?:什么|啥|何种|哪种|哪个)(?:统计|核算|支出)?口径"
)
_MEANING = re.compile(
    r"[作做]何(?:解释|定义|理解)|[讲说]的(?:又|到底|究竟)?是(?:什么|啥)(?:意思|东西)?[呢啊呀]?$|(?:名词|术语|用语|概念|提法|[这那]个词|一词).{0,6}(?:解释|说明|定义|含义|[指讲说]的?)|(?:什么|啥)概念|(?:什么|啥)意思|何意|指的?是?(?:什么|啥)|含义|何谓|什么叫|名词解释|(?:怎么|如何|怎样|咋)(?:理解|界定|定义)|的定义|科目(?:支出)?(?:是|主要|都|究竟|到底|具体)*(?:用来|拿来)?(?:管|核算|记|装|反映)(?:的是|着|些|的)*(?:什么|啥|哪)"
)
# What a body does, where nothing but the body is named: 主要干些什么工作, 平时管哪些事, 负责啥.
_DOES = re.compile(
    r"(?:平时|平常|日常|主要|具体|到底|究竟|都|是|来|一般|的|地)*(?:负责|主管|分管|管理|管|干|做|忙|从事|承担|忙活)(?:的|些|一些|点|了|着|是|哪些|什么|啥|嘛|工作|"
    r"活儿?|事情?|业务|任务|方面|呢|啊|呀|用|个|机关|单位|部门)+"
)
# What it means that a form is left empty is told by the reason printed below it: 表空着是什么意思.
_EMPTY_FORM = re.compile(
    r"(?:表|栏|格|列|行)(?:里|上|中|都|全|怎么|为什么|格)*(?:是|为|全|一片)?(?:空[着白的]?|没有?填?(?:数|内容))|空表|空白表|留空|空着"
)
_ASKED_AFTER = re.compile(r"什么|啥|哪些|嘛")
_TEXT = re.compile(
    r"(?:去|赴|前往)(?:的是)?哪(?!些?个?(?:单位|部门|项目|科目))|负责|管理(?:哪些|什么)|谁|叫做?(?:什么|啥)|咋[讲说写提]|(.)[不没]\1|能否|可否|是不是|(?:关注|注重|聚焦|针对|围绕)(?:什么|哪)|哪些(?:人|领导|客人|专家|嘉宾|老板)|(?:客人|来宾|宾客|来客|访客|嘉宾)(?:都|主要|又)*(?:是|有|为|来自)(?:谁|哪|什么)|几级(?=$|[呢啊的])|什么人|怎么|如何|怎样|(?:几|多少)个?大?(?:方面|部分|阶段|步骤|板块|领域|环节)|几大块|"
    r"准备|打算|计划(?:做|怎么)|规划|吗$|[用过了有].{0,8}没有?[呢啊]?$|[回完到好成掉出上住]没有?[呢啊]?$|哪[几俩两]|是否|有没有|是不是|问题(?:主要|都|分别|具体|又)*(?:是(?:什么|啥|哪些)|有(?:哪些|什么|啥))|什么(?:问题|内容|措施|要求|改革|工作|方式|讲究|名堂|门道)|是(?:一?[个种款项套])?(?:什么|啥)样?的?(?:服务|平台|系统|东西|机构|组织|活动|工程|计划|制度|机制|模式|软件|体系|行动)|哪些(?:内容|措施|工作|要求|方面|地方|事|活|环节|做法|举措|规矩|科室|处)|"
    r"(?:做|干|办|搞|抓|添|建|审|查|用|花)(?:哪些|些什么|什么)|什么(?:地方|时候|时间|动作|举措|安排|打算|考虑|规定|规矩|办法|特点|变化)|有何|几月|多少分|得分|处理|在哪|哪里|何处|介绍|讲讲|说说|公开|覆盖|(?:重点|侧重点?|方向|对象|路子|思路|打法|抓手)(?:主要)?(?:[是在为]|放在)?(?:什么|啥|哪|谁)|"
    r"(?:方式|办法|做法|对象|重点|事项|措施|举措|体制|机制|思路|方向|内容|流程|地址|地点|位置|选址|(?:审计|工作|监督|检查)(?:计划|安排))$"
)
# Asks for the document, policy or rule behind a thing, never for its money: 根据哪个文件搞的, 凭哪份文件发放.
_BASIS = re.compile(
    r"(?:(?:根据|依据|依照|按照|遵照|参照|按|凭|照|执行)(?:的是|的|了)?(?:哪|什么|啥|何)[一几些两]?[个份项部条号类种]?|哪一?[份部号]|哪[一几些两]?[个项条]"
    r"(?:上级|中央|国家|省里?|市里?)?的?)(?:文件|文(?=[件号搞发办来])|政策|规定|办法|条例|通知|意见|法律|法规|法|制度|方案|精神|依据)(?![一-龥]{0,4}(?:项目|经费|支出|培训))"
    r"|(?:政策|文件|法律|法规|制度|立项)依据|文号|发文(?:字号|单位|机关)"
)
# One of two ways that a text tells: 线上讲还是线下讲; amounts are compared by others.
_EITHER = re.compile(
    r"^(?!.*(?:[多少高低大小贵增减涨降花超升]|\d)).*(?<!或)[是在用]?[\u4e00-\u9fff]{2,8}还是[\u4e00-\u9fff]{2,8}$"
)
_OUTSIDE = re.compile(
    r"(?:主任|局长|书记(?!员)|处长|科长|院长|厅长|市长|负责人|(?<![归受由属]谁)领导|法人|法定代表人|联系人).{0,3}(?:是谁|叫什么|姓什么|哪位|名字|电话|几[位个名]|分管)|电话(?!费|打进|机|会议|接|线|系统|热线|.{0,8}(?:比例|率|几成|(?:几|多少|少于|低于)(?:人?次|通|个来电))|[这那]?[类种块笔项]?的?(?:开销|开支|支出|花销|花费|钱))|邮箱|"
    r"哪[几两一]?位(?:专家|领导|教授|律师|学者|老师|同志|嘉宾|作家|艺术家|医生|法官)|(?:专家|人才|人员|职工|干部|学员|老师|教授|嘉宾|劳模|学生|村民|获奖者|当事人|志愿者)们?(?:们|都|各|分别)*(?:叫什么|姓甚|姓名|的?名字|名单)|"
    r"网址|地址在|怎么(?:走|申请|办理|报名|投诉)|如何(?:申请|办理|报名|投诉)|哪里(?:可以)?(?:下载|申请|办理|看到|查询)|好不好[呢啊呀]?[？?]?$|合不合理|(?:工资|福利)待遇|待遇(?:怎么样|如何|好)|(?:^(?!.*(?:谁[来去在]|由谁|归谁|哪[个一几]{0,2}[处科部]))).*(?<!结果)(?<!得)怎么样[？?]?$|"
    r"是否合理|合理吗|太[多少高低][了吗]|过[多少高低][了吗]|值不值|合适吗|浪费吗|够不够|应不应该|该不该|怎么看|评价一下|你觉得|你认为|(?<!影响)天气|股价|预测"
)


def door_of(question: str) -> Door | None:
    """The door of a question in bare or spoken form; None where it asks for figures (or for both)."""
    words = bare(question)
    sections = sections_asked(words) or sections_asked("|".join(map(bare, _STOPS.split(question))))  # 谁来干，怎么干
    if _OUTSIDE.search(words) and not any(section.id == "evaluation" for section in sections):
        return Door.OUTSIDE
    why = _WHY.search(words) is not None or behind_change(question) is not None
    if _MEANING.search(words) and not _AMOUNT.search(words):
        return Door.WHY if _EMPTY_FORM.search(words) else Door.DEFINE
    if any(section.id in ("organisation", "units") for section in sections) and LIST_OUT.search(words):
        words = LIST_OUT.sub("", words)  # 有哪些下属单位，列出来
    if asks_figures(_TOTALS.sub("", without_amounts(words)) if why else words):
        # 有多少个内设机构 counts what only the text tells; an amount beside it makes it a question of figures.
        bodies = any(section.id in ("organisation", "units") for section in sections)
        told = _RAW_COUNT.search(words) or (not bodies and _TOLD.search(words))
        return Door.SECTION if sections and told and not scan(_without_kinds(words, sections)) else None
    if why and any(section.id in ("empty", "note") for section in sections):
        return Door.SECTION  # 哪些表是空的，理由怎么写: which they are comes first; a note tells why ends do not meet
    if why and not (_GOAL.search(words) and not _CHANGE.search(words)):
        return Door.WHY
    if _DEFINE.search(words) and not any(s.id in ("organisation", "units", "contractor") for s in sections):
        return Door.DEFINE
    if _GOAL.search(words) and not any(s.id in ("duties", "tasks") for s in sections):
        return Door.GOAL
    if sections:
        return Door.SECTION
    if asks_basis(words):
        return Door.TEXT
    if _TEXT.search(words) and not _YES_NO_OF_AMOUNT.search(words):
        return Door.TEXT
    if _EITHER.search(words) and not scan(words):
        return Door.TEXT
    return None


def asks_basis(words: str) -> bool:
    """Whether bare words ask for the document or rule that a thing rests on, and for no amount beside it."""
    return _BASIS.search(words) is not None and not asks_figures(_BASIS.sub("|", words))


def _without_kinds(words: str, sections: tuple[Section, ...]) -> str:
    """The words without those that ask for the sections: 监狱 in 几个监狱 is no line of a budget."""
    for section in sections:
        for start, end in section.said_in(words):
            words = words[:start] + "|" * (end - start) + words[end:]
    return words


def behind_change(question: str) -> str | None:
    """The clause that asks what lies behind a change stated before it: 略有上涨，是添置了什么."""
    found = _BEHIND_CHANGE.search(question)
    return found["asked"] if found is not None and not asks_figures(bare(found["asked"])) else None


def asks_figures(words: str) -> bool:
    """Whether a bare question asks how much, how many, or for the most."""
    return _FIGURES.search(words) is not None


def without_amounts(words: str) -> str:
    """A bare question without the amounts and rates it states: 近四成, 2.4万元, 零点几个百分点."""
    return _AMOUNT.sub("|", words)


@cache
def sections() -> tuple[Section, ...]:
    """The sections of disclosure documents that people ask for."""
    data = tomllib.loads(resources.files("assistant.lexicon").joinpath("sections.toml").read_text("utf-8"))
    return tuple(
        Section(
            key,
            tuple(sorted(entry["asks"], key=lambda ask: (-len(ask), ask))),
            *(tuple(map(bare, entry.get(part, []))) for part in ("headings", "marks")),
        )
        for key, entry in data.items()
    )


SO_MANY = re.compile(r"哪([一二两三四五六七八九十百\d]+)(?=[个家所座])")  # 设了哪三个处 asks as 哪几个处 does


def sections_asked(words: str) -> tuple[Section, ...]:
    """The sections a bare question (without the names of bodies) asks for; of wordings that overlap the longest."""
    words = SO_MANY.sub("哪几", words)
    spans = {section: section.said_in(words) for section in sections()}
    found = []
    for section, said in spans.items():
        others = [span for other, them in spans.items() if other is not section for span in them]
        if any(not any(a <= start and end <= b and b - a > end - start for a, b in others) for start, end in said):
            found.append(section)
    if any(section.id == "implementer" for section in found):
        found = [
            section for section in found if section.id != "organisation"
        ]  # 哪几个科室在办: who, not which there are
    if not found and _DOES.fullmatch(words) and _ASKED_AFTER.search(words):
        return tuple(section for section in sections() if section.id == "duties")
    return tuple(found)
