-- The application's role deletes nothing by itself. It may have this done: rows below a place of the log, oldest first, and only such as are
-- older than six calendar years by the clock of the database (45 CFR 164.316(b)(2)(i)). The log stays: docs/adr/0042.
CREATE FUNCTION audit_prune(below bigint, at_most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  kept_from timestamptz := (date_trunc('year', now() AT TIME ZONE 'UTC') - interval '6 years') AT TIME ZONE 'UTC';
  old uuid[] := ARRAY(SELECT id FROM audit_event JOIN audit_log_leaf ON event_id = id
                       WHERE at < kept_from AND place < below ORDER BY at LIMIT at_most);
  gone integer;
BEGIN
  DELETE FROM audit_event_patient WHERE event_id = ANY (old);
  DELETE FROM audit_event WHERE id = ANY (old);
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END
$$;
REVOKE ALL ON FUNCTION audit_prune FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_prune TO visavis_app;

-- What was pruned is looked up at each verification.
CREATE INDEX audit_event_prunings ON audit_event (subject_id) WHERE action = 'prune-trail';
