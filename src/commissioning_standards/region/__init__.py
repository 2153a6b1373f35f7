"""Many councils at once: returns collated, what may be shared, and who can help whom."""
