"""The font of the printed samples: found on the machine, registered once, measured."""

import os
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FONT = "SampleHei"
# Debian package fonts-wqy-microhei: TrueType outlines, Apache-2.0 (or GPL-3+ with font exception), may be embedded.
DEFAULT_PATH = Path("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc")


class FontMissing(Exception):
    """The font that the samples are printed with is not on this machine."""


def font_path() -> Path:
    """Where the font file lies: ``SAMPLES_FONT`` or the Debian place; raises FontMissing."""
    path = Path(os.environ.get("SAMPLES_FONT") or DEFAULT_PATH)
    if not path.is_file():
        raise FontMissing(f"{path} is not there. Install the Debian package fonts-wqy-microhei, or set SAMPLES_FONT.")
    return path


def register() -> None:
    """Make the font known to the PDF writer under ``FONT``; raises FontMissing."""
    # A fresh object a document: the subset starts empty, so a document's bytes do not depend on the one before it.
    pdfmetrics.registerFont(TTFont(FONT, str(font_path()), subfontIndex=0))


def width_of(text: str, size: float) -> float:
    """Width of printed text in points."""
    return float(pdfmetrics.stringWidth(text, FONT, size))
