"""One trainee's record, to take along, to bring back, and to erase."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import reduce

from carelevel.core.errors import AnswerError
from carelevel.exports.attempts import Format, written
from carelevel.exports.download import Download
from carelevel.exports.loading import Loaded, Loader
from carelevel.messages import record as record_messages
from carelevel.store.store import Store


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """What *trainee* may do with their own record; StoreError where it cannot be reached now."""

    store: Store
    trainee: str

    def count(self) -> int:
        """Answers that are kept."""
        return self.store.count(self.trainee)

    def download(self, form: str) -> Download:
        """Every answer as *form*, a value of Format, with all else where it has room for it; else AnswerError."""
        chosen = Format.chosen(form)
        attempts, beside = self.store.attempts(self.trainee), self.store.beside_attempts(self.trainee)
        return chosen.download(f"carelevel-{self.trainee}", written(attempts, chosen, beside))

    def left_out(self, form: str) -> int:
        """Interviews and reports that a file of that form has no room for."""
        return 0 if Format.chosen(form) is Format.JSONL else len(self.store.beside_attempts(self.trainee))

    def load(self, content: bytes, name: str, *, take_over: bool) -> Loaded:
        """Keep the answers of a file; those of another code once the trainee has said that they are theirs."""
        only, as_trainee = (None, self.trainee) if take_over else (self.trainee, None)
        files = Loader(self.store, only, as_trainee).load(io.BytesIO(content), name)
        return reduce(Loaded.and_also, files, Loaded(name))

    def erase(self, code: str) -> None:
        """Remove everything that is kept, once the trainee has typed their code; else AnswerError."""
        if code.strip() != self.trainee:
            raise AnswerError(record_messages.WRONG_CODE.format(code=self.trainee))
        self.store.erase(self.trainee)
