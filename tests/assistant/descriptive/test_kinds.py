"""Where a name is asked for a text has to print one."""

import pytest

from assistant.descriptive.kinds import names_what_is_asked, shows_what_is_asked


@pytest.mark.parametrize(
    ("question", "told", "named"),
    [
        ("法律顾问是哪家律师事务所", "聘请律师事务所提供法律咨询。", False),
        ("法律顾问是哪家律师事务所", "聘请云汀正平律师事务所提供法律咨询。", True),
        ("平台要打造成什么样的品牌", "打造居民满意的服务品牌。", True),
        ("水务局归谁领导", "与区政府共同领导区水务机关。", False),
        ("水务局归谁领导", "受市政府和省水利厅双重领导。", True),
        ("区里的水务所归谁领导", "与区政府共同领导区水务机关。", True),
        ("电脑是什么品牌", "打造居民满意的服务品牌。", False),
        ("工程由哪家公司承建", "委托第三方公司承建。", False),
        ("工程由哪家公司承建", "由云汀水务有限公司承建。", True),
        ("要新建哪几个系统", "负责本系统信息化建设。", False),
        ("要新建哪几个系统", "建设水情会商系统、闸门调度平台。", True),
        ("培训在哪家酒店办", "压减食宿开支。", False),
        ("清淤服务向谁买", "向专业力量购买清淤服务。", False),
        ("清淤服务向谁买", "向云汀河湖保护协会购买清淤服务。", True),
        ("清淤项目给谁干", "加强河道清淤。", False),
        ("清淤项目包给谁做", "委托云汀河湖保护协会清淤。", True),
        ("钱用在哪些方面", "用于河道清淤。", True),
        ("今年审哪几家市属国企", "预算单位包括云汀市审计服务中心。", False),
        ("要买的是什么车型", "购置其他用车1辆。", False),
        ("要买的是什么车型", "购置新能源轿车1辆。", True),
        ("没做完的是哪几个项目", "个别项目未能实施。", False),
        ("没做完的是哪几个项目", "河道清淤、闸门更换项目未能实施。", True),
        ("平台服务哪些企业", "重点服务沿河企业。", True),
        ("给哪些企业服务", "重点服务沿河企业。", True),
        ("交给哪些企业承建", "重点服务沿河企业。", False),
        ("请谁来做", "委托第三方机构。", False),
        ("请谁来做", "聘请法律顾问审查合同。", True),
        ("要改哪份东西", "改进河道巡查。", False),
        ("要改哪份东西", "细化河道巡查考核细则。", True),
        ("用哪些办法锻炼人", "采取轮岗、挂职等方式。", True),
        ("靠哪些办法督促整改", "采取跟踪督办、催办等形式督促整改。", True),
        ("靠哪些办法督促整改", "督促整改查出的问题。", False),
        ("按哪些办法立的项", "按照河道管理要求立项。", False),
        ("打官司归哪个科管", "云汀市水务局", False),
        ("打官司归哪个科管", "行政应诉科", True),
        ("派出机构有哪些", "内设办公室、人事处。", False),
        ("下属的事业单位叫什么", "包括本级和所属事业单位。", False),
        ("下属的事业单位叫什么", "所属事业单位：云汀市水文监测中心。", True),
    ],
)
def test_a_name_is_printed_where_one_is_asked_for(question: str, told: str, named: bool) -> None:
    assert names_what_is_asked(question, told) is named


@pytest.mark.parametrize(
    ("question", "told", "shown"),
    [
        ("整理的是哪些年份的档案", "整理2023年档案。", True),
        ("整理的是哪些年份的档案", "整理会计档案。", False),
        ("是什么险带上去的", "工伤保险随之增加。", True),
        ("是什么险带上去的", "人员增加。", False),
        ("要保证哪几个率", "参训率达到要求。", True),
        ("问题整理成什么", "形成风险清单。", True),
        ("什么级别", "为正处级。", True),
        ("在哪个村修渠", "在各地修渠。", False),
        ("修渠花在哪里", "用于修渠。", None),
        ("出国考察去哪两个国家", "通过赴荷兰、新加坡开展治水调研。", True),
        ("出国考察去哪两个国家", "赴各地开展治水调研。", False),
    ],
)
def test_a_thing_of_the_kind_asked_for_is_printed(question: str, told: str, shown: bool | None) -> None:
    assert shows_what_is_asked(question, told) is shown
