-- Sums by currency over JSON Lines, and articles with their facts over Parquet: `python -m extractor ... -f parquet -o tables`.
SELECT m.currency, sum(CAST(m.amount AS DECIMAL(38, 4))) AS total, count(*) AS mentions
FROM (SELECT unnest(money) AS m FROM read_json('records.jsonl', format = 'newline_delimited'))
WHERE m.amount IS NOT NULL
GROUP BY ALL ORDER BY total DESC;

SELECT a.published, f.measure, f.amount, f.currency
FROM 'tables/facts.parquet' f JOIN 'tables/articles.parquet' a USING (article_id)
WHERE f.amount IS NOT NULL ORDER BY f.amount DESC;
