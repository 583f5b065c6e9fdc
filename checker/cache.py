"""What was worked out in an earlier run and holds as long as nothing it depends on changes.

A value is kept below the user's cache folder, under the key of all it depends on. It is there to
save time only: whatever is wrong with it or with its place, it is passed over in silence.

Values are pickles, and to read a pickle is to run what its writer wants. So none is read but from
a file of the user's own, in a folder of the user's own that no one else may enter.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import pickle
import stat
import sys
from collections.abc import Callable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

import attrs
from attrs import frozen

import checker

T = TypeVar("T")

_FOLDER = "deliberation-check"
_LARGEST = 100_000_000


@frozen
class Cache:
    """One value that is kept from run to run, under a name of its own."""

    name: str

    def recall(self, key: str) -> object | None:
        """The value kept under this very key, if there is one."""
        with contextlib.suppress(Exception):
            head, pickled = self._read().split(b"\n", 1)
            if head == _head(key, pickled):
                value: object = pickle.loads(pickled)  # noqa: S301 - the user's own, see above
                return value
        return None

    def recalled(self, key: str, type_: type[T], make: Callable[[], T]) -> T:
        """The value of a type kept under this very key, or else made, and kept from now on."""
        known = self.recall(key)
        if isinstance(known, type_):
            return known
        value = make()
        self.remember(key, value)
        return value

    def remember(self, key: str, value: object) -> None:
        """Keep a value in place of the one there was."""
        with contextlib.suppress(Exception), _folder(make=True) as folder:
            pickled = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
            # Unlike a process number, it is no other machine's with the same home.
            new = f"{self._file}.{os.urandom(8).hex()}"
            made = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600, dir_fd=folder)
            try:
                with os.fdopen(made, "wb") as stream:
                    stream.write(_head(key, pickled) + b"\n" + pickled)
                os.replace(new, self._file, src_dir_fd=folder, dst_dir_fd=folder)
            except BaseException:
                with contextlib.suppress(OSError):
                    os.unlink(new, dir_fd=folder)
                raise

    @property
    def _file(self) -> str:
        # Versions of Python take turns in a checkout; each has its own.
        return f"{self.name}.{sys.implementation.cache_tag}.pickle"

    def _read(self) -> bytes:
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
        with _folder() as folder:
            opened = os.open(self._file, flags, dir_fd=folder)
        with os.fdopen(opened, "rb") as stream:
            found = os.fstat(stream.fileno())
            if not stat.S_ISREG(found.st_mode) or not _is_private(found, 0o022):
                raise PermissionError
            return stream.read(_LARGEST)


@functools.cache
def state_of_program() -> str:
    """Changes whenever this program, its Python or a library beside it may have changed."""
    libraries = Path(attrs.__file__).parents[1].stat().st_mtime_ns
    found = hashlib.sha256(f"{checker.__version__} {sys.version} {libraries}".encode())
    for module in _modules(Path(checker.__file__).parent):
        # As Python itself knows whether its bytecode is up to date; and by the time of the last
        # change to the file, which no one can set.
        about = module.stat()
        state = about.st_size, about.st_mtime_ns, about.st_ctime_ns
        found.update(f"{module.path}\0{state}\0".encode())
    return found.hexdigest()


def _modules(folder: str | Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=attrgetter("name")):
            if entry.name.endswith(".py"):
                yield entry
            elif entry.is_dir():
                yield from _modules(entry.path)


def _head(key: str, pickled: bytes) -> bytes:
    """The key, and what tells a file that is whole."""
    return f"{key} {hashlib.sha256(pickled).hexdigest()}".encode()


@contextlib.contextmanager
def _folder(*, make: bool = False) -> Iterator[int]:
    """The folder of the cache, opened.

    Raises:
        OSError: There is none, or others than the user may enter it.
    """
    base = Path(os.environ.get("XDG_CACHE_HOME", ""))
    place = (base if base.is_absolute() else Path.home() / ".cache") / _FOLDER
    if make:
        _make(place.parent)
        _make(place)
    folder = os.open(place, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        if not _is_private(os.fstat(folder), 0o077):
            raise PermissionError
        yield folder
    finally:
        os.close(folder)


def _make(folder: Path) -> None:
    """Make a folder where there is none, unless it would be another user's whom `sudo` serves."""
    if not folder.exists() and folder.parent.stat().st_uid == os.geteuid():
        folder.mkdir(0o700)


def _is_private(found: os.stat_result, forbidden: int) -> bool:
    return found.st_uid == os.geteuid() and not found.st_mode & forbidden
