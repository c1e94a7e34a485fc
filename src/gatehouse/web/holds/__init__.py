"""Pages of legal holds: a named case keeps data beyond their clocks, placed by two persons, until a day."""
