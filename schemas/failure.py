"""What stands in the stream instead of a record where an article could not be read."""

from typing import Literal

from pydantic import Field

from schemas.primitives import Strict


class FailureSource(Strict):
    """Which article it was."""

    id: str | None
    uri: str | None


class FailureCause(Strict):
    """`code` can be searched for; `message` says what was found and what to do."""

    code: str = Field(min_length=1)
    message: str = Field(min_length=1)


class ExtractionFailure(Strict):
    """Line N of the output answers article N, also when that article could not be read."""

    schema_version: Literal["1.0"] = "1.0"
    source: FailureSource
    error: FailureCause
