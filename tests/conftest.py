"""What holds for every test."""

from __future__ import annotations

from hypothesis import settings

# No deadline: how long one example takes says how busy the machine is. The rest is Hypothesis's own
# profile, which in CI (the variable CI is set) tries the same examples every time.
settings.register_profile(
    "repository", settings.get_profile(settings.get_current_profile_name()), deadline=None
)
settings.load_profile("repository")
