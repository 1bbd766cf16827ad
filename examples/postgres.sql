-- Records into PostgreSQL, again and again, an article that is there is replaced: `psql -f examples/postgres.sql < records.jsonl`
CREATE TABLE IF NOT EXISTS press_records (id text PRIMARY KEY, published date, record jsonb NOT NULL);
CREATE TEMP TABLE lines (line jsonb);
-- JSON Lines as CSV with a quote and a delimiter that no JSON holds unescaped: COPY takes each line as it is.
\copy lines FROM pstdin WITH (FORMAT csv, QUOTE e'\x01', DELIMITER e'\x02')
INSERT INTO press_records
SELECT line ->> 'id', (line #>> '{source,published,value}')::date, line FROM lines WHERE NOT line ? 'error'
ON CONFLICT (id) DO UPDATE SET published = excluded.published, record = excluded.record;
CREATE OR REPLACE VIEW press_money AS
SELECT r.id AS article_id, m ->> 'id' AS id, (m ->> 'amount')::numeric AS amount, m ->> 'currency' AS currency, m ->> 'text' AS words
FROM press_records r, jsonb_array_elements(r.record -> 'money') m;
