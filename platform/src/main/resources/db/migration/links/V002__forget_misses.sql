-- Who guesses is counted by `limits`.
DROP TABLE link_miss;
