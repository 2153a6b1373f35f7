"""Pictures of a region's shared table: they can show no more than it says."""
