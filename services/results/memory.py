"""How much memory a child holds, where the system itself does not stop it."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path


def resident_bytes(pid: int) -> int:
    """Resident memory of a process in bytes; 0 when it is gone or cannot be asked."""
    try:
        if sys.platform == "win32":
            return _windows(pid)
        if sys.platform == "darwin":
            return _by_ps(pid)
        return _linux(pid)
    except (OSError, ValueError, IndexError):
        return 0


def _linux(pid: int) -> int:
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _by_ps(pid: int) -> int:
    command = ["/bin/ps", "-o", "rss=", "-p", str(pid)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=1)  # noqa: S603
    return int(done.stdout.split()[0]) * 1024


def _windows(pid: int) -> int:
    class Counters(ctypes.Structure):
        _fields_ = [
            ("cb", ctypes.c_ulong),
            ("page_faults", ctypes.c_ulong),
            ("peak_working_set", ctypes.c_size_t),
            ("working_set", ctypes.c_size_t),
            *((f"other_{index}", ctypes.c_size_t) for index in range(6)),
        ]

    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = ctypes.c_void_p(kernel.OpenProcess(0x1000, 0, pid))
    if not handle.value:
        return 0
    counters = Counters(cb=ctypes.sizeof(Counters))
    kernel.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.cb)
    kernel.CloseHandle(handle)
    return int(counters.working_set)
