"""Names of organizations, people, programmes and places: a small model finds them, rules mend and group them."""
