-- A person who was deactivated opens nothing any more; what they did stays.
ALTER TABLE person ADD COLUMN deactivated_at timestamptz;

-- As what somebody was invited. What a sign-in may do is the identity provider's to say, by its groups.
ALTER TABLE invitation ADD COLUMN roles text[] NOT NULL DEFAULT '{}';
ALTER TABLE invitation ADD COLUMN invited_at timestamptz;
ALTER TABLE invitation ADD COLUMN withdrawn_at timestamptz;
CREATE INDEX invitation_by_person ON invitation (person_id);
