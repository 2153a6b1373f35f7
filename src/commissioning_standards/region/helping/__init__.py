"""Councils that can help each other, and those that may want support: confidential both."""
