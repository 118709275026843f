"""Answers for a producer: what is left to pay, what would open more, what to ask, what to keep."""
