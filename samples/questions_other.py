"""Questions on reasons and texts, on the other departments, and those that no document answers."""

from decimal import Decimal

from samples import model_culture
from samples.emergency_reasons import REASONS
from samples.facts_emergency import facts
from samples.model_emergency import units
from samples.model_small import JUSTICE as JUSTICE_NAME
from samples.model_small import SCIENCE as SCIENCE_NAME
from samples.model_small import WATER as WATER_NAME
from samples.model_small import justice, science
from samples.questions import (
    BUDGET_2026,
    CULTURE,
    FINAL_2025,
    JUSTICE,
    SCIENCE,
    TARGETS,
    WATER,
    Case,
    listed,
    one,
    refused,
    several,
    signed,
    words,
)
from samples.small_books import project_amounts, public_of

CULTURE_NAME = model_culture.DEPARTMENT


def cases() -> list[Case]:
    """Reasons, descriptions, other departments and forms, comparisons between departments, refusals."""
    return [*_reasons(), *_texts(), *_culture(), *_science(), *_justice(), *_water(), *_departments(), *_refused()]


def _reasons() -> list[Case]:
    ask, why = "reason", REASONS["amount"]
    return [
        Case(ask, "应急管理局2026年收入预算为什么增加？", words("危险化学品企业安全风险智能化管控平台")),
        Case(ask, "2026年应急管理局公务接待费减少的原因是什么", words(why["host"], document=BUDGET_2026)),
        Case(ask, "应急管理局2026年三公经费为何增长？", words(why["public"], document=BUDGET_2026)),
        Case(ask, "为什么应急管理局2026年机关运行经费下降了？", words("过紧日子", document=BUDGET_2026)),
        Case(ask, "2025年应急管理局公务用车购置费减少的原因", words("上年购置的车辆已到位")),
        Case(ask, "应急管理局2025年决算数小于预算数的主要原因是什么？", words("公开招标节约资金", document=FINAL_2025)),
        Case(ask, "文化广电旅游局2026年财政拨款为什么比上年多？", words("基本陈列改造提升", document=CULTURE)),
        Case(
            ask,
            "Why did the 公务接待费 of 澜川市应急管理局 fall in 2026?",
            words(why["host"], document=BUDGET_2026),
        ),
    ]


def _texts() -> list[Case]:
    ask = "text"
    below = [unit.name for unit in units()[1:]]
    members = words(*below, document=BUDGET_2026)
    members["or"] = [listed(below), listed([unit.name for unit in units()])]
    return [
        Case(ask, "应急管理局的主要职责有哪些？", words("应急预案体系", "市级应急物资储备")),
        Case(ask, "应急管理局有多少个内设处室？", words("12个", **{"or": [one("12", "个")]})),
        Case(ask, "应急管理局部门预算包括哪些下属单位？", members),
        Case(ask, "什么是机关运行经费？", _running_cost()),
        Case(ask, "名词解释里“三公”经费指什么", words("因公出国（境）费", "公务接待费")),
        Case(ask, "航空护林飞行服务的绩效目标是什么？", words("2架直升机", "30分钟内起飞")),
        Case(ask, "市级救灾物资采购项目打算达到什么目标？", words("2万人紧急转移安置")),
        Case(ask, "山洪灾害监测预警设施维护项目是做什么的？", words("自动雨量站")),
        Case(ask, "基本陈列改造提升项目的立项依据是什么？", words("三年行动计划", document=CULTURE)),
        Case(ask, "博物馆陈列改造的实施周期", words("2026年3月至2026年12月", document=CULTURE)),
        Case(ask, "2025年应急管理局绩效自评结果怎么样？", words("96.85", document=FINAL_2025)),
        Case(ask, "What are the main duties of 澜川市应急管理局?", words("应急预案体系")),
    ]


def _running_cost() -> dict[str, object]:
    """Two departments define it, each in its own words."""
    expect = words("维持机关日常运转")
    expect["or"] = [words("日常公用经费")]
    return expect


def _culture() -> list[Case]:
    book, public = model_culture.book(), model_culture.public()
    ask = "second"
    return [
        Case(ask, "澜川市文化广电旅游局2026年收入总计多少元？", one(book.sum(), "元", document=CULTURE)),
        Case(ask, "文化广电旅游局2026年支出预算是多少万元", _spending()),
        Case(ask, "文化广电旅游局2026年事业收入有多少？", one("1260000", "元", document=CULTURE)),
        Case(ask, "文旅局2026年图书馆科目（2070104）支出预算", one(book.function("2070104"), "元")),
        Case(ask, "文化广电旅游局2026年博物馆（2070205）一般公共预算支出多少万元？", _museum()),
        Case(ask, "文化广电旅游局2026年基本支出合计", one(book.basic().sum(), "元", document=CULTURE)),
        Case(ask, "文化广电旅游局2026年三公经费预算数", one(public["total"], document=CULTURE)),
        Case(ask, "文化广电旅游局2026年公务用车运行费是多少？", one(public["run"], document=CULTURE)),
        Case(ask, "文化广电旅游局2026年机关运行经费预算多少", one("393.74", document=CULTURE)),
        Case(ask, "文化广电旅游局2026年政府采购服务预算", one("1420.33", document=CULTURE)),
        Case(ask, "文化广电旅游局2026年人员经费和公用经费分别是多少？", _staff()),
        Case(ask, "文化广电旅游局2026年政府性基金支出多少", one("0", "元", document=CULTURE)),
        Case(ask, "文化广电旅游局2026年公务接待费比2025年减少多少？", signed(Decimal("1.25"))),
        Case(ask, "文化广电旅游局编报绩效目标的项目有多少个？", one("12", "个", document=CULTURE)),
    ]


def _museum() -> dict[str, object]:
    expect = one("1848.64", document=CULTURE)
    expect["or"] = [one("1848.6358", document=CULTURE)]
    return expect


def _spending() -> dict[str, object]:
    """Printed in 元 in the tables and, rounded, in 万元 in the text."""
    expect = one("11378.31", document=CULTURE)
    expect["or"] = [one("11378.3123", document=CULTURE)]
    return expect


def _staff() -> dict[str, object]:
    basic = model_culture.book().granted().basic()
    staff = basic.economic("301") + basic.economic("303")
    return several((staff, "元"), (basic.sum() - staff, "元"), document=CULTURE)


def _science() -> list[Case]:
    book, public = science(), public_of(science())
    amounts = project_amounts(book)
    ask = "workbook"
    return [
        Case(ask, f"{SCIENCE_NAME}2026年收入总计是多少？", one(book.sum(), document=SCIENCE)),
        Case(ask, "科学技术局2026年重点研发计划补助多少钱", one(amounts["重点研发计划补助"], document=SCIENCE)),
        Case(ask, "科技局2026年三公经费合计多少？", one(public["total"], document=SCIENCE)),
        Case(ask, "科学技术局2025年公务用车购置费预算是多少", one("21.80", document=SCIENCE)),
        Case(ask, "科学技术局2026年三公经费比2025年减少多少？", signed(Decimal("27.04"), document=SCIENCE)),
        Case(ask, "孵化载体公共服务2026年用事业收入安排了多少？", one("46.00", document=SCIENCE)),
        Case(ask, "科学技术局2026年科技成果转化与扩散支出", one(book.function("2060404"), document=SCIENCE)),
        Case(
            ask,
            "科学技术局2026年金额最高的三个项目是哪些？",
            listed(sorted(amounts.items(), key=lambda pair: -pair[1])[:3], ordered=True),
        ),
    ]


def _justice() -> list[Case]:
    book = justice()
    ask = "word"
    return [
        Case(ask, f"{JUSTICE_NAME}2026年收入预算多少万元？", one(book.sum(), document=JUSTICE)),
        Case(ask, "司法局2026年法律援助办案补贴预算", one("468.75", document=JUSTICE)),
        Case(ask, "司法局2026年公共安全支出占比是多少？", one("79.88", "%", document=JUSTICE)),
        Case(ask, "司法局2026年政府采购预算多少", one("386.50", document=JUSTICE)),
        Case(ask, "司法局2026年公务接待费是多少万元？", one("4.35", document=JUSTICE)),
        Case(ask, "司法局2026年因公出国（境）费是多少", one("0", document=JUSTICE)),
        Case(ask, "人民调解员以案定补项目的绩效目标是什么？", words("97%", document=JUSTICE)),
        Case(ask, "什么是人民调解员以案定补？", words("难易程度", document=JUSTICE)),
    ]


def _water() -> list[Case]:
    ask = "scan"
    empty = words("空白", document=WATER)
    empty["or"] = [refused(), words("未填"), words("没有填"), words("未列")]
    return [
        Case(ask, f"{WATER_NAME}2026年收入总计是多少？", one("12387.42", document=WATER)),
        Case(ask, "水务局2026年农林水支出预算", one("9864.37", document=WATER)),
        Case(ask, "水务局2026年政府性基金预算拨款收入多少？", one("1250.00", document=WATER)),
        Case(ask, "水务局2026年住房保障支出是多少", one("402.18", document=WATER)),
        Case(ask, "水务局2026年单位资金收入多少？", empty),
    ]


def _departments() -> list[Case]:
    hosts = [
        ("应急管理局", facts("amount").host),
        (CULTURE_NAME, model_culture.public()["host"]),
        (SCIENCE_NAME, public_of(science())["host"]),
        (JUSTICE_NAME, public_of(justice())["host"]),
    ]
    hosts.sort(key=lambda pair: -pair[1])
    publics = facts("amount").public, public_of(science())["total"]
    ask = "departments"
    highest = words("应急管理局")
    highest["or"] = [one(facts("amount").public), listed([("应急管理局", facts("amount").public)])]
    return [
        Case(ask, "2026年各部门公务接待费从高到低排一下", listed(hosts, ordered=True)),
        Case(ask, "2026年哪个部门的三公经费最多？", highest),
        Case(
            ask,
            "应急管理局和科学技术局2026年三公经费分别是多少？",
            several((publics[0], "万元"), (publics[1], "万元")),
        ),
        Case(ask, "2026年应急管理局的三公经费比科学技术局多多少？", signed(publics[0] - publics[1])),
        Case(
            ask,
            "2026年应急管理局收入总计是司法局的几倍？",
            one(Decimal("4.17"), "倍"),
        ),
    ]


def _refused() -> list[Case]:
    ask = "refusal"
    return [
        Case(ask, "应急管理局2023年收入预算是多少？", refused()),
        Case(ask, "应急管理局2027年三公经费预算是多少？", refused()),
        Case(ask, "澜川市教育局2026年支出预算多少？", refused()),
        Case(ask, "广州市应急管理局2026年收入预算是多少？", refused()),
        Case(ask, "应急管理局2026年轨道交通建设项目安排了多少钱？", refused()),
        Case(ask, "2026年危化品运输车辆补贴项目预算多少", refused()),
        Case(ask, "科学技术局2025年收入总计是多少？", refused()),
        Case(ask, "文化广电旅游局2025年决算支出是多少？", refused()),
        Case(ask, "城市内涝监测点建设（第三批）2025年预算是多少？", refused()),
        Case(ask, "应急管理局局长叫什么名字？", refused()),
        Case(ask, "你觉得应急管理局的预算合理吗？", refused()),
        Case(ask, "今天澜川市天气怎么样", refused()),
        Case(ask, "应急管理局科目2130305的预算是多少？", refused()),
        Case(ask, "What was the 2022 budget of 澜川市应急管理局?", refused()),
        Case(ask, f"{TARGETS.split('2026')[0]}2026年人均公务接待费是多少？", refused()),
    ]
