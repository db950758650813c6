"""What holds texts, pages, facts and statements together: faults, one line each. Builds nothing."""
