"""People are screened: a message arrives, means something, puts travellers on flights, and makes hits that wait.

The rooms from top to bottom are the flow: `intake`, `messages`, `travellers`, `watchlists`, `matching`, `hits`;
`flow.py` is the whole journey on one screen. Rooms do not call each other forward: `flow` calls each in turn.
"""
