"""Money by article as a table: `python examples/pandas_money.py records.jsonl`."""

import json
import sys
from decimal import Decimal
from pathlib import Path

import pandas as pd

records = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
records = [record for record in records if "error" not in record]
money = pd.json_normalize(records, "money", ["id", ["source", "uri"]], record_prefix="money.", errors="ignore")
money["amount"] = money["money.amount"].map(Decimal, na_action="ignore")  # text to exact numbers, never by way of float
print(money[["source.uri", "amount", "money.currency", "money.text"]].to_csv(index=False), end="")
