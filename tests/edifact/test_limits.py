"""The bounds fit into each other."""

from gatehouse.edifact import limits


def test_bounds_fit_into_each_other():
    assert limits.LOOK_AHEAD < limits.HEADER_WINDOW < limits.CHUNK
    assert limits.HEADER_WINDOW < limits.SEGMENT_MAX < limits.MESSAGE_MAX
    assert limits.WRAPPER_MAX < limits.MESSAGE_MAX
    assert limits.FAULTS_MAX < limits.MESSAGE_SEGMENTS_MAX
