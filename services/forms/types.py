"""Question types of XLSForm and how each is answered in a chat."""

from services.forms.questions import Kind

KINDS: dict[str, Kind] = {
    "text": Kind.TEXT,
    "integer": Kind.INTEGER,
    "decimal": Kind.DECIMAL,
    "date": Kind.DATE,
    "time": Kind.TIME,
    "datetime": Kind.DATETIME,
    "select_one": Kind.ONE,
    "select_multiple": Kind.MANY,
    "rank": Kind.RANK,
    "range": Kind.RANGE,
    "acknowledge": Kind.ACKNOWLEDGE,
    "note": Kind.NOTE,
    "image": Kind.IMAGE,
    "audio": Kind.AUDIO,
    "video": Kind.VIDEO,
    "file": Kind.FILE,
    "geopoint": Kind.LOCATION,
    "barcode": Kind.TEXT,
}
"""By the type's usual name."""

_ALIASES: dict[str, str] = {
    "string": "text",
    "int": "integer",
    "percentage": "integer",
    "dateTime": "datetime",
    "date time": "datetime",
    "select one": "select_one",
    "select all that apply": "select_multiple",
    "trigger": "acknowledge",
    "photo": "image",
    "picture": "image",
    "gps": "geopoint",
    "location": "geopoint",
    "phone number": "text",
}

PRELOADS: dict[str, str] = {
    "today": "today",
    "get today": "today",
    "start": "now",
    "start time": "now",
    "get start time": "now",
    "end": "now",
    "end time": "now",
    "get end time": "now",
}
"""Types whose value is the day or the moment of the last answer."""

SILENT = frozenset(
    {"username", "email", "phonenumber", "deviceid", "imei", "device id", "get device id"}
    | {"simserial", "subscriberid", "sim id", "subscriber id", "get phone number"}
)
"""Types a telephone would fill in; here they are empty unless known beforehand."""

IGNORED = frozenset({"audit", "background-audio", "background-geopoint", "start-geopoint"})
"""Types that ask nothing and record what a chat does not have."""

NOT_CARRIED = frozenset(
    {"geotrace", "geoshape", "osm", "csv-external", "xml-external", "loop", "select one external"}
)
"""Types that a chat cannot carry."""

ATTACHMENTS = ("voice", "audio", "photo", "video", "file")
"""Appearances that let a question be answered by an attachment as well."""

_FREE = frozenset({"text", "select_one", "select_multiple"})


def usual_name(pyxform_type: str) -> str:
    """Return the usual XLSForm name of a type, e.g. select_one for pyxform's `select one`."""
    name = pyxform_type.removeprefix("add ").removesuffix(" prompt").removeprefix("q ")
    return _ALIASES.get(name, name)


def attachments(type_name: str, appearance: str) -> tuple[str, ...]:
    """Return the attachments welcome at a question of this type and appearance.

    A text question takes them as its answer; a choice hands them on, see `Form.say`.
    """
    words = appearance.split() if type_name in _FREE else ()
    return tuple(word for word in ATTACHMENTS if word in words)
