-- A pass for a relay, made for a seat while somebody holds it and gone with it. `hmackey` is what TURN's servers keep of user name and
-- password (RFC 8489, section 9.2.2): it opens what this one pass opens, until it ends, and no other.
CREATE TABLE visit_relay_pass (
  user_name   text         PRIMARY KEY,
  seat_id     uuid         NOT NULL REFERENCES visit_seat,
  hmackey     text         NOT NULL CHECK (hmackey ~ '^[0-9a-f]{32}$'),
  expires_at  timestamptz  NOT NULL
);

CREATE INDEX visit_relay_pass_of_seat ON visit_relay_pass (seat_id);
CREATE INDEX visit_relay_pass_by_end ON visit_relay_pass (expires_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON visit_relay_pass TO visavis_app;

-- What coturn asks for, by the names that coturn gives it, and all that its role may see. The schema is named as the role is, so
-- that PostgreSQL looks there first.
CREATE SCHEMA visavis_turn;

CREATE VIEW visavis_turn.turnusers_lt AS
SELECT 'visavis'::text AS realm, user_name AS name, hmackey
  FROM public.visit_relay_pass
 WHERE expires_at > now();

GRANT USAGE ON SCHEMA visavis_turn TO visavis_turn;
GRANT SELECT ON visavis_turn.turnusers_lt TO visavis_turn;
