"""Runs Orca as /usr/bin/orca does, by Debian's own Python, with a voice that writes down what it is given.

Usage: start_orca.py FILE. A line of FILE is a JSON list: which sentence of a text this is of, the text, and in which
language it is to be said; or null where a text was read to its end. Orca's own command will not start where it finds
another Orca by its name; and a voice of speech-dispatcher takes time, and now and then does not say that it is done.
"""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TextIO

from gi.repository import GLib  # type: ignore[import-not-found]
from orca import orca, orca_state, speechdispatcherfactory, speechserver  # type: ignore[import-not-found]

SETTINGS = {"enableKeyEcho": False, "speakProgressBarUpdates": False, "sayAllOnLoad": False}
"""Which keys were pressed the test knows. How far a bar has come, and what is there at first, the machine decides."""


class Voice(speechserver.SpeechServer):  # type: ignore[misc]
    """Is done with a text as soon as it has it."""

    def __init__(self, file: TextIO) -> None:
        super().__init__()
        self.file = file

    def speak(self, text: Any = None, acss: Any = None, interrupt: bool = True) -> None:  # noqa: ARG002, FBT001, FBT002
        """A message, or a part of a text."""
        sentence = getattr(orca_state.activeScript, "_sayAllContents", None)
        language = ((acss or {}).get("family") or {}).get("lang") or ""
        if isinstance(text, str):
            self._write([id(sentence) if sentence else 0, text, language])

    def speakCharacter(self, character: str, acss: Any = None) -> None:  # noqa: N802
        """A single letter."""
        self.speak(character, acss)

    def sayAll(self, texts: Iterator[Any], progress: Callable[..., None]) -> None:  # noqa: N802
        """A text to its end."""
        GLib.idle_add(self._read_on, texts, progress)

    def _read_on(self, texts: Iterator[Any], progress: Callable[..., None]) -> bool:
        context, acss = next(texts, (None, None))
        if context is None:
            self._write(None)
        else:
            self.speak(context.utterance, acss)
            progress(context.copy(), speechserver.SayAllContext.COMPLETED)
        return context is not None

    def _write(self, line: Any) -> None:
        print(json.dumps(line, ensure_ascii=False), file=self.file)


def main(log: str) -> int:
    """Starts Orca; returns when it was ended."""
    with Path(log).open("w", buffering=1, encoding="utf-8") as file:
        voice = Voice(file)
        Voice.getSpeechServer = staticmethod(lambda _=None: voice)
        speechdispatcherfactory.SpeechServer = Voice
        orca.getSettingsManager().activate(None, SETTINGS)
        return int(orca.main())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
