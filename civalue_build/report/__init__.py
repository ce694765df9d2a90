"""Reports: findings become text or data."""
