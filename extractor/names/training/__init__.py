"""Trains the name model: `python -m extractor.names.training` (extra `[train]`). Nothing here is imported at run time."""
