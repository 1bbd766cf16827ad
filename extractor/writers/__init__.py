"""Writers: records to bytes. One format a file; `output` opens where they go."""

from __future__ import annotations
