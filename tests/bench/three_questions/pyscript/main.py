"""Three questions in PyScript, which puts the files of pyscript.json beside this one."""

from pathlib import Path

from interview import begin  # type: ignore[import-not-found]
from pyscript import window  # type: ignore[import-not-found]
from pyscript.ffi import create_proxy  # type: ignore[import-not-found]

window.pythonIsHere(create_proxy(begin(Path("questions.json").read_text("utf-8"))))
