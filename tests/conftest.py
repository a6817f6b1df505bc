"""How much hypothesis tries: little by default, much with ``HYPOTHESIS_PROFILE=full``."""

import os

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
