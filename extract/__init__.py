"""From text to statements, one file per step: source, layout, sections, sentences, mentions, statements."""
