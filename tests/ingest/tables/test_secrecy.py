"""What withholds a project's content, and what only speaks of secrecy."""

import pytest

from ingest.tables.rows import is_secret


@pytest.mark.parametrize(
    "text",
    [
        "涉密项目，不对外公开",
        "内容涉密",
        "涉密项目按要求不予公开",
        "SM项目；SM项目",
        "LCIT2024-SM-W-C-000123",
        "LCIT2024-SM-N-C-000124(2025)",
    ],
)
def test_withheld(text: str) -> None:
    assert is_secret(text)


@pytest.mark.parametrize(
    "text", ["保密检查经费", "非涉密网络运维", "2026-2028年运维服务", "国家秘密载体销毁服务", "ISO-9001"]
)
def test_public(text: str) -> None:
    assert not is_secret(text)
