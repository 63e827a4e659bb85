"""Every error a user can meet, so that each says what happened and what to do.

AssessorError
 ├─ ReadingError              a file could not become a Document
 │   ├─ FileMissing           no such file
 │   ├─ NotAFile              a folder or a device
 │   ├─ EmptyFile             zero bytes
 │   ├─ UnsupportedFormat     neither PDF nor Word, whatever the name says
 │   ├─ EncryptedDocument     a password is needed
 │   ├─ DamagedDocument       claims to be PDF or Word, cannot be opened
 │   ├─ NoPages               opens, and holds nothing
 │   └─ LimitExceeded         would cost more memory, time or pages than allowed
 ├─ ChecklistError            all mistakes of a checklist at once, with file and line
 ├─ SettingsError             a setting that does not exist or cannot be
 ├─ DossierError              saved work could not be opened or written
 │   ├─ NewerDossier          written by a newer version
 │   ├─ DossierLocked         another program holds it
 │   └─ PackageRefused        a dossier from elsewhere is damaged or was tampered with
 └─ ExportError               a file to take along could not be made
     ├─ TemplateWrong         all mistakes of a Word template, each with its place
     ├─ NotWritten            the file cannot be written there, or stands there already
     ├─ OriginalMissing       the supplier's own file is not, or not unchanged, where it was
     └─ AgendaUnreadable      what should hold an agenda holds something else

Each carries a `Words` title ("what happened") and remedy ("what to do"), in both languages, and a
short code for the help desk. Third-party exceptions become one of these at the door where they
enter (`raise … from error`); nothing else in the engine catches them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assessor.model import Words


class AssessorError(Exception):
    """Something that a person must know: `what` happened and the `remedy`, in both languages."""

    code = "A100"

    def __init__(self, what: Words, remedy: Words) -> None:
        super().__init__(what.en)
        self.what = what
        self.remedy = remedy

    def told_in(self, language: str) -> str:
        """Return one line for a person: what happened, what to do, the code."""
        return f"{self.what.told_in(language)} {self.remedy.told_in(language)} [{self.code}]"


class ReadingError(AssessorError):
    """A file could not become a Document."""

    code = "A200"


class FileMissing(ReadingError):
    """There is no such file."""

    code = "A201"


class NotAFile(ReadingError):
    """The path is a folder or a device."""

    code = "A202"


class EmptyFile(ReadingError):
    """The file has zero bytes."""

    code = "A203"


class UnsupportedFormat(ReadingError):
    """The content is neither PDF nor Word, whatever the name says."""

    code = "A204"


class EncryptedDocument(ReadingError):
    """A password is needed to open it."""

    code = "A205"


class DamagedDocument(ReadingError):
    """The file claims to be PDF or Word and cannot be opened."""

    code = "A206"


class NoPages(ReadingError):
    """The file opens and holds nothing to read."""

    code = "A207"


class LimitExceeded(ReadingError):
    """Reading would cost more memory, time or pages than the settings allow."""

    code = "A208"


class ChecklistError(AssessorError):
    """A checklist has mistakes; `problems` holds all of them as "file:line: what is wrong"."""

    code = "A300"

    def __init__(self, what: Words, remedy: Words, problems: tuple[str, ...] = ()) -> None:
        super().__init__(what, remedy)
        self.problems = problems


class SettingsError(AssessorError):
    """A setting does not exist or has a value that cannot be."""

    code = "A400"


class DossierError(AssessorError):
    """Saved work could not be opened or written."""

    code = "A500"


class NewerDossier(DossierError):
    """The database was written by a newer version of the program."""

    code = "A501"


class DossierLocked(DossierError):
    """Another program holds the database."""

    code = "A502"


class PackageRefused(DossierError):
    """A dossier from elsewhere is not one, is damaged, or was tampered with; nothing was taken."""

    code = "A503"


class ExportError(AssessorError):
    """A file to take along could not be made."""

    code = "A600"


class TemplateWrong(ExportError):
    """A Word template has mistakes; `problems` holds all that were found, each with its place."""

    code = "A601"

    def __init__(self, what: Words, remedy: Words, problems: tuple[Words, ...] = ()) -> None:
        super().__init__(what, remedy)
        self.problems = problems


class NotWritten(ExportError):
    """The file cannot be written there, or another stands there already."""

    code = "A602"


class OriginalMissing(ExportError):
    """The supplier's own file is not, or not unchanged, where it was."""

    code = "A603"


class AgendaUnreadable(ExportError):
    """What should hold an agenda holds something else."""

    code = "A604"
