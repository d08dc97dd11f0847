"""What a server process answers to a ping: whether it knows a secret, and what it says of the audience."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from http.client import HTTPException

from carelevel.workshop.audience import Audience

NONCE_CHARACTERS_MAX = 64
REPLY_BYTES_MAX = 1000
NO_REPLY = (OSError, HTTPException, ValueError)
"""What asking raises where nobody answers, or another program in another language."""


@dataclass(frozen=True, slots=True)
class PingReply:
    """*proof* is '' of a process without a secret; only who names a room's id hears of its seats."""

    proof: str
    audience: Audience


def proof_of(secret: str, nonce: str) -> str:
    """What only who knows the secret can answer to *nonce*; '' without a secret."""
    return hmac.new(secret.encode(), nonce.encode(), hashlib.sha256).hexdigest() if secret else ""
