"""Documents become a graph, one file per step.

`fetch` gets documents, `inputs` finds those that a user names, `triples` says what one of them says, `reports` does so for all.
`ledger` and `mentions` list what was refused and what is named.
"""
