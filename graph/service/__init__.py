"""The graph as a service: SPARQL 1.1 Protocol (W3C, 2013), pages of things, the explorer page.

`negotiate` chooses the form of an answer, `jobs` makes answers from a store, `workers` runs jobs in processes that can be stopped,
`app` speaks HTTP. Nothing here writes to a graph.
"""
