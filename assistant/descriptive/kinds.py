"""Which company, which file, which insurance: a text answers only where it prints one of the kind asked for.

What is asked to be named has to stand in what is quoted; a road, a date, an office that is asked for and printed lets a
text answer that holds fewer of the words sought. ``wanted_kind`` is the gate of figures.
"""

import re

# 服务哪些企业 asks for a class of them.
_SERVES = ("服务", "面向", "针对", "惠及", "支持", "扶持", "覆盖", "伺候", "帮扶", "帮助", "鼓励")
_WHICH = r"(?:(?:哪|什么)(?:一|几|些|两|三)?(?:家|个|所|座|套|款|间|本|种)?的?|(?:具体)?(?:叫|是)?(?:什么|啥)名字?的?)"
# 中介机构叫什么名字, 供应商都是哪几家: the kind ahead of what asks for the name.
_CALLED = (
    r"(?:又|都|各|分别|具体|到底)*(?:叫(?:做|个)?(?:什么|啥)|是哪[几些一两]*家|"
    r"的?(?:名字|名称|全称)(?:又|都|各|分别)*(?:[是叫]|有哪|[？?]|$))"
)
# What a system is for stands before its name ends: 资产管理信息系统维护, 支付系统升级.
_WORK_OF = (
    r"(?<![于的各类等及和与展强设])信息|管理|监测|监管|办公|业务|指挥|调度|审批|支付|申报|填报|分析|预警|查询|档案|服务"
)
# What is to be made is told by what it is like: 打造成什么样的品牌 asks for no make.
_MADE = ("打造", "打造成", "打造出", "建成", "建设成", "创建", "树立", "树立起", "培育", "形成", "擦亮", "叫响")
# 给哪些企业服务: the same, with the verb behind.
_SERVING = re.compile(
    r"(?:给|为|帮|替|对)(?:哪些|什么样?的?)[\u4e00-\u9fff]{0,4}?(?:企业|公司|学校|高校|医院|商家)"
    r"(?:来|去)?(?:提供|做)?(?:服务|帮扶|扶持|支持|补贴|补助|贴息|减负|撑腰|解困)"
)
_HUNG = ("挂", "挂的", "挂着", "挂了", "挂的是")  # 挂什么牌子 asks for an office beside, and for no make
_SERVED = "".join(f"(?<!{verb})" for verb in (*_SERVES, *_MADE, *_HUNG))
_BEFORE = r"(?:(?![科处]室|部门|来)[^，,。；;？?|、挂]){0,6}?"  # 哪些科室来落实中介机构的事 asks for no company
# What is asked for by its kind, and how the name of one ends; 某某律师事务所, not 律师事务所 alone.
_KINDS = (
    (
        r"公司|企业|国企|央企|民企|事务所|供应商|厂家|厂商|商家|施工方|施工单位|承建方|中标方|中标单位|开发商|承包商|第三方|中介机构|代理机构",
        r"[\u4e00-\u9fff]{2,}(?:有限(?:责任)?公司|股份公司|集团|总公司|分公司)"
        r"|(?<![请托聘由经的])[\u4e00-\u9fff]{2,}(?<![请托聘由经的业方会])(?:律师|会计师|税务师)事务所",
    ),
    (r"银行", r"[\u4e00-\u9fff]{2,}银行"),
    (r"医院", r"(?<![各等县区市级])[\u4e00-\u9fff]{2,}医院"),
    (r"学校|大学|高校|学院|院校|中学|小学", r"[\u4e00-\u9fff]{2,}(?:大学|学院|中学|小学|党校|学校)"),
    (r"酒店|宾馆|饭店", r"[\u4e00-\u9fff]{2,}(?:酒店|宾馆|饭店)"),
    (
        r"系统|平台|软件|小程序",
        r"[\u4e00-\u9fffA-Za-z\d]{2,}(?<![本全各该等关业息化类的个需])(?:系统|平台|软件|小程序)(?=[、，,。；;）)”》\s等及和与（(]|$)"
        rf"|[\u4e00-\u9fff]{{2}}(?:{_WORK_OF})(?:系统|平台)(?=[、，,。；;）)”》等及和与（(]|维护|运维|升级|改造|项目|$)",
    ),
    (r"品牌|型号|牌子", r"(?:品牌|型号)[:：为是]|[A-Za-z]{2,}[-\d]"),
    (r"刊物|杂志|期刊|报刊|报纸|内刊|出版物", r"《[^》]{2,}》"),
    (r"车型|款式", r"车型[:：为是]|轿车|越野|商务车|客车|货车|皮卡|面包车|SUV|MPV|中巴"),
)  # fmt: skip
_OWNERS = (re.compile(r"(?:谁|哪一?)家的?(?=[的房楼库地呢啊？?]|$)"), re.compile(_KINDS[0][1]))  # 租的是谁家的
_WORKS = (
    rf"{_KINDS[0][1]}|[\u4e00-\u9fff]{{2,}}"
    r"(?:协会|学会|商会|联合会|促进会|基金会|中心|大学|学院|医院|研究院|研究所|银行)"
)
_BODIES = (
    *(
        (re.compile(f"{_SERVED}{_WHICH}{_BEFORE}(?:{kinds})|(?:{kinds})({_CALLED})"), re.compile(names))
        for kinds, names in _KINDS
    ),
    _OWNERS,
    (
        # 向谁买服务, 给谁干
        re.compile(
            r"(?:向|跟|从|找|同|与|和)(?:谁|哪一?[家个](?:社会)?(?:组织|机构|单位|协会)?)[^，,。；;？?]{0,6}?(?:买|购|租|订|签)|谁(?:来)?(?:承接|承包|中标)|"
            r"(?:给|让|委托)(?:了|的是)?谁(?:来|去)*(?:[干做办弄搞]|承|实施|运)|(?:包|委托)给了?谁"
        ),
        re.compile(_WORKS),
    ),
    (
        # 请谁来做: persons are hired as what they are, too (聘请法律顾问)
        re.compile(r"(?:请|雇|聘)(?:了|的是)?谁(?:来|去)*(?:[干做办弄搞]|承|实施|运)"),
        re.compile(
            rf"{_WORKS}|(?:聘请|邀请|聘用|外聘|特约)[\u4e00-\u9fff、“”]{{0,10}}?(?:顾问|专家|律师|教授|学者|讲师|教师|会计师|审计员|调解员|监督员)"
        ),
    ),
)


_FILE = (
    re.compile(
        rf"{_WHICH}(?:一?[号部])?(?:文件|文书|批文|批复|法律|法规|条例|规章|公文|文号)(?:的?(?:精神|要求))?"
        r"|(?<![用靠拿过取以])哪(?:一?[个份部]|些|几[个份部])(?:通知|办法|规定|意见|文)"  # 用什么办法 asks how
        r"|(?:哪|什么)一?[号部](?:文件?|批文|批复|法)?"
        r"|文号|(?:哪|什么)(?:一?部)?法(?![院庭官制规])"
    ),
    re.compile(r"《[^》]+》|[〔［\[【（(](?:19|20)\d\d[〕］\]】）)]\s*第?\d+号?"),
)
_UNIT = (
    re.compile(r"(?:事业|下属|所属|直属|二级|基层)(?:预算)?(?:单位|机构)[^。？?]{0,6}?(?:都|分别)?(?:名字)?叫(?:什么|啥|做什么)(?:名字)?"),
    re.compile(r"[\u4e00-\u9fff]{4,}(?:中心|站|所(?![属在有])|院|馆|大队|支队|总队|学校|学院|监狱|服务队)"),
)  # fmt: skip
# 哪份东西 may be a paper of the body's own, which has no number.
_PAPER = (
    re.compile(r"(?:哪|什么)(?:一|几|两|些)?份(?:东西|文件|材料|文书|制度|办法|规定|文)?|(?:什么|啥)(?:制度|细则)"),
    re.compile(
        rf"{_FILE[1].pattern}|[\u4e00-\u9fff]{{2,}}(?:细则|办法|规定|条例|方案|规划|纲要|意见|通知|制度|清单|指引|规程|标准|准则|决定|批复|要点|报告)"
    ),
)
# 是哪几个项目的: some have to be named, one after another or in quotes.
_PROJECTS = (
    re.compile(r"(?:是|为|指|有)哪(?:几|些|两|三)个(?:具体)?项目(?:的|[？?呢啊]|$)"),
    re.compile(r"[“《][^”》]+[”》]|项目[：:]|[\u4e00-\u9fff]{3,}[、和及][\u4e00-\u9fff]{2,}(?:项目|工程)"),
)
# Which office, or those that stand elsewhere: a body's own name, or its other offices, are no answer.
_OFFICE = (
    re.compile(r"(?:哪|什么)(?:一|几|些)?个?(?:处|科)室?(?![罚理研学技长目])"),
    re.compile(r"[\u4e00-\u9fff]{2,}(?:处|科|室|部|中心|支队|大队)(?=[、，,。；;（(）)\n]|$)"),
)
# Under whom a body stands, and not those below it: 对区里的审计部门怎么管，归谁领导.
WHO_LEADS = (
    r"(?:(?:归|受|由|属)(?:谁|哪一?[个级家]?(?:部门|单位|机构|政府)?)来?(?:直接)?领导(?![区县各下])"
    r"|(?:上头|上面|顶上|头上|上级|顶头上司)(?:到底|究竟)?(?:是|归|由)?(?:谁|哪一?[个级家](?:部门|单位|机构)?)"
    r"|听(?:谁|哪一?[个级家](?:部门|单位)?)的|(?:上头|上面|顶上|头上)?(?:还|又|都|一共)*(?:有|是)?(?:几|哪几|多少|哪些|什么)个?婆[家婆])"
)
LED = (
    re.compile(rf"^(?!.*(?:各区|区[里县级]|县[里级区市]|下级|基层|区审计)).*{WHO_LEADS}"),
    re.compile(
        r"(?:双重)?领导(?:体制|关系|机制)|(?:共同|双重)领导(?![区县各下])|(?:受|在|接受)[\u4e00-\u9fff、和]{2,20}(?:的)?(?:统一|双重|直接)?领导"
    ),
)
# Where things went that a body had: 车都弄到哪儿去了; money that went is spent.
_GONE = (
    re.compile(
        r"^(?!.*(?:钱|经费|资金|款|预算|出国|考察|出访|学习|培训))"
        r".*(?:都|全|原来的|以前的|原先的)[^，,。；;？?]{0,3}(?:去|到|弄|搬|搞|送|交|转|归)(?:到|给|往)?了?(?:哪(?:儿|里|去|边|家)?|什么地方|谁)(?:去|了|呢|啦)*(?=$|[，,。；;？?])"
    ),
    re.compile(r"移交|划转|划归|划给|移送|调拨|处置|报废|拍卖|上交|收归|转交|转给|统一管理"),
)
# Offices within a body: the units under it are none.
_WITHIN = (
    re.compile(
        r"内设|内部(?:机构|处室|科室|股室)|(?:设了?|有|分)(?:哪[些几]?|几|多少|什么)[个]?(?:处|科)室?(?![罚理研学技长])|哪些(?:处|科)室"
    ),
    re.compile(r"内设|内部机构|[\u4e00-\u9fff]{2,}(?:处|科|室|股)(?=[、，,。；;（(）)\n]|$)"),
)
_SENT_OUT = (re.compile(r"(?:派[出驻]|外派)[^，,。；;？?]{0,4}(?:处|机构|单位|组)"), re.compile(r"派[出驻]"))
# How a thing is done: more than that it is done; the rest of the words has to be held all the same.
_MEANS = (
    re.compile(r"(?:用|采取|采用|靠|通过|以|拿)(?:了|的是)?(?:哪[些几种个]*|什么样?的?|啥)(?:办法|方式|方法|法子|手段|途径|形式|招数?)"),
    re.compile(r"采取|采用|通过|运用|利用|借助|依托|开展|方式|形式|方法|手段|途径|机制|以[^，。；]{2,12}(?:为|来|促)"),
)  # fmt: skip
# Where an event is held, and whose a matter or a body is.
_VENUE = (
    re.compile(r"在(?:哪|什么地方|何处|何地)(?:里|儿|个地方|个城市)?(?:来|去)?(?:举办|召开|举行|办(?!理|[证案公])|开班?(?=$|[？?的])|上课)"),
    re.compile(r"酒店|宾馆|党校|学院|大学|基地|会议室|礼堂|剧院|体育馆|展馆|地点|赴|前往"),
)  # fmt: skip
_OWNER = (
    re.compile(r"(?:归|由|属)(?:谁|哪一?[个家]?(?:部门|单位|科室|机构|[处科局]))(?:来|在)?(?:直接)?(?:管|主管|负责|管理)(?![的着])|(?<!让)谁(?:来|在|去)?(?:管(?![理用着])|主管|负责|牵头)"),
    re.compile(r"负责|主管|承担|牵头|归口|隶属|指导|监督|组织|统筹|执行|实施|[处科室](?=[、，,。；;）)]|$)|办公室"),
)  # fmt: skip
_NAMED = (*_BODIES, _FILE, _PAPER, _UNIT, _PROJECTS, _OFFICE)
_JOURNEY = (
    # 出国打算去哪: where a journey goes, not where money went
    re.compile(
        r"(?:出国|出境|考察|出访|访问|交流|出差|学习)[^。；]{0,12}?((?:去|到|赴)了?(?:哪[里儿些几个一两二三]*(?:国家|地方)?|什么地方|什么国家))|"
        r"((?:去|到|赴)(?:哪[里儿些几个一两二三]*(?:国家|地方)?|什么地方|什么国家))[^。；]{0,8}?(?:考察|出访|访问|学习|交流|参展)"
    ),
    re.compile(r"赴|前往|出访|去往"),
)
_COUNTRY = (
    re.compile(r"(?:哪[一几些两二三]*个?|什么)国家(?![级机])"),
    re.compile(
        r"[美英法德俄韩泰]国|日本|新加坡|新西兰|澳大利亚|加拿大|荷兰|瑞[士典]|丹麦|挪威|芬兰|西班牙|葡萄牙|意大利|奥地利|比利时|爱尔兰|波兰|"
        r"匈牙利|捷克|希腊|土耳其|以色列|阿联酋|沙特|埃及|南非|肯尼亚|印度|马来西亚|越南|菲律宾|老挝|柬埔寨|缅甸|斯里兰卡|蒙古|哈萨克|乌兹别克|"
        r"俄罗斯|白俄罗斯|塞尔维亚|巴西|阿根廷|智利|秘鲁|墨西哥"
    ),
)
_SHOWN = (
    *_NAMED,
    (
        re.compile(r"(?:哪|什么)(?:一|两|几|些)?条?(?:马?路|街|道路|位置)(?:的?(?:交叉|交汇)?路?口)?|位于哪|地址|坐落|(?:[馆楼场站厂院园厅]|中心|基地|用房|工程|项目|办公)[\u4e00-\u9fff]{0,3}?在(?:哪(?!一?[个些几家])|哪个地方|什么地方|何处|何地)|(?:位置|地点|选址|工地|地块)[在是]?(?:哪|什么)"),
        re.compile(r"路口|位于|坐落|地处|[\u4e00-\u9fff]{2,}(?:路|街|大道|弄)(?:\d+号)?"),
    ),
    (
        re.compile(
            r"(?:(?:在|赶在)?(?:几月份?|哪[个一]?月份?|什么时候|啥时候|什么时间|何时|哪天|几号)底?(?:之?前|以前|截止)"
            r"|什么时候|啥时候|什么时间|何时|哪[个一]?月|几月份?|几月几|截止到?(?:什么|哪|何))(?:底|份)?"
        ),
        re.compile(r"\d{1,2}月|[一二三四]季度|[上下]半年|[年月]底|(?:19|20)\d\d年?度?[-—~－至到](?:19|20)?\d\d"),
    ),
    (
        # how often
        re.compile(r"(?:多久|多长时间|隔多久|几[天周月年])[^，,。；;？?]{0,4}(?:一|几)[次回]|(?:每[年月季]|一[年月])几[次回]"),
        re.compile(r"[按每逐分][半]?(?:季|月|年|周|日|旬|学期)|一(?:季度?|个?月|年|周)一|(?:年|月|季|半年|两月)[内一]?次|\d+[次回]"),
    ),
    (re.compile(r"(?:哪|什么)(?:一|几|两|些)?个?年(?:份|度)?的?"), re.compile(r"(?:19|20)\d\d年")),
    (
        re.compile(r"(?:哪|什么)一?个(?:处|科|室|处室|科室|部门|机构)(?!罚|理|目)"),
        re.compile(r"[\u4e00-\u9fff]{2,}(?:处|科|室|办公室|中心|支队|大队)(?=[、，,。；;（(）)]|$)"),
    ),
    (
        re.compile(r"(?:什么|啥|哪[一几些两]?[种个项]?)(?:保险|险(?![情些要阻])(?:种)?)"),
        re.compile(r"(?:养老|医疗|工伤|失业|生育|意外|责任|商业|补充|社会)保险|[^保风危]险(?=[、，,。；;）)])"),
    ),
    (re.compile(r"(?:哪[一几些两三]?|什么)个?率(?!先)"), re.compile(r"[\u4e00-\u9fff]{2}率")),
    (
        # how well a building is proof against fire or shock
        re.compile(r"(?:防火|耐火|抗震|地震|防水|安全|烈度|防护|等级保护|等保)[^，,。；;？?]{0,6}(?:几|哪一?|什么|多高)(?:个)?等?[级度类]"),
        re.compile(r"[一二三四五六七八九十\d]\s*[级度类]"),
    ),
    (
        re.compile(r"^(?!.*(?:防火|耐火|抗震|地震|防水|烈度|等保|等级保护)).*?(?:(?:行政)?(?:什么|啥|哪一?个|多高的?|几)(?:行政)?级别?(?![的教])|(?:行政|机构)?(?:级别|规格)(?=是?(?:什么|多高|几|啥|$)))"),
        re.compile(r"[正副省厅地司县乡][部省厅局处科县乡股]级"),
    ),
    (
        re.compile(r"(?:用|按|靠)?(?:的是)?(?:什么|哪个|啥)公式|公式|(?:怎么|如何|怎样|咋)(?:算|计算|换算)(?:出来|得来|得出)?(?:的|来的)?"),
        re.compile(r"[=＝÷×*]|[/／](?!\d)|除以|之比|占[^，。；]{2,}的?(?:比|百分)"),
    ),
    (
        re.compile(r"[成出份](?:一[个份本套])?(?:什么|啥)(?=来|去|$|[，,？?]|以)"),
        re.compile(r"清单|手册|台账|目录|汇编|指引|指南|名录|报告|案例|规范|标准|图谱|模型|数据库|格局"),
    ),
    _JOURNEY,
    _COUNTRY,
    (
        re.compile(r"(?:哪|什么)(?:一|几|两|些)?个?[县村镇乡]"),
        re.compile(r"[\u4e00-\u9fff]{2,}(?<!农)[县村镇乡](?![市区级局])"),
    ),
    (
        re.compile(r"(?:有|是)?多大(?:规模|金额)?的?|多高的"),
        re.compile(r"\d[\d,.]*\s*(?:[万亿]?元|平方米|公顷|亩|人|户|层|米)"),
    ),
    (re.compile(r"(?:什么|啥|哪[些个几]?)(?:奖项?|荣誉|称号)"), re.compile(r"奖(?!金|惩|励)|荣誉|称号|先进")),
    (re.compile(r"(?:什么|啥|哪[些个几]?)(?:证书?|资格|职称)"), re.compile(r"证书|资格|职称|[会计师]证|许可证")),
    (
        re.compile(r"(?:哪|什么)(?:一|几|两|些)?个?(?:网站|网址|网|渠道)(?!络|格|点)"),
        re.compile(r"网站|官网|门户网|公众号|\.gov|平台"),
    ),
)  # fmt: skip


def asks_journey(question: str) -> bool:
    """Whether a question asks where a journey goes: a text that tells where tells of the journey itself."""
    return any(asks.search(question) for asks, _ in (_JOURNEY, _COUNTRY))


def shows_a_journey(told: str) -> bool:
    """Whether a text tells of a journey: 赴新加坡开展招商推介."""
    return any(shown.search(told) for _, shown in (_JOURNEY, _COUNTRY))


def asking_phrases(question: str) -> list[str]:
    """The words that ask for a thing of some kind: 哪个文件, 哪两条马路的交叉口; they tell nothing of the matter."""
    return [found[found.lastindex or 0] for asked, _ in _SHOWN if (found := asked.search(question))]


def kinds_asked(question: str) -> tuple[re.Pattern[str], ...]:
    """How the names look of each kind of thing that a question asks for."""
    question = _SERVING.sub("", question)
    return tuple(names for asks, names in _SHOWN if asks.search(question))


def kinds_preferred(question: str) -> tuple[re.Pattern[str], ...]:
    """How texts look that tell what a question asks for: of those that hold its words alike one of these is meant."""
    gates = (LED, _GONE, _WITHIN, _SENT_OUT, _MEANS, _VENUE, _OWNER)
    return (*kinds_asked(question), *(names for asks, names in gates if asks.search(question)))


def shows_what_is_asked(question: str, told: str) -> bool | None:
    """Whether a text prints one of each kind of thing that a question asks for; None where it asks for none."""
    asked = (*kinds_asked(question), *(names for asks, names in (LED, _GONE) if asks.search(question)))
    return all(names.search(told) for names in asked) if asked else None


def names_what_is_asked(question: str, told: str) -> bool:
    """Whether a text prints the name of each kind of thing that a question asks to be named."""
    question = _SERVING.sub("", question)
    return all(
        names.search(told)
        for asked, names in (*_NAMED, LED, _GONE, _WITHIN, _SENT_OUT, _MEANS, _VENUE, _OWNER)
        if asked.search(question)
    )
