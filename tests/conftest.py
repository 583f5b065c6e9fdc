"""What holds for every test."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

# No deadline: how long one example takes says how busy the machine is. The rest is Hypothesis's own
# profile, which in CI (the variable CI is set) tries the same examples every time.
settings.register_profile(
    "repository", settings.get_profile(settings.get_current_profile_name()), deadline=None
)
settings.load_profile("repository")

# Who starts the tests in the background has them ignore Ctrl-C, and every command they run.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests neither read nor write the cache of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield
