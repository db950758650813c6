"""What a translator needs: a new language's skeleton and what it lacks; texts and pages as PO; a sheet to review."""
