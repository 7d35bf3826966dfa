-- What administrators have to look at. Ids, an address or the name of a key; nothing of a patient.
CREATE TABLE alarm (
  id           uuid        PRIMARY KEY,
  kind         text        NOT NULL CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
  subject_kind text        NOT NULL CHECK (subject_kind IN ('PERSON', 'ADDRESS', 'TRAIL', 'KEY')),
  subject      text        NOT NULL CHECK (length(subject) <= 200),
  happened_at  timestamptz NOT NULL,
  quiet_until  timestamptz NOT NULL CHECK (quiet_until > happened_at),
  raised_at    timestamptz NOT NULL,
  acts         bigint      NOT NULL CHECK (acts > 0),
  seen_at      timestamptz,
  seen_by      uuid,
  finding      text        CHECK (finding IN ('EXPECTED', 'HARMLESS', 'INCIDENT', 'EXERCISE')),
  CHECK ((seen_at IS NULL) = (seen_by IS NULL)),
  CHECK ((seen_at IS NULL) = (finding IS NULL)),
  CONSTRAINT one_alarm_about_the_same_at_a_time
    EXCLUDE USING gist (kind WITH =, subject_kind WITH =, subject WITH =, tstzrange(happened_at, quiet_until) WITH &&)
);
CREATE INDEX alarm_open ON alarm (happened_at) WHERE seen_at IS NULL;
CREATE INDEX alarm_seen ON alarm (seen_at) WHERE seen_at IS NOT NULL;

-- Up to when each round has looked. What was before this version is not an alarm of today.
CREATE TABLE alarm_round (
  name      text        PRIMARY KEY,
  looked_to timestamptz NOT NULL
);
INSERT INTO alarm_round (name, looked_to) VALUES ('trail', now()), ('verification', now() - interval '1 day');

-- An alarm is never taken back, and what it says never changes.
GRANT SELECT, INSERT ON alarm TO visavis_app;
GRANT UPDATE (seen_at, seen_by, finding) ON alarm TO visavis_app;
GRANT SELECT ON alarm_round TO visavis_app;
GRANT UPDATE (looked_to) ON alarm_round TO visavis_app;
