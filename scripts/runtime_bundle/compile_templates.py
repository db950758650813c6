"""Compile the wizard's templates into the folder named on the command line.

A program apart from the build, because it is the only part that runs the wizard's own code.
"""

import sys

from wizard.render import environment

from .inputs import is_for_the_browser

if __name__ == "__main__":
    environment().compile_templates(sys.argv[1], zip=None, filter_func=is_for_the_browser, ignore_errors=False)
