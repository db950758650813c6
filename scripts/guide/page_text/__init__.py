"""What the pages' own text can name: facts, ICE's sentences, lists, tables and pictures."""
