"""The filter's program, run here as the kernel would run it."""

from __future__ import annotations

import struct

import pytest

from a4_rdf.serve.sandbox import seccomp

X86_64, AARCH64 = 0xC000003E, 0xC00000B7
ALLOW, EPERM, KILL = 0x7FFF0000, 0x00050001, 0x80000000


def verdict(program: bytes, number: int, arch: int) -> int:
    data = {0: number, 4: arch}
    at, accumulator = 0, 0
    while True:
        code, jump, jump_else, value = struct.unpack_from("HBBI", program, at * 8)
        at += 1
        if code == 0x20:
            accumulator = data[value]
        elif code == 0x15:
            at += jump if accumulator == value else jump_else
        elif code == 0x35:
            at += jump if accumulator >= value else jump_else
        else:
            assert code == 0x06
            return int(value)


@pytest.mark.parametrize(
    ("machine", "arch", "refused", "allowed"),
    [
        # socket, connect, bind, execve, ptrace, keyctl, io_uring_setup | read, accept4, clone, mmap
        ("x86_64", X86_64, (41, 42, 49, 59, 101, 250, 425), (0, 288, 56, 9)),
        ("aarch64", AARCH64, (198, 203, 200, 221, 117, 219, 425), (63, 242, 220, 222)),
    ],
)
def test_calls_are_refused_by_number(
    machine: str, arch: int, refused: tuple[int, ...], allowed: tuple[int, ...]
) -> None:
    program = seccomp.program(machine)
    assert {verdict(program, number, arch) for number in refused} == {EPERM}
    assert {verdict(program, number, arch) for number in allowed} == {ALLOW}


def test_the_first_and_the_last_of_the_list_are_refused() -> None:
    program = seccomp.program("x86_64")
    assert verdict(program, seccomp.DENIED["socket"][0], X86_64) == EPERM
    assert verdict(program, seccomp.DENIED["keyctl"][0], X86_64) == EPERM


def test_the_other_numbering_of_x86_is_no_way_out() -> None:
    assert verdict(seccomp.program("x86_64"), 0x40000000 + 41, X86_64) == EPERM


def test_calls_of_another_architecture_end_the_process() -> None:
    i386 = 0x40000003
    assert verdict(seccomp.program("x86_64"), 359, i386) == KILL


def test_an_unknown_machine_has_no_filter() -> None:
    with pytest.raises(KeyError):
        seccomp.program("riscv64")
