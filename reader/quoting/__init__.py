"""Quotes and to whom each is given: `reader.quoting.find.find_quotes(article, mentions)`."""
