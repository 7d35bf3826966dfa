-- The table that Spring Security's JdbcUserCredentialRepository expects, with PostgreSQL's types: public keys, nothing secret.
CREATE TABLE user_credentials (
  credential_id                 varchar(1000) PRIMARY KEY,
  user_entity_user_id           varchar(1000) NOT NULL,
  public_key                    bytea         NOT NULL,
  signature_count               bigint,
  uv_initialized                boolean,
  backup_eligible               boolean       NOT NULL,
  authenticator_transports      varchar(1000),
  public_key_credential_type    varchar(100),
  backup_state                  boolean       NOT NULL,
  attestation_object            bytea,
  attestation_client_data_json  bytea,
  created                       timestamptz,
  last_used                     timestamptz,
  label                         varchar(1000) NOT NULL
);
CREATE INDEX user_credentials_of ON user_credentials (user_entity_user_id);

-- For the day when phone and authenticator are lost. Each serves once; 80 random bits need no salt.
CREATE TABLE recovery_code (
  account_id  uuid   NOT NULL REFERENCES account ON DELETE CASCADE,
  code_hash   bytea  NOT NULL,
  PRIMARY KEY (account_id, code_hash)
);
