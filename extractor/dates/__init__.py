"""Dates: finds time expressions in a text and resolves them to TIMEX3 values, days and granularity."""
