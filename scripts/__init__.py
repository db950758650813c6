"""The commands of the project, and behind them the rooms with what they run ([list](README.md))."""
