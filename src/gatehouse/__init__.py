"""Gatehouse: screens travellers as Security Council resolution 2396 (2017) asks, and proves how it did so."""

__version__ = "0.1.0"
