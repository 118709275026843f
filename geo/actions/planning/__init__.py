"""The shooting plan: what it is made from, made, laid by hand, explained and compared."""
