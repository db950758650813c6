"""`urllib.parse` asks it about hosts in brackets. The wizard quotes text for links, and takes no address apart."""

from typing import NoReturn


def ip_address(_address: object) -> NoReturn:
    """Refuse: no address of a machine is ever read here."""
    raise NotImplementedError("the bundle reads no addresses of machines")
