"""Small modules in place of large ones that the bundle starts with and never uses; `inputs.STAND_INS` says of which.

What only those import leaves the bundle with them: sockets, TLS, subprocesses, logging, pickle and others.
"""
