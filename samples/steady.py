"""The same bytes every run for files that are archives: fixed times inside, fixed order of members."""

import re
import zipfile
from pathlib import Path

WHEN = (2026, 2, 10, 9, 0, 0)
STAMP = b"2026-02-10T09:00:00Z"


def settle(path: Path) -> None:
    """Rewrite an Office file so that nothing in it tells when it was written."""
    with zipfile.ZipFile(path) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in members:
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>" + STAMP, content)
            archive.writestr(zipfile.ZipInfo(name, WHEN), content, zipfile.ZIP_DEFLATED)
