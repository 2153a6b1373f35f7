"""What a region may share without giving a council away, and what it keeps for itself."""
