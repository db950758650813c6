"""A small static server with the manners of a good host, and faults on request.

``scripts/serve`` shows the site with it. Tests use `serve`, which can record every request, slow the line down, and
spoil chosen files (see `Fault`).
"""

from .listening import Server
from .model import Fault, Request, Site, Throttle
from .serving import serve

__all__ = ["Fault", "Request", "Server", "Site", "Throttle", "serve"]
