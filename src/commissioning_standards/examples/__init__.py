"""Invented councils and what they answered, to try things out on."""
