"""Exchange: packs for the field and home again, the recce form, positions and photos."""
