"""Many articles: own processes or a Dask cluster, a journal of what is done, records in the order of the inputs.

`work` is what a worker does, `pool` and `cluster` are where workers run, `journal` remembers, `run` ties them together, `shards` and `watch`
are other ways out and in.
"""

from __future__ import annotations
