"""Pages on which criteria are written, checked, tried on history, approved by another person, and retired."""
