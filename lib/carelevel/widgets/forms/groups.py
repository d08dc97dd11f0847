"""A supervisor's groups on a page: registered, their codes, what they gained, and files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from carelevel import messages
from carelevel.analytics.t_interval import LEVEL
from carelevel.core.counted import counted
from carelevel.core.criteria import Criteria
from carelevel.core.errors import AnswerError
from carelevel.core.form_answer import FormGroup
from carelevel.core.form_code import When
from carelevel.core.trainee import LONGEST_CODE
from carelevel.feedback.gain import gain_rows, gain_says, size_says
from carelevel.messages import forms as forms_messages
from carelevel.widgets.face import Download, Face, Message, text_of
from carelevel.widgets.forms.view import CodesOfPlace, GroupsView, ShownGroup

if TYPE_CHECKING:
    from carelevel.practice.form_groups import FormGroups, StandingGroup

LONGEST_FORM_NAME = 20


class FilesOfForms(Protocol):
    """What `exports.form_files` does; a face may not reach sideways for it."""

    def download(self, group: str, form: str) -> Download:
        """A group's answers, or the codebook."""

    def certificate(self, code: str) -> Download:
        """A trainee's."""


class Groups(Face):
    """The groups before and after of one store."""

    script = "forms/groups.js"
    label = "groups"
    styles = (*Face.styles, "pages/page.css", "forms/face.css")
    says = forms_messages.GROUPS

    def __init__(self, groups: FormGroups, files: FilesOfForms) -> None:
        self.groups, self.files = groups, files
        super().__init__({"register": self._register, "download": self._download, "certificate": self._certificate})

    @property
    def _criteria(self) -> Criteria:
        return self.groups.bank.criteria

    def _refusal(self, error: Exception) -> str:
        return messages.sentence(str(error))

    def _register(self, message: Message) -> str:
        places, splits = message.get("places"), message.get("splits")
        if type(places) is not int or not isinstance(splits, bool):
            raise AnswerError(messages.NOT_UNDERSTOOD)
        group = self.groups.register(places, splits=splits)
        codes = forms_messages.GROUPS["codes"]
        says = forms_messages.REGISTERED.format(group=group.id, n=group.places, codes=codes)
        return " ".join((says, *size_says(group)))

    def _download(self, message: Message) -> None:
        group, form = (text_of(message, name, LONGEST_FORM_NAME) for name in ("group", "form"))
        self._send_file(message, self.files.download(group, form))

    def _certificate(self, message: Message) -> None:
        self._send_file(message, self.files.certificate(text_of(message, "code", LONGEST_CODE)))

    def _seen(self) -> GroupsView:
        groups = tuple(map(self._shown_group, self.groups.standing()))
        return GroupsView(
            notice=self._criteria.notice,
            about=forms_messages.GROUPS_ABOUT,
            none="" if groups else forms_messages.NO_GROUPS,
            method=forms_messages.METHOD.format(level=LEVEL),
            groups=groups,
        )

    def _shown_group(self, standing: StandingGroup) -> ShownGroup:
        group, gain = standing.group, standing.gain
        date = group.registered_at.date().isoformat()
        split = (forms_messages.GROUP_SPLIT,) if group.splits else ()
        problem = (standing.problem,) if standing.problem else ()
        strays = (counted(standing.strays, forms_messages.STRAYS),) if standing.strays else ()
        return ShownGroup(
            id=group.id,
            title=forms_messages.GROUP_TITLE.format(group=group.id, date=date),
            says=(*problem, *split, *gain_says(gain, splits=group.splits), *strays),
            rows=tuple(gain_rows(gain, self._criteria)),
            codes=_codes(group),
        )


def _codes(group: FormGroup) -> tuple[CodesOfPlace, ...]:
    pairs = zip(group.codes(When.BEFORE), group.codes(When.AFTER), strict=True)
    return tuple(
        CodesOfPlace(str(before.place), str(before), str(after), forms_messages.ARMS[before.arm])
        for before, after in pairs
    )
