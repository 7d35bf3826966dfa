-- The second wall around the rows of patients (docs/adr/0049): which patients' rows a transaction may touch. The application says so
-- after its decision; a policy of each table asks here. What the application says is believed for its connection's secret only, which no
-- statement can read, so a statement that somebody else has put words into cannot say it.

-- The connections of instances. Nobody but these functions reads or writes them. Lost with a crash, as the connections are.
CREATE UNLOGGED TABLE row_scope_connection (
  pid            integer PRIMARY KEY,
  client_address inet    NOT NULL,
  client_port    integer NOT NULL,
  secret_digest  bytea   NOT NULL,
  seal_key       bytea   NOT NULL
);

-- Until when instances of the version before, which claim no connection, go on as they did. A new database has none.
CREATE TABLE row_scope_grace (
  good_until timestamptz NOT NULL
);
INSERT INTO row_scope_grace (good_until)
SELECT CASE WHEN to_regclass('public.person') IS NULL THEN '-infinity' ELSE now() + interval '1 day' END;

-- Once for each connection, when it is made and before anything else is said on it. A process id may come again, with another port.
CREATE FUNCTION row_scope_claim(secret bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF length(secret) < 32 OR inet_client_port() IS NULL THEN
    RAISE EXCEPTION 'a connection is claimed by a long secret, over TCP' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM row_scope_connection WHERE pid IN (
    SELECT pid FROM row_scope_connection
     WHERE pid NOT IN (SELECT alive.pid FROM pg_stat_activity alive)
       FOR UPDATE SKIP LOCKED);
  INSERT INTO row_scope_connection AS known (pid, client_address, client_port, secret_digest, seal_key)
  VALUES (pg_backend_pid(), inet_client_addr(), inet_client_port(), sha256(secret),
          sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))
  ON CONFLICT (pid) DO UPDATE
     SET client_address = EXCLUDED.client_address, client_port = EXCLUDED.client_port,
         secret_digest = EXCLUDED.secret_digest, seal_key = EXCLUDED.seal_key
   WHERE (known.client_address, known.client_port) <> (EXCLUDED.client_address, EXCLUDED.client_port);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this connection is claimed' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;

-- Good for this connection and this transaction only. Keyed twice, so that nothing can be added to what was sealed.
CREATE FUNCTION row_scope_seal(seal_key bytea, scope text) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
BEGIN
  RETURN encode(
    sha256(seal_key || sha256(seal_key || convert_to(extract(epoch FROM transaction_timestamp()) || ' ' || scope, 'UTF8'))), 'hex');
END $$;

-- Whoever knows the secret says whose rows this transaction may touch: these patients', or everybody's for a reason with a name.
CREATE FUNCTION row_scope_open(secret bytea, patients uuid[], everybody_for text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own   row_scope_connection;
  scope text := coalesce('everybody ' || everybody_for, 'patients ' || array_to_string(patients, ','));
BEGIN
  SELECT * INTO own FROM row_scope_connection
   WHERE pid = pg_backend_pid() AND client_address = inet_client_addr() AND client_port = inet_client_port()
     AND secret_digest = sha256(secret);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'not the secret of this connection' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('visavis.rows', row_scope_seal(own.seal_key, scope) || ' ' || scope, true);
END $$;

-- What was said in this transaction, or nothing.
CREATE FUNCTION row_scope() RETURNS text
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own  row_scope_connection;
  said text := current_setting('visavis.rows', true);
BEGIN
  SELECT * INTO own FROM row_scope_connection
   WHERE pid = pg_backend_pid() AND client_address = inet_client_addr() AND client_port = inet_client_port();
  IF NOT FOUND THEN
    RETURN (SELECT 'everybody version before' FROM row_scope_grace WHERE now() < good_until);
  END IF;
  RETURN CASE WHEN left(said, 64) = row_scope_seal(own.seal_key, substr(said, 66)) THEN substr(said, 66) END;
END $$;

CREATE FUNCTION row_scope_patients() RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  scope text := row_scope();
BEGIN
  RETURN CASE WHEN scope LIKE 'patients %' THEN string_to_array(substr(scope, 10), ',')::uuid[] ELSE '{}' END;
END $$;

CREATE FUNCTION row_scope_everybody() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN coalesce(row_scope() LIKE 'everybody %', false);
END $$;

REVOKE EXECUTE ON FUNCTION row_scope_claim, row_scope_seal, row_scope_open, row_scope, row_scope_patients, row_scope_everybody FROM PUBLIC;
GRANT EXECUTE ON FUNCTION row_scope_claim, row_scope_open, row_scope_patients, row_scope_everybody TO visavis_app;
