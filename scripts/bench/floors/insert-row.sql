-- One row, committed: what the bare route behind "a code is applied" does (scripts/bench/bare/app/api/insert).
-- $1 a text of about a sentence. Best index: none but the table's own key.
INSERT INTO bench.row (body) VALUES ($1)
