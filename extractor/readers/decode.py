"""Bytes -> text: byte order mark, UTF-8, UTF-16, else charset-normalizer. Noise is refused, not decoded."""

from __future__ import annotations

import codecs
import re

from extractor.errors import BinaryError, EncodingError

# Longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
# First bytes of common files that people rename to .txt.
_FILES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an Office file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "a rich text file"),
)
# Control characters that no text holds: all of C0 but tab, line ends, form feed, escape; NUL above all.
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_C1 = re.compile("[\x80-\x9f]")


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text and the name of its encoding; `name` is for messages.

    Raises BinaryError where the bytes are no text and EncodingError where no encoding gives readable text.
    """
    for mark, codec, label in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(codec), label
            except UnicodeDecodeError as error:
                raise _unreadable(name, f"it is marked as {label} but is not") from error
    for start, what in _FILES:
        if data.startswith(start):
            message = f"{name}: not a text file but {what}."
            raise BinaryError(message, "Convert it to text first.", uri=name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if len(_CONTROL.findall(data)) <= len(data) // 1000:
            return text, "utf-8"
    return _wide(data) or _guessed(data, name)


def _wide(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark: every second byte of Western text is NUL."""
    head = data[:4000]
    if len(data) % 2 or len(head) < 4:
        return None
    for codec, zeros, others in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        if zeros.count(0) > 0.7 * len(zeros) and others.count(0) < 0.1 * len(others):
            try:
                return data.decode(codec), codec
            except UnicodeDecodeError:
                return None
    return None


def _guessed(data: bytes, name: str) -> tuple[str, str]:
    if len(_CONTROL.findall(data)) > len(data) // 1000:
        message = f"{name}: not a text file (it holds control bytes)."
        raise BinaryError(message, "Convert it to text first.", uri=name)
    western = _western(data)
    if western is not None:
        return western, "cp1252"
    from charset_normalizer import from_bytes  # rarely needed: imported where it is

    best = from_bytes(data).best()
    if best is None:
        raise _unreadable(name, "no encoding gives readable text")
    return str(best), best.encoding


def _western(data: bytes) -> str | None:
    """Windows-1252 where its high bytes are rare and make Western words: short texts say too little for statistics."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    high = [c for c in text if ord(c) > 0x7F]
    if len(high) > len(text) / 4:
        return None
    usual = sum(c in _WESTERN for c in high)
    return text if usual >= 0.9 * len(high) and not _C1.search(text) else None


_WESTERN = frozenset("€‚„…‘’“”•–—™©®°±²³·¼½¾£¥§«» ´¡¿ªºÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿŒœŠšŽž")


def _unreadable(name: str, why: str) -> EncodingError:
    return EncodingError(f"{name}: cannot be decoded: {why}.", "Save it as UTF-8.", uri=name)
