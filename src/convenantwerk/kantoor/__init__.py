"""The page in the browser: a second face on the opdrachten, beside the command line."""
