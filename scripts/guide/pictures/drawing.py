"""Pictures that a program in Node.js draws, kept in build/ and drawn anew only when what they are made from changes."""

import hashlib
import subprocess
from pathlib import Path

from scripts.guide.folders import BUILD, REPOSITORY

PROGRAMS = Path(__file__).parent
LONGEST_SECONDS = 120


def drawn(program: str, given: str, name: str) -> str:
    """What *program*, beside this file, makes of *given*: kept as build/*name*. Raises ``RuntimeError`` if it fails."""
    source, kept = PROGRAMS / program, BUILD / name
    inputs = (given.encode(), source.read_bytes(), (REPOSITORY / "package-lock.json").read_bytes())
    digest = hashlib.sha256(b"\0".join(inputs)).hexdigest()
    stamp = kept.with_suffix(".inputs")
    if kept.is_file() and stamp.is_file() and stamp.read_text("utf-8") == digest:
        return kept.read_text("utf-8")
    picture = _run(source, given)
    for path, content in ((kept, picture), (stamp, digest)):
        path.parent.mkdir(exist_ok=True)
        unfinished = path.with_suffix(f"{path.suffix}.part")
        unfinished.write_text(content, "utf-8")
        unfinished.replace(path)
    return picture


def _run(program: Path, given: str) -> str:
    node = subprocess.run([REPOSITORY / "scripts" / "find-node"], capture_output=True, text=True, check=True)
    command = [node.stdout.strip(), str(program)]
    ran = subprocess.run(command, input=given, capture_output=True, text=True, timeout=LONGEST_SECONDS, check=False)
    if ran.returncode:
        raise RuntimeError(f"{program.name} could not draw: {ran.stderr.strip()}")
    return ran.stdout
