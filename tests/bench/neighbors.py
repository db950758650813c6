"""Makes the neighbors of our page: one interview of three questions on Pyodide, on PyScript and on MicroPython.

Everything comes from what is installed; nothing is downloaded, and the pages ask no other server.
"""

import json
import shutil
from pathlib import Path

from wizard.languages import SOURCE_LANGUAGE
from wizard.needs import NEED_GROUPS, NeedGroup
from wizard.options import Emergency
from wizard.questions import GROUPS, KINDS, NEEDS
from wizard.render import option_text, question_title
from wizard.wording import wording

REPOSITORY = Path(__file__).resolve().parents[2]
SOURCES = Path(__file__).parent / "three_questions"
PAGE = Path(__file__).parent / "stock"
NODE_MODULES = REPOSITORY / "node_modules"

NEIGHBORS = {name: f"/neighbors/{name.lower()}/" for name in ("Pyodide", "PyScript", "MicroPython")}
FROM_PYSCRIPT = """<link rel="stylesheet" href="core/core.css">
<script type="module" src="core/core.js"></script>
<script type="py" src="main.py" config="pyscript.json"></script>
</head>"""


def make_neighbors(root: Path, pyodide: Path) -> Path:
    """Makes their folder below *root*; *pyodide* holds the files of the npm package that a page needs."""
    folders = {name: root / path.strip("/") for name, path in NEIGHBORS.items()}
    for name, folder in folders.items():
        _make_page(folder, name)
    for name in ("Pyodide", "PyScript"):
        shutil.copytree(pyodide, folders[name] / "pyodide")
    _add_pyscript(folders["PyScript"])
    micropython = NODE_MODULES / "@micropython" / "micropython-webassembly-pyscript"
    for file in ("micropython.mjs", "micropython.wasm"):
        shutil.copy(micropython / file, folders["MicroPython"])
    return root / "neighbors"


def _make_page(folder: Path, name: str) -> None:
    """What every neighbor has: the stock page around it, the questions, and what asks them."""
    shutil.copytree(PAGE, folder)
    shutil.copytree(SOURCES / name.lower(), folder, dirs_exist_ok=True)
    shutil.copy(SOURCES / "interview.py", folder)
    for sheet in ("palette.css", "wizard.css"):
        shutil.copy(REPOSITORY / "wizard" / "web" / sheet, folder)
    (folder / "questions.json").write_text(json.dumps(questions()), "utf-8")


def _add_pyscript(folder: Path) -> None:
    core = NODE_MODULES / "@pyscript" / "core" / "dist"
    shutil.copytree(core, folder / "core", ignore=shutil.ignore_patterns("*.map"))
    page = folder / "index.html"
    page.write_text(page.read_text("utf-8").replace("</head>", FROM_PYSCRIPT), "utf-8")


def questions() -> list[dict[str, object]]:
    """The first three questions of the wizard, with its own words, for who asks first about a person who is held."""
    inside = NeedGroup("inside")
    asked = (
        ("emergency", None, list(Emergency)),
        (GROUPS, None, list(NEED_GROUPS)),
        (NEEDS, inside, NEED_GROUPS[inside]),
    )
    say = wording(SOURCE_LANGUAGE)
    return [
        {
            "id": question,
            "kind": KINDS[question].value,
            "title": question_title(question, group, say),
            "hint": say("question", question, "hint"),
            "options": [[option.value, option_text(question, option, say)] for option in options],
            "go_on": say("ui.continue"),
        }
        for question, group, options in asked
    ]
