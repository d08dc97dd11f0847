"""A face speaks to the browser's half of anywidget as anywidget's own Python class does."""

from __future__ import annotations

import anywidget
from carelevel.widgets.face import Face


def test_a_face_names_the_same_model_and_view_as_anywidgets_own_class() -> None:
    class Own(anywidget.AnyWidget):
        _esm = "export default {}"

    remedy = "anywidget's Python class tells its page something else now: bring the traits of widgets/face.py in line"
    own, face = Own().get_state(), Face().get_state()
    spoken = [name for name in own if name.startswith(("_model", "_view"))]
    assert {name: face[name] for name in spoken} == {name: own[name] for name in spoken}, remedy
    assert own.keys() <= face.keys(), remedy
