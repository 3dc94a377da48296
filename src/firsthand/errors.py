"""Everything that Firsthand raises on purpose.

FirsthandError              says what happened, to which input, and what to do
├── InputError              an input can't be read as an article; the others go on
│   ├── MissingInputError   there is no such file, or it may not be opened
│   ├── EncodingError       not text: binary, or no encoding fits
│   ├── FormatError         the form is broken: a truncated JSON line, a field of the wrong type
│   ├── EmptyArticleError   nothing to read in it: empty, blank, or a page without an article
│   └── SizeError           larger than we read
├── StoreError              the database can't be used
│   ├── StoreVersionError   it was written by a newer Firsthand
│   └── StoreAccessError    it can't be opened, read or written
├── ModelError              the model file is missing, damaged or of another version
└── UsageError              the command asks for something that does not exist
"""


class FirsthandError(Exception):
    """The root: `message` says what happened and what to do, `subject` which input it is about."""

    def __init__(self, message: str, subject: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.subject = subject

    def __str__(self) -> str:
        return f"{self.subject}: {self.message}" if self.subject else self.message


class InputError(FirsthandError):
    """An input can't be read as an article."""


class MissingInputError(InputError):
    """There is no such file, or it may not be opened."""


class EncodingError(InputError):
    """Not text."""


class FormatError(InputError):
    """The form of the input is broken."""


class EmptyArticleError(InputError):
    """Nothing to read in it."""


class SizeError(InputError):
    """Larger than we read."""


class StoreError(FirsthandError):
    """The database can't be used."""


class StoreVersionError(StoreError):
    """The database was written by a newer Firsthand."""


class StoreAccessError(StoreError):
    """The database can't be opened, read or written."""


class ModelError(FirsthandError):
    """The model file is missing, damaged or of another version."""


class UsageError(FirsthandError):
    """The command asks for something that does not exist."""
