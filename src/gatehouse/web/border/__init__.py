"""The border asks one question and gets one answer; the unit sees the checks that wait and decides."""
