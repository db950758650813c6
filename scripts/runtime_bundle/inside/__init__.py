"""Modules that run inside Pyodide while the bundle is made; they are no part of the bundle."""
