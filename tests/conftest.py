"""How much hypothesis tries (little by default, much with ``HYPOTHESIS_PROFILE=full``), and the tables of quality."""

import os

import pytest
from hypothesis import HealthCheck, settings

# No deadline in either: how long one example takes says more of the machine than of the code.
settings.register_profile(
    "fast",
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("full", max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the tables of ``tests/quality``, whether their tests passed or not."""
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            for name, value in getattr(report, "user_properties", ()):
                if name == "quality":
                    title, _, lines = str(value).partition("\n")
                    terminalreporter.write_sep("=", f"quality: {title}")
                    terminalreporter.write_line(lines)
