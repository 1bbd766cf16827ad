"""Scores against gold, and the gate that keeps a figure from sinking."""

from __future__ import annotations
