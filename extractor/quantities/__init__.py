"""Counts and measures that carry news: a figure with the noun phrase or the unit it counts."""
