"""Cases on pages: opened from a confirmed hit, closed with an outcome, and the register."""
