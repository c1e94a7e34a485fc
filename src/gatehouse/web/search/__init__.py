"""Travellers looked for by name, document, booking or flight, for a stated purpose and reference."""
