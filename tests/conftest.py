"""How properties are tried: a busy machine is no fault of the product, so no example has a deadline."""

from hypothesis import settings

settings.register_profile("guide", deadline=None)
settings.load_profile("guide")
