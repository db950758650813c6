"""A copy of the built site with other settings for the wizard: a shorter patience, another way to leave."""

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.guide.own_places import LEAVE

SETTINGS = re.compile(r'(<script type="application/json" id="(?:settings|runtime)">)(.*?)(?=</script>)', re.DOTALL)


def site_with(site: Path, copy: Path, leave: str = "", settings: Mapping[str, Any] | None = None) -> Path:
    """Copies *site* to *copy*, where the wizard has *settings* too, and *leave* as the place to go; returns *copy*."""
    shutil.copytree(site, copy)
    for page in copy.rglob("wizard/index.html"):
        changed_page, places = SETTINGS.subn(
            lambda found: found[1] + _with(found[2], settings), page.read_text("utf-8")
        )
        assert places == len(("settings", "runtime"))
        page.write_text(changed_page.replace(f'href="{LEAVE}"', f'href="{leave or LEAVE}"'), "utf-8")
        for packed in page.parent.glob("index.html.*"):
            packed.unlink()
    return copy


def _with(given: str, settings: Mapping[str, Any] | None) -> str:
    return json.dumps({**json.loads(given), **(settings or {})}).replace("<", "\\u003c")
