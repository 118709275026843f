"""What a bureau asks of its own places: demand, changes, records, crews, effects, visitors."""
