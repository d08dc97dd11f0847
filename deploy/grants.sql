-- What each role may, granted by `supervisor`, whose the tables are, once they are made:
--   psql -f deploy/grants.sql
-- Again after an upgrade that made tables; twice does no harm.
\set ON_ERROR_STOP on
GRANT SELECT ON carelevel_version TO trainee, audience;
GRANT SELECT, INSERT, UPDATE, DELETE ON attempt, interview, note_attempt, form_answer, entry_check, support_wish TO trainee;
GRANT SELECT, INSERT, UPDATE, DELETE ON place, report, skip TO trainee;
GRANT SELECT ON form_group TO trainee;
GRANT SELECT (code), DELETE ON supervisor_answer TO trainee; -- to erase one's record
GRANT SELECT (trainee), DELETE ON dealt_with TO trainee; -- as well
GRANT SELECT, INSERT, UPDATE, DELETE ON room, room_round, room_participant, room_ballot, room_question TO audience;
