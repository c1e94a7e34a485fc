"""What the machine has to do, and what it gave up, for operators to decide. No person's data."""
