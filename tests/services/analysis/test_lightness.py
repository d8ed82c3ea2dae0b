"""The bot process imports results and analysis without paying for what workers use."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"pandas", "numpy", "scipy", "matplotlib", "python_calamine", "openpyxl"}


@pytest.mark.parametrize("module", ["services.results", "services.analysis", "services.findings"])
def test_importing_the_package_is_light(module: str) -> None:
    asked = f"import {module}, sys; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) & HEAVY == set()
