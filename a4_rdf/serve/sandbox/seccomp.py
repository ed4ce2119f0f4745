"""A system-call filter that makes new sockets and programs impossible, for good (seccomp(2)).

The filter outlives fork and cannot be taken off. It has to be installed before threads start,
since it holds for the calling thread and those that come after it.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
from collections.abc import Mapping
from types import MappingProxyType

_PR_SET_SECCOMP = 22
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_MODE_FILTER = 2
_RET_KILL_PROCESS = 0x80000000
_RET_ERRNO = 0x00050000
_RET_ALLOW = 0x7FFF0000
_LOAD_WORD = 0x20  # BPF_LD | BPF_W | BPF_ABS
_JUMP_EQUAL = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
_JUMP_GREATER_OR_EQUAL = 0x35  # BPF_JMP | BPF_JGE | BPF_K
_RETURN = 0x06  # BPF_RET | BPF_K
_OFFSET_NUMBER = 0  # struct seccomp_data: int nr; __u32 arch; …
_OFFSET_ARCH = 4
_X32_BIT = 0x40000000
_INSTRUCTION = struct.Struct("HBBI")  # struct sock_filter: code, jt, jf, k

DENIED: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        # The network. io_uring opens sockets without socket(2).
        "socket": (41, 198),
        "socketpair": (53, 199),
        "connect": (42, 203),
        "bind": (49, 200),
        "listen": (50, 201),
        "io_uring_setup": (425, 425),
        "io_uring_enter": (426, 426),
        "io_uring_register": (427, 427),
        # Other programs and processes.
        "execve": (59, 221),
        "execveat": (322, 281),
        "ptrace": (101, 117),
        "process_vm_readv": (310, 270),
        "process_vm_writev": (311, 271),
        "pidfd_getfd": (438, 438),
        # The kernel's wider surface.
        "unshare": (272, 97),
        "setns": (308, 268),
        "mount": (165, 40),
        "bpf": (321, 280),
        "perf_event_open": (298, 241),
        "userfaultfd": (323, 282),
        "open_by_handle_at": (304, 265),
        "add_key": (248, 217),
        "request_key": (249, 218),
        "keyctl": (250, 219),
    }
)
"""What is refused with EPERM: name → its number on x86_64 and on aarch64."""

_MACHINES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
)
"""Machine → its column in `DENIED`, and its AUDIT_ARCH."""


class _Program(ctypes.Structure):
    """The kernel's `struct sock_fprog`."""

    _fields_ = (("len", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def program(machine: str) -> bytes:
    """Return the filter as BPF instructions for a machine; KeyError for an unknown one."""
    column, audit_arch = _MACHINES[machine]
    numbers = [pair[column] for pair in DENIED.values()]
    tests = [_instruction(_JUMP_GREATER_OR_EQUAL, _X32_BIT, jump=len(numbers) + 1)]
    tests += [
        _instruction(_JUMP_EQUAL, number, jump=len(numbers) - at)
        for at, number in enumerate(numbers)
    ]
    return b"".join(
        [
            _instruction(_LOAD_WORD, _OFFSET_ARCH),
            _instruction(_JUMP_EQUAL, audit_arch, jump=1),
            _instruction(_RETURN, _RET_KILL_PROCESS),
            _instruction(_LOAD_WORD, _OFFSET_NUMBER),
            *tests,
            _instruction(_RETURN, _RET_ALLOW),
            _instruction(_RETURN, _RET_ERRNO | errno.EPERM),
        ]
    )


def install() -> None:
    """Refuse `DENIED` to this process and all its children; OSError where that is impossible."""
    machine = platform.machine()
    if machine not in _MACHINES:
        raise OSError(errno.ENOSYS, f"no system-call filter is known for {machine}")
    instructions = program(machine)
    filter_ = _Program(len(instructions) // _INSTRUCTION.size, instructions)
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)
    _prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.addressof(filter_))


def _instruction(code: int, value: int, jump: int = 0) -> bytes:
    return _INSTRUCTION.pack(code, jump, 0, value)


def _prctl(option: int, *arguments: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    words = (ctypes.c_ulong(word) for word in (*arguments, 0, 0, 0, 0)[:4])
    if libc.prctl(option, *words) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
