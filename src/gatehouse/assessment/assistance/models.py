"""Needs, offers, projects and their indicators."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.states.models import State


class Need(models.Model):
    """What a State needs, from a recommendation or by its own statement."""

    state = models.ForeignKey(State, models.PROTECT, related_name="needs")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, null=True, related_name="needs")
    theme = models.CharField(max_length=16)
    text = models.TextField()
    urgency = models.IntegerField(default=2)
    stated_by = models.CharField(max_length=40)
    stated_at = models.DateTimeField(auto_now_add=True)
    shared_at = models.DateTimeField(null=True)
    met_at = models.DateTimeField(null=True)


class Offer(models.Model):
    """What a body offers: themes, for which regions (none: for all), until when."""

    body = models.CharField(max_length=120)
    themes = models.JSONField()
    regions = models.JSONField(default=list)
    text = models.TextField()
    until = models.DateField()
    made_by = models.CharField(max_length=40)
    made_at = models.DateTimeField(auto_now_add=True)


class Project(models.Model):
    """A project: who pays, who receives, for how much, on whose request, and at which stage."""

    name = models.CharField(max_length=200)
    theme = models.CharField(max_length=16)
    donor = models.CharField(max_length=120)
    recipient = models.ForeignKey(State, models.PROTECT, related_name="projects")
    offer = models.ForeignKey(Offer, models.PROTECT, null=True)
    budget = models.DecimalField(max_digits=14, decimal_places=2)
    spent = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    currency = models.CharField(max_length=3)
    starts = models.DateField()
    ends = models.DateField()
    request = models.TextField()
    """The request or consent of the State that it rests on."""
    stage = models.CharField(max_length=12)
    needs = models.ManyToManyField(Need, related_name="projects")
    edition = models.IntegerField(default=1)
    made_by = models.CharField(max_length=40)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Days and money do not contradict each other."""

        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="project_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(budget__gte=0, spent__gte=0), name="project_money_not_negative"),
        ]


class Indicator(models.Model):
    """What a project is to change: baseline, aim, and what was measured."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="indicators")
    name = models.CharField(max_length=120)
    unit = models.CharField(max_length=40)
    baseline = models.DecimalField(max_digits=16, decimal_places=4)
    baseline_on = models.DateField()
    aim = models.DecimalField(max_digits=16, decimal_places=4)
    value = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    value_on = models.DateField(null=True)
    confidence = models.CharField(max_length=8, blank=True)
    contribution = models.TextField(blank=True)

    class Meta:
        """An indicator is named once in a project."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["project", "name"], name="indicator_once")]
