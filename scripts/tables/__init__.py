"""What is made and committed, from a pinned package or from the wizard's types: each is a command of its own."""
