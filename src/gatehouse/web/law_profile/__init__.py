"""The law profile in words: what is in force here, how it stands, and what nobody has compared with its source yet."""
