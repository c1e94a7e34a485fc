"""Pages for supervisors: counts and times without persons, as tables, pictures and CSV."""
