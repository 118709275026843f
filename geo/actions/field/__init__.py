"""What comes home from the field: packs, forms, positions, merging, registers, safety."""
