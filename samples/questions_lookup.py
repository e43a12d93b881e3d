"""Questions that one printed figure of 澜川市应急管理局 answers."""

from decimal import Decimal

from samples.facts_emergency import ASSETS, PURCHASES, facts
from samples.model_emergency import book, listed, projects, units
from samples.money import ZERO, total
from samples.questions import (
    BUDGET_2025,
    BUDGET_2026,
    FINAL_2025,
    TARGETS,
    Case,
    Expect,
    one,
    refused,
    several,
    target,
    words,
)


def amount(name: str, key: str = "amount", unit: str = "") -> Decimal:
    """A project's amount of one book, 万元; the name (and unit) must fit one project."""
    found = [each.amounts[key] for each in projects() if each.name == name and unit in each.unit]
    assert len(found) == 1 and found[0] is not None, name
    return found[0]


def unit_name(short: str) -> str:
    """A unit's full name."""
    return next(unit.name for unit in units() if unit.short == short)


def cases() -> list[Case]:
    """Look-ups by project, unit, code, line and three public item; nil lines; secret items; indicators."""
    return [*_projects(), *_sums(), *_codes(), *_public(), *_nil(), *_secret(), *_indicators(), *_final()]


def _projects() -> list[Case]:
    ask = "lookup"
    return [
        Case(ask, "航空护林飞行服务2026年安排了多少钱？", one(amount("航空护林飞行服务"))),
        Case(ask, "2026年市级救灾物资采购的预算是多少万元", one(amount("市级救灾物资采购"))),
        Case(
            ask, "澜川市应急管理局2026年“防汛抢险物资储备与轮换”项目总计多少？", one(amount("防汛抢险物资储备与轮换"))
        ),
        Case(ask, "森林防火视频监控系统运维在2026年要花多少钱", one(amount("森林防火视频监控系统运维"))),
        Case(ask, "应急预案编修与综合演练2026年给了多少预算？", one(amount("应急预案编修与综合演练"))),
        Case(ask, "请问2026年生物阻隔系统及林缘防火隔离带开设与维护的金额", one(Decimal("308.00"))),
        Case(
            ask,
            "2025年森林消防队伍装备更新预算多少？",
            one(amount("森林消防队伍装备更新", "last"), document=BUDGET_2025),
        ),
        Case(ask, "城市内涝监测点建设（第二批）2025年安排多少", one(amount("城市内涝监测点建设（第二批）", "last"))),
        Case(ask, "城市内涝监测点建设（第三批）2026年预算数", one(amount("城市内涝监测点建设（第三批）"))),
        Case(ask, "应急指挥平台运行维护（二期扩容）2026年多少钱？", one(amount("应急指挥平台运行维护（二期扩容）"))),
        Case(
            ask,
            "澜川市防汛防旱和减灾事务中心2026年机构运行辅助经费有多少？",
            one(amount("机构运行辅助经费")),
        ),
        Case(
            ask,
            "森林消防支队2026年的专项工作经费是多少",
            one(amount("专项工作经费", unit="森林消防")),
        ),
        Case(ask, "地震监测中心2026年购置经费多少万元？", one(amount("购置经费", unit="地震"))),
        Case(
            ask,
            "地震科普馆开放运行2026年总计、财政拨款、其他资金分别是多少？",
            several(("52.48", "万元"), ("40.00", "万元"), ("12.48", "万元")),
        ),
        Case(
            ask,
            "乡镇（街道）基层防灾能力提升补助2026年转移支付多少",
            one("860.50", document=TARGETS),
        ),
        Case(ask, "What is the 2026 budget of the project 航空护林飞行服务?", one(amount("航空护林飞行服务"))),
        Case(ask, "How much does 澜川市应急管理局 plan to spend on 市级救灾物资采购 in 2026?", one("725.00")),
    ]


def _sums() -> list[Case]:
    ask = "total"
    whole, last = book("amount"), book("last")
    every = [each for unit in units() for each in listed("amount", unit.name)]
    targets = total(each.amounts["amount"] or ZERO for each in every)
    store = unit_name("应急物资储备中心")
    quake = unit_name("地震监测中心")
    forest = unit_name("森林消防支队")
    return [
        Case(ask, "2026年应急管理局项目支出绩效目标表的合计是多少？", one(targets, document=TARGETS)),
        Case(ask, "澜川市应急物资储备中心2026年项目支出合计多少", one(whole.of(store).projects().sum())),
        Case(ask, "澜川市应急管理局2026年收入总计是多少？", one(whole.sum(), document=BUDGET_2026)),
        Case(ask, "应急管理局2026年支出总预算有多少钱", one(whole.sum(), document=BUDGET_2026)),
        Case(ask, "应急管理局2025年收入预算总计", one(last.sum(), document=BUDGET_2025)),
        Case(
            ask,
            "澜川市应急管理局2026年基本支出和项目支出各是多少？",
            several((whole.basic().sum(), "万元"), (whole.projects().sum(), "万元")),
        ),
        Case(ask, "澜川市地震监测中心2026年的基本支出是多少？", one(whole.of(quake).basic().sum())),
        Case(
            ask,
            "森林消防支队（航空护林站）2026年工资福利支出预算是多少",
            one(whole.of(forest).basic().economic("301"), document=BUDGET_2026),
        ),
        Case(ask, "澜川市应急指挥保障中心2026年收入合计多少？", one(whole.of(unit_name("应急指挥保障中心")).sum())),
        Case(ask, "应急管理局2026年其他收入有多少", one("12.48", document=BUDGET_2026)),
        Case(ask, "2026年应急管理局本级基本支出是多少？", one(whole.of("澜川市应急管理局").basic().sum())),
        Case(
            ask,
            "What is the total income budget of 澜川市应急管理局 for 2026?",
            one(whole.sum(), document=BUDGET_2026),
        ),
    ]


def _codes() -> list[Case]:
    ask = "code"
    whole, last, basic = book("amount"), book("last"), book("amount").granted().basic()
    return [
        Case(ask, "应急管理局2026年科目2240108的预算是多少？", one(whole.function("2240108"))),
        Case(ask, "功能科目2220511应急物资储备，应急管理局2026年安排多少", one(whole.function("2220511"))),
        Case(ask, "应急管理局2025年22406自然灾害防治支出", one(last.function("22406"))),
        Case(ask, "2026年应急管理局行政运行（2240101）支出是多少？", one(whole.function("2240101"))),
        Case(ask, "应急管理局2026年社会保障和就业支出多少万元？", one(whole.function("208"))),
        Case(ask, "应急管理局2026年住房公积金支出（功能科目2210201）", one(whole.function("2210201"))),
        Case(ask, "应急管理局2026年灾害防治及应急管理支出一共多少", one(whole.function("224"))),
        Case(ask, "应急管理局2026年一般公共预算基本支出中差旅费是多少？", one(basic.economic("30211"))),
        Case(ask, "应急管理局2026年基本支出里的会议费", one(basic.economic("30215"))),
        Case(ask, "应急管理局2026年基本支出中30102津贴补贴多少钱？", one(basic.economic("30102"))),
        Case(
            ask,
            "应急管理局2026年一般公共预算项目支出里31007信息网络及软件购置更新是多少",
            one(whole.granted().projects().economic("31007"), document=BUDGET_2026),
        ),
        Case(ask, "应急管理局2026年基本支出中对个人和家庭的补助（303）合计", one(basic.economic("303"))),
    ]


def _public() -> list[Case]:
    ask = "public"
    now, last = facts("amount"), facts("last")
    buying, assets = PURCHASES["amount"], ASSETS["amount"]
    return [
        Case(ask, "应急管理局2026年“三公”经费预算是多少？", one(now.public)),
        Case(ask, "应急局2026年公务接待费多少", one(now.host)),
        Case(ask, "澜川市应急管理局2026年公车购置和运维各花多少？", several((now.buy, "万元"), (now.run, "万元"))),
        Case(ask, "2026年应急管理局公务用车购置及运行维护费", one(now.cars)),
        Case(ask, "2025年应急管理局三公经费预算多少万元", one(last.public)),
        Case(ask, "应急管理局2025年公务用车运行维护费预算数", one(last.run)),
        Case(ask, "澜川市应急管理局2026年机关运行经费安排多少？", one(now.operating)),
        Case(ask, "应急管理局2026年委托业务费是多少", one(now.commission)),
        Case(ask, "应急管理局2026年政府采购一共安排多少钱？", one(buying.total)),
        Case(
            ask,
            "应急管理局2026年政府采购中货物、工程、服务分别是多少？",
            several((buying.goods, "万元"), (buying.works, "万元"), (buying.services, "万元")),
        ),
        Case(ask, "应急管理局2026年预算里说有多少辆车？", one(assets.vehicles, "辆", document=BUDGET_2026)),
        Case(ask, "应急管理局截至2025年底固定资产金额是多少？", one(assets.money)),
        Case(ask, "How much is the 公务接待费 of 澜川市应急管理局 in 2026?", one(now.host)),
    ]


def _nil() -> list[Case]:
    ask = "zero"
    return [
        Case(ask, "应急管理局2026年政府性基金预算支出是多少？", one("0", document=BUDGET_2026)),
        Case(ask, "应急管理局2026年国有资本经营预算支出有多少", one("0", document=BUDGET_2026)),
        Case(ask, "应急管理局2025年公务用车购置费预算是多少？", one("0")),
        Case(ask, "应急管理局2025年政府采购工程类预算多少", one("0", document=BUDGET_2025)),
        Case(ask, "2025年度应急管理局决算里有没有政府性基金支出？多少", _none()),
        Case(ask, "应急管理局2026年事业单位经营支出是多少", one("0", document=BUDGET_2026)),
    ]


def _none() -> Expect:
    expect = one("0", document=FINAL_2025)
    expect["or"] = [words("无数据"), words("没有政府性基金")]
    return expect


def _secret() -> list[Case]:
    ask = "secret"
    hidden = refused()
    hidden["or"] = [words("涉密")]
    return [
        Case(ask, "LCYJ2026-QM-N-B-001207这个项目多少钱？", one("96.00")),
        Case(ask, "LCYJ2026-QM-N-B-001208 2026年的预算金额", one("41.50")),
        Case(ask, "应急通信保障专项2026年预算多少万元？", one("158.20")),
        Case(ask, "应急通信保障专项的绩效目标是什么？", hidden),
        Case(ask, "LCYJ2026-QM-N-B-001207的绩效指标有哪些？", hidden),
    ]


def _indicators() -> list[Case]:
    ask = "indicator"
    return [
        Case(
            ask, "航空护林飞行服务的全年飞行小时数指标值是多少？", target("420", "小时", "≥420小时", document=TARGETS)
        ),
        Case(ask, "安全生产监管执法经费要求检查多少家企业？", target("1200", "家", "≥1200家", document=TARGETS)),
        Case(ask, "地震预警终端推广应用项目的终端在线率目标", target("95", "%", "≥95%", document=TARGETS)),
        Case(ask, "市级救灾物资采购项目要保障多少人紧急转移安置？", _people()),
        Case(ask, "应急指挥平台运行维护的平台全年可用率年度指标值", target("99.9", "%", "≥99.9%", document=TARGETS)),
        Case(
            ask,
            "危险化学品企业安全风险智能化管控平台建设项目（一期）年度接入重点企业数目标是多少？",
            target("30", "家", "≥30家", document=TARGETS),
        ),
        Case(ask, "物资仓库租赁及管理服务的满意度指标是多少", target("90", "%", "≥90%", document=TARGETS)),
        Case(ask, "水旱灾害防御演练要组织几次？", target("3", "次", "≥3次", document=TARGETS)),
        Case(ask, "城市内涝监测点建设（第三批）的主体工程什么时候完成？", words("2026年6月底前", document=TARGETS)),
        Case(ask, "林区可燃物载量这个指标的目标值", words("逐步下降", document=TARGETS)),
        Case(
            ask,
            "地震科普馆开放运行有哪些绩效指标？",
            words("全年开放天数", "接待参观人次", "展项完好率", "参观人员满意度", **_as_list()),
        ),
    ]


def _people() -> Expect:
    expect = target("2", "万人", "≥2万人", document=TARGETS)
    expect["or"] = [words("2万人"), one("20000", "人")]
    return expect


def _as_list() -> dict[str, object]:
    names = ["全年开放天数", "接待参观人次", "展项完好率", "公众防震减灾知识知晓率", "参观人员满意度"]
    return {"or": [{"kind": "list", "items": [{"label": name} for name in names]}]}


def _final() -> list[Case]:
    ask = "final"
    now, plan, done = facts("final"), facts("last"), book("final")
    return [
        Case(ask, "应急管理局2025年决算支出合计是多少？", one(done.sum(), document=FINAL_2025)),
        Case(ask, "2025年度应急管理局三公经费决算数", one(now.public, document=FINAL_2025)),
        Case(
            ask,
            "2025年应急管理局三公经费预算数和决算数分别是多少？",
            several((plan.public, "万元"), (now.public, "万元")),
        ),
        Case(
            ask,
            "应急管理局2025年公务接待费决算完成预算的百分之多少？",
            one("56.96", "%", document=FINAL_2025),
        ),
        Case(ask, "2025年决算中行政运行（2240101）支出多少", one(done.function("2240101"), document=FINAL_2025)),
        Case(ask, "应急管理局2025年末结转和结余是多少？", one("4.05", document=FINAL_2025)),
        Case(
            ask,
            "应急管理局2025年度一般公共预算财政拨款支出的年初预算和决算各是多少",
            several((book("last").granted().sum(), "万元"), (done.granted().sum(), "万元")),
        ),
        Case(ask, "应急管理局2025年财政拨款收入决算数", one(done.granted().sum(), document=FINAL_2025)),
        Case(ask, "2025年决算里应急管理局的政府采购支出总额", one(PURCHASES["final"].total, document=FINAL_2025)),
        Case(ask, "应急管理局2025年机关运行经费决算支出多少", one(now.operating, document=FINAL_2025)),
    ]
