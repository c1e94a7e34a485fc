"""The board of flights: which messages came for each, which are missing, how many travellers, what waits."""
