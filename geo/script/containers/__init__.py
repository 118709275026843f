"""Every kind of file a crew sends, opened safely into lines."""
