"""What each account's server is told at its start, as that account: its notebooks, and when it ends by itself."""

import os
import shutil
from pathlib import Path

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
HOURS = 60 * 60

folder = Path.home() / "carelevel"
folder.mkdir(exist_ok=True)
folder.chmod(0o700)  # other accounts of the machine read nothing of it
for notebook in NOTEBOOKS.glob(os.environ["NOTEBOOKS"]):
    shutil.copyfile(notebook, folder / notebook.name)

c = get_config()  # noqa: F821
c.ServerApp.root_dir = str(folder)
c.ServerApp.log_level = "WARN"  # as the hub's
c.KernelManager.transport_encryption = "auto"  # other accounts of the machine could listen to a kernel otherwise
c.ContentsManager.pre_save_hook = "carelevel.cli.saving.leave_out_outputs"

# What nobody uses is ended, also where a page stays open: a kernel first, then the server.
c.MappingKernelManager.cull_idle_timeout = 2 * HOURS
c.MappingKernelManager.cull_connected = True
c.ServerApp.shutdown_no_activity_timeout = 1 * HOURS
