"""What leaves the house and what comes back. Of this side only the register of disclosures stands today.

Trust: whoever works here acts on people; nothing here takes what the machine claims, only what persons decided.
"""
