"""What all faces are: how one speaks to the browser, and that nothing that fails in one is met with silence."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import anywidget
import pytest
from carelevel import messages, notebook, widgets
from carelevel.core.errors import AnswerError, BankError, StoreError
from carelevel.messages import asking as asking_messages
from carelevel.widgets.face import Face

ROOT = Path(__file__).parents[2]
CALLS = (
    notebook.practice,
    notebook.interview,
    notebook.short_notes,
    notebook.form,
    notebook.before_and_after,
    notebook.explorer,
    notebook.record,
    notebook.earlier_answers,
    notebook.write_a_case,
    notebook.bank_files,
    notebook.review_cases,
    notebook.review_notes,
    notebook.review_reports,
    notebook.answer_blind,
    notebook.review_agreement,
    notebook.workshop,
    notebook.session_report,
)
ERRORS = (
    StoreError("the disk is full"),
    BankError(["length-1.md:3: is torn; mend it"]),
    AnswerError("that is not on offer"),
    RuntimeError("out of ink"),
)


def every_face(kind: type[Face] = Face) -> Iterator[type[Face]]:
    for one in kind.__subclasses__():
        if one.__module__.startswith(f"{widgets.__name__}.") and "script" in vars(one):
            yield one
        yield from every_face(one)


for module in walk_packages(widgets.__path__, f"{widgets.__name__}."):
    import_module(module.name)
FACES = {face.__name__: face for face in every_face()}


@pytest.fixture(autouse=True)
def own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made_sqlite_url: str) -> Iterator[None]:
    bank = shutil.copytree(ROOT / "tests" / "banks" / "swimming", tmp_path / "pool")
    monkeypatch.setenv("CARELEVEL_BANK", str(bank))
    monkeypatch.setenv("CARELEVEL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CARELEVEL_DATABASE_URL", made_sqlite_url)
    yield
    notebook.facilitator._leave_the_floor()


def made(name: str) -> Face:
    """The face of that name as its notebook's call makes it."""
    for call in CALLS:
        if name in str(call.__annotations__["return"]):
            shown = call()
            assert isinstance(shown, FACES[name])
            return shown
    raise LookupError(f"no call of a notebook shows a {name}: add one to CALLS")


def asked(face: Face, do: str, turn: int = 1) -> str:
    """What the page is told that asks for *do* as the page shown would: where the face is, and who asks."""
    where = {name: face.view[name] for name in ("attempt", "room", "at", "question") if name in face.view}
    face.receive({**where, "do": do, "by": "page", "turn": turn})
    assert face.answered == {"by": "page", "turn": turn}, "the page would wait"
    message = face.view["message"]
    return str(message["says"]) if message else ""


def fails(error: Exception) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error.with_traceback(None)  # which else grows by each time that it is raised

    return fail


def test_a_face_names_the_same_model_and_view_as_anywidgets_own_class() -> None:
    class Own(anywidget.AnyWidget):
        _esm = "export default {}"

    remedy = "anywidget's Python class tells its page something else now: bring the traits of widgets/face.py in line"
    own, face = Own().get_state(), made("Explorer").get_state()
    spoken = [name for name in own if name.startswith(("_model", "_view"))]
    assert {name: face[name] for name in spoken} == {name: own[name] for name in spoken}, remedy
    assert own.keys() <= face.keys(), remedy


def test_a_face_opens_with_all_that_it_shows_and_sends_nothing_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[object] = []
    monkeypatch.setattr(Face, "send_state", lambda _face, key=None: sent.append(key))
    assert [name for name in FACES if not made(name).get_state()["view"] or sent] == []


def test_there_are_faces_and_each_brings_its_script_and_says_what_it_is_where_nothing_runs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert len(FACES) == len(CALLS)
    shown: list[dict[str, str]] = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, raw: shown.append(bundle))
    for name in FACES:
        face = made(name)
        assert "export default" in face.get_state()["_esm"]
        assert ".cl-elsewhere" in face.get_state()["_css"], "hidden where the page runs"
        face._ipython_display_()
        page, elsewhere = shown[-2:]
        assert face.words[face.label] in elsewhere["text/plain"]
        assert elsewhere["text/html"].startswith('<p class="cl-elsewhere">')
        assert "application/vnd.jupyter.widget-view+json" in page


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("name", FACES)
def test_whatever_fails_in_an_action_is_said_on_the_page(
    name: str, error: Exception, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    face = made(name)
    for turn, do in enumerate(face._actions, start=1):
        monkeypatch.setitem(face._actions, do, fails(error))
        before = face._messages
        assert str(error).lower() in asked(face, do, turn).lower()
        assert face._messages == before + 1 or name == "Editor", "it is announced"
        assert ("Traceback" in caplog.text) == isinstance(error, RuntimeError)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("name", FACES)
def test_whatever_fails_in_showing_what_came_of_it_is_said_on_the_page(
    name: str, error: Exception, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    face = made(name)
    shown = {name: part for name, part in face.view.items() if name != "message"}
    monkeypatch.setattr(face, "_seen", fails(error))
    for turn, do in enumerate([*face._actions, "fly"], start=1):
        if do in face._actions:
            monkeypatch.setitem(face._actions, do, lambda _message: None)
        says = asked(face, do, turn)
        expected = messages.NOT_UNDERSTOOD if do == "fly" else str(error)
        assert expected.strip(".").lower() in says.lower()
        assert {name: part for name, part in face.view.items() if name != "message"} == shown
    assert ("Traceback" in caplog.text) == isinstance(error, RuntimeError)


@pytest.mark.parametrize("name", FACES)
def test_what_failed_to_be_shown_is_not_told_as_something_that_was_not_done(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    face = made(name)
    monkeypatch.setattr(face, "_seen", fails(AnswerError("it is torn")))
    for turn, do in enumerate(face._actions, start=1):
        monkeypatch.setitem(face._actions, do, lambda _message: "Kept.")
        assert asked(face, do, turn) == asking_messages.NOT_SHOWN.format(problem="it is torn")


@pytest.mark.parametrize("name", FACES)
def test_a_page_that_sends_nonsense_is_answered(name: str) -> None:
    face = made(name)
    for turn, do in enumerate(["fly", "", None, 7, ["draft"], {}], start=1):
        face.receive({"do": do, "by": "page", "turn": turn})
        assert face.answered == {"by": "page", "turn": turn}
        assert face.view["message"]["says"]
    face.receive("draft")
    assert face.answered == {"by": "", "turn": 0}
    face.receive({"do": "fly", "by": ["x" * 1000], "turn": True})
    assert (len(face.answered["by"]), face.answered["turn"]) == (40, 0)
