"""What the worker starts with: the wizard's door, behind dataclasses whose functions were compiled with the bundle.

A part of the bundle. `prepared.py` writes the module of the functions; a text that is not in it is compiled as ever.
"""

import dataclasses
import zlib
from types import FunctionType
from typing import Any

from dataclass_functions import CODE  # type: ignore[import-not-found] # made with the bundle


def _run(text: str, names: dict[str, Any], made: dict[str, Any]) -> None:
    """What `exec` does with the text of a dataclass: it makes one function."""
    code = CODE.get(zlib.crc32(text.encode()))
    if code is None:
        exec(text, names, made)  # noqa: S102 - Python's own text
    else:
        made[code.co_name] = FunctionType(code, names)


vars(dataclasses)["exec"] = _run

from wizard.bridge import handle, rehearsal  # noqa: E402 - only now, since this makes the classes

__all__ = ["handle", "rehearsal"]
