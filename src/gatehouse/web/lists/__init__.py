"""Lists: sources, versions and what changed between them, entries with their history; a national list kept by two."""
