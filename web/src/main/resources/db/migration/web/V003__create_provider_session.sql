-- From which sign-in at the provider a session came: what the provider's news of a logout names (issuer, sid, subject), and by what an open session is
-- checked. The refresh token is of use only together with the client's secret, which is not here.
CREATE TABLE provider_session (
  session_id    char(36)    PRIMARY KEY,
  registration  text        NOT NULL,
  issuer        text        NOT NULL,
  subject       text        NOT NULL,
  sid           text,
  refresh_token text,
  checked_at    timestamptz NOT NULL
);
CREATE INDEX provider_session_by_subject ON provider_session (issuer, subject);
CREATE INDEX provider_session_by_sid ON provider_session (issuer, sid) WHERE sid IS NOT NULL;
CREATE INDEX provider_session_by_check ON provider_session (checked_at);

-- It goes with its session, whoever ends that one.
CREATE FUNCTION forget_provider_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM provider_session WHERE session_id = OLD.session_id;
  RETURN NULL;
END $$;

CREATE TRIGGER forget_provider_session AFTER DELETE ON spring_session FOR EACH ROW EXECUTE FUNCTION forget_provider_session();

GRANT SELECT, INSERT, UPDATE, DELETE ON provider_session TO visavis_app;
