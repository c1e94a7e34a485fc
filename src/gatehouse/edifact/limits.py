"""Bounds that no honest carrier reaches and a hostile one must not pass. Sizes in bytes unless named otherwise."""

CHUNK = 1 << 20
"""How much is read from the stream at a time."""
SEGMENT_MAX = 1 << 18
"""Longest segment. Raw history lines (LTS) of several kilobytes occur; none near this."""
MESSAGE_MAX = 20 << 20
"""Longest message: a hundred thousand API travellers, or ten thousand bookings."""
MESSAGE_SEGMENTS_MAX = 400_000
"""Most segments in one message."""
FAULTS_MAX = 200
"""Most findings of the syntax kept for one message; the rest is counted in one more finding."""
HEADER_WINDOW = 1 << 13
"""How far behind UNB the reader looks at the tags that show which terminator is in use."""
WRAPPER_MAX = 1 << 20
"""Most text before, between or after interchanges: mail headers, Type B addresses, footers."""
LOOK_AHEAD = 128
"""No segment is cut within this many bytes of the buffer's end, where the start of the next UNA might be hidden."""
UNDRESSED_MAX = 1 << 30
"""Most text that may come out of an archive or another code, however small it came."""
EVIDENCE_OF_FORMAT = 1 << 12
"""How much of the beginning is kept to say what a file that holds no EDIFACT looks like."""
