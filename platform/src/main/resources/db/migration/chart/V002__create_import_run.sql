-- Runs of the importer, for the page that shows them; written while it works, so that every instance can show the progress.
CREATE TABLE import_run (
  id            uuid        PRIMARY KEY,
  label         text        NOT NULL,
  fingerprint   text        NOT NULL,
  started_by    uuid        NOT NULL,
  state         text        NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'FINISHED', 'FAILED')),
  started_at    timestamptz NOT NULL,
  heard_at      timestamptz NOT NULL,
  finished_at   timestamptz,
  files         integer     NOT NULL,
  files_done    integer     NOT NULL DEFAULT 0,
  bytes         bigint      NOT NULL,
  bytes_done    bigint      NOT NULL DEFAULT 0,
  resources     bigint      NOT NULL DEFAULT 0,
  created       bigint      NOT NULL DEFAULT 0,
  updated       bigint      NOT NULL DEFAULT 0,
  unchanged     bigint      NOT NULL DEFAULT 0,
  rejected      bigint      NOT NULL DEFAULT 0,
  open_references bigint    NOT NULL DEFAULT 0,
  CHECK ((finished_at IS NOT NULL) = (state IN ('FINISHED', 'FAILED')))
);
CREATE INDEX import_run_by_start ON import_run (started_at DESC);

-- Why something was left out: places and rules, never values.
CREATE TABLE import_rejection (
  run_id      uuid    NOT NULL REFERENCES import_run,
  number      integer NOT NULL,
  file        text    NOT NULL,
  line        bigint  NOT NULL,
  type        text    NOT NULL,
  reason      text    NOT NULL,
  PRIMARY KEY (run_id, number)
);

-- Resources of kinds that we do not keep.
CREATE TABLE import_not_taken (
  run_id uuid   NOT NULL REFERENCES import_run,
  type   text   NOT NULL,
  count  bigint NOT NULL,
  PRIMARY KEY (run_id, type)
);

GRANT SELECT, INSERT, UPDATE ON import_run TO visavis_app;
GRANT SELECT, INSERT ON import_rejection, import_not_taken TO visavis_app;
