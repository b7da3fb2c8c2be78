"""How right a graph is, and the rules and lists behind it.

`check` and `evidence` give the `findings` on shapes and quotes. `gold` reads what careful readers took, `evaluate` holds a
graph against it, `scores` shows the result. `rule_counts` tells how often rules were right, `rule_list` shows them;
`coverage` lists names that no list has.
"""
