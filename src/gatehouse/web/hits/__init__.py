"""Hits: the queue of what waits for a decision, and the page on which one is decided."""
