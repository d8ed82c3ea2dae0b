"""Forms: questions from XLSForm files, asked one by one, answers kept in a small JSON state."""

from services.forms.form import Form
from services.forms.loading import keep_blueprints_in, load_form, prepare_forms
from services.forms.problems import AnswerRefused, FormInvalid, FormProblem
from services.forms.questions import Choice, Kind, Question, SummaryLine
from services.forms.state import FormState
from services.forms.values import FileAnswer, Message, Value, joined, message_of

__all__ = [
    "AnswerRefused",
    "Choice",
    "FileAnswer",
    "Form",
    "FormInvalid",
    "FormProblem",
    "FormState",
    "Kind",
    "Message",
    "Question",
    "SummaryLine",
    "Value",
    "joined",
    "keep_blueprints_in",
    "load_form",
    "message_of",
    "prepare_forms",
]
