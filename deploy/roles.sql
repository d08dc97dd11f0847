-- The database and its three roles, made once by PostgreSQL's administrator:
--   psql -f deploy/roles.sql
-- The passwords are those of hub.env, from the environment (psql 15 or later).
\set ON_ERROR_STOP on
\getenv supervisor SUPERVISOR_PASSWORD
\getenv trainee TRAINEE_PASSWORD
\getenv audience AUDIENCE_PASSWORD
CREATE ROLE supervisor LOGIN PASSWORD :'supervisor';
CREATE ROLE trainee LOGIN PASSWORD :'trainee';
CREATE ROLE audience LOGIN PASSWORD :'audience';
CREATE DATABASE carelevel OWNER supervisor;
