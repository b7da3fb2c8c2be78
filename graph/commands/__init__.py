"""The commands of pactgraph, one module each.

A module here is a command: its name is the module's name, its click command is called `command`, and its epilog shows
an example. It only turns options into the call of a library function and the answer into bytes on standard output.
"""
