"""Where a name is asked for a text has to print one."""

import pytest

from assistant.descriptive.kinds import names_what_is_asked


@pytest.mark.parametrize(
    ("question", "told", "named"),
    [
        ("法律顾问是哪家律师事务所", "聘请律师事务所提供法律咨询。", False),
        ("法律顾问是哪家律师事务所", "聘请云汀正平律师事务所提供法律咨询。", True),
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
    ],
)
def test_a_name_is_printed_where_one_is_asked_for(question: str, told: str, named: bool) -> None:
    assert names_what_is_asked(question, told) is named
