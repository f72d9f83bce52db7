"""What differs between two editions, its papers, and the wijzigingen that make one of the other."""
