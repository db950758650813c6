"""The steps that turn Pyodide, two libraries and `wizard/` into the files a browser downloads.

`__main__.py` puts the steps in order. Nothing here knows a rule, a question or a wording.
"""
