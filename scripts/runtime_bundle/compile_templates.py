"""Compile the wizard's templates into the folder named on the command line.

A program apart from the build, because it is the only part that runs the wizard's own code.
"""

import sys

from wizard.render import environment

if __name__ == "__main__":
    environment().compile_templates(sys.argv[1], zip=None, ignore_errors=False)
