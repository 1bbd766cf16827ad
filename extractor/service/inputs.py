"""From a request to a job: JSON, plain text and other documents as the body itself, or an uploaded file."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.datastructures import UploadFile

from extractor.article import read_date
from extractor.errors import LineError, PublishedError
from extractor.readers.blobs import LINE, Blob
from extractor.service.errors import UnsupportedError
from extractor.service.worker import Job

if TYPE_CHECKING:
    from datetime import date

    from fastapi import Request

# What can be uploaded, by ending and by media type. Archives, feeds and lines hold many articles: those go to the command line or the batch.
KINDS = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".eml": "message/rfc822",
}
_ENDINGS = {media: ending for ending, media in KINDS.items()}
_ALIASES = {".text": ".txt", ".markdown": ".md", ".htm": ".html", ".xhtml": ".html"}

# A character that shows: behind the invisible ones, an article without any is none (E102).
VISIBLE = r"[!-~\u00A1-\u00AC\u00AE-\u02FF\u0400-\u052F\u3041-\u9FFF\uAC00-\uD7A3]"

# ISO 8601; a timestamp counts as its day.
Day = Annotated[str, Field(json_schema_extra={"format": "date", "examples": ["2025-05-02"]})]
Word = Annotated[str, Field(max_length=2000)]


class ArticleRequest(BaseModel):
    """One article. `uri` is a name for the record: the service reads no address."""

    model_config = ConfigDict(extra="ignore", strict=True)

    text: Annotated[str, Field(min_length=1, pattern=VISIBLE, description="the article; at least one character that shows")]
    published: Annotated[Day | None, Field(description="the day that relative dates count from")] = None
    id: Word | None = None
    uri: Word | None = None
    title: Word | None = None


async def job_of(request: Request, published: str | None, *, include_text: bool) -> Job:
    """The job in a request's body, which has been bounded. Raises LineError, UnsupportedError and TooLargeError."""
    asked = day(published)
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media == "application/json":
        body = await request.body()
        check(body)
        return Job(Blob("request", LINE, body), asked, include_text)
    if media == "multipart/form-data":
        return await _uploaded(request, asked, include_text=include_text)
    if media in _ENDINGS:
        return Job(Blob("request", _ENDINGS[media], await request.body()), asked, include_text)
    message = f"The content type {media or 'is missing and'} is none that is read here."
    raise UnsupportedError(message, f"Send application/json, multipart/form-data or one of {', '.join(_ENDINGS)}.")


def check(body: bytes) -> None:
    """Raises LineError where a JSON body is no ArticleRequest."""
    try:
        request = ArticleRequest.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"])) or "body"
        message = f"{where}: {first['msg']}."
        raise LineError(message, 'Send {"text": ..., "published": "2025-05-02"}.') from error
    day(request.published)


def day(value: str | None) -> date | None:
    """The date. Raises LineError where it is none."""
    if value == "":
        raise LineError("published: empty.", "Give it as 2024-05-31, or leave it out.")
    try:
        return read_date(value, "published")
    except PublishedError as error:
        raise LineError(error.message, error.advice) from error


async def _uploaded(request: Request, asked: date | None, *, include_text: bool) -> Job:
    from starlette.exceptions import HTTPException

    try:
        form: Any = await request.form(max_files=1, max_fields=4)
    except HTTPException as error:
        message = f"body: {error.detail}."
        raise LineError(message, "Send a form with the field `file`.") from error
    try:
        file, stated = form.get("file"), form.get("published")
        if not isinstance(file, UploadFile):
            raise LineError("file: missing.", "Send a form with the field `file`.")
        name = PurePosixPath((file.filename or "upload").replace("\\", "/")).name or "upload"
        ending = _ending(name, file.content_type)
        return Job(Blob(name, ending, await file.read()), day(stated) if isinstance(stated, str) else asked, include_text)
    finally:
        await form.close()


def _ending(name: str, media: str | None) -> str:
    suffix = PurePosixPath(name).suffix.lower()
    suffix = _ALIASES.get(suffix, suffix)
    if suffix in KINDS:
        return suffix
    if not suffix or media in _ENDINGS:
        return _ENDINGS.get(media or "", ".txt")
    message = f"{name}: no kind of file that is read here."
    raise UnsupportedError(message, f"Files that are read: {', '.join(KINDS)}.", uri=name)
