"""Set up .venv from the locks: `python3 requirements/set_up.py users`, or `tests`, `newest`, `lowest`.

`users` is what a person who trains needs, `tests` what the tests need beside it. `newest` and `lowest` are no locks:
they install, into a folder of their own, the newest and the lowest versions that pyproject.toml allows. It needs
Python alone; uv, which installs quickly, comes first, from a lock of its own. Run again, it does only what is new.
"""

import hashlib
import importlib.util
import os
import subprocess
import sys
import tempfile
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parents[1]
LOCKS = ROOT / "requirements"
ALL = ["--editable", ".[desktop,postgres]", "--group", "build", "--group", "test"]
KINDS = {
    "users": (".venv", "users.txt"),
    "tests": (".venv", "tests.txt"),
    "newest": (".venv-newest", None),
    "lowest": (".venv-lowest", None),
}
BY_NAME = "'make PYTHON=python3.12 lab'"
SMALL = "platformdirs"
"""A small package, asked for to see whether packages can be had at all."""


class Stopped(Exception):
    """Why the set-up ends here: place, problem, remedy."""


def main(arguments):
    """Set up what is named; 1 with one sentence where that cannot be done."""
    try:
        if sys.version_info < OLDEST:
            here = sys.version.split()[0]
            raise Stopped(f"Python 3.11 or later is needed, and this is {here}: name one by {BY_NAME}")
        if arguments not in [[kind] for kind in KINDS]:
            raise Stopped("{}: name one of {}".format(Path(__file__).name, ", ".join(KINDS)))
        Environment(arguments[0]).make()
    except Stopped as reason:
        print(f"Set-up stopped: {reason}.", file=sys.stderr)
        return 1
    return 0


class Environment:
    """One virtual environment, and what is to be in it."""

    def __init__(self, kind):
        folder, lock = KINDS[kind]
        self.kind = kind
        self.folder = ROOT / folder
        self.lock = LOCKS / lock if lock else None
        self.bin = self.folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.bin / ("python.exe" if os.name == "nt" else "python")
        self.ready = self.folder / ("ready-" + kind)

    def make(self):
        """Bring it to what the lock says; nothing where it is so already."""
        wanted = self._wanted()
        if self.ready.is_file() and self.ready.read_text(encoding="utf-8") == wanted:
            return
        print(f"Setting up {self.folder.name}: this takes a minute, once", flush=True)
        self._venv(wanted)
        self._run([self.python, "-m", "pip", "install", *self._quiet_pip(), "-r", LOCKS / "uv.txt"], LOCKS / "uv.txt")
        if self.lock:
            self._uv(["--require-hashes", "--no-build", "-r", self.lock], self.lock)
            self._uv(["--no-deps", "--no-build-isolation", "--editable", "."], ROOT / "pyproject.toml")
        else:
            highest = "highest" if self.kind == "newest" else "lowest-direct"
            self._uv(["--upgrade", "--resolution", highest, *ALL], ROOT / "pyproject.toml")
        self.ready.write_text(wanted, encoding="utf-8")

    def _wanted(self):
        """What the environment was made from: this Python, the files that say what is installed."""
        files = [Path(__file__), ROOT / "pyproject.toml", LOCKS / "uv.txt", *([self.lock] if self.lock else [])]
        digest = hashlib.sha256()
        for file in files:
            if not file.is_file():
                raise Stopped(f"{file}: is missing; take a whole copy of the project")
            digest.update(file.read_bytes())
        return f"{sys.version}\n{digest.hexdigest()}\n"

    def _venv(self, wanted):
        """A folder with this Python; an environment of another Python, or half made, is begun anew."""
        if importlib.util.find_spec("ensurepip") is None:
            raise Stopped(
                "Python's venv is missing; on Debian or Ubuntu install it with 'apt-get install python3-venv'"
            )
        of_this_python = any(
            file.read_text(encoding="utf-8").startswith(sys.version) for file in self.folder.glob("ready-*")
        )
        if not of_this_python:
            self._run([sys.executable, "-m", "venv", "--clear", self.folder], self.folder)

    def _uv(self, arguments, source):
        self._run([self.bin / "uv", "pip", "install", "--quiet", "--python", self.python, *arguments], source)

    def _quiet_pip(self):
        return ["--quiet", "--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"]

    def _run(self, command, source):
        """Run *command*, which works from the file *source*; where it fails, find out why."""
        if subprocess.run([str(word) for word in command], cwd=ROOT).returncode:
            raise Stopped(self._why(source))

    def _why(self, source):
        if source.suffix != ".txt" and source.suffix != ".toml":
            return f"{source}: could not be made; see that the disk has room and that you may write there"
        if not self._succeeds([SMALL]):
            return (
                "PyPI, or the package index that pip is set to, could not be reached; see that this computer is"
                " online, then run the same command again (what was downloaded is kept)"
            )
        if source.suffix == ".txt" and self._succeeds(["--requirement", self._without_hashes(source)]):
            return (
                f"{source}: a package that came is not the one whose hash stands there (named above), and none was"
                f" installed; take this file anew with 'git checkout requirements/{source.name}', and where that is no"
                " help tell whoever looks after the project"
            )
        return f"{source}: could not be installed, for the reason above; mend that, and run the same command again"

    def _succeeds(self, what):
        """Whether pip can download *what* just now; nothing of it is installed or run."""
        with tempfile.TemporaryDirectory() as folder:
            command = [self.python, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
            command += ["--retries", "1", "--timeout", "20", "--disable-pip-version-check", "--dest", folder, *what]
            return subprocess.run([str(word) for word in command], cwd=ROOT, capture_output=True).returncode == 0

    def _without_hashes(self, lock):
        copy = self.folder / "without-hashes.txt"
        lines = lock.read_text(encoding="utf-8").splitlines()
        copy.write_text("\n".join(line.rstrip(" \\") for line in lines if "--hash" not in line), encoding="utf-8")
        return copy


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
