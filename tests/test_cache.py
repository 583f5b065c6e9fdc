"""The cache: what it keeps, what it refuses, and that nothing wrong with it is ever noticed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import checker
from checker.cache import Cache, state_of_program
from tests.acts import ROOT

KEEPER = Cache("kept")
KEY, VALUE = "key", {"value": (1, "two")}

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder, empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


def kept(home: Path) -> Path:
    """The file of a value just kept."""
    KEEPER.remember(KEY, VALUE)
    assert KEEPER.recall(KEY) == VALUE
    (file,) = (home / "deliberation-check").iterdir()
    return file


class Trap:
    """Its pickle makes a folder when it is read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return os.mkdir, (str(self.folder),)


class TestKeeping:
    def test_a_value_is_recalled_under_its_name_and_key_alone(self, home: Path) -> None:
        kept(home)

        assert KEEPER.recall("other key") is None
        assert Cache("other").recall(KEY) is None

    def test_the_last_value_stands_in_place_of_the_first(self, home: Path) -> None:
        kept(home)
        KEEPER.remember("new key", "new value")

        assert KEEPER.recall("new key") == "new value"
        assert KEEPER.recall(KEY) is None
        assert len([*(home / "deliberation-check").iterdir()]) == 1

    def test_no_one_else_may_read_it(self, home: Path) -> None:
        file = kept(home)

        assert [path.stat().st_mode & 0o777 for path in (home, file.parent, file)] == [
            *(0o700, 0o700, 0o600)
        ]

    def test_without_xdg_cache_home_it_is_below_the_home_folder(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
        monkeypatch.setenv("HOME", str(tmp_path))
        KEEPER.remember(KEY, VALUE)

        assert (tmp_path / ".cache" / "deliberation-check").is_dir()
        assert KEEPER.recall(KEY) == VALUE


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[:-1],
        lambda data: data[:20],
        lambda data: data + b"x",
        lambda data: data.replace(b"two", b"one"),
        lambda data: data.split(b"\n", 1)[1],
        lambda data: data.replace(b"key ", b"yek "),
        lambda data: data.replace(b"\n", b" "),
    ],
)
def test_a_damaged_file_is_passed_over(home: Path, damage: Callable[[bytes], bytes]) -> None:
    file = kept(home)
    file.write_bytes(damage(file.read_bytes()))

    assert KEEPER.recall(KEY) is None
    assert kept(home) == file


def test_a_value_that_can_no_longer_be_made_is_passed_over(home: Path, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    KEEPER.remember(KEY, Trap(tmp_path / "there"))

    assert (home / "deliberation-check").is_dir()
    assert KEEPER.recall(KEY) is None


class TestTrust:
    """What others may have written is not even looked into."""

    @pytest.fixture
    def trap(self, home: Path, tmp_path: Path) -> Path:
        """The folder that is made if the file in the cache is read."""
        KEEPER.remember(KEY, Trap(tmp_path / "sprung"))
        assert [*(home / "deliberation-check").iterdir()]
        return tmp_path / "sprung"

    def file(self, home: Path) -> Path:
        (file,) = (home / "deliberation-check").iterdir()
        return file

    def test_a_trap_springs_where_nothing_is_wrong(self, trap: Path) -> None:
        KEEPER.recall(KEY)

        assert trap.exists()

    @pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
    def test_a_file_that_others_may_write(self, home: Path, trap: Path, mode: int) -> None:
        self.file(home).chmod(mode)

        assert KEEPER.recall(KEY) is None
        assert not trap.exists()

    @pytest.mark.parametrize("mode", [0o770, 0o720, 0o755, 0o777])
    def test_a_folder_that_others_may_enter(self, home: Path, trap: Path, mode: int) -> None:
        self.file(home).parent.chmod(mode)
        KEEPER.remember("new", VALUE)

        assert KEEPER.recall(KEY) is KEEPER.recall("new") is None
        assert not trap.exists()

    @as_root
    def test_a_file_of_another_user(self, home: Path, trap: Path) -> None:
        os.chown(self.file(home), 1, -1)

        assert KEEPER.recall(KEY) is None
        assert not trap.exists()

    @as_root
    def test_a_folder_of_another_user(self, home: Path, trap: Path) -> None:
        os.chown(self.file(home).parent, 1, -1)
        KEEPER.remember("new", VALUE)

        assert KEEPER.recall(KEY) is KEEPER.recall("new") is None
        assert not trap.exists()

    @as_root
    def test_nothing_is_made_in_the_home_of_another_user(self, home: Path) -> None:
        home.mkdir()
        os.chown(home, 1, -1)
        KEEPER.remember(KEY, VALUE)

        assert [*home.iterdir()] == []

    def test_a_link_to_a_file(self, home: Path, trap: Path, tmp_path: Path) -> None:
        file = self.file(home)
        file.rename(tmp_path / "elsewhere")
        file.symlink_to(tmp_path / "elsewhere")

        assert KEEPER.recall(KEY) is None
        assert not trap.exists()

    def test_a_link_to_a_folder(self, home: Path, trap: Path, tmp_path: Path) -> None:
        folder = self.file(home).parent
        folder.rename(tmp_path / "elsewhere")
        folder.symlink_to(tmp_path / "elsewhere")
        KEEPER.remember("new", VALUE)

        assert KEEPER.recall(KEY) is KEEPER.recall("new") is None
        assert not trap.exists()


class TestNoPlace:
    def test_a_pipe_is_not_waited_for(self, home: Path) -> None:
        file = kept(home)
        file.unlink()
        os.mkfifo(file)

        assert KEEPER.recall(KEY) is None

    def test_a_folder_in_its_place(self, home: Path) -> None:
        file = kept(home)
        file.unlink()
        file.mkdir()
        KEEPER.remember(KEY, VALUE)

        assert KEEPER.recall(KEY) is None
        assert [*file.parent.iterdir()] == [file], "nothing half-written stays behind"

    @pytest.mark.parametrize("place", ["/proc/cache", "/dev/null/cache", "/proc"])
    def test_where_nothing_can_be_written(
        self, place: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", place)
        KEEPER.remember(KEY, VALUE)

        assert KEEPER.recall(KEY) is None

    def test_without_a_home(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("XDG_CACHE_HOME")
        monkeypatch.setenv("HOME", "/nowhere/at/all")
        KEEPER.remember(KEY, VALUE)

        assert KEEPER.recall(KEY) is None

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
    def test_a_folder_that_cannot_be_written(self, home: Path) -> None:
        file = kept(home)
        file.parent.chmod(0o500)
        KEEPER.remember("new", VALUE)

        assert KEEPER.recall("new") is None
        assert KEEPER.recall(KEY) == VALUE

    def test_a_full_disk(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        file = kept(home)

        def full(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "replace", full)
        KEEPER.remember("new", VALUE)

        assert KEEPER.recall(KEY) == VALUE
        assert [*file.parent.iterdir()] == [file]

    def test_a_value_that_no_file_can_hold(self) -> None:
        KEEPER.remember(KEY, lambda: None)

        assert KEEPER.recall(KEY) is None


def test_processes_that_write_at_once_leave_whole_values(home: Path) -> None:
    code = """
import sys
from checker.cache import Cache
for n in range(100):
    Cache("race").remember("key", [sys.argv[1], *range(5000)])
    found = Cache("race").recall("key")
    assert found[0] in ("a", "b", "c") and found[1:] == [*range(5000)], found
"""
    environment = {**os.environ, "XDG_CACHE_HOME": str(home), "PYTHONPATH": str(ROOT)}
    racing = [
        subprocess.Popen([sys.executable, "-c", code, name], env=environment) for name in "abc"
    ]

    assert [each.wait(60) for each in racing] == [0, 0, 0]
    assert len([*(home / "deliberation-check").iterdir()]) == 1


class TestStateOfProgram:
    @pytest.fixture
    def package(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A copy of the program."""
        copy = tmp_path / "copy" / "checker"
        shutil.copytree(Path(checker.__file__).parent, copy)
        monkeypatch.setattr(checker, "__file__", str(copy / "__init__.py"))
        return copy

    @staticmethod
    def state() -> str:
        state_of_program.cache_clear()
        return state_of_program()

    def test_it_stays_while_nothing_changes(self, package: Path) -> None:
        before = self.state()
        (package / "notes.txt").write_text("no module")

        assert self.state() == before

    def test_it_changes_with_a_module(self, package: Path) -> None:
        module = package / "language" / "tree.py"
        before = self.state()
        times = module.stat().st_atime_ns, module.stat().st_mtime_ns
        module.write_bytes(module.read_bytes().replace(b"Constant", b"Constans"))
        os.utime(module, ns=times)  # as large and, by its own account, as old

        assert self.state() != before

    def test_it_changes_with_a_new_module(self, package: Path) -> None:
        before = self.state()
        (package / "law" / "new.py").touch()

        assert self.state() != before

    def test_it_changes_with_the_version(
        self, package: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = self.state()
        monkeypatch.setattr(checker, "__version__", "0")

        assert package.is_dir()
        assert self.state() != before
