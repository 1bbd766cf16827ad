"""Numeric statements: which figure says what, about which measure, with its change, earlier value, whole and period."""
