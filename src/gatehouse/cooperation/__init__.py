"""What leaves the house and what comes back. Of this side cases and the register of disclosures stand today.

Trust: whoever works here acts on people; nothing here takes what the machine claims, only what persons decided.
"""
