"""What a server process answers to a ping: whether it knows a secret, and whether other devices have come so far."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass

NONCE_CHARACTERS_MAX = 64
REPLY_BYTES_MAX = 1000


@dataclass(frozen=True, slots=True)
class PingReply:
    """*proof* is '' of a process without a secret; *reached* is how often another device has opened the join page."""

    proof: str
    reached: int


def proof_of(secret: str, nonce: str) -> str:
    """What only who knows the secret can answer to *nonce*; '' without a secret."""
    return hmac.new(secret.encode(), nonce.encode(), hashlib.sha256).hexdigest() if secret else ""
