"""The ASGI application: addresses, their documentation, and how errors become answers."""

from __future__ import annotations

from contextlib import asynccontextmanager
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from pydantic import BaseModel

from extractor import __version__
from extractor.engine import failure
from extractor.errors import LineError, ProcessingError
from extractor.service.batch import answers, taken_in
from extractor.service.errors import ServiceError
from extractor.service.inputs import VISIBLE, ArticleRequest, Day, day, job_of
from extractor.service.limits import Bounds, Clients, Limits
from extractor.service.pool import Pool
from schemas import ArticleRecord, ExtractionFailure

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.types import Receive, Scope, Send

    from extractor.errors import ArticleError

LINES = "application/jsonl"
Published = Annotated[Day | None, Query(description="the day that relative dates count from, where the article says none")]
IncludeText = Annotated[bool, Query(description="put the article's text into its record")]


class Health(BaseModel):
    """How the service is. `waiting` and `running` count articles."""

    status: str
    version: str
    model: str
    workers: int
    waiting: int
    running: int


def create_app(limits: Limits | None = None) -> FastAPI:
    """The application; its workers start and stop with it."""
    limits = limits or Limits()
    pool = Pool(limits.model, workers=limits.workers, queue=limits.queue, limit=limits.timeout)
    clients = Clients(limits.per_client)

    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        try:
            await pool.start()
            yield
        finally:
            pool.close()

    # The pages of documentation that FastAPI brings load scripts from another host.
    app = FastAPI(
        title="Press Extractor", version=__version__, lifespan=life, docs_url=None, redoc_url=None,
        description="Press releases and news articles as structured records.",
    )  # fmt: skip
    app.add_middleware(Bounds, limits=limits, refuse=_refuse)
    app.add_exception_handler(LineError, _handled)
    app.add_exception_handler(ServiceError, _handled)
    app.add_exception_handler(RequestValidationError, _invalid)

    @app.post("/extract", response_model=None, responses=_responses(ArticleRecord), openapi_extra=_body())
    async def extract(request: Request, published: Published = None, include_text: IncludeText = False) -> Response:
        """The record of one article: JSON, an uploaded file, or a document as the body itself (text, Markdown, HTML, PDF, Word, e-mail)."""
        with clients.one(_client(request)):
            reply = await pool.run(await job_of(request, published, include_text=include_text))
        return Response(reply.body, _status(reply.code), media_type="application/json")

    @app.post("/extract/batch", response_model=None, responses=_batch_responses(), openapi_extra=_lines_body())
    async def batch(request: Request, published: Published = None, include_text: IncludeText = False) -> Response:
        """JSON Lines in (an article a line), JSON Lines out: a record or a failure for each line, in order, as they are made."""
        stated = day(published)
        place = clients.one(_client(request))
        place.__enter__()
        try:
            body = await taken_in(request)
        except BaseException:
            place.__exit__(None, None, None)
            raise

        async def lines() -> AsyncIterator[bytes]:
            try:
                async for line in answers(body, pool, limits.max_bytes, stated, include_text=include_text):
                    yield line
            finally:
                place.__exit__(None, None, None)

        return StreamingResponse(lines(), media_type=LINES)

    @app.get("/schema")
    def schema() -> dict[str, Any]:
        """The JSON Schema of the record."""
        return _schema()

    @app.get("/health")
    async def health() -> Health:
        """Answers also while texts are worked on."""
        return Health(status="ok", version=__version__, model=limits.model, workers=pool.size, waiting=pool.waiting, running=pool.running)

    @app.get("/", response_class=HTMLResponse)
    def index() -> HTMLResponse:
        """The page."""
        return HTMLResponse(_page(), headers={"content-security-policy": "frame-ancestors 'none'"})

    return app


@cache
def _page() -> str:
    from extractor.view import page

    assets = files("extractor.service").joinpath("assets")
    form, script = (assets.joinpath(name).read_text(encoding="utf-8") for name in ("form.html", "form.js"))
    return page(title="Press Extractor", subtitle=f"version {__version__}", form=form, script=script)


@cache
def _schema() -> dict[str, Any]:
    import json

    schema: dict[str, Any] = json.loads(files("schemas").joinpath("json", "article_record.schema.json").read_text(encoding="utf-8"))
    return schema


def _client(request: Request) -> str:
    return request.client.host if request.client else ""


def _status(code: str | None) -> int:
    """Of a reply: an article that cannot be read is the client's, an extraction that fails is ours."""
    if code is None:
        return 200
    return 500 if code == ProcessingError.code else 422


def _answer(error: ArticleError, status: int, retry_after: int | None = None) -> JSONResponse:
    headers = {"retry-after": str(retry_after)} if retry_after else {}
    if status == 413:
        headers["connection"] = "close"  # the rest of the body is not wanted
    return JSONResponse(failure(error).model_dump(mode="json"), status, headers)


async def _handled(_request: Request, error: Exception) -> JSONResponse:
    if isinstance(error, ServiceError):
        return _answer(error, error.status, error.retry_after)
    assert isinstance(error, LineError)  # noqa: S101 - registered for these two
    return _answer(error, 422)


async def _invalid(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this one
    first = error.errors()[0]
    return _answer(LineError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}.", "Look at /openapi.json."), 422)


async def _refuse(error: ServiceError, scope: Scope, receive: Receive, send: Send) -> None:
    """Answers before the application sees the request; the body is not read, so the connection ends with the answer."""
    response = _answer(error, error.status)
    response.headers["connection"] = "close"
    await response(scope, receive, send)


_REFUSALS = {413: "too many bytes", 415: "a kind of content that is not read", 422: "not an article", 429: "too many requests of one client",
             500: "a fault of the extractor", 503: "busy, stopping, or the article took too long"}  # fmt: skip


def _responses(model: type[BaseModel]) -> dict[int | str, dict[str, Any]]:
    return {200: {"model": model}, **{status: {"model": ExtractionFailure, "description": text} for status, text in _REFUSALS.items()}}


def _batch_responses() -> dict[int | str, dict[str, Any]]:
    responses = _responses(ExtractionFailure)
    responses[200] = {"description": "a record or a failure a line", "content": {LINES: {"schema": {"type": "string"}}}}
    del responses[415]
    return responses


def _body() -> dict[str, Any]:
    # Bytes with control characters are no text (E103); in JSON they may stand as escapes.
    rest = r"[^\u0000-\u0008\u000B\u000E-\u001F]*"
    text = {"type": "string", "minLength": 1, "pattern": f"^{rest}{VISIBLE}{rest}$"}
    file = {
        "type": "object",
        "required": ["file"],
        "properties": {"file": {"type": "string", "format": "binary"}, "published": {"type": "string", "format": "date"}},
    }
    content = {
        "application/json": {"schema": ArticleRequest.model_json_schema()},
        "multipart/form-data": {"schema": file},
        "text/plain": {"schema": text},
    }
    return {"requestBody": {"required": True, "content": content}}


def _lines_body() -> dict[str, Any]:
    return {
        "requestBody": {
            "required": True,
            "content": {LINES: {"schema": {"type": "string", "minLength": 1, "description": "a JSON object of an article a line"}}},
        }
    }
