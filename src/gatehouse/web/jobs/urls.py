"""URLs of the machine's work."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.jobs import mending

urlpatterns = [
    path("jobs/", mending.jobs, name="jobs"),
    path("jobs/<int:job>/", mending.one, name="jobs-one"),
    path("jobs/<int:job>/retry/", mending.retry, name="jobs-retry"),
    path("jobs/<int:job>/dismiss/", mending.dismiss, name="jobs-dismiss"),
]
