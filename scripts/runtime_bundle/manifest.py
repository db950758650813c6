"""`manifest.json`: what the browser must receive, byte for byte, before it runs any of it."""

import base64
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

MANIFEST = "manifest.json"


def integrity(content: bytes) -> str:
    """Return the SHA-256 of `content` as browsers write it: `sha256-` and base64."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()


def write_manifest(folder: Path, names: Iterable[str], *, python: str, pyodide: str, abi: str) -> None:
    """Write the manifest of the files `names` in `folder`; sizes are in bytes, before any transfer compression."""
    files = []
    for name in sorted(names):
        content = (folder / name).read_bytes()
        files.append({"name": name, "bytes": len(content), "integrity": integrity(content)})
    text = json.dumps({"python": python, "pyodide": pyodide, "abi": abi, "files": files}, indent=2)
    (folder / MANIFEST).write_text(text + "\n", "utf-8")


def matches_its_manifest(folder: Path) -> bool:
    """Say whether every file of a finished bundle is there and has the hash that its manifest names."""
    try:
        listed = json.loads((folder / MANIFEST).read_text("utf-8"))["files"]
        return all(integrity((folder / file["name"]).read_bytes()) == file["integrity"] for file in listed)
    except (OSError, ValueError, KeyError):
        return False
