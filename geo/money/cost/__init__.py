"""What a shoot costs at a place."""
