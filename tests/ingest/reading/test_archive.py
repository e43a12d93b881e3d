"""Archives: members by name, each on its own, bounds kept."""

import io
import zipfile

import pytest

from ingest.reading import archive
from ingest.reading.errors import ReadError


def packed(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in members.items():
            pack.writestr(name, content)
    return out.getvalue()


def test_members_come_by_name_without_the_system_s_own() -> None:
    content = packed({"乙.txt": b"2", "甲/一.txt": b"1", "__MACOSX/._x": b"x"})
    assert list(archive.members(content, "包.zip")) == [("包.zip/乙.txt", b"2"), ("包.zip/甲/一.txt", b"1")]


def test_names_packed_on_a_chinese_windows_are_read() -> None:
    content = packed({"aaaa.txt": b"1"}).replace(b"aaaa.txt", "预算".encode("gbk") + b".txt")
    assert [name for name, _ in archive.members(content, "包.zip")] == ["包.zip/预算.txt"]


def test_a_member_that_unfolds_too_far_is_kept_out_and_the_others_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_MEMBER_BYTES", 1000)
    found = dict(archive.members(packed({"big": b"\0" * 5000, "small": b"1"}), "包.zip"))
    assert isinstance(found["包.zip/big"], ReadError)
    assert found["包.zip/small"] == b"1"


def test_no_archive_says_so() -> None:
    with pytest.raises(ReadError, match="broken"):
        list(archive.members(b"PK\x03\x04nothing", "包.zip"))
