"""What envelopes say of themselves."""

from gatehouse.edifact import Interchange, Message, Segment

UNB = Segment("UNB+UNOA:4+ZZAIR:ZZ+ZZGOV+260301:1201+REF9++APIS++++1")
UNH = Segment("UNH+M7+paxlst:D:05B:UN:IATA+KEY/1+02:F", 1, 44)


def test_interchange_header():
    interchange = Interchange(UNB)
    assert (interchange.sender, interchange.recipient) == ("ZZAIR", "ZZGOV")
    assert interchange.prepared == ("260301", "1201")
    assert (interchange.control_reference, interchange.application, interchange.is_test) == ("REF9", "APIS", True)


def test_interchange_without_header_knows_nothing():
    interchange = Interchange()
    assert (interchange.sender, interchange.recipient, interchange.control_reference) == (None, None, None)
    assert (interchange.prepared, interchange.application, interchange.is_test) == (("", ""), None, False)


def test_message_header():
    message = Message(Interchange(UNB), [UNH])
    assert (message.reference, message.type, message.version) == ("M7", "PAXLST", ("D", "05B"))
    assert (message.common_reference, message.sequence) == ("KEY/1", ("02", "F"))
    assert message.offset == 44
    assert message.delimiters == UNB.delimiters


def test_message_without_segments_is_empty_not_broken():
    message = Message(Interchange(UNB), [])
    assert (message.reference, message.type, message.version, message.offset) == (None, None, ("", ""), 0)
