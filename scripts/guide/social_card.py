"""The picture that messengers show beside a shared link: calm, and nothing that a government site would show.

Drawn from three texts by Pillow, with a font from ``node_modules``, so that it needs no network and no font of the
machine. The sizes are those that messengers ask for.
"""

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from .folders import NODE_MODULES

FONTS = NODE_MODULES / "@fontsource" / "source-sans-3" / "files"
SIZE = (1200, 630)
MARGIN = 90
BAND = 110
"""The height of the band that says whose the guide is not."""

SMOOTH = 4
"""How much larger lines are drawn than shown: Pillow draws them with hard edges."""
PAPER, INK, SOFT, ACCENT = "#fbf8f2", "#12302f", "#344f4e", "#0a5049"
"""The light colours of wizard/web/palette.css."""

SIGN: tuple[tuple[tuple[float, float], ...], ...] = (
    ((12, 4), (12, 20)),
    ((6, 7), (15, 7), (18, 9.5), (15, 12), (6, 12), (6, 7)),
    ((17, 14), (9, 14), (6, 16), (9, 18), (17, 18), (17, 14)),
)
"""The lines of assets/guide/favicon.svg, on its field of 24 by 24."""


def social_card(name: str, line: str, standing: str) -> bytes:
    """A PNG that says the *name* of the guide, one *line* on it, and whose it is not (*standing*)."""
    image = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    image.paste(sign(96), (MARGIN, 60))
    top = 180.0
    for text, weight, size, colour in ((name, 700, 76, INK), (line, 400, 40, SOFT)):
        top = _text(draw, text, top, font(weight, size), colour) + 24
    draw.rectangle((0, SIZE[1] - BAND, *SIZE), fill=ACCENT)
    draw.text((MARGIN, SIZE[1] - BAND // 2), standing, fill=PAPER, font=font(600, 38), anchor="lm")
    file = BytesIO()
    image.quantize(64, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


@cache
def font(weight: int, size: int) -> ImageFont.FreeTypeFont:
    """The font of the cards; it holds the letters of western languages."""
    return ImageFont.truetype(FONTS / f"source-sans-3-latin-{weight}-normal.woff", size)


def wrapped(text: str, face: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """*text* in lines of at most *width* pixels; a space that does not break a line elsewhere breaks none here."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if face.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _text(draw: ImageDraw.ImageDraw, text: str, top: float, face: ImageFont.FreeTypeFont, colour: str) -> float:
    for line in wrapped(text, face, SIZE[0] - 2 * MARGIN):
        draw.text((MARGIN, top), line, fill=colour, font=face)
        top += face.size * 1.2
    return top


def sign(side: int, corner: float = 5) -> Image.Image:
    """The sign of the guide, *side* pixels wide; its *corner* is round by so many of the 24 parts of its field."""
    scale = SMOOTH * side / 24
    sign = Image.new("RGB", (SMOOTH * side, SMOOTH * side), PAPER)
    draw = ImageDraw.Draw(sign)
    draw.rounded_rectangle((0, 0, *sign.size), radius=corner * scale, fill=ACCENT)
    for line in SIGN:
        draw.line([(x * scale, y * scale) for x, y in line], fill=PAPER, width=round(1.8 * scale), joint="curve")
    return sign.resize((side, side), Image.Resampling.LANCZOS)
