"""The sender's word on a read list of staff: load it, or look at it again."""

from __future__ import annotations

from services.access import record
from services.errors import Forbidden, NotFound
from services.staff import StaffPreview, staff_preview, store_staff
from services.uploads.life import Purpose, UploadStatus, anchor, end, own, read_of
from services.work import Work


def look_at_staff(work: Work, upload_id: int) -> StaffPreview:
    """The preview of an own list, as things stand now; raises UploadDecided, NotFound."""
    upload = own(work, upload_id)
    return staff_preview(work, upload.id, read_of(upload), upload.person_id)


def confirm_staff(work: Work, upload_id: int) -> StaffPreview:
    """Load a previewed list; what it held.

    Raises UploadDecided when it was decided before, Forbidden when the role has gone meanwhile.
    """
    upload = own(work, upload_id)
    if upload.purpose != Purpose.STAFF:
        raise NotFound
    shown = look_at_staff(work, upload_id)
    schools = store_staff(
        work,
        read_of(upload),
        upload.person_id,
        upload_id=upload.id,
        sent_at=upload.sent_at,
    )
    if not schools:
        raise Forbidden(action="upload_results")
    end(work, upload, UploadStatus.CONFIRMED)
    record(work, "upload_staff", anchor(upload.id), schools=list(schools))
    return shown
