# Amounts above a million in dollars, a line each: `sh examples/jq.sh records.jsonl`. Amounts are text, so that no digit is lost: tonumber makes them numbers.
jq -r 'select(.error | not) | .id[7:15] as $article | .money[] | select(.currency == "USD" and .amount != null and (.amount | tonumber) > 1e6)
       | [$article, .amount, .text] | @tsv' "$1"
