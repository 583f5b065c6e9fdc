"""ZIP archives that a document may be, read without trusting anything they say about themselves.

Only the parts that are asked for are decompressed, so an archive within the archive is never
opened; each part, and all of them together, have a bound on their size.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from checker.reading.refusal import Reason, RefusedDocumentError

MOST_ENTRIES = 4_096
MOST_DECLARED = 1 << 30
"""Bytes of all entries together, by the archive's own account; pictures count here only."""
MOST_READ = 48 << 20
"""Bytes decompressed from one archive."""
MOST_RATIO = 250
"""Word processors reach 50; this bounds parts of over 4 MiB only, as short ones repeat more."""
RATIO_FROM = 4 << 20

_CENTRAL = b"PK\x01\x02"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What the standard library raises on archives that are broken or use an unknown method."""


class Archive:
    """The parts of a ZIP archive, by name; names are compared without regard to case.

    Args:
        data: The whole file.
        name: The file as the user named it.
        expected: What the file should be, for the message: « a Word document (.docx) ».
    """

    def __init__(self, data: bytes, name: str, expected: str) -> None:
        self._name = name
        self._expected = expected
        self._left = MOST_READ
        if not data.startswith(b"PK\x03\x04"):
            raise self._not_an_archive(data)
        if data.count(_CENTRAL) > MOST_ENTRIES:
            raise self._too_large(f"it holds over {MOST_ENTRIES} parts")
        with self._clean():
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._parts: dict[str, list[zipfile.ZipInfo]] = {}
        for info in self._zip.infolist():
            self._parts.setdefault(_key(info.filename), []).append(info)
        if sum(info.file_size for info in self._zip.infolist()) > MOST_DECLARED:
            raise self._too_large("its parts would unpack to over 1 GiB")

    def __contains__(self, part: str) -> bool:
        return _key(part) in self._parts

    def read(self, part: str) -> bytes:
        """The bytes of a part, which must be there."""
        found = self._parts.get(_key(part), [])
        if len(found) != 1:
            count = "no part" if not found else f"{len(found)} parts"
            raise self.refusal("damaged", f"It has {count} named {part} where one is expected.")
        info = found[0]
        if info.flag_bits & 0x1:
            raise self.encrypted()
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self.refusal(
                "damaged", f"Its part {part} is compressed by a method no word processor uses."
            )
        self._weigh(info)
        with self._clean(), self._zip.open(info) as file:
            return file.read(info.file_size + 1)

    def refusal(self, reason: Reason, what: str) -> RefusedDocumentError:
        """Why this archive is not read: what was found, then what was expected."""
        return RefusedDocumentError(
            self._name, reason, f"{what} Expected: {self._expected}; save it again and retry."
        )

    def encrypted(self) -> RefusedDocumentError:
        """The refusal of a document under a password."""
        return RefusedDocumentError(
            self._name,
            "encrypted",
            "The document is protected by a password. Save a copy without one and give that.",
        )

    def _weigh(self, info: zipfile.ZipInfo) -> None:
        size = info.file_size
        if size > self._left:
            raise self._too_large(f"its text alone unpacks to over {MOST_READ >> 20} MiB")
        if size > RATIO_FROM and size > MOST_RATIO * info.compress_size:
            raise self._too_large(f"a part of it unpacks to over {MOST_RATIO} times its size")
        self._left -= size

    def _too_large(self, why: str) -> RefusedDocumentError:
        return RefusedDocumentError(
            self._name,
            "too_large",
            f"The document is not unpacked, because {why}. Split it, or save it again.",
        )

    def _not_an_archive(self, data: bytes) -> RefusedDocumentError:
        if data.startswith(_OLE):
            if "EncryptedPackage".encode("utf-16-le") in data:
                return self.encrypted()
            return self.refusal("wrong_type", "This is a document of an old Office format (.doc).")
        what = "a PDF" if data[:1024].lstrip().startswith(b"%PDF") else "no archive of any kind"
        return self.refusal("wrong_type", f"This is {what}." if data else "The file is empty.")

    @contextmanager
    def _clean(self) -> Iterator[None]:
        try:
            yield
        except _FAULTS as fault:
            raise self.refusal("damaged", f"The file is cut short or damaged ({fault}).") from fault


def _key(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").casefold()
