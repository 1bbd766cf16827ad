"""Places: countries, cities, regions, facilities."""
