"""The command line: one command a file. stdout is data, stderr is talk."""

from __future__ import annotations
