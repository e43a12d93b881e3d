"""The scores of a question set, by the set's own program."""

import subprocess
import sys
from pathlib import Path


def print_scores(folder: Path, *arguments: str) -> None:
    """Run the set's evaluate.py on what was answered; it prints the scores."""
    sys.stdout.flush()
    subprocess.run([sys.executable, str(folder / "evaluate.py"), *arguments], check=True)
