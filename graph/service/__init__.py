"""The graph as a service: SPARQL 1.1 Protocol (W3C, 2013), pages of things, the explorer page.

`run` starts it; `app` speaks HTTP, `negotiate` chooses the form of an answer. `jobs` makes answers from a store, `entity` those on one
thing, `prepared` those that take long to make; `workers` runs jobs in processes that can be stopped. Nothing here writes to a graph.
"""
