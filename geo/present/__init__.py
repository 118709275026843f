"""Show: what goes out of the program (map, workbook, JSON, console)."""
