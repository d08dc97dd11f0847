"""A PostgreSQL whose disk is full, or torn, at a chosen row: the server itself refuses it, then or at the commit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, LiteralString

import psycopg
from carelevel.store.tables import metadata

DISK_FULL, IO_ERROR = "53100", "58030"

COUNTING: LiteralString = """
    CREATE SEQUENCE fault_writes;
    CREATE TABLE fault (at bigint, state text);
    INSERT INTO fault VALUES (0, '');
    CREATE FUNCTION fault_at_a_write() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE planned fault;
    BEGIN
        SELECT * INTO planned FROM fault;
        IF TG_NAME = 'fault_later' THEN  -- of all that a commit holds, the first row counts
            IF current_setting('fault.commit', true) = pg_current_xact_id()::text THEN
                RETURN NULL;
            END IF;
            PERFORM set_config('fault.commit', pg_current_xact_id()::text, false);
        END IF;
        IF nextval('fault_writes') = planned.at THEN
            RAISE EXCEPTION 'on purpose' USING ERRCODE = planned.state;
        END IF;
        RETURN coalesce(NEW, OLD);
    END $$;
"""
AT_THE_ROW = 'CREATE TRIGGER fault_now BEFORE {events} ON "{table}" FOR EACH ROW EXECUTE FUNCTION fault_at_a_write()'
AT_THE_COMMIT = (
    'CREATE CONSTRAINT TRIGGER fault_later AFTER {events} ON "{table}" DEFERRABLE INITIALLY DEFERRED'
    " FOR EACH ROW EXECUTE FUNCTION fault_at_a_write()"
)
EVENTS = "INSERT OR UPDATE OR DELETE"


class FullServer:
    """Counts what is written to the tables at *url*; the count outlives what is rolled back, as sequences do."""

    def __init__(self, url: str) -> None:
        self.administrator: psycopg.Connection[Any] = psycopg.connect(url.replace("+psycopg", ""), autocommit=True)
        self.administrator.execute(COUNTING)
        for table in metadata.tables:
            for trigger in (AT_THE_ROW, AT_THE_COMMIT):
                self.administrator.execute(trigger.format(events=EVENTS, table=table))  # type: ignore[call-overload]

    def close(self) -> None:
        self.administrator.close()

    def at(self, number: int, state: str) -> Refusal:
        return Refusal(self.administrator, number, state)


class Refusal:
    """The *number*th write is refused with *state*."""

    loses_answers = False

    def __init__(self, administrator: psycopg.Connection[Any], number: int, state: str) -> None:
        self._administrator, self._number, self._state = administrator, number, state
        self.has_failed = False

    @contextmanager
    def __call__(self) -> Iterator[None]:
        ask = self._administrator.execute
        ask("SELECT setval('fault_writes', 1, false)")
        ask("UPDATE fault SET at = %s, state = %s", (self._number, self._state))
        yield
        last, is_called = ask("SELECT last_value, is_called FROM fault_writes").fetchone() or (0, False)
        self.has_failed = is_called and last >= self._number
        ask("UPDATE fault SET at = 0")
