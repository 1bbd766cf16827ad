"""Text that was decoded wrongly once before it came here (`â€™` for ’, `â‚¬` for €): told, and mended where that is asked for."""

from __future__ import annotations

import re

from extractor.errors import NotInstalledError

# UTF-8 of two or three bytes read as Windows-1252 or Latin-1: a lead byte's character, then those of 0x80-0xBF.
_TRAIL = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\ufffd]"
_DOUBLE = re.compile(f"[ÂÃÄÅÎÏÐÑ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]|â{_TRAIL}{{2}}")


def looks_double_encoded(text: str) -> tuple[int, int] | None:
    """The first place that shows it, or None."""
    if text.isascii():
        return None
    match = _DOUBLE.search(text)
    return match.span() if match else None


def repair(text: str) -> str:
    """The text with its encoding mended by ftfy, all else as it was. Raises NotInstalledError without ftfy."""
    try:
        import ftfy
    except ImportError as error:
        raise NotInstalledError("--repair needs ftfy.", "Install it: pip install 'press-extractor[repair]'.") from error
    return ftfy.fix_encoding(text)
