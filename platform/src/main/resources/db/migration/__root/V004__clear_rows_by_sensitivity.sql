-- A transaction is opened for patients, and for each of them up to a sensitivity (docs/adr/0053): the third wall stands inside of the second.
-- What was not said is not open: an instance of the version before, which says nothing of it, opens ordinary rows.
DROP FUNCTION row_scope_open(bytea, uuid[], text);

-- cleared: what is open beyond the ordinary, each a patient and a sensitivity, '<id> PART2'.
CREATE FUNCTION row_scope_open(secret bytea, patients uuid[], everybody_for text, cleared text[] DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own   row_scope_connection;
  scope text := coalesce('everybody ' || everybody_for,
                         'patients ' || array_to_string(patients, ',') || '|' || array_to_string(cleared, ','));
BEGIN
  SELECT * INTO own FROM row_scope_connection
   WHERE pid = pg_backend_pid() AND client_address = inet_client_addr() AND client_port = inet_client_port()
     AND secret_digest = sha256(secret);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'not the secret of this connection' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('visavis.rows', row_scope_seal(own.seal_key, scope) || ' ' || scope, true);
END $$;

CREATE OR REPLACE FUNCTION row_scope_patients() RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  scope text := row_scope();
BEGIN
  RETURN CASE WHEN scope LIKE 'patients %' THEN string_to_array(split_part(substr(scope, 10), '|', 1), ',')::uuid[] ELSE '{}' END;
END $$;

CREATE FUNCTION row_scope_cleared() RETURNS text[]
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  scope text := row_scope();
BEGIN
  RETURN CASE WHEN scope LIKE 'patients %' THEN string_to_array(split_part(substr(scope, 10), '|', 2), ',') ELSE '{}' END;
END $$;

REVOKE EXECUTE ON FUNCTION row_scope_open, row_scope_cleared FROM PUBLIC;
GRANT EXECUTE ON FUNCTION row_scope_open, row_scope_cleared TO visavis_app;
