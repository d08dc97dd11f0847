"""Set up .venv from the locks: `python3 requirements/set_up.py users`; or `hub`, `tests`, `newest`, `lowest`, `page`.

`users` is what a person who trains needs, `hub` what a server for many needs beside it, `tests` what the tests need
beside both. `newest` and `lowest` are no locks: they install, into a folder of their own, the newest and the lowest
versions that pyproject.toml allows. It needs Python alone; uv, which installs quickly, comes first, from a lock of
its own. Run again, it does only what is new.

`page` fetches what `carelevel page` packs into a file: Python for browsers from npm, wheels from PyPI, each held
against its hash. It needs a .venv, and npm.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parents[1]
LOCKS = ROOT / "requirements"
ALL = ["--editable", ".[desktop,postgres]", "--group", "build", "--group", "hub", "--group", "test"]
KINDS = {
    "users": (".venv", "users.txt"),
    "hub": (".venv", "hub.txt"),
    "tests": (".venv", "tests.txt"),
    "newest": (".venv-newest", None),
    "lowest": (".venv-lowest", None),
}
BY_NAME = "'make PYTHON=python3.12 lab'"
PAGE = "page"
PARTS_LIST = ROOT / "lib" / "carelevel" / "page" / "parts.txt"
PARTS = LOCKS / "parts"
BROWSER = ("--implementation", "cp", "--python-version", "3.14", "--abi", "cp314", "--abi", "abi3", "--abi", "none")
BROWSER_PLATFORMS = ("pyemscripten_2026_0_wasm32", "any", "manylinux2014_x86_64")
"""What a browser's Python runs; of a wheel for Linux only what is written in Python is taken."""
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
        if arguments not in [[kind] for kind in (*KINDS, PAGE)]:
            raise Stopped("{}: name one of {}".format(Path(__file__).name, ", ".join((*KINDS, PAGE))))
        if arguments == [PAGE]:
            PageParts().fetch()
        else:
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
        if self.kind == "users":
            print(f"Done. Now type: {(self.bin / 'carelevel').relative_to(ROOT)} app", flush=True)

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


class PageParts:
    """The files that a page is packed from, in a folder of their own; each is what its line of the list says."""

    def __init__(self):
        lines = PARTS_LIST.read_text(encoding="utf-8").splitlines()
        self.parts = [line.split() for line in lines if line and not line.startswith("#")]

    def fetch(self):
        """Fetch what is not there yet."""
        PARTS.mkdir(exist_ok=True)
        missing = self._missing()
        if not missing:
            return
        print(f"Fetching the parts of a page: {len(missing)} files, once", flush=True)
        with tempfile.TemporaryDirectory(dir=LOCKS) as folder:
            self._from_pypi([part for part in missing if part[0] == "pypi"], Path(folder))
            self._from_npm([part for part in missing if part[0] == "npm"], Path(folder))
            for file in Path(folder).iterdir():
                if file.suffix in (".whl", ".tgz"):
                    os.replace(file, PARTS / file.name)
        other = [f"{name} {version}" for _, name, version, _ in self._missing()]
        if other:
            raise Stopped(f"{PARTS_LIST}: what came is not the file whose hash stands there: {', '.join(other)}")

    def _missing(self):
        held = {hashlib.sha256(file.read_bytes()).hexdigest() for file in PARTS.iterdir() if file.is_file()}
        return [part for part in self.parts if part[3] not in held]

    def _from_pypi(self, parts, folder):
        if not parts:
            return
        pythons = [environment.python for environment in map(Environment, KINDS) if environment.python.is_file()]
        if not pythons:
            raise Stopped(f"{ROOT / '.venv'}: is missing; run 'python3 requirements/set_up.py users' first")
        lock = folder / "page.txt"
        lock.write_text("".join(f"{name}=={version} --hash=sha256:{digest}\n" for _, name, version, digest in parts))
        platforms = [word for platform in BROWSER_PLATFORMS for word in ("--platform", platform)]
        command = [pythons[0], "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
        command += ["--only-binary", ":all:", "--require-hashes", *BROWSER, *platforms, "--dest", folder, "-r", lock]
        self._run(command, "PyPI, or the package index that pip is set to,")

    def _from_npm(self, parts, folder):
        npm = shutil.which("npm")
        if parts and npm is None:
            raise Stopped("npm is needed to fetch Python for browsers; install it with 'apt-get install nodejs npm'")
        for _, name, version, _ in parts:
            command = [npm, "pack", "--loglevel=error", f"{name}@{version}", "--pack-destination", folder]
            self._run(command, "npm's registry")

    def _run(self, command, whence):
        done = subprocess.run([str(word) for word in command], cwd=ROOT, stdout=subprocess.DEVNULL)
        if done.returncode:
            raise Stopped(
                f"{whence} did not give what is asked for, for the reason above; see that this computer is online, then"
                " run the same command again"
            )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
