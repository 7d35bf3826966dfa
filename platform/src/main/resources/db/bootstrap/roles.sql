-- Run once by a superuser on an empty server, before the first migration. The passwords, or the identities that log in as these roles, are
-- given by whoever runs the server: the one-machine edition draws them at random, Azure uses managed identities.
--   visavis_owner  owns the database and migrates it; nothing that answers a request ever logs in as it
--   visavis_app    what the application logs in as: no superuser, owns nothing, holds only what a migration grants it
--   visavis_turn   what TURN servers log in as, where there are any that look passes up: sees one view, changes nothing
CREATE ROLE visavis_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION;
CREATE ROLE visavis_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION;
CREATE ROLE visavis_turn LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION;
