"""The same page for a web server: its parts lie beside it, and a service worker keeps them in the browser.

A part is named by what is in it, so that no page ever meets the part of another edition, whatever a server or a browser
still holds.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from carelevel.bank import Bank
from carelevel.messages import page as page_messages
from carelevel.page.build import contents_of, head_of, icon, packed, pyodide_of, text_of
from carelevel.page.bytecode import compiled
from carelevel.page.parts import RegistryFile

PARTS, PART = "parts", ".bin"
"""The folder of the parts, and how their names end: by a name in `.gz` some servers would have browsers unpack them."""

PAGE, WORKER, MANIFEST = "index.html", "service-worker.js", "carelevel.webmanifest"
WORKER_SCRIPT = "page/service_worker.js"
BUILT = 'const SITE = { edition: "", files: { "": "" } };'
"""Stands in the worker's script for what it keeps."""

OWN_HOST = "connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
ARCHIVES = ("library", "modules")


def site_of(bank: Bank, parts: Sequence[RegistryFile]) -> Iterator[tuple[str, bytes]]:
    """Every file of the site with its path; the page and then its worker last, since a server may take them one by one.

    StoreError where Python's modules cannot be compiled.
    """
    contents = dict(contents_of(bank, parts))
    contents |= compiled(pyodide_of(parts), {name: contents[name] for name in ARCHIVES})
    held = {name: packed(content) for name, content in contents.items()}
    paths = {name: f"{PARTS}/{name}-{sha256(content).hexdigest()[:16]}{PART}" for name, content in held.items()}
    about = {"parts": {name: len(content) for name, content in held.items()}, "files": paths}
    links = f'\n<link rel="manifest" href="{MANIFEST}">'
    page = f"{head_of(bank, parts, about, own_host=OWN_HOST, links=links)}</body>\n</html>\n".encode()
    yield from ((paths[name], content) for name, content in held.items())
    manifest = _manifest(bank)
    yield MANIFEST, manifest
    yield PAGE, page
    yield WORKER, _worker({PAGE: page, MANIFEST: manifest, **{paths[name]: content for name, content in held.items()}})


def _manifest(bank: Bank) -> bytes:
    """By which a browser offers to install the page."""
    title = bank.criteria.words.said(page_messages.PAGE["title"])
    says = {
        "name": title,
        "short_name": page_messages.SHORT_NAME,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#1565c0",
        "icons": [{"src": icon(), "sizes": "any", "type": "image/svg+xml"}],
    }
    return json.dumps(says, ensure_ascii=False, indent=1).encode()


def _worker(kept: Mapping[str, bytes]) -> bytes:
    """The worker of one edition: it takes a file only where it holds what was built."""
    sums = {path: f"sha256-{b64encode(sha256(content).digest()).decode()}" for path, content in kept.items()}
    edition = sha256(json.dumps(sums).encode()).hexdigest()[:16]
    built = f"const SITE = {json.dumps({'edition': edition, 'files': sums}, indent=1)};"
    return text_of(WORKER_SCRIPT).replace(BUILT, built).encode()
