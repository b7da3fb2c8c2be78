"""Questions to a graph, and answers to read.

`find` says which thing is meant, `query` asks, with the saved questions of `queries/`, and `answer` writes what comes back,
`cells` what no query gave. `facts` are what a graph says as plain values; `profile` and `profile_page` put all of an actor in
order, `explain_fact` shows what a fact rests on, `explain_text` why a text gives it. `notebook` does all of this in Python.
"""
