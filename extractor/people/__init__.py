"""People: names with their forms, and the roles the text gives them."""
