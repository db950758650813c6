"""The ICE Contact Guide's interview: where to turn, why, and what to include.

Everything here is plain Python that knows neither the browser nor the site builder.
"""
