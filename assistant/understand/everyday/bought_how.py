"""What is bought in one way, asked in whatever words: 政府采购中哪些品目采用集中采购，各多少 is 集中采购有哪些."""

import re

# 集中采购目录, 集中采购机构: other matters.
_WAY = re.compile(r"[“\"「]?(?P<way>集中|分散)采购(?!目录|机构|中心|限额|平台|代理)[”\"」]?")
_LISTS = re.compile(r"品目|哪些(?!单位|部门|局|家|监狱|学校|中心|供应商|企业)|(?:采购|购买|买)(?:些|了)?(?:什么|啥)")
_OF_ONE = re.compile(r"(?<![各每])(?:金额|合计|总额|一共|总共)(?:是|为)?(?:多少|几)")
_ASKS = (
    r"政府采购(?:支出|预算)*(?:明细)?表?|政采(?:预算|支出)?|(?:采购)?组织(?:形式|方式)|采购(?:形式|方式)|(?:采购)?品目(?:名称|名)?|"
    r"(?:[及和与]|以及)?其?(?:名称|金额|预算数?)|(?:各自?|分别)(?:是|为|要|花)*(?:多少(?:钱|万?元)?|什么|几何)|"
    r"每[样种个项](?:各|花|要|是)*多少(?:钱|万?元)?|(?:各|分别)?(?:是|有|列了?|包括)*哪些(?:货物|东西|物品)?|"
    r"(?:采购|购买|买)(?:些|了)?(?:什么|啥)(?:东西|货物)?|采用|通过|属于|实行|打算|计划|准备|列了"
)
_BETWEEN = r"[的为是有中里内上用走按以，,、 ]*"
_FRAME = re.compile(rf"{_BETWEEN}(?:{_ASKS})(?:{_BETWEEN}(?:{_ASKS}))*{_BETWEEN}")


def with_way_listed(text: str) -> str:
    """A question for what is bought in one way as one that lists it; every word beside stays."""
    way = _WAY.search(text)
    if way is None or len(_WAY.findall(text)) > 1 or not _LISTS.search(text) or _OF_ONE.search(text):
        return text
    rest = _FRAME.sub("，", text[: way.start()]) + "，" + _FRAME.sub("，", text[way.end() :])
    rest = re.sub("[，, 的、？?]*[，,][，, 的、？?]*", "，", rest.rstrip("？?")).strip("，")
    return f"{rest}{way['way']}采购有哪些？"
