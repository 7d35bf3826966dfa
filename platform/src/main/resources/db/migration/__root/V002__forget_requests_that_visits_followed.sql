-- Visits no longer listen to requests, which have none: what waited to be told of one would wait for ever.
DELETE FROM event_publication
 WHERE listener_id = 'visit.follow-appointment' AND event_type = 'health.visavis.scheduling.AppointmentRequested';
