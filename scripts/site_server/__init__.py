"""A small static server with the manners of a good host, and faults on request. See scripts/server.py."""
