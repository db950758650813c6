"""The 142 barriers of the accessibility tool audit as pages of our own, each with one where the barrier is gone.

Their names, and which there are, are those of https://github.com/alphagov/accessibility-tool-audit (MIT, Crown
Copyright 2017, Government Digital Service). The pages are ours: tests/barriers/*.toml.
"""

import io
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image

TABLES = Path(__file__).resolve().parents[1] / "barriers"
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Bread and butter</title>
<link rel="stylesheet" href="/page.css">{style}</head>
<body><main><h1>Bread and butter</h1>
{body}
</main>{script}</body></html>
"""
STYLE = """
body { color: #222; background: #fff; font: 18px/1.6 sans-serif; margin: 16px }
p, li, dd { max-width: 36em }
button, summary, [type=submit], [type=image] { font: inherit; min-height: 44px; min-width: 44px }
input, select { font: inherit; max-width: 12em }
video, audio, iframe, object, img { max-width: 100% }
table { border-collapse: collapse } th, td { border: 1px solid #555; padding: 4px 8px }
"""
FRAMED = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The song of the bakers</title></head><body><main><h1>The song of the bakers</h1><p>We bake.</p></main></body></html>\n'  # noqa: E501 (one page)


@dataclass(frozen=True)
class Barrier:
    """A barrier: the page that has it, the page that does not, and what of the gate finds it."""

    number: int
    group: str
    name: str
    page: str
    mended: str
    found_by: Sequence[str] = ()
    why_not: str = ""
    style: str = ""
    script: str = ""
    whole: bool = False
    repeat: int = 1

    @property
    def file(self) -> str:
        """The name of its page."""
        return f"{self.number}.html"

    @property
    def mended_file(self) -> str:
        """The name of the page without it."""
        return f"{self.number}-mended.html"

    def html(self, body: str) -> str:
        """The whole page around *body*."""
        if self.whole:
            return body + "\n"
        return PAGE.format(
            body=body * self.repeat,
            style=f"<style>{self.style}</style>" if self.style else "",
            script=f"<script>{{{self.script}}}</script>" if self.script else "",
        )


@cache
def barriers() -> tuple[Barrier, ...]:
    """All of them."""
    found: list[Barrier] = []
    for file in sorted(TABLES.glob("*.toml")):
        table = tomllib.loads(file.read_text("utf-8"))
        for row in table["barrier"]:
            shared = table["shared"][row.pop("shared")] if "shared" in row else {}
            found.append(Barrier(number=len(found) + 1, **shared, **row))
    return tuple(found)


def write_pages(folder: Path) -> None:
    """Every page of the table into *folder*, with what they show."""
    for barrier in barriers():
        (folder / barrier.file).write_text(barrier.html(barrier.page), "utf-8")
        (folder / barrier.mended_file).write_text(barrier.html(barrier.mended), "utf-8")
    (folder / "index.html").write_text(FRAMED, "utf-8")
    (folder / "page.css").write_text(STYLE, "utf-8")
    (folder / "framed.html").write_text(FRAMED, "utf-8")
    loaves = [Image.new("RGB", (60, 40), color) for color in ("sienna", "peru", "tan")]
    (folder / "bread.png").write_bytes(_picture("PNG", loaves[:1]))
    (folder / "still.gif").write_bytes(_picture("GIF", loaves[:1]))
    (folder / "moving.gif").write_bytes(_picture("GIF", loaves))
    (folder / "dot.gif").write_bytes(_picture("GIF", [Image.new("RGB", (1, 1))]))


def _picture(kind: str, frames: Sequence[Image.Image]) -> bytes:
    out = io.BytesIO()
    more = {"save_all": True, "append_images": frames[1:], "duration": 300, "loop": 0} if len(frames) > 1 else {}
    frames[0].save(out, kind, **more)
    return out.getvalue()
