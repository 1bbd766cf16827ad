"""What the service refuses, each with its HTTP status. As bodies they are ExtractionFailures, like every error of the API.

TooLargeError      E501  413  more bytes than are taken
UnsupportedError   E502  415  a kind of content that no reader takes
TooManyError       E503  429  one client has too many requests running
BusyError          E504  503  all workers are taken and enough requests wait; or the service is stopping
TimeLimitError     E110  503  the article took longer than it may
WorkerError        E111  500  a worker process died over the article

E110 and E111 are the codes that a batch gives for the same.
"""

from __future__ import annotations

from extractor.errors import ArticleError


class ServiceError(ArticleError):
    """The root; `status` is the HTTP status, `retry_after` the seconds to wait where trying again helps."""

    code = "E500"
    status = 500
    retry_after: int | None = None


class TooLargeError(ServiceError):
    """More bytes than are taken."""

    code, status = "E501", 413


class UnsupportedError(ServiceError):
    """A kind of content that no reader takes."""

    code, status = "E502", 415


class TooManyError(ServiceError):
    """One client has too many requests running."""

    code, status, retry_after = "E503", 429, 1


class BusyError(ServiceError):
    """No worker is free and enough requests wait already."""

    code, status, retry_after = "E504", 503, 2


class TimeLimitError(ServiceError):
    """The article took longer than it may."""

    code, status = "E110", 503


class WorkerError(ServiceError):
    """A worker process died over the article."""

    code, status = "E111", 500
