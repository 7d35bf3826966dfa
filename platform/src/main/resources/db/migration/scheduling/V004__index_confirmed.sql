-- What begins soon is looked for every minute.
CREATE INDEX appointment_confirmed_by_start ON appointment (lower(slot)) WHERE state = 'CONFIRMED';
