"""Disclosures on pages: one senior analyst asks, another agrees, and what was agreed is on record."""
