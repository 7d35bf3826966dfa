-- Who did what, when, to whose data, from where: 45 CFR 164.312(b). No clinical content, no names.
CREATE TABLE audit_event (
  id          uuid        PRIMARY KEY,
  at          timestamptz NOT NULL,
  actor       uuid        NOT NULL,
  actor_roles text        NOT NULL,
  action      text        NOT NULL,
  outcome     text        NOT NULL CHECK (outcome IN ('GRANTED', 'REFUSED')),
  reason      text        NOT NULL,
  patient_id  uuid,
  subject_id  uuid,
  address     text        NOT NULL,
  session     text        NOT NULL,
  instance    text        NOT NULL
);
CREATE INDEX audit_event_by_time ON audit_event (at);
CREATE INDEX audit_event_by_patient ON audit_event (patient_id, at) WHERE patient_id IS NOT NULL;
CREATE INDEX audit_event_by_actor ON audit_event (actor, at);

-- The patients that a list or a search showed: one event, and every patient finds it.
CREATE TABLE audit_event_patient (
  event_id   uuid NOT NULL REFERENCES audit_event,
  patient_id uuid NOT NULL,
  PRIMARY KEY (event_id, patient_id)
);
CREATE INDEX audit_event_patient_by_patient ON audit_event_patient (patient_id);

GRANT SELECT, INSERT ON audit_event, audit_event_patient TO visavis_app;
