"""The sandbox's process: binds its socket, gives up the network, opens the store, serves.

Started by `process.start` alone, with its settings as JSON in the one argument. The first line
of standard output is "ready" or the reason why it will not serve. It ends with standard input and
with its starter: other children of the starter may hold that pipe open too.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import select
import signal
import socket
import sys
import warnings
from contextlib import suppress
from pathlib import Path

from a4_rdf.errors import A4Error
from a4_rdf.serve.sandbox import isolation
from a4_rdf.serve.sandbox.messages import Limits
from a4_rdf.serve.sandbox.parent import Parent
from a4_rdf.serve.sandbox.publication import follow

_BACKLOG = 128
_STDIN = 0


def main(settings: str) -> int:
    """Serve until the starter is gone; return the exit code."""
    given = json.loads(settings)
    limits = Limits(**given["limits"])
    address, public = Path(given["address"]), Path(given["public"])
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["RUST_BACKTRACE"] = "0"
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        address.unlink(missing_ok=True)  # left by a former process that was killed
        listener.bind(str(address))
        listener.listen(_BACKLOG)
        try:
            isolation.drop_network()
            isolation.write_freely()  # results are copied here; each child has its own bound
            lifelines = (_STDIN, os.pidfd_open(given["starter"]))
            parent = Parent(listener, lifelines, follow(public), limits)
            _ready()
            parent.serve()
        except ProcessLookupError:
            return 0  # the starter ended meanwhile
        except A4Error as error:
            # Users of the endpoint read this: where it lies on our disk is not theirs to know.
            _say(str(error).replace(str(public.resolve()), public.name))
            return error.exit_code
        finally:
            address.unlink(missing_ok=True)
            if not _is_alive(given["starter"]):  # else it does it, or starts the next one here
                with suppress(OSError):
                    address.parent.rmdir()
    return 0


def _is_alive(pid: int) -> bool:
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return False
    try:
        return not select.select([descriptor], [], [], 0)[0]  # readable once it has ended
    finally:
        os.close(descriptor)


def _ready() -> None:
    # Python 3.12 warns of a fork beside the store's own threads; none of them holds a lock here,
    # since a read-only store has nothing to write back.
    warnings.filterwarnings("ignore", "This process .* is multi-threaded", DeprecationWarning)
    gc.collect()
    gc.freeze()  # what the children share stays shared
    _say("ready")


def _say(line: str) -> None:
    sys.stdout.write(line.replace("\n", " ") + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    logging.basicConfig(format="a4-rdf sandbox: %(message)s")
    sys.exit(main(sys.argv[1]))
