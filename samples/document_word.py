"""A department's budget narrative as a Word file, with two tables inside the text."""

from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from samples.classification import FUNCTIONS
from samples.model_small import JUSTICE, JUSTICE_2025, justice, operating
from samples.money import printed, share, spoken
from samples.recorded import Printed
from samples.sentences import changed
from samples.small_books import project_amounts, public_of, unit_names
from samples.steady import settle


def write(path: Path) -> list[Printed]:
    """Write the 2026 narrative."""
    word = Document()
    word.core_properties.author = JUSTICE
    word.styles["Normal"].font.size = Pt(12)
    title = word.add_heading(f"{JUSTICE}2026年部门预算情况说明", 0)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _overview(word)
    tables = [_money(word)]
    _public(word)
    tables.append(_others(word))
    word.save(str(path))
    settle(path)
    return tables


def _overview(word: Word) -> None:
    word.add_heading("一、部门基本情况", 1)
    word.add_paragraph(
        f"{JUSTICE}主管全市法治政府建设、行政复议应诉、普法宣传、人民调解、公共法律服务和社区矫正工作，"
        f"内设处室11个，下属预算单位1个，为{unit_names(justice())[1]}。"
    )


def _money(word: Word) -> Printed:
    book, before = justice(), JUSTICE_2025
    whole = book.sum()
    change = changed(whole, before["total"])
    word.add_heading("二、收支预算总体情况", 1)
    word.add_paragraph(
        f"2026年收入预算{spoken(whole)}万元，{change}，主要原因是法律援助办案补贴标准提高、人民调解案件量增加；"
        f"支出预算{spoken(whole)}万元，{change}。其中：基本支出{spoken(book.basic().sum())}万元，"
        f"占{share(book.basic().sum(), whole)}%；项目支出{spoken(book.projects().sum())}万元，"
        f"占{share(book.projects().sum(), whole)}%。"
    )
    word.add_paragraph("2026年支出预算按功能分类情况如下表：")
    rows = [("科目编码", "科目名称", "预算数", "占比（%）")]
    for code in book.functions():
        if len(code) == 3:
            amount = book.function(code)
            rows.append((code, FUNCTIONS[code], printed(amount), f"{share(amount, whole)}"))
    rows.append(("", "合计", printed(whole), "100.00"))
    return _table(word, "支出预算按功能分类", rows)


def _public(word: Word) -> None:
    now, before = public_of(justice()), JUSTICE_2025
    cars_before = before["buy"] + before["run"]
    sum_before = before["abroad"] + cars_before + before["host"]
    word.add_heading("三、“三公”经费预算情况", 1)
    word.add_paragraph(
        f"2026年“三公”经费财政拨款预算{spoken(now['total'])}万元，{changed(now['total'], sum_before)}，"
        "主要原因是压减公务接待和车辆运行支出。其中：因公出国（境）费0万元，与上年持平；"
        f"公务用车购置及运行维护费{spoken(now['cars'])}万元，{changed(now['cars'], cars_before)}，"
        "其中公务用车购置费0万元，与上年持平，"
        f"公务用车运行维护费{spoken(now['run'])}万元，{changed(now['run'], before['run'])}；"
        f"公务接待费{spoken(now['host'])}万元，{changed(now['host'], before['host'])}。"
    )
    cost = operating(justice(), JUSTICE)
    word.add_heading("四、机关运行经费安排情况", 1)
    word.add_paragraph(
        f"2026年机关运行经费安排{spoken(cost)}万元，{changed(cost, before['operating'])}，"
        "主要原因是办公用房物业面积核减，会议费、差旅费同步压减。"
    )


def _others(word: Word) -> Printed:
    word.add_heading("五、政府采购情况", 1)
    word.add_paragraph("2026年政府采购预算386.50万元，其中：货物类42.30万元，工程类0万元，服务类344.20万元。")
    word.add_heading("六、预算绩效情况", 1)
    amounts = project_amounts(justice())
    word.add_paragraph(
        f"2026年纳入绩效目标管理的项目{len(amounts)}个，涉及资金{spoken(justice().projects().sum())}万元，明细如下（单位：万元）："
    )
    goals = {
        "法治宣传教育": "全年开展法治宣讲不少于120场，群众法治知识知晓率不低于90%。",
        "人民调解员以案定补": "调解矛盾纠纷不少于8,000件，调解成功率不低于97%。",
        "行政复议应诉业务经费": "行政复议案件按期办结率100%。",
        "法律援助办案补贴": "办理法律援助案件不少于3,600件，受援人满意度不低于95%。",
        "公共法律服务热线运行": "热线接通率不低于95%，年服务群众不少于4万人次。",
    }
    rows = [("项目名称", "预算数", "绩效目标")]
    rows += [(name, printed(amount), goals[name]) for name, amount in amounts.items()]
    rows.append(("合计", printed(justice().projects().sum()), ""))
    table = _table(word, "项目绩效目标", rows)
    word.add_heading("七、名词解释", 1)
    word.add_paragraph("法律援助：指国家为经济困难公民和符合法定条件的其他当事人无偿提供的法律服务。")
    word.add_paragraph("人民调解员以案定补：指按照调解案件的数量和难易程度给予人民调解员的补贴。")
    return table


def _table(word: Word, title: str, rows: Sequence[Sequence[str]]) -> Printed:
    table = word.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    printed = Printed(title, "", "万元", [(name,) for name in rows[0]])
    printed.rows = [(1, list(row)) for row in rows[1:]]
    return printed
