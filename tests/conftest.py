"""How properties are tried, and in which order: the bench before any other browser is up.

A busy machine is no fault of the product, so no example has a deadline.
"""

import pytest
from hypothesis import settings

settings.register_profile("guide", deadline=None)
settings.load_profile("guide")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The bench starts a Playwright of its own, which cannot be done while the one of all other tests runs."""
    items.sort(key=lambda item: item.path.name != "test_bench.py")
