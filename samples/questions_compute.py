"""Questions that need arithmetic over printed figures of 澜川市应急管理局, and conversations."""

from decimal import Decimal
from statistics import median

from samples.facts_emergency import facts
from samples.model_emergency import Project, book, listed, units
from samples.money import ZERO, rounded, share, total
from samples.questions import TARGETS, Case, asked_back, one, several, signed, words
from samples.questions import listed as a_list
from samples.questions_lookup import amount, unit_name


def _all() -> list[Project]:
    return [each for unit in units() for each in listed("amount", unit.name)]


def _pairs(projects: list[Project]) -> list[tuple[str, Decimal]]:
    return [(each.name, each.amounts["amount"] or ZERO) for each in projects]


def cases() -> list[Case]:
    """Sums, counts, means, ranks, filters, shares, differences, conversions, follow-ups, ambiguous questions."""
    return [*_statistics(), *_ranks(), *_filters(), *_shares(), *_changes(), *_units(), *_follow(), *_ambiguous()]


def _statistics() -> list[Case]:
    every = _all()
    amounts = [value for _, value in _pairs(every)]
    quake = [value for _, value in _pairs(listed("amount", unit_name("地震监测中心")))]
    store = listed("amount", unit_name("应急物资储备中心"))
    flood = listed("amount", unit_name("防汛防旱和减灾事务中心"))
    return [
        Case("count", "应急管理局2026年绩效目标表里一共有多少个项目？", one(len(every), "个", document=TARGETS)),
        Case("count", "绩效目标表中澜川市应急物资储备中心有几个项目", one(len(store), "个", document=TARGETS)),
        Case("count", "2026年绩效目标表涉及几个资金使用单位？", one(len(units()), "个")),
        Case(
            "count",
            "2026年绩效目标表中预算超过500万元的项目有几个？",
            one(sum(value > 500 for value in amounts), "个", document=TARGETS),
        ),
        Case("mean", "绩效目标表里2026年项目平均每个多少万元？", one(rounded(total(amounts) / len(amounts)))),
        Case("mean", "地震监测中心2026年绩效目标表各项目的平均金额", one(rounded(total(quake) / len(quake)))),
        Case("median", "2026年绩效目标表所有项目金额的中位数是多少？", one(rounded(Decimal(median(amounts))))),
        Case(
            "sum",
            "2026年航空护林飞行服务和森林防火视频监控系统运维加起来多少钱？",
            one(amount("航空护林飞行服务") + amount("森林防火视频监控系统运维")),
        ),
        Case(
            "sum",
            "绩效目标表里防汛防旱和减灾事务中心的所有项目加总是多少",
            one(total(value for _, value in _pairs(flood))),
        ),
        Case(
            "sum",
            "2026年绩效目标表中两个转移支付项目一共多少万元？",
            one("2060.50", document=TARGETS),
        ),
        Case(
            "sum",
            "山洪灾害监测预警设施维护、水旱灾害防御演练、防汛专家会商与技术服务费三项2026年合计",
            one(Decimal("263.44") + Decimal("39.60") + Decimal("45.80")),
        ),
    ]


def _ranks() -> list[Case]:
    every = sorted(_pairs(_all()), key=lambda pair: -pair[1])
    forest = sorted(_pairs(listed("amount", unit_name("森林消防支队"))), key=lambda pair: -pair[1])
    return [
        Case("max", "2026年绩效目标表里金额最大的项目是哪个，多少钱？", _top(every[0])),
        Case("min", "2026年绩效目标表中金额最小的项目是什么？", _top(every[-1])),
        Case("top", "2026年绩效目标表金额排名前五的项目有哪些？", a_list(every[:5], ordered=True, document=TARGETS)),
        Case("top", "森林消防支队2026年最花钱的三个项目", a_list(forest[:3], ordered=True)),
        Case("max", "森林消防支队2026年最大的项目是什么", _top(forest[0])),
        Case(
            "top",
            "Which three projects in the 2026 绩效目标表 of 应急管理局 have the largest amounts?",
            a_list(every[:3], ordered=True, document=TARGETS),
        ),
    ]


def _top(pair: tuple[str, Decimal]) -> dict[str, object]:
    expect = one(pair[1], contains=[pair[0]])
    expect["or"] = [a_list([pair])]
    return expect


def _filters() -> list[Case]:
    every = _pairs(_all())
    quake = listed("amount", unit_name("地震监测中心"))
    command = listed("amount", unit_name("应急指挥保障中心"))
    return [
        Case(
            "filter",
            "2026年绩效目标表里600万元以上的项目有哪些？",
            a_list([pair for pair in every if pair[1] >= 600], document=TARGETS),
        ),
        Case("filter", "2026年绩效目标表中不足20万元的项目", a_list([pair for pair in every if pair[1] < 20])),
        Case(
            "filter",
            "绩效目标表里金额在400万到550万之间的项目有哪几个？",
            a_list([pair for pair in every if 400 <= pair[1] <= 550]),
        ),
        Case("list", "列出绩效目标表中澜川市地震监测中心的全部项目", a_list([each.name for each in quake])),
        Case("list", "应急指挥保障中心2026年有哪些项目，各多少钱？", a_list(_pairs(command))),
        Case("list", "2026年绩效目标表里有哪些资金使用单位？", a_list([unit.name for unit in units()])),
    ]


def _shares() -> list[Case]:
    whole, now = book("amount"), facts("amount")
    store = unit_name("应急物资储备中心")
    every = total(value for _, value in _pairs(_all()))
    spent = whole.of(store).projects().sum()
    return [
        Case(
            "share",
            "应急管理局2026年项目支出占支出总额的比例是多少？",
            one(share(whole.projects().sum(), whole.sum()), "%"),
        ),
        Case("share", "2026年公务接待费占应急管理局三公经费的百分之几", one(share(now.host, now.public), "%")),
        Case("share", "绩效目标表里应急物资储备中心占合计的比重", one(share(spent, every), "%")),
        Case(
            "share",
            "航空护林飞行服务占森林消防支队2026年项目支出的多少？",
            one(share(amount("航空护林飞行服务"), whole.of(unit_name("森林消防支队")).projects().sum()), "%"),
        ),
        Case(
            "ratio",
            "2026年市级救灾物资采购是物资仓库租赁及管理服务的几倍？",
            one(rounded(amount("市级救灾物资采购") / amount("物资仓库租赁及管理服务")), "倍"),
        ),
        Case(
            "difference",
            "2026年防汛抢险物资储备与轮换比森林消防队伍装备更新多多少？",
            signed(amount("防汛抢险物资储备与轮换") - amount("森林消防队伍装备更新")),
        ),
    ]


def _changes() -> list[Case]:
    now, last, done = facts("amount"), facts("last"), facts("final")
    whole, before = book("amount"), book("last")
    fly, flew = amount("航空护林飞行服务"), amount("航空护林飞行服务", "last")
    slip = one("4.9", "%")
    slip["or"] = [one("9.4", "%"), one("9.35", "%")]
    return [
        Case(
            "change",
            "应急管理局2026年收入预算比上年增加多少，增长百分之几？",
            several((now.total - last.total, "万元"), ("10.7", "%")),
        ),
        Case("change", "应急管理局2026年公务接待费比上年减少了多少万元？", signed(now.host - last.host)),
        Case("change", "应急管理局2026年机关运行经费比上年下降多少？", _down()),
        Case("change", "应急管理局2026年因公出国（境）费和上年比有变化吗？", words("持平", **_flat())),
        Case("change", "应急管理局2026年委托业务费比上年增长百分之几？", slip),
        Case("change", "2025年应急管理局三公经费比上年减少多少", signed(last.public - facts("before").public)),
        Case(
            "cross-year",
            "航空护林飞行服务2026年比2025年增加多少，增幅是多少？",
            several((fly - flew, "万元"), (rounded((fly - flew) / flew * 100), "%")),
        ),
        Case(
            "cross-year",
            "应急管理局2026年项目支出比2025年多多少万元？",
            signed(whole.projects().sum() - before.projects().sum()),
        ),
        Case(
            "cross-year",
            "森林消防队伍装备更新2025年和2026年预算分别是多少？",
            several((amount("森林消防队伍装备更新", "last"), "万元"), (amount("森林消防队伍装备更新"), "万元")),
        ),
        Case(
            "cross-year",
            "应急管理局2025年和2026年三公经费预算相差多少？",
            signed(now.public - last.public),
        ),
        Case(
            "budget-final",
            "应急管理局2025年三公经费决算比预算少多少？",
            signed(last.public - done.public),
        ),
        Case(
            "budget-final",
            "2025年应急管理局公务用车运行维护费决算数与预算数相差多少",
            signed(last.run - done.run),
        ),
        Case(
            "budget-final",
            "2025年应急管理局科目2240101行政运行年初预算和支出决算各是多少？",
            several((before.function("2240101"), "万元"), (book("final").function("2240101"), "万元")),
        ),
        Case(
            "budget-final",
            "应急管理局2025年支出决算比2025年支出预算少了多少？",
            signed(before.sum() - book("final").sum()),
        ),
    ]


def _down() -> dict[str, object]:
    now, last = facts("amount"), facts("last")
    expect = signed(now.operating - last.operating)
    expect["or"] = [
        *_alternatives(expect),
        several((last.operating - now.operating, "万元"), ("1.5", "%")),
        one("1.5", "%"),
    ]
    return expect


def _alternatives(expect: dict[str, object]) -> list[object]:
    found = expect.get("or", [])
    assert isinstance(found, list)
    return found


def _flat() -> dict[str, object]:
    return {"or": [one("0"), one("0", "%"), one("0", contains=["持平"])]}


def _units() -> list[Case]:
    whole, now = book("amount"), facts("amount")
    ask = "conversion"
    return [
        Case(ask, "应急管理局2026年支出总预算是多少亿元？", one(str(whole.sum() / 10_000), "亿元")),
        Case(ask, "航空护林飞行服务2026年的预算换算成元是多少？", one(amount("航空护林飞行服务") * 10_000, "元")),
        Case(ask, "应急管理局2026年公务接待费是多少元", one(now.host * 10_000, "元")),
        Case(ask, "2026年绩效目标表的合计折合多少亿元？", one("1.026827", "亿元")),
    ]


def _follow() -> list[Case]:
    ask = "follow-up"
    fly = "航空护林飞行服务2026年安排了多少钱？"
    public = "应急管理局2026年“三公”经费预算是多少？"
    top = "2026年绩效目标表里金额最大的项目是哪个？"
    now, last, done = facts("amount"), facts("last"), facts("final")
    return [
        Case(ask, "那2025年呢？", one(amount("航空护林飞行服务", "last")), (fly,)),
        Case(ask, "比上一年多了多少？", signed(Decimal("130.00")), (fly, "那2025年呢？")),
        Case(ask, "它的绩效目标是什么？", words("2架直升机", document=TARGETS), (fly,)),
        Case(ask, "其中公务接待费多少？", one(now.host), (public,)),
        Case(ask, "2025年的呢", one(last.public), (public,)),
        Case(ask, "决算是多少？", one(done.public), (public, "2025年的呢")),
        Case(ask, "换算成元呢？", one(now.public * 10_000, "元"), (public,)),
        Case(ask, "第二大的呢？", _top(("航空护林飞行服务", Decimal("1180.00"))), (top,)),
        Case(ask, "森林消防支队的", one(amount("专项工作经费", unit="森林消防")), ("2026年专项工作经费是多少？",)),
        Case(ask, "那文化广电旅游局呢？", one("37.10"), (public,)),
    ]


def _newest() -> dict[str, object]:
    """No year asked: asked back, or the newest with its year said."""
    expect = asked_back("2025", "2026")
    expect["or"] = [one(amount("航空护林飞行服务"), contains=["2026"])]
    return expect


def _ambiguous() -> list[Case]:
    ask = "ambiguous"
    return [
        Case(ask, "2026年专项工作经费是多少？", asked_back("应急指挥保障中心", "森林消防支队")),
        Case(ask, "应急管理局2026年部门预算里购置经费多少钱", asked_back("地震监测中心")),
        Case(ask, "应急管理局2026年度信息化运行维护服务项目预算多少？", asked_back("2025-2026", "2026-2027")),
        Case(ask, "2026年三公经费是多少？", asked_back("应急管理局", "文化广电旅游局")),
        Case(ask, "航空护林飞行服务预算多少？", _newest()),
        Case(ask, "2026年公务接待费是多少", asked_back("应急管理局", "科学技术局")),
    ]
