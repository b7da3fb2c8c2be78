"""The graph itself, as RDF: in files, in memory, on servers.

`terms` are its smallest parts, `turtle` its bytes, `implied` what follows from it, `store` its place in memory; `remote` speaks to servers,
`endpoint` asks one in place of a file, `push` fills one.
"""
