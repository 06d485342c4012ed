"""Grades of an incident by two written schemes. Neither says what is true; unknown sources count in none."""

from whosays.reconcile.grades.admiralty import Admiralty, Credibility, Reliability, admiralty
from whosays.reconcile.grades.airwars import AirwarsGrade, Grading, airwars

__all__ = ["Admiralty", "AirwarsGrade", "Credibility", "Grading", "Reliability", "admiralty", "airwars"]
