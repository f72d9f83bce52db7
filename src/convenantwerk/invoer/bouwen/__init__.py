"""From brokken to the text tree, by what the text says."""
