"""The ICE Contact Guide's interview: where to turn, why, and what to include.

Everything here is plain Python that knows neither the browser nor the site builder.
"""

import sys

if sys.version_info < (3, 12):  # noqa: UP036 (one line, where an older Python would show a traceback)
    sys.exit("wizard: needs Python 3.12 or newer; scripts/setup finds one and makes .venv/bin/python")
