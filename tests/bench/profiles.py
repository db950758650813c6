"""The lines and the phones that the pages are measured on."""

from dataclasses import dataclass

from scripts.site_server import Throttle


@dataclass(frozen=True)
class Profile:
    """A line (none: as fast as it goes), how many times slower the processor is, and how often to measure."""

    name: str
    line: Throttle | None
    cpu: float
    runs: int


GOOD_MOBILE = Throttle(9e6 / 8, 0.100)
POOR_MOBILE = Throttle(1.6e6 / 8, 0.150)

PROFILES = {
    profile.name: profile
    for profile in (
        Profile("unthrottled", None, 1, 5),
        Profile("9mbit-cpu-4x", GOOD_MOBILE, 4, 3),
        Profile("1.6mbit-cpu-4x", POOR_MOBILE, 4, 3),
        Profile("cpu-6x", None, 6, 3),
        Profile("cpu-4x", None, 4, 5),
        Profile("9mbit", GOOD_MOBILE, 1, 5),
        Profile("1.6mbit", POOR_MOBILE, 1, 3),
    )
}
USUAL = ("unthrottled", "9mbit-cpu-4x", "1.6mbit-cpu-4x", "cpu-6x")
"""What is measured where nothing else is asked for."""
