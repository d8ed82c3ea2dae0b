"""The forms of papers: listed, given, sent, taken, put back."""

from __future__ import annotations

from handlers.commands import role_command
from handlers.help import help_line
from handlers.menu import menu_entry
from handlers.old_buttons import opens_now
from handlers.papers.buttons import (
    GetForm,
    GetSample,
    LeaveTemplate,
    OpenForm,
    OpenForms,
    RestoreForm,
    TakeTemplate,
)
from handlers.papers.form_screens import (
    FormGiven,
    FormRestored,
    FormShown,
    FormsInForce,
    SampleBeingMade,
    SampleNotMade,
)
from handlers.papers.routes import routes
from handlers.papers.template_screens import (
    TemplateBeingRead,
    TemplateHasMistakes,
    TemplateLeft,
    TemplateNotTaken,
    TemplateSound,
    TemplateTaken,
)
from handlers.ui.announce import announces
from handlers.ui.context import Context, IncomingFile
from handlers.ui.outcome import FETCH, PASS, Outcome, Reply
from handlers.ui.screens import FileRef, Screen
from services import papers
from services.access import RULES, Action
from services.errors import NotFound
from services.papers import InForce, PaperKind, samples, templates

MENU_ORDER, HELP_ORDER, COMMAND_ORDER = 520, 520, 520
WORD_ENDINGS = (".docx", ".docm", ".dotx", ".dotm", ".doc")
WORD_TYPE = "word"


@routes.text
def a_document_comes(context: Context) -> Outcome:
    """Take a Word document of somebody who keeps forms for a template; the rest goes on."""
    file = context.file
    if file is None or file.kind != "document" or not _named_like_word(file):
        return PASS
    if templates.keeper(context.work) is None:
        return PASS
    if file.refused is not None:
        return TemplateNotTaken(papers.TemplateTurnedDown(file.name, file.refused))
    if file.stored is None:
        return FETCH
    if not templates.is_word(context.work, file.stored):
        # Whatever its name says, it is no document: others may know what it is.
        return PASS
    template_id = templates.receive(context.work, file_key=file.stored, name=file.name)
    return Reply(TemplateBeingRead(), anchor=templates.anchor(template_id))


@routes.command("papers")
def forms(context: Context) -> Outcome:
    """Show the forms in force."""
    return _listed(context)


@routes.press(OpenForms)
def open_forms(context: Context, _button: OpenForms) -> Outcome:
    """Show the forms in force."""
    return _listed(context)


@routes.press(OpenForm)
def open_form(context: Context, button: OpenForm) -> Outcome:
    """Show one of them."""
    return FormShown(_form(context, button.kind))


@routes.press(GetSample)
def get_sample(context: Context, button: GetSample) -> Outcome:
    """Have a sample made."""
    samples.ask(context.work, button.kind)
    return Reply(SampleBeingMade(), replace=False)


@routes.press(GetForm)
def get_form(context: Context, button: GetForm) -> Outcome:
    """Give the file in force."""
    form = _form(context, button.kind)
    if form.template_id is None:
        raise NotFound
    return Reply(FormGiven(FileRef(form.file_key, form.file_name), sample=False), replace=False)


@routes.press(RestoreForm)
def restore(context: Context, button: RestoreForm) -> Outcome:
    """Put the place's own form away."""
    return FormRestored(templates.restore(context.work, button.kind))


@routes.press(TakeTemplate)
def take(context: Context, button: TakeTemplate) -> Outcome:
    """Use what was sent."""
    return TemplateTaken(templates.take(context.work, button.template, button.kind))


@routes.press(LeaveTemplate)
def leave(context: Context, button: LeaveTemplate) -> Outcome:
    """Do without what was sent."""
    templates.leave(context.work, button.template)
    return TemplateLeft()


@announces(papers.TemplateRead)
def sound(notice: papers.TemplateRead) -> Screen:
    """A template without mistakes."""
    return TemplateSound(notice)


@announces(papers.TemplateFaulty)
def faulty(notice: papers.TemplateFaulty) -> Screen:
    """A template with mistakes."""
    return TemplateHasMistakes(notice)


@announces(papers.TemplateTurnedDown)
def turned_down(notice: papers.TemplateTurnedDown) -> Screen:
    """A document that is no template."""
    return TemplateNotTaken(notice)


@announces(samples.SampleReady)
def sample_ready(notice: samples.SampleReady) -> Screen:
    """A sample is there."""
    return FormGiven(FileRef(notice.file_key, notice.file_name), sample=True)


@announces(samples.SampleFailed)
def sample_failed(notice: samples.SampleFailed) -> Screen:
    """A sample could not be made."""
    return SampleNotMade(notice.kind)


@opens_now("ppf", "ppk", "pps", "ppg", "ppo", "ppt", "ppx")
def present(context: Context) -> Outcome:
    """What an outdated button of forms opens."""
    return _listed(context)


def _listed(context: Context) -> FormsInForce:
    return FormsInForce(*templates.in_force(context.work))


def _form(context: Context, kind: PaperKind) -> InForce:
    _, found = templates.in_force(context.work)
    return next(form for form in found if form.kind is kind)


def _named_like_word(file: IncomingFile) -> bool:
    return file.name.lower().endswith(WORD_ENDINGS) or WORD_TYPE in file.mime_type


KEEPERS = RULES[Action.KEEP_TEMPLATES]
menu_entry(KEEPERS, MENU_ORDER, "menu-papers", OpenForms())
help_line(KEEPERS, HELP_ORDER, "help-papers")
role_command(KEEPERS, COMMAND_ORDER, "papers")
