"""What a screen reader says, written down: a desktop with Orca, a person who walks by keys, and what they heard."""
