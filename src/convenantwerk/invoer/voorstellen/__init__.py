"""What the text tells of registers and rules, each with its place: proposals, never facts."""
