"""The assessment of States as pages: States and cycles, answers, visits, recommendations, help, reports.

Every page goes through the rooms' own functions, which ask the kernel and write the log; nothing is decided here.

Trust: whoever can change this room can show a State something else than what is stored of it.
"""
