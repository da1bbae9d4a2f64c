"""The first content of every library: article records, one file an article."""
