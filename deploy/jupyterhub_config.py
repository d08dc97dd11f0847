"""JupyterHub for carelevel: an account each, a server each in its own home, one database and one bank for all.

docs/hub.md says how it is started, and what is set in its environment (`hub.env`).
"""

import os
import sys
from pathlib import Path

from carelevel.cli.servers import with_jupyter

HERE = Path(__file__).resolve().parent
PROJECT, PROGRAMS = HERE.parent, Path(sys.executable).parent
SUPERVISORS = os.environ["SUPERVISORS"].split()


def role(spawner):
    """The account's role in the database (`roles.sql`)."""
    return "supervisor" if spawner.user.name in SUPERVISORS else "trainee"


def password(spawner):
    return os.environ[f"{role(spawner).upper()}_PASSWORD"]


def notebooks(spawner):
    """Which notebooks are laid into the account's folder (`jupyter/jupyter_server_config.py`)."""
    return "*.ipynb" if role(spawner) == "supervisor" else "0*.ipynb"


c = get_config()  # noqa: F821

# Who logs in: accounts of this machine that are in one of these groups. Another way of logging in goes here.
c.JupyterHub.authenticator_class = "pam"
c.LocalAuthenticator.allowed_groups = {"trainees", "supervisors"}

# Where: nginx stands before it (`nginx/hub.conf`).
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
c.ConfigurableHTTPProxy.command = [str(PROJECT / "node_modules" / ".bin" / "configurable-http-proxy")]
c.ConfigurableHTTPProxy.log_level = "warn"
c.JupyterHub.log_level = "WARN"  # each line of a request would hold an account's name and its address

# An account's server, as a process of that account.
c.JupyterHub.spawner_class = "localprocess"
c.Spawner.cmd = [str(PROGRAMS / "jupyterhub-singleuser")]
c.Spawner.default_url = "/lab/tree/00_start_here.ipynb"  # as a plain page: "/voila/render/00_start_here.ipynb"
c.Spawner.environment = {
    **with_jupyter({"JUPYTER_CONFIG_PATH": str(HERE / "jupyter")}),
    "NOTEBOOKS": notebooks,
    "CARELEVEL_BANK": str(PROJECT / "cases"),
    "CARELEVEL_DATABASE_URL": os.environ["CARELEVEL_DATABASE_URL"],
    "CARELEVEL_ROOM_URL": os.environ["CARELEVEL_ROOM_URL"],
    "PGUSER": role,
    "PGPASSWORD": password,
}
