"""The same parts make the same bytes: a package packed anew without a clock."""

from __future__ import annotations

import io
import zipfile

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_TYPES = "[Content_Types].xml"


def steady(package: bytes) -> bytes:
    """The package with its parts in a settled order and no moment of packing."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as found,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in sorted(found.namelist(), key=lambda one: (one != _TYPES, one)):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Unix, so that the same bytes come out on every system.
            entry.create_system = 3
            made.writestr(entry, found.read(name))
    return packed.getvalue()
