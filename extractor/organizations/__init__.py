"""Organizations: borders, forms under one name, kind, tickers, and who issues the article."""
