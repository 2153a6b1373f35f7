"""What others say of a council, beside its own view: CQC, ASCOF and the peer team."""
