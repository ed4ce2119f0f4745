"""/sparql: the SPARQL 1.1 Protocol, queries only.

`protocol` reads what is asked, `endpoint` answers it, `problems` says why not, `description` is
what the endpoint says of itself. The queries run in `serve.sandbox`.
"""
