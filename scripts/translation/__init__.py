"""What a translator needs: a new language's skeleton, and the list of what it lacks."""
