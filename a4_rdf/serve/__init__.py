"""The server: it reads a finished publication, and never validates, converts or writes.

Begin with `app` (what is put together), then `routes` (which address answers what), `things` (the
view of one thing that every format shows), `pages` (its HTML), `http` (forms, headers, errors,
caching). `sparql` is the endpoint and `sandbox` the process that runs its queries; `server` starts
it all.
"""
