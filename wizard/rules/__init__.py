"""The rules: one small function a statement, one file a channel. No wording, no clock, no input or output."""
