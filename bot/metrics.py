"""What the operator's charts see; no ids of people among the labels."""

from __future__ import annotations

from prometheus_client import Counter, Gauge, Histogram

INBOX_WAITING = Gauge("metodbot_inbox_waiting", "Updates accepted and not handled")
UPDATES_HANDLED = Counter("metodbot_updates_handled_total", "Updates handled")
UPDATE_SECONDS = Histogram("metodbot_update_seconds", "Seconds from dispatch to commit")
UPDATES_TURNED_AWAY = Counter("metodbot_updates_turned_away", "Updates of a flood, not handled")
LETTERS = Counter("metodbot_letters_total", "Letters settled", ["lane", "outcome"])
