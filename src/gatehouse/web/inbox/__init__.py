"""The inbox of operators: which files came in, what became of them, where one could not be read. No person's data."""
