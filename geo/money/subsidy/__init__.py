"""What may come back: policies as data, judged against a project."""
