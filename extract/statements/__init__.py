"""What a sentence says of what it names.

`sentences` divides paragraphs and `encode` shows a sentence as rules see it. `rules` find cues; `roles` the subject, `filling` the others,
`modality` whether it is planned or denied, `when` the date, `amounts` the sum, `treated` the draft that a report deals with. `read`
makes each a `claim` or a refusal, `tables` does so for rows; `collect` gives claims their evidence, `derive` those of the members of
groups.
"""
