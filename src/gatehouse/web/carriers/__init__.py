"""How good carriers' messages are, over time and without anybody in them, with a report to send to a carrier."""
