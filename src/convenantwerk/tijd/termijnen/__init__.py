"""What falls due: one table of the kinds of uiterste datum, and the rules by subject."""
