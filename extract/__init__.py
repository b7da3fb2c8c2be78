"""From files to statements, one folder a step: documents, text, mentions, statements; `languages` has what each needs to know.

`pipeline` goes the whole way of a document, `explain` shows it, `model` is what comes out; `measured` is how often rules were right.
"""
