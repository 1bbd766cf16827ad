"""Quotes: what people and organizations say in the article, word for word or reported, and who says it."""
