"""The quick tokenizer of content streams: it gives what pdfminer's own parser gives, whatever the stream."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSKeyword, PSLiteral

from ingest.reading.content import ContentParser

_PIECES = st.sampled_from(
    [
        *(b"1", b"-12", b"+3", b"--4", b"0.5", b".5", b"5.", b".", b"-", b"1.2.3", b"6e4", b"12345678901234567890"),
        *(b"Tj", b"BT", b"T*", b"'", b'"', b"true", b"false", b"null", b"re f", b"W*n", b"q\0Q", b"d0"),
        *(b"#", b"]", b"}", b"<<", b">>", b")", b"{", b"{1}", b"[", b"[(a) -3.5 <6B> 7]", b"[ /X 1 ]", b"[[1]2]"),
        *(b"/F1", b"/F#20a", b"/", b"/\xe5\xad\x97", b"/\xff", b"<4F60>", b"<4f 6>", b"<>", b"<6a>>", b"<6g>"),
        *(b"(a)", b"(a(b)c)", b"(\\051)", b"(\\)", b"()", b"(a\nb)"),
        *(b"%x\n", b"% y", b"BI /W 1 /H 1 ID \x00\xff EI", b"ID", b"EI", b"BI", b"\x00", b"\x80"),
    ]
)  # fmt: skip
_GAPS = st.sampled_from([b"", b" ", b"\n", b"\r\n", b"\0", b"\t "])


@st.composite
def streams(draw: st.DrawFn) -> list[bytes]:
    """A page's content, in one or several streams that may end in the middle of a token."""
    content = b"".join(draw(st.lists(st.tuples(_PIECES, _GAPS).map(b"".join), max_size=30)))
    content += draw(st.binary(max_size=3))
    cuts = sorted(draw(st.lists(st.integers(0, len(content)), max_size=2)))
    return [content[a:b] for a, b in zip([0, *cuts], [*cuts, len(content)], strict=True)]


def objects(parser: type[PDFContentParser], contents: list[bytes], buffer: int) -> list[Any]:
    """All objects, and the fault that ended them."""
    found: list[Any] = []
    try:
        reader = type("Reader", (parser,), {"BUFSIZ": buffer})([PDFStream({}, content) for content in contents])
        while len(found) < 1000:
            found.append(_plain(reader.nextobject()[1]))
    except PSEOF:
        pass
    except Exception as error:
        found.append(type(error).__name__)
    return found


def _plain(one: Any) -> Any:
    if isinstance(one, list):
        return [_plain(part) for part in one]
    if isinstance(one, dict):
        return {key: _plain(value) for key, value in one.items()}
    if isinstance(one, PDFStream):
        return ("stream", _plain(one.attrs), one.rawdata)
    if isinstance(one, PSKeyword | PSLiteral):
        return (type(one).__name__, one.name)
    return (type(one).__name__, one)


@settings(max_examples=400, deadline=None)
@given(streams(), st.sampled_from([7, 64, 4096]))
def test_any_stream_gives_the_same_objects(contents: list[bytes], buffer: int) -> None:
    assert objects(ContentParser, contents, buffer) == objects(PDFContentParser, contents, buffer)


@pytest.mark.parametrize("digits", [b"", b"4", b"4F6", b"4f 60\n59 7d", b"4"])
def test_hexadecimal_text(digits: bytes) -> None:
    contents = [b"<" + digits + b"> Tj"]
    assert objects(ContentParser, contents, 4096) == objects(PDFContentParser, contents, 4096)
