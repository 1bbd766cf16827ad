"""What can go wrong, as a tree. Each error has a code that can be searched for, says what was found, and what to do next.

PressExtractorError
├── ArticleError          one article cannot be read; the stream goes on (becomes an ExtractionFailure)
│   ├── MissingError          E101  no such file, or not to be opened
│   ├── EmptyError            E102  no text in it
│   ├── BinaryError           E103  not text
│   ├── EncodingError         E104  characters that cannot be decoded
│   ├── LineError             E105  a line of a .jsonl file that is no article
│   ├── FormatError           E106  a kind of file that no reader takes
│   ├── ProcessingError       E107  the extraction itself failed on this article
│   ├── DamagedError          E108  a file of a known kind that is damaged or encrypted
│   ├── ReaderError           E109  the package that reads this kind of file is not installed
│   ├── TimeLimitError        E110  the article took longer than the time limit
│   └── WorkerError           E111  the process that read the article died of it
├── ConfigurationError
│   ├── ModelError            E201  the model cannot be loaded
│   ├── PublishedError        E202  the publication date is no date
│   ├── ForeignSchemasError   E203  another package called `schemas` stands in the way
│   └── NotInstalledError     E204  a package that the command needs is not installed
├── OutputError               E301  the output cannot be written
└── GoldError                 E401  gold data or a baseline that cannot be used
"""

from __future__ import annotations


class PressExtractorError(Exception):
    """The root. `message` says what was found; `advice` says what to do."""

    code = "E000"

    def __init__(self, message: str, advice: str = "") -> None:
        self.message = message
        self.advice = advice
        super().__init__(f"{message} {advice}".strip())


class ArticleError(PressExtractorError):
    """One article cannot be read. `uri` and `article_id` name it where they are known."""

    code = "E100"

    def __init__(self, message: str, advice: str = "", *, uri: str | None = None, article_id: str | None = None) -> None:
        super().__init__(message, advice)
        self.uri = uri
        self.article_id = article_id


class MissingError(ArticleError):
    """No such file, or it cannot be opened."""

    code = "E101"


class EmptyError(ArticleError):
    """There is no text in it."""

    code = "E102"


class BinaryError(ArticleError):
    """The bytes are no text."""

    code = "E103"


class EncodingError(ArticleError):
    """No encoding gives readable text."""

    code = "E104"


class LineError(ArticleError):
    """A line of a .jsonl file is no article."""

    code = "E105"


class FormatError(ArticleError):
    """No reader takes this kind of file."""

    code = "E106"


class ProcessingError(ArticleError):
    """The extraction failed on this article: a fault of the program, worth a report."""

    code = "E107"


class DamagedError(ArticleError):
    """A file of a known kind that cannot be read: damaged, cut off or encrypted."""

    code = "E108"


class ReaderError(ArticleError):
    """The package that reads this kind of file is not installed."""

    code = "E109"


class TimeLimitError(ArticleError):
    """The article took longer than the time limit."""

    code = "E110"


class WorkerError(ArticleError):
    """The process that read the article died of it, twice."""

    code = "E111"


class ConfigurationError(PressExtractorError):
    """Nothing can run as it was asked for."""

    code = "E200"


class ModelError(ConfigurationError):
    """The model cannot be loaded."""

    code = "E201"


class PublishedError(ConfigurationError):
    """The publication date is no date."""

    code = "E202"


class ForeignSchemasError(ConfigurationError):
    """Another package called `schemas` is found first."""

    code = "E203"


class NotInstalledError(ConfigurationError):
    """A package that the command needs is not installed."""

    code = "E204"


class OutputError(PressExtractorError):
    """The output cannot be written."""

    code = "E301"


class GoldError(PressExtractorError):
    """Gold data, records or a baseline that cannot be used."""

    code = "E401"
