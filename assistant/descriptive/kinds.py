"""Which company, which school, which system: a text answers only where it prints the name of one."""

import re

_WHICH = r"(?:(?:哪|什么)(?:一|几|些|两|三)?(?:家|个|所|座|套|款|间)?的?|(?:具体)?(?:叫|是)?(?:什么|啥)名字?的?)"
_BEFORE = r"[^，,。；;？?|、]{0,6}?"
# What is asked for by its kind, and how the name of one ends; 某某律师事务所, not 律师事务所 alone.
_KINDS = (
    (
        r"公司|企业|事务所|供应商|厂家|厂商|商家|施工方|施工单位|承建方|中标方|中标单位|开发商|承包商|第三方|中介机构|代理机构",
        r"[\u4e00-\u9fff]{2,}(?:有限(?:责任)?公司|股份公司|集团|总公司|分公司)"
        r"|(?<![请托聘由经的])[\u4e00-\u9fff]{2,}(?<![请托聘由经的业方会])(?:律师|会计师|税务师)事务所",
    ),
    (r"银行", r"[\u4e00-\u9fff]{2,}银行"),
    (r"医院", r"(?<![各等县区市级])[\u4e00-\u9fff]{2,}医院"),
    (r"学校|大学|高校|学院|院校|中学|小学", r"[\u4e00-\u9fff]{2,}(?:大学|学院|中学|小学|党校|学校)"),
    (r"酒店|宾馆|饭店", r"[\u4e00-\u9fff]{2,}(?:酒店|宾馆|饭店)"),
    (
        r"系统|平台|软件|小程序",
        r"[\u4e00-\u9fffA-Za-z\d]{2,}(?<![本全各该等关业息化类的个需])(?:系统|平台|软件|小程序)(?=[、，,。；;）)”》\s等及和与（(]|$)",
    ),
    (r"品牌|型号|牌子", r"(?:品牌|型号)[:：为是]|[A-Za-z]{2,}[-\d]"),
)  # fmt: skip
_OWNERS = (re.compile(r"(?:谁|哪一?)家的?(?=[的房楼库地呢啊？?]|$)"), re.compile(_KINDS[0][1]))  # 租的是谁家的
_ASKED = (
    *((re.compile(f"{_WHICH}{_BEFORE}(?:{kinds})"), re.compile(names)) for kinds, names in _KINDS),
    _OWNERS,
    (
        # 向谁买服务, 给谁干
        re.compile(
            r"(?:向|跟|从|找|同|与|和)谁[^，,。；;？?]{0,6}?(?:买|购|租|订|签)|谁(?:来)?(?:承接|承包|中标)|"
            r"(?:给|请|让|雇|聘|委托)(?:了|的是)?谁(?:来|去)*(?:[干做办弄搞]|承|实施|运)|(?:包|委托)给了?谁"
        ),
        re.compile(
            rf"{_KINDS[0][1]}|[\u4e00-\u9fff]{{2,}}(?:协会|学会|商会|联合会|促进会|基金会|中心|大学|学院|医院|研究院|研究所|银行)"
        ),
    ),
)


_FILE = (
    re.compile(
        rf"{_WHICH}(?:一?[号份部])?(?:文件|文书|批文|批复|法律|法规|条例|规章|公文|文号)(?:的?(?:精神|要求))?"
        r"|哪(?:一?[个份部]|些|几[个份部])(?:通知|办法|规定|意见|文)"  # 用什么办法 asks how
        r"|(?:哪|什么)一?[号份部](?:文件?|批文|批复|法)?"
        r"|文号|(?:哪|什么)(?:一?部)?法(?![院庭官制规])"
    ),
    re.compile(r"《[^》]+》|[〔［\[【（(](?:19|20)\d\d[〕］\]】）)]\s*第?\d+号?"),
)
_ASKED = (*_ASKED, _FILE)
# Roads, dates and offices beside: a text that prints one answers with fewer of the words that are sought.
_SHOWN = (
    *_ASKED,
    (
        re.compile(r"(?:哪|什么)(?:一|两|几|些)?条?(?:马?路|街|道路|位置)(?:的?(?:交叉|交汇)?路?口)?|位于哪|地址|坐落"),
        re.compile(r"路口|位于|坐落|地处|[\u4e00-\u9fff]{2,}(?:路|街|大道|弄)(?:\d+号)?"),
    ),
    (
        re.compile(r"什么时候|什么时间|何时|哪[个一]?月|几月份?|几月几|截止到?(?:什么|哪|何)"),
        re.compile(r"\d{1,2}月|[一二三四]季度|[上下]半年|[年月]底"),
    ),
    (
        re.compile(r"(?:哪|什么)一?个(?:处|科|室|处室|科室|部门|机构)(?!罚|理)"),
        re.compile(r"[\u4e00-\u9fff]{2,}(?:处|科|室|办公室|中心|支队|大队)(?=[、，,。；;（(）)]|$)"),
    ),
)


def asking_phrases(question: str) -> list[str]:
    """The words that ask for a thing of some kind: 哪个文件, 哪两条马路的交叉口; they tell nothing of the matter."""
    return [found[0] for asked, _ in _SHOWN if (found := asked.search(question))]


def shows_what_is_asked(question: str, told: str) -> bool | None:
    """Whether a text prints one of each kind of thing that a question asks for; None where it asks for none."""
    asked = [names for asks, names in _SHOWN if asks.search(question)]
    return all(names.search(told) for names in asked) if asked else None


def names_what_is_asked(question: str, told: str) -> bool:
    """Whether a text prints the name of each kind of thing that a question asks to be named."""
    return all(names.search(told) for asked, names in _ASKED if asked.search(question))
