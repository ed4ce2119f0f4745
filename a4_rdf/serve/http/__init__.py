"""HTTP: which form of a resource is answered, with which headers, how errors and caches go.

Nothing here knows what the resources say. `respond` is where the other modules come together.
"""
