-- What one booking sends, statement by statement, as PostgreSQL's log showed it; with the listeners that it wakes, without the mails they
-- send. Who books comes from a table made before the run: one statement more than the application needs.
\set slot random(1, 400000000)
SELECT patient, patient_person, clinician, session FROM measured_pair WHERE client = :client_id \gset
SELECT uuidv7() AS appointment, uuidv7() AS first_event \gset

BEGIN;
SELECT s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval, sa.attribute_name, sa.attribute_bytes FROM spring_session s LEFT JOIN spring_session_attributes sa ON s.primary_id = sa.session_primary_id WHERE s.session_id = :session;
COMMIT;
SELECT id, given, family, zone, language FROM person WHERE id = :patient_person;

BEGIN;
INSERT INTO audit_event (id, at, actor, actor_roles, action, outcome, reason, patient_id, subject_id, address, session, instance) VALUES (uuidv7(), now(), :patient_person, 'PATIENT', 'request-appointment', 'GRANTED', 'own', :patient, :clinician, '127.0.0.1', 'bf43924ee6d0f860783dda8a6be997a6', 'pgbench');
SELECT EXISTS (SELECT FROM clinician JOIN person ON person.id = clinician.person_id WHERE clinician.id = :clinician AND person.deactivated_at IS NULL);
SELECT clinician_id, 'RULES' AS kind, zone, visit_minutes AS first, notice_minutes AS second, horizon_days AS third, NULL::uuid AS id, NULL::timestamp AS starts_at, NULL::timestamp AS ends_at FROM clinic_hours WHERE clinician_id = :clinician UNION ALL SELECT clinician_id, 'WEEKLY', NULL, day_of_week, opening_minute, closing_minute, NULL, NULL, NULL FROM weekly_hours WHERE clinician_id = :clinician UNION ALL SELECT clinician_id, kind, NULL, NULL, NULL, NULL, id, starts_at, ends_at FROM hours_exception WHERE clinician_id = :clinician AND starts_at < now() AND ends_at > now();
INSERT INTO appointment (id, patient_id, clinician_id, request_id, requested_by, slot, clinic_zone, clinic_wall_start, state, state_since, reason_sealed) VALUES (:appointment, :patient, :clinician, uuidv7(), :patient_person, tstzrange(timestamptz '2030-01-01' + :slot::int * interval '5 minutes', timestamptz '2030-01-01' + (:slot::int + 1) * interval '5 minutes'), 'UTC', timestamp '2030-01-01' + :slot::int * interval '5 minutes', 'REQUESTED', now(), '\x0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f30') ON CONFLICT DO NOTHING;
INSERT INTO care_relationship (id, patient_id, staff_id, began_at, origin, good_until, recorded_at) SELECT uuidv7(), :patient::uuid, person_id, now(), 'APPOINTMENT', now() + interval '60 days', NULL::timestamptz FROM clinician WHERE id = :clinician ON CONFLICT (patient_id, staff_id) WHERE ended_at IS NULL DO UPDATE SET good_until = greatest(care_relationship.good_until, excluded.good_until), recorded_at = coalesce(excluded.recorded_at, care_relationship.recorded_at) WHERE care_relationship.good_until < excluded.good_until OR excluded.recorded_at IS NOT NULL;
INSERT INTO event_publication (id, event_type, listener_id, publication_date, serialized_event, status, completion_attempts) VALUES (:first_event, 'health.visavis.scheduling.AppointmentRequested', 'notification.appointments', now(), '{"appointment":{"value":"01a2029b-a925-78d0-b1fb-e6424b0b25f6"},"patient":{"value":"01a2029b-1b79-78b4-a5b0-7bf27e63bb06"}}', 'PUBLISHED', 1);
COMMIT;

BEGIN;
UPDATE spring_session SET last_access_time = last_access_time + 1, expiry_time = expiry_time + 1 WHERE session_id = :session;
UPDATE spring_session_attributes SET attribute_bytes = attribute_bytes WHERE session_primary_id = (SELECT primary_id FROM spring_session WHERE session_id = :session) AND attribute_name = (SELECT min(attribute_name) FROM spring_session_attributes WHERE session_primary_id = (SELECT primary_id FROM spring_session WHERE session_id = :session));
COMMIT;

BEGIN;
UPDATE event_publication SET status = 'PROCESSING' WHERE id = :first_event AND status != 'PROCESSING';
COMMIT;
BEGIN;
SELECT patient.id, patient.person_id, patient.born_on, patient.gender, person.given, person.family, person.zone FROM patient JOIN person ON person.id = patient.person_id WHERE patient.id = :patient;
SELECT clinician.id, clinician.person_id, clinician.specialty, person.given, person.family, person.zone FROM clinician JOIN person ON person.id = clinician.person_id WHERE clinician.id = :clinician;
INSERT INTO letter (id, name, person_id, channel, kind, subject_id, starts_at, ends_at, clinic_zone, version, calendar, due_at) VALUES (uuidv7(), uuidv7()::text || '/patient', :patient_person, 'MAIL', 'REQUEST_RECEIVED', :appointment, now(), now(), 'UTC', 0, NULL, now() + interval '1 year') ON CONFLICT (name) DO NOTHING;
INSERT INTO letter (id, name, person_id, channel, kind, subject_id, starts_at, ends_at, clinic_zone, version, calendar, due_at) VALUES (uuidv7(), uuidv7()::text || '/clinician', :patient_person, 'MAIL', 'REQUEST_ARRIVED', :appointment, now(), now(), 'UTC', 0, NULL, now() + interval '1 year') ON CONFLICT (name) DO NOTHING;
COMMIT;
DELETE FROM event_publication WHERE id = :first_event;
