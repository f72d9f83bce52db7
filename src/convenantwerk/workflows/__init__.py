"""One file per command: joins sources, operations, documents and exports."""
