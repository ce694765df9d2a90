"""Rules: a case with its appraisal becomes findings and verdicts."""
