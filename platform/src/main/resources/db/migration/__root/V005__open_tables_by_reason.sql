-- What is opened without naming its patients, or for work that nobody asked for, opens the tables whose policies name the reason, and no
-- others (docs/adr/0049). Tables come behind the wall one version after the other: a connection says when it is claimed how many walls its
-- instance knows, so that instances of the version before go on with the tables that came behind it since.
ALTER TABLE row_scope_connection ADD COLUMN walls integer NOT NULL DEFAULT 1;
ALTER TABLE row_scope_grace ADD COLUMN walls integer NOT NULL DEFAULT 1;
INSERT INTO row_scope_grace (good_until, walls)
SELECT CASE WHEN to_regclass('public.person') IS NULL THEN '-infinity' ELSE now() + interval '1 day' END, 2;

DROP FUNCTION row_scope_claim(bytea);
CREATE FUNCTION row_scope_claim(secret bytea, knows integer DEFAULT 1) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF length(secret) < 32 OR inet_client_port() IS NULL THEN
    RAISE EXCEPTION 'a connection is claimed by a long secret, over TCP' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM row_scope_connection WHERE pid IN (
    SELECT pid FROM row_scope_connection
     WHERE pid NOT IN (SELECT alive.pid FROM pg_stat_activity alive)
       FOR UPDATE SKIP LOCKED);
  INSERT INTO row_scope_connection AS known (pid, client_address, client_port, secret_digest, seal_key, walls)
  VALUES (pg_backend_pid(), inet_client_addr(), inet_client_port(), sha256(secret),
          sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), knows)
  ON CONFLICT (pid) DO UPDATE
     SET client_address = EXCLUDED.client_address, client_port = EXCLUDED.client_port,
         secret_digest = EXCLUDED.secret_digest, seal_key = EXCLUDED.seal_key, walls = EXCLUDED.walls
   WHERE (known.client_address, known.client_port) <> (EXCLUDED.client_address, EXCLUDED.client_port);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this connection is claimed' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;

-- everybody_for: reasons with a comma between them. narrowly: a reason and a patient each, 'file-content <id>'.
DROP FUNCTION row_scope_open(bytea, uuid[], text, text[]);
CREATE FUNCTION row_scope_open(
  secret bytea, patients uuid[], everybody_for text, cleared text[] DEFAULT '{}', narrowly text[] DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own   row_scope_connection;
  scope text := 'patients ' || array_to_string(patients, ',') || '|' || array_to_string(cleared, ',')
                || '|' || coalesce(everybody_for, '') || '|' || array_to_string(narrowly, ',');
BEGIN
  SELECT * INTO own FROM row_scope_connection
   WHERE pid = pg_backend_pid() AND client_address = inet_client_addr() AND client_port = inet_client_port()
     AND secret_digest = sha256(secret);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'not the secret of this connection' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('visavis.rows', row_scope_seal(own.seal_key, scope) || ' ' || scope, true);
END $$;

-- What was said in this transaction, or nothing; the first wall's grace is for connections that nobody claims.
CREATE OR REPLACE FUNCTION row_scope() RETURNS text
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own  row_scope_connection;
  said text := current_setting('visavis.rows', true);
BEGIN
  SELECT * INTO own FROM row_scope_connection
   WHERE pid = pg_backend_pid() AND client_address = inet_client_addr() AND client_port = inet_client_port();
  IF NOT FOUND THEN
    RETURN (SELECT 'everybody version before' FROM row_scope_grace WHERE now() < good_until AND walls = 1);
  END IF;
  RETURN CASE WHEN left(said, 64) = row_scope_seal(own.seal_key, substr(said, 66)) THEN substr(said, 66) END;
END $$;

-- Whose rows are open to a policy that names these reasons: what was granted, and what was opened for one of them.
CREATE FUNCTION row_scope_patients_for(VARIADIC reasons text[]) RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  scope text := row_scope();
BEGIN
  RETURN CASE WHEN scope LIKE 'patients %'
    THEN string_to_array(split_part(substr(scope, 10), '|', 1), ',')::uuid[]
         || ARRAY (SELECT split_part(opened, ' ', 2)::uuid
                     FROM unnest(string_to_array(split_part(scope, '|', 4), ',')) opened
                    WHERE split_part(opened, ' ', 1) = ANY (reasons))
    ELSE '{}' END;
END $$;

-- Whether everybody's rows are, for one of these reasons; or because the instance does not know yet that they are behind this wall.
CREATE FUNCTION row_scope_everybody_for(wall integer, VARIADIC reasons text[] DEFAULT '{}') RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  scope text := row_scope();
BEGIN
  RETURN coalesce(scope LIKE 'patients %' AND string_to_array(split_part(scope, '|', 3), ',') && reasons, false)
      OR EXISTS (SELECT FROM row_scope_grace WHERE now() < good_until AND walls = wall)
         AND NOT EXISTS (SELECT FROM row_scope_connection
                          WHERE pid = pg_backend_pid() AND client_address = inet_client_addr()
                            AND client_port = inet_client_port() AND walls >= wall);
END $$;

-- row_scope_everybody() is asked by no policy any more once messaging and chart have followed; migrations of before name it.
REVOKE EXECUTE ON FUNCTION row_scope_claim, row_scope_open, row_scope_patients_for, row_scope_everybody_for FROM PUBLIC;
GRANT EXECUTE ON FUNCTION row_scope_claim, row_scope_open, row_scope_patients_for, row_scope_everybody_for TO visavis_app;
