"""Programs: named programmes, initiatives, projects, plans, agreements."""
