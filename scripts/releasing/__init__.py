"""A release: the built site with what a group needs beside it, in one zip that is the same on every machine.

``scripts/release`` is the door. `shipped` holds what goes into the zip as it stands; none of it may import from here.
"""
