"""The pages of the whole library: home, cases, framework, checks, unit values."""
