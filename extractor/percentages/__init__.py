"""Percentages, percentage points and basis points, with the whole that a share is taken of."""
