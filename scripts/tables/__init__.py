"""Tables of the wizard that are made from a pinned package, and committed: each is a command of its own."""
