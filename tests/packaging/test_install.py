"""`load()` gives the same archive from a wheel, an sdist and an editable install."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.packaging.conftest import ROOT

pytestmark = pytest.mark.slow

PROBE = """
import hashlib, json, pathlib, oic_summits
text = oic_summits.to_json(oic_summits.load())
print(json.dumps({
    "digest": hashlib.sha256(text.encode("utf-8")).hexdigest(),
    "size": len(text),
    "summits": len(oic_summits.load().summits),
    "package": str(pathlib.Path(oic_summits.__file__).resolve().parent),
}))
"""

Install = Callable[[str, list[str | Path]], Path]


@pytest.fixture(scope="module")
def install(tmp_path_factory: pytest.TempPathFactory) -> Install:
    """Make a fresh environment, install one thing into it, and give its Python."""

    def installed(name: str, what: list[str | Path]) -> Path:
        home = tmp_path_factory.mktemp(name)
        venv.create(home, with_pip=False)
        paths = sysconfig.get_paths(vars={"base": str(home), "platbase": str(home)})
        python = Path(paths["scripts"]) / ("python.exe" if os.name == "nt" else "python")
        # The dependencies are borrowed from the running environment. Python reads no .pth files of a folder that comes
        # in this way, so an editable install over there stays unseen here.
        borrowed = [path for path in sys.path if path.endswith("site-packages")]
        (Path(paths["purelib"]) / "zz_borrowed.pth").write_text("\n".join(borrowed) + "\n", encoding="utf-8")
        options = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--disable-pip-version-check"]
        command: list[str | Path] = [sys.executable, "-m", "pip", "--python", python, "install", *options, *what]
        done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        assert done.returncode == 0, done.stdout + done.stderr
        return python

    return installed


def _probe(python: Path, folder: Path, hash_seed: str) -> dict[str, object]:
    """Run the probe in an environment where neither the checkout nor the locale can help."""
    env = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "LC_", "LANG"))}
    env |= {"PYTHONHASHSEED": hash_seed, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C", "TZ": "UTC-14"}
    command: list[str | Path] = [python, "-W", "error", "-c", PROBE]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=folder, env=env, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_every_way_to_install_gives_the_same_archive(
    install: Install, wheel: Path, sdist: Path, tmp_path: Path
) -> None:
    pythons = {
        "wheel": install("from_wheel", [wheel]),
        "sdist": install("from_sdist", [sdist]),
        "editable": install("editable", ["--editable", ROOT]),
    }
    found = {name: _probe(python, tmp_path, str(seed)) for seed, (name, python) in enumerate(pythons.items(), 1)}
    packages = {name: Path(str(probe.pop("package"))) for name, probe in found.items()}
    assert packages["editable"] == ROOT / "src" / "oic_summits"
    for name in ("wheel", "sdist"):
        assert pythons[name].parents[1].resolve() in packages[name].parents
    assert found["wheel"] == found["sdist"] == found["editable"]
    assert found["wheel"]["summits"]
