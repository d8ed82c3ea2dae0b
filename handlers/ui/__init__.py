"""The kit every handler is built from: buttons, texts, screens, and the sizes they must keep."""
