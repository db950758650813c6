"""A copy of the built site with other settings for the wizard: a shorter patience, another way to leave."""

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

SETTINGS = re.compile(r'(?<=<script type="application/json" id="settings">).*?(?=</script>)', re.DOTALL)


def site_with(site: Path, copy: Path, leave: str = "", settings: Mapping[str, Any] | None = None) -> Path:
    """Copies *site* to *copy*, where the wizard has *settings* too, and *leave* as the place to go; returns *copy*."""
    shutil.copytree(site, copy)
    for page in copy.rglob("wizard/index.html"):
        text = page.read_text("utf-8")
        found = SETTINGS.search(text)
        assert found is not None
        changed = {**json.loads(found[0]), **(settings or {})}
        old = changed["links"]["en"]["leave"]
        for links in changed["links"].values():
            links["leave"] = leave or old
        given = json.dumps(changed).replace("<", "\\u003c")
        start, end = found.span()
        changed_page = text[:start] + given + text[end:]
        page.write_text(changed_page.replace(f'href="{old}"', f'href="{leave or old}"'), "utf-8")
        for packed in page.parent.glob("index.html.*"):
            packed.unlink()
    return copy
