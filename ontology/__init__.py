"""What exists: the vocabulary in OWL, its SHACL shapes, and the authority lists in SKOS."""
