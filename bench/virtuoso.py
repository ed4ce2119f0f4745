"""How a Virtuoso of one's own is set up: for the bench, and for the tests of other engines."""

from __future__ import annotations

from pathlib import Path

_SETTINGS = """\
[Database]
DatabaseFile = store.db
ErrorLogFile = store.log
LockFile = store.lck
TransactionFile = store.trx
xa_persistent_file = store.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
CheckpointInterval = 0
CaseMode = 2
DirsAllowed = {data}
NumberOfBuffers = {buffers}
MaxDirtyBuffers = {dirty}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 10
MaxKeepAlives = 10
KeepAliveTimeout = 30
Charset = UTF-8
"""


def settings(sql: int, http: int, data: Path | str, buffers: int, dirty: int) -> str:
    """Return its `virtuoso.ini`: its two ports, the folder it may load from, pages in memory."""
    return _SETTINGS.format(sql=sql, http=http, data=data, buffers=buffers, dirty=dirty)
