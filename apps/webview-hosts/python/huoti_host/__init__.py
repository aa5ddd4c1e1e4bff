"""The host's side of huoti's bridge, for reference hosts that are written in Python."""
