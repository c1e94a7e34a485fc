"""Travellers: one of them with their bookings, and who is on a flight."""
