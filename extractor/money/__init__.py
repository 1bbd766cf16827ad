"""Amounts of money: a figure beside a sign, a code or a name of a currency, its range, its bound, and what it is the price of."""
