"""The guide as one file: pages, wizard, letters and lists of offices, opened by double click. It asks nobody.

Made of a built site, and so of the same templates. ``scripts/build --one-file`` is the door; a release has it too.
"""
