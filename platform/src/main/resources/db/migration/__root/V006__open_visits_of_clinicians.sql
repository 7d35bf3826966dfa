-- Visits come behind the wall (docs/adr/0049), with a day of their own for instances that know two walls.
INSERT INTO row_scope_grace (good_until, walls)
SELECT CASE WHEN to_regclass('public.person') IS NULL THEN '-infinity' ELSE now() + interval '1 day' END, 3;

-- What is granted about a clinician and no patient opens the clinician's visits. Said as what is opened for one patient, 'see-waiting-room <id>'.
CREATE FUNCTION row_scope_clinicians_for(VARIADIC reasons text[]) RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  scope text := row_scope();
BEGIN
  RETURN ARRAY (SELECT split_part(opened, ' ', 2)::uuid
                  FROM unnest(string_to_array(split_part(scope, '|', 4), ',')) opened
                 WHERE scope LIKE 'patients %' AND split_part(opened, ' ', 1) = ANY (reasons));
END $$;
REVOKE EXECUTE ON FUNCTION row_scope_clinicians_for FROM PUBLIC;
GRANT EXECUTE ON FUNCTION row_scope_clinicians_for TO visavis_app;
