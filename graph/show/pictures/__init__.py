"""Pictures for papers, one module each: `paint(network, schema, figure, language)` fills a matplotlib figure."""
