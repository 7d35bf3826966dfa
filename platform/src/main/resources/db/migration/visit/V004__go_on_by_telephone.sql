-- A visit may go straight to the telephone: its patient has nothing else.
ALTER TABLE visit_rung DROP CONSTRAINT visit_rung_reason_check;
ALTER TABLE visit_rung ADD CONSTRAINT visit_rung_reason_check
  CHECK (reason IN ('STARTED', 'NOT_OPENED', 'NOT_JOINED', 'MEDIA_LOST', 'TRIED_AGAIN', 'BY_PHONE'));
