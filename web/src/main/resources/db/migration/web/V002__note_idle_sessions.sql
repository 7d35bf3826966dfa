-- A session that nobody asks for any more is deleted by whoever comes by: the sweep of each minute, or the request that finds it expired. Every
-- way passes here, and in the same transaction the trail hears whose session it was. A session that ends while it is good (signing out,
-- deactivation) has its own row on the trail. The hash is the one that the application makes of a session's id.
CREATE FUNCTION note_idle_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_event (id, at, actor, actor_roles, action, outcome, reason, address, session, instance)
  VALUES (uuidv7(), clock_timestamp(), OLD.principal_name::uuid, '', 'end-session', 'GRANTED', 'idle', '-',
    encode(substring(sha256(convert_to(OLD.session_id, 'UTF8')) FROM 1 FOR 16), 'hex'), 'database');
  RETURN NULL;
END $$;

CREATE TRIGGER note_idle_session AFTER DELETE ON spring_session FOR EACH ROW
  WHEN (OLD.principal_name ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    AND OLD.expiry_time <= extract(epoch FROM clock_timestamp()) * 1000)
  EXECUTE FUNCTION note_idle_session();
