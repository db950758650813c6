"""The lists of ICE's offices on the reading pages, and the map of their areas, made from wizard/facts/offices."""
