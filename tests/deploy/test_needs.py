"""What the tests need is named where it is missing: a shell function of a program's name must not pass for it."""

import shutil
import subprocess
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "deploy" / "test-needs.sh"


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    for name in ("sh", "head", "ls"):
        (tmp_path / name).symlink_to(shutil.which(name) or name)
    someone = tmp_path / "id"  # no root, who would install it
    someone.write_text("#!/bin/sh\necho 1000\n")
    someone.chmod(0o755)
    told = subprocess.run(["sh", SCRIPT], env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False)
    assert (told.returncode, "chromium" in told.stderr, "fonts-noto-cjk" in told.stderr) == (2, True, True)
