"""The words by which a sentence tells what money is for or what is lacking, and sentences that tell of no use."""

import re

AMOUNT = re.compile(r"\d[万亿]?元")
USED_FOR = re.compile(r"主要用[于途]|用[于途]|主要是用于")
# 接待费8万元，与上年持平。 An amount, and what it is held against, tells of no use.
ONLY_AMOUNT = re.compile(
    r"[^，,。]{0,60}?\d[\d.,]*[万亿]?元[，,]?(?:[与比较同占][^。；;]*|完成(?:年初)?预算[^，,。；;]*)?[。；;]?"
)
# 2.公务接待费。 会议费明细表: what heads a line tells of no use either.
ONLY_NAMED = re.compile(
    r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]\s*[^，,：:；;。\d]{2,20}[。；;]?|[^，,：:；;。]{2,24}表"
)
# （二）部门整体支出绩效自评结果。 A heading that ends in a stop tells nothing.
HEADING = re.compile(
    r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．][^，,：:；;\d]{2,24}(?:结果|情况|说明|概况|明细|如下|总表|目标)[。；;]?"
)
# 单位公开表2单位公开表3: what stands at the corners of forms
CORNERS = re.compile(r"(?:(?:部门|单位)?(?:预算|决算)?(?:公开|附)?\d*表\d*(?:[-—]\d+)?)+")
# 其他收入58万元，占0.9%，为市级拨入的奖补资金: what an amount is, by itself
BEING = re.compile(
    r"\d[万亿]?元(?:[，,]占[^，,。；;]*)?[，,](?:主要)?(?:为|是|系|包括|来自|来源于|由)(?!增|减)[^\d，,。；;]{3}"
)
AIM = r"目标|为了|以便|旨在|保障(?!用车)|通过"
PURPOSE = re.compile(rf"用于|主要安排|{AIM}")
LACKS = re.compile(
    r"老化|陈旧|老旧|破损|损坏|不足|难以|无法|不能|短板|薄弱|滞后|缺[少乏口]|已[逾超达]|超期|到期|报废|隐患|亟[需待]|急需|必要性"
)
