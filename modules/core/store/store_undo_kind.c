/* SPDX-License-Identifier: MIT */
/* What an act can change of a dossier, table by table. */
#include "store/store_undo_kind.h"

#include <stddef.h>
#include <string.h>

#include "base/count.h"
#include "model/undo.h"
#include "store/db.h"
#include "store/store_wall_count.h"

#define PLACE DB_REACH							\
	"SELECT id, dossier, no FROM task WHERE dossier = $1"
#define HANDS DB_REACH							\
	"SELECT id, owner, team, delegator, done, done_by, result,"	\
	"       ended, item FROM task WHERE dossier = $1"
#define MADE DB_REACH							\
	"SELECT id, priority, due, title, instructions"			\
	"  FROM task WHERE dossier = $1"
#define DECIDED(which)							\
	.rows = "SELECT id, overridden, decided, decided_by, state,"	\
	    "       result, reason FROM decision WHERE dossier = $1"	\
	    "   AND " which " ORDER BY id",				\
	.drop = "UPDATE decision SET state = 'undone' WHERE id = $1",	\
	.put = "UPDATE decision SET overridden = $2, decided = $3,"	\
	    "       decided_by = $4, state = $5, result = $6,"		\
	    "       reason = coalesce($7, '~') WHERE id = $1"

static const struct store_undo_kind all[] = {
	/* whole: what went along goes back, seen or not */
	/* opened: the predicate held for all of them; who waits for another
	 * case is set, nothing of that is read */
	{ UNDO_STAYS, "stay", "ii", "nnntt",
	    .rows =
	    "SELECT dossier, no, entered, left_at, actor, phase, reason"
	    "  FROM dossier_phase WHERE dossier = $1 ORDER BY no",
	    .drop = "DELETE FROM dossier_phase WHERE dossier = $1 AND no = $2",
	    .put = "INSERT INTO dossier_phase"
	    "    (dossier, no, entered, left_at, actor, phase, reason)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7)"
	    " ON CONFLICT (dossier, no) DO UPDATE"
	    "    SET left_at = excluded.left_at" },
	{ UNDO_VALUES, "value", "iit", "nttt",
	    .rows = "SELECT dossier, no, field, number, date, text_key, text"
	    "  FROM field_value WHERE dossier = $1 ORDER BY field, no",
	    .drop = "DELETE FROM field_value"
	    " WHERE dossier = $1 AND no = $2 AND field = $3",
	    .put = "INSERT INTO field_value"
	    "    (dossier, no, field, number, date, text_key, text)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7)"
	    " ON CONFLICT (dossier, field, no) DO UPDATE"
	    "    SET number = excluded.number, date = excluded.date,"
	    "        text_key = excluded.text_key, text = excluded.text" },
	{ UNDO_PARTIES, "party", "i", "nn",
	    .rows = "SELECT id, dossier, no FROM party WHERE dossier = $1"
	    " ORDER BY id",
	    .drop = "DELETE FROM party WHERE id = $1",
	    .put = "UPDATE party SET dossier = $2, no = $3 WHERE id = $1",
	    .place = true },
	{ UNDO_PARTIES, "role", "i", "n--",
	    .rows =
	    "SELECT id, ended, person, role FROM party WHERE dossier = $1"
	    " ORDER BY id",
	    .put = "UPDATE party SET ended = $2 WHERE id = $1" },
	{ UNDO_PARTIES, "counsel", "i", "nnn",
	    .rows = "SELECT x.id, x.client, x.counsel, x.ended"
	    "  FROM party y JOIN counsel x ON x.client = y.id"
	    " WHERE y.dossier = $1 ORDER BY x.id",
	    .drop = "DELETE FROM counsel WHERE id = $1",
	    .put = "UPDATE counsel SET client = $2, counsel = $3, ended = $4"
	    " WHERE id = $1" },
	{ UNDO_TASKS, "task", "i", "nn",
	    .rows = PLACE " ORDER BY id",
	    .one = PLACE " AND no = $2",
	    .drop = DB_REACH "DELETE FROM task WHERE id = $1",
	    .put = DB_REACH
	    "UPDATE task SET dossier = $2, no = $3 WHERE id = $1",
	    .place = true },
	{ UNDO_TASKS, "hands", "i", "nnnnnttn",
	    .rows = HANDS " ORDER BY id",
	    .one = HANDS " AND no = $2",
	    .put = DB_REACH
	    "UPDATE task SET owner = $2, team = $3, delegator = $4,"
	    "       done = $5, done_by = $6, result = $7, ended = $8,"
	    "       item = $9, version = version + 1"
	    " WHERE id = $1" },
	{ UNDO_TASKS, "made", "i", "----",
	    .rows = MADE " ORDER BY id",
	    .one = MADE " AND no = $2" },
	{ UNDO_GRANTS, "grant", "ii", "nn",
	    /* of standing in and of emergencies only what is one's own */
	    .rows = "SELECT dossier, viewer,"
	    "  CASE WHEN for_whom IS NULL AND glass = 0 THEN level"
	    "    ELSE own_level END,"
	    "  CASE WHEN for_whom IS NULL AND glass = 0 THEN until"
	    "    ELSE own_until END"
	    " FROM viewer_grant WHERE dossier = $1"
	    "   AND (for_whom IS NULL AND glass = 0 OR own_level > 0)"
	    " ORDER BY viewer",
	    .drop =
	    "DELETE FROM viewer_grant WHERE dossier = $1 AND viewer = $2",
	    .put = "INSERT INTO viewer_grant (dossier, viewer, level, until)"
	    " VALUES ($1, $2, $3, $4)"
	    " ON CONFLICT (viewer, dossier) DO UPDATE"
	    "    SET level = excluded.level, until = excluded.until,"
	    "        glass = 0, for_whom = NULL,"
	    "        own_level = 0, own_until = 0" },
	{ UNDO_WALLS, "wall", "ii", "-",
	    .rows = "SELECT dossier, viewer, 1 FROM viewer_wall"
	    " WHERE dossier = $1 AND" STORE_WALL_STAYS "ORDER BY viewer",
	    /* store_wall_follow() comes after it */
	    .drop = "UPDATE viewer_wall SET" STORE_WALL_GOES
	    "WHERE dossier = $1 AND viewer = $2 AND" STORE_WALL_STAYS,
	    .put = "INSERT INTO viewer_wall (dossier, viewer)"
	    " VALUES ($1, $2)" },
	{ UNDO_LABELS, "label", "ii", "nn",
	    .rows = "SELECT dossier, label, added, actor FROM dossier_label"
	    " WHERE dossier = $1 ORDER BY label",
	    .drop =
	    "DELETE FROM dossier_label WHERE dossier = $1 AND label = $2",
	    .put = "INSERT INTO dossier_label (dossier, label, added, actor)"
	    " VALUES ($1, $2, $3, $4)"
	    " ON CONFLICT (dossier, label) DO UPDATE"
	    "    SET added = excluded.added, actor = excluded.actor" },
	{ UNDO_LINKS, "link", "i", "nnnn",
	    .rows = "SELECT id, dossier, no, other, other_no FROM dossier_link"
	    " WHERE dossier = $1 OR other = $1 ORDER BY id",
	    .drop = "DELETE FROM dossier_link WHERE id = $1",
	    .put = "UPDATE dossier_link SET dossier = $2, no = $3, other = $4,"
	    "       other_no = $5 WHERE id = $1" },
	{ UNDO_LINKS, "linked", "i", "n--",
	    .rows = "SELECT id, ended, kind, note FROM dossier_link"
	    " WHERE dossier = $1 OR other = $1 ORDER BY id",
	    .put = "UPDATE dossier_link SET ended = $2 WHERE id = $1" },
	{ UNDO_LINKS, "called", "i", "n",	/* what a plan waits for */
	    .rows =
	    "SELECT id, other FROM plan_call WHERE other = $1 ORDER BY id",
	    /* it waits again, and is told how that stands */
	    .put = "UPDATE plan_call SET other = $2, due = $now"
	    " WHERE id = $1" },
	{ UNDO_DECISIONS, "decided", "i", "nnnttt",
	    DECIDED("(code <> 'risk' OR overridden = 1)") },
	{ UNDO_DECISIONS, "followed", "i", "nnnttt",	/* by itself */
	    DECIDED("code = 'risk' AND overridden = 0") },
	{ UNDO_GOALS, "step", "ii", "nnnnw",
	    .rows =
	    "SELECT s.goal, s.no, s.done, s.done_by, s.task, s.item, s.title"
	    "  FROM goal_step s JOIN goal g ON g.id = s.goal"
	    " WHERE g.dossier = $1 ORDER BY s.goal, s.no",
	    .drop = "DELETE FROM goal_step WHERE goal = $1 AND no = $2",
	    .put =
	    "INSERT INTO goal_step (goal, no, done, done_by, task, item,"
	    "    title)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7)"
	    " ON CONFLICT (goal, no) DO UPDATE"
	    "    SET done = excluded.done, done_by = excluded.done_by,"
	    "        task = excluded.task, item = excluded.item,"
	    "        title = excluded.title" },
	{ UNDO_GOALS, "measured", "ii", "nnnww",
	    .rows =
	    "SELECT v.goal, v.no, v.value, v.entered, v.actor, v.measured,"
	    "       v.note"
	    "  FROM goal_value v JOIN goal g ON g.id = v.goal"
	    " WHERE g.dossier = $1 ORDER BY v.goal, v.no",
	    .drop = "DELETE FROM goal_value WHERE goal = $1 AND no = $2",
	    .put = "INSERT INTO goal_value (goal, no, value, entered, actor,"
	    "    measured, note)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7)"
	    " ON CONFLICT (goal, no) DO NOTHING" },
	{ UNDO_GOALS, "goal", "i", "nn",
	    .rows = "SELECT id, dossier, no FROM goal WHERE dossier = $1"
	    " ORDER BY id",
	    .drop = "DELETE FROM goal WHERE id = $1",
	    .put = "UPDATE goal SET dossier = $2, no = $3 WHERE id = $1",
	    .place = true },
	{ UNDO_GOALS, "aim", "i", "nnnnnnwwwwwww",
	    .rows =
	    "SELECT id, decimals, start, target, owner, since, said_by,"
	    "       measure, due, state, title, purpose, unit, reason"
	    "  FROM goal WHERE dossier = $1 ORDER BY id",
	    .put = "UPDATE goal SET decimals = $2, start = $3, target = $4,"
	    "       owner = $5, since = $6, said_by = $7, measure = $8,"
	    "       due = $9, state = $10, title = $11, purpose = $12,"
	    "       unit = $13, reason = $14, version = version + 1"
	    " WHERE id = $1" },
	{ UNDO_FORMS, "answer", "iti", "t",
	    .rows =
	    "SELECT a.form, a.question, a.no, a.text"
	    "  FROM form_answer a JOIN form f ON f.id = a.form"
	    " WHERE f.dossier = $1 ORDER BY a.form, a.question, a.no",
	    .drop = "DELETE FROM form_answer"
	    " WHERE form = $1 AND question = $2 AND no = $3",
	    .put = "INSERT INTO form_answer (form, question, no, text)"
	    " VALUES ($1, $2, $3, $4)"
	    " ON CONFLICT (form, question, no) DO UPDATE"
	    "    SET text = excluded.text" },
	{ UNDO_FORMS, "edition", "ii", "n",
	    .rows = "SELECT x.form, x.no, x.undone"
	    "  FROM form_edition x JOIN form f ON f.id = x.form"
	    " WHERE f.dossier = $1 ORDER BY x.form, x.no",
	    .drop = "UPDATE form_edition SET undone = $now"
	    " WHERE form = $1 AND no = $2",
	    .put = "UPDATE form_edition SET undone = $3"
	    " WHERE form = $1 AND no = $2" },
	{ UNDO_FORMS, "form", "i", "nnnnnnwww",
	    .rows =
	    "SELECT id, since, said_by, saved, edition, score, task, state,"
	    "       band, reason"
	    "  FROM form WHERE dossier = $1 ORDER BY id",
	    .drop = "UPDATE form SET state = 'undone', since = $now,"
	    "       version = version + 1 WHERE id = $1",
	    .put = "UPDATE form SET since = $2, said_by = $3, saved = $4,"
	    "       edition = $5, score = $6, task = $7, state = $8,"
	    "       band = $9, reason = $10, version = version + 1"
	    " WHERE id = $1" },
	{ UNDO_DEADLINES, "span", "ii", "nnnnwwww",
	    .rows =
	    "SELECT y.deadline, y.no, y.begun, y.ended, y.paused, y.actor,"
	    "       y.due, y.early, y.warn, y.reason"
	    "  FROM deadline x JOIN deadline_span y ON y.deadline = x.id"
	    " WHERE x.dossier = $1 ORDER BY y.deadline, y.no",
	    .drop = "DELETE FROM deadline_span"
	    " WHERE deadline = $1 AND no = $2",
	    .put = "INSERT INTO deadline_span (deadline, no, begun, ended,"
	    "    paused, actor, due, early, warn, reason)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
	    " ON CONFLICT (deadline, no) DO UPDATE"
	    "    SET ended = excluded.ended" },
	{ UNDO_DEADLINES, "counted", "ii", "w",
	    .rows =
	    "SELECT y.deadline, y.no, y.court"
	    "  FROM deadline x JOIN deadline_span y ON y.deadline = x.id"
	    " WHERE x.dossier = $1 AND y.court <> ''"
	    " ORDER BY y.deadline, y.no",
	    .put = "UPDATE deadline_span SET court = $3"
	    " WHERE deadline = $1 AND no = $2" },
	{ UNDO_DEADLINES, "term", "i", "nn",
	    .rows = "SELECT id, dossier, no FROM deadline"
	    " WHERE dossier = $1 ORDER BY id",
	    .put = "UPDATE deadline SET dossier = $2, no = $3 WHERE id = $1",
	    .place = true },
	{ UNDO_DEADLINES, "deadline", "i", "nnnnnww",
	    .rows =
	    "SELECT id, said, said_by, checked, checked_by, with_case,"
	    "       state, reason FROM deadline"
	    " WHERE dossier = $1 ORDER BY id",
	    .drop = "DELETE FROM deadline WHERE id = $1",
	    .put = "UPDATE deadline SET said = $2, said_by = $3,"
	    "       checked = $4, checked_by = $5, with_case = $6,"
	    "       state = $7, reason = $8, version = version + 1"
	    " WHERE id = $1" },
	{ UNDO_PROMISES, "promise", "i", "nnnwww",
	    .rows = "SELECT id, said, said_by, document, state, how, note"
	    "  FROM promise WHERE dossier = $1 ORDER BY id",
	    .drop = "DELETE FROM promise WHERE id = $1",
	    .put = "UPDATE promise SET said = $2, said_by = $3,"
	    "       document = $4, state = $5, how = $6, note = $7"
	    " WHERE id = $1" },
	{ UNDO_APPOINTMENTS, "appointment", "i", "nnnnnnwwwwwwww",
	    .rows =
	    "SELECT id, dossier, minute, length, begins, ends, cancelled,"
	    "       title, place, others, note, zone, day, repeats, reason"
	    "  FROM appointment WHERE dossier = $1 ORDER BY id",
	    .drop = "DELETE FROM appointment WHERE id = $1",
	    .put = "UPDATE appointment SET dossier = $2, minute = $3,"
	    "       length = $4, begins = $5, ends = $6, cancelled = $7,"
	    "       title = $8, place = $9, others = $10, note = $11,"
	    "       zone = $12, day = $13, repeats = $14, reason = $15,"
	    "       changed = $now, version = version + 1 WHERE id = $1" },
	{ UNDO_APPOINTMENTS, "attendee", "ii", "n",
	    .rows =
	    "SELECT w.appointment, w.person, w.ends FROM appointment a"
	    "  JOIN appointment_person w ON w.appointment = a.id"
	    " WHERE a.dossier = $1 ORDER BY w.appointment, w.person",
	    .drop = "DELETE FROM appointment_person"
	    " WHERE appointment = $1 AND person = $2",
	    .put = "INSERT INTO appointment_person"
	    "    (appointment, person, ends) VALUES ($1, $2, $3)"
	    " ON CONFLICT (appointment, person) DO UPDATE"
	    "    SET ends = excluded.ends" },
	{ UNDO_APPOINTMENTS, "exception", "it", "nn",
	    .rows =
	    "SELECT x.appointment, x.day, x.begins, x.ends FROM appointment a"
	    "  JOIN appointment_except x ON x.appointment = a.id"
	    " WHERE a.dossier = $1 ORDER BY x.appointment, x.day",
	    .drop = "DELETE FROM appointment_except"
	    " WHERE appointment = $1 AND day = $2",
	    .put = "INSERT INTO appointment_except"
	    "    (appointment, day, begins, ends) VALUES ($1, $2, $3, $4)"
	    " ON CONFLICT (appointment, day) DO UPDATE"
	    "    SET begins = excluded.begins, ends = excluded.ends" },
	{ UNDO_PROCEEDINGS, "proceeding", "i", "nn",
	    .rows = "SELECT id, dossier, no FROM proceeding"
	    " WHERE dossier = $1 ORDER BY id",
	    .drop = "DELETE FROM proceeding WHERE id = $1",
	    .put =
	    "UPDATE proceeding SET dossier = $2, no = $3 WHERE id = $1",
	    .place = true },
	{ UNDO_PROCEEDINGS, "court", "i", "wwwwww",
	    .rows =
	    "SELECT id, court, reference, judge, filed, ended, result"
	    "  FROM proceeding WHERE dossier = $1 ORDER BY id",
	    .put = "UPDATE proceeding SET court = $2, reference = $3,"
	    "       judge = $4, filed = $5, ended = $6, result = $7,"
	    "       version = version + 1 WHERE id = $1" },
	{ UNDO_OFFERS, "offer", "i", "nn",
	    .rows = "SELECT id, dossier, no FROM offer"
	    " WHERE dossier = $1 ORDER BY id",
	    .drop = "DELETE FROM offer WHERE id = $1",
	    .put = "UPDATE offer SET dossier = $2, no = $3 WHERE id = $1",
	    .place = true },
	{ UNDO_OFFERS, "offered", "i", "www",
	    .rows = "SELECT id, state, answered, note FROM offer"
	    " WHERE dossier = $1 ORDER BY id",
	    .put = "UPDATE offer SET state = $2, answered = $3, note = $4,"
	    "       version = version + 1 WHERE id = $1" },
	{ UNDO_FACTS, "problem", "i", "nn",
	    .rows = "SELECT id, dossier, no FROM problem"
	    " WHERE dossier = $1 ORDER BY id",
	    .drop = "DELETE FROM problem WHERE id = $1",
	    .put = "UPDATE problem SET dossier = $2, no = $3 WHERE id = $1",
	    .place = true },
	{ UNDO_FACTS, "problem_said", "i", "wwwwwwwwww",
	    .rows =
	    "SELECT id, words, code, system, status, begins, ends, "
	    "      note, why, verification, severity"
	    "  FROM problem WHERE dossier = $1 ORDER BY id",
	    .put =
	    "UPDATE problem SET words = $2, code = $3, system = $4, "
	    "      status = $5, begins = $6, ends = $7, note = $8, "
	    "      why = $9, verification = $10, severity = $11,"
	    "       changed = $now, version = version + 1"
	    " WHERE id = $1" },
	{ UNDO_FACTS, "allergy", "i", "nn",
	    .rows = "SELECT id, dossier, no FROM allergy"
	    " WHERE dossier = $1 ORDER BY id",
	    .drop = "DELETE FROM allergy WHERE id = $1",
	    .put = "UPDATE allergy SET dossier = $2, no = $3 WHERE id = $1",
	    .place = true },
	{ UNDO_FACTS, "allergy_said", "i", "wwwwwwwwwwwwwwww",
	    .rows =
	    "SELECT id, words, code, system, status, begins, ends, "
	    "      note, why, verification, type, category, "
	    "      criticality, reactions, severity, told_by, told_on"
	    "  FROM allergy WHERE dossier = $1 ORDER BY id",
	    .put =
	    "UPDATE allergy SET words = $2, code = $3, system = $4, "
	    "      status = $5, begins = $6, ends = $7, note = $8, "
	    "      why = $9, verification = $10, type = $11, "
	    "      category = $12, criticality = $13, reactions = $14, "
	    "      severity = $15, told_by = $16, told_on = $17,"
	    "       changed = $now, version = version + 1"
	    " WHERE id = $1" },
	{ UNDO_FACTS, "medication", "i", "nn",
	    .rows = "SELECT id, dossier, no FROM medication"
	    " WHERE dossier = $1 ORDER BY id",
	    .drop = "DELETE FROM medication WHERE id = $1",
	    .put = "UPDATE medication SET dossier = $2, no = $3 WHERE id = $1",
	    .place = true },
	{ UNDO_FACTS, "medication_said", "i", "wwwwwwwwwww",
	    .rows =
	    "SELECT id, words, code, system, status, begins, ends, "
	    "      note, why, dose, reason, told_by"
	    "  FROM medication WHERE dossier = $1 ORDER BY id",
	    .put =
	    "UPDATE medication SET words = $2, code = $3, system = $4, "
	    "      status = $5, begins = $6, ends = $7, note = $8, "
	    "      why = $9, dose = $10, reason = $11, told_by = $12,"
	    "       changed = $now, version = version + 1"
	    " WHERE id = $1" },
	{ UNDO_FACTS, "encounter", "i", "nn",
	    .rows = "SELECT id, dossier, no FROM encounter"
	    " WHERE dossier = $1 ORDER BY id",
	    .drop = "DELETE FROM encounter WHERE id = $1",
	    .put = "UPDATE encounter SET dossier = $2, no = $3 WHERE id = $1",
	    .place = true },
	{ UNDO_FACTS, "encounter_said", "i", "wwwwnnwwwwnn",
	    .rows =
	    "SELECT id, words, code, system, status, begins, ends, "
	    "      note, why, class, place, person, appointment"
	    "  FROM encounter WHERE dossier = $1 ORDER BY id",
	    .put =
	    "UPDATE encounter SET words = $2, code = $3, system = $4, "
	    "      status = $5, begins = $6, ends = $7, note = $8, "
	    "      why = $9, class = $10, place = $11, person = $12, "
	    "      appointment = $13,"
	    "       changed = $now, version = version + 1"
	    " WHERE id = $1" },
	{ UNDO_FACTS, "alert", "i", "nn",
	    .rows = "SELECT id, dossier, no FROM alert"
	    " WHERE dossier = $1 ORDER BY id",
	    .drop = "DELETE FROM alert WHERE id = $1",
	    .put = "UPDATE alert SET dossier = $2, no = $3 WHERE id = $1",
	    .place = true },
	{ UNDO_FACTS, "alert_said", "i", "wwwwwwwww",
	    .rows =
	    "SELECT id, words, code, system, status, begins, ends, "
	    "      note, why, category"
	    "  FROM alert WHERE dossier = $1 ORDER BY id",
	    .put =
	    "UPDATE alert SET words = $2, code = $3, system = $4, "
	    "      status = $5, begins = $6, ends = $7, note = $8, "
	    "      why = $9, category = $10,"
	    "       changed = $now, version = version + 1"
	    " WHERE id = $1" },
	{ UNDO_STRENGTHS, "strength", "i", "nn",
	    .rows = "SELECT id, dossier, no FROM strength"
	    " WHERE dossier = $1 ORDER BY id",
	    .drop = "DELETE FROM strength WHERE id = $1",
	    .put = "UPDATE strength SET dossier = $2, no = $3 WHERE id = $1",
	    .place = true },
	{ UNDO_STRENGTHS, "strong", "i", "nwwwwww",
	    .rows = "SELECT id, goal, area, words, said_by, said, ended, why"
	    "  FROM strength WHERE dossier = $1 ORDER BY id",
	    .put = "UPDATE strength SET goal = $2, area = $3, words = $4,"
	    "       said_by = $5, said = $6, ended = $7, why = $8,"
	    "       version = version + 1 WHERE id = $1" },
	{ UNDO_REFERRALS, "reported", "it", "nww",
	    .rows =
	    "SELECT r.referral, r.due, r.document, r.received, r.note"
	    "  FROM referral_report r JOIN referral x ON x.id = r.referral"
	    " WHERE x.dossier = $1 ORDER BY r.referral, r.due",
	    .drop = "DELETE FROM referral_report"
	    " WHERE referral = $1 AND due = $2" },
	{ UNDO_REFERRALS, "referral", "i", "nn",
	    .rows = "SELECT id, dossier, no FROM referral"
	    " WHERE dossier = $1 ORDER BY id",
	    .drop = "DELETE FROM referral WHERE id = $1",
	    .put = "UPDATE referral SET dossier = $2, no = $3 WHERE id = $1",
	    .place = true },
	{ UNDO_REFERRALS, "referred", "i", "nwwwwwwwww",
	    .rows = "SELECT id, every, state, sent, answer_by, answered,"
	    "       started, ended, reason, unit, report_due"
	    "  FROM referral WHERE dossier = $1 ORDER BY id",
	    .put = "UPDATE referral SET every = $2, state = $3, sent = $4,"
	    "       answer_by = $5, answered = $6, started = $7, ended = $8,"
	    "       reason = $9, unit = $10, report_due = $11,"
	    "       version = version + 1 WHERE id = $1" },
	{ UNDO_EXCHANGES, "exchange", "i", "nn",
	    .rows = DB_REACH "SELECT id, dossier, no FROM exchange"
	    " WHERE dossier = $1 ORDER BY id",
	    .drop = DB_REACH "DELETE FROM exchange WHERE id = $1",
	    .put = DB_REACH
	    "UPDATE exchange SET dossier = $2, no = $3 WHERE id = $1" },
	{ UNDO_EXCHANGES, "exchanged", "i", "nwwww",
	    .rows = DB_REACH
	    "SELECT id, person, name, way, medium, exchanged"
	    "  FROM exchange WHERE dossier = $1 ORDER BY id",
	    .put = DB_REACH
	    "UPDATE exchange SET person = $2, name = $3, way = $4,"
	    "       medium = $5, exchanged = $6, version = version + 1"
	    " WHERE id = $1" },
	{ UNDO_CARE, "tie", "ii", "-",
	    .rows =
	    "SELECT y.goal, y.problem, 1 FROM goal g"
	    "  JOIN problem_goal y ON y.goal = g.id"
	    " WHERE g.dossier = $1 ORDER BY y.goal, y.problem",
	    .drop = "DELETE FROM problem_goal"
	    " WHERE goal = $1 AND problem = $2",
	    .put = "INSERT INTO problem_goal (goal, problem) VALUES ($1, $2)"
	    " ON CONFLICT (goal, problem) DO NOTHING" },
	{ UNDO_CARE, "occurrence", "it", "nnwww",
	    .rows =
	    "SELECT y.service, y.day, y.said, y.said_by, y.state, y.done,"
	    "       y.reason"
	    "  FROM service s JOIN service_day y ON y.service = s.id"
	    " WHERE s.dossier = $1 ORDER BY y.service, y.day",
	    .drop = "DELETE FROM service_day"
	    " WHERE service = $1 AND day = $2",
	    .put =
	    "INSERT INTO service_day (service, day, said, said_by, state,"
	    "    done, reason, lead, scope, aftercare)"
	    " SELECT $1, $2, $3, $4, $5, $6, $7, d.lead, d.scope,"
	    "    s.aftercare"
	    "   FROM service s JOIN dossier d ON d.id = s.dossier"
	    "  WHERE s.id = $1"
	    " ON CONFLICT (service, day) DO UPDATE SET said = excluded.said,"
	    "    said_by = excluded.said_by, state = excluded.state,"
	    "    done = excluded.done, reason = excluded.reason" },
	{ UNDO_CARE, "service", "i", "nn",
	    .rows = "SELECT id, dossier, no FROM service"
	    " WHERE dossier = $1 ORDER BY id",
	    .drop = "DELETE FROM service WHERE id = $1",
	    .put = "UPDATE service SET dossier = $2, no = $3 WHERE id = $1",
	    .place = true },
	{ UNDO_CARE, "served", "i", "nnnwwwwww",
	    .rows =
	    "SELECT id, goal, person, team, title, instructions, begins,"
	    "       until, state, reason"
	    "  FROM service WHERE dossier = $1 ORDER BY id",
	    /* its days are counted on from those that are there */
	    .put = "UPDATE service SET goal = $2, person = $3, team = $4,"
	    "       title = $5, instructions = $6, begins = $7, until = $8,"
	    "       state = $9, reason = $10,"
	    "       made = 0, next = begins, version = version + 1"
	    " WHERE id = $1" },
	{ UNDO_CARE, "careplan", "i", "nn",
	    .rows = "SELECT id, dossier, no FROM careplan"
	    " WHERE dossier = $1 ORDER BY id",
	    .drop = "DELETE FROM careplan WHERE id = $1",
	    .put = "UPDATE careplan SET dossier = $2, no = $3 WHERE id = $1",
	    .place = true },
	{ UNDO_CARE, "agreed", "i", "nnnww",
	    .rows =
	    "SELECT id, since, said_by, edition, state, reason"
	    "  FROM careplan WHERE dossier = $1 ORDER BY id",
	    .put = "UPDATE careplan SET since = $2, said_by = $3,"
	    "       edition = $4, state = $5, reason = $6,"
	    "       version = version + 1 WHERE id = $1",
	    .also = { "DELETE FROM careplan_edition"
	    " WHERE careplan = $1 AND edition >"
	    "   (SELECT p.edition FROM careplan p WHERE p.id = $1)" } },
	{ UNDO_BOOKINGS, "booking", "i", "nn",
	    .rows = DB_REACH "SELECT id, dossier, no FROM booking"
	    " WHERE dossier = $1 ORDER BY id",
	    .drop = DB_REACH "DELETE FROM booking WHERE id = $1",
	    .put = DB_REACH
	    "UPDATE booking SET dossier = $2, no = $3 WHERE id = $1",
	    .place = true },
	{ UNDO_BOOKINGS, "booked", "i", "nnnnnnnnwwwww-",
	    /* of a month that was closed since, or taken back by another,
	     * it is another one */
	    .rows = DB_REACH
	    "SELECT id, removed, minutes, rate, amount, billable, task,"
	    "       document, compartment, day, code, currency, payer, text,"
	    "       CASE WHEN EXISTS (SELECT 1 FROM month_closed m"
	    "         WHERE booking.day < m.month || '-99')"
	    "         OR EXISTS (SELECT 1 FROM booking z"
	    "         WHERE z.counters = booking.id AND z.removed IS NULL)"
	    "         THEN 1 ELSE 0 END"
	    "  FROM booking WHERE dossier = $1 ORDER BY id",
	    .put = DB_REACH
	    "UPDATE booking SET removed = $2, minutes = $3,"
	    "       rate = $4, amount = $5, billable = $6, task = $7,"
	    "       document = $8, compartment = $9, day = $10, code = $11,"
	    "       currency = $12, payer = $13, text = $14,"
	    "       version = version + 1 WHERE id = $1" },
	{ UNDO_PROCEEDINGS, "entry", "ii", "nnwwwww",	/* by hand */
	    .rows =
	    "SELECT e.proceeding, e.place, e.party, e.struck, e.number,"
	    "       e.filed, e.entered, e.text, e.text_key"
	    "  FROM proceeding x JOIN docket_entry e ON e.proceeding = x.id"
	    " WHERE x.dossier = $1 AND e.hand > 0"
	    " ORDER BY e.proceeding, e.place",
	    .drop = "DELETE FROM docket_entry"
	    " WHERE proceeding = $1 AND place = $2",
	    .put = "UPDATE docket_entry SET party = $3, struck = $4,"
	    "       number = $5, filed = $6, entered = $7, text = $8,"
	    "       text_key = $9, hand = hand + 1"
	    " WHERE proceeding = $1 AND place = $2" },
	{ UNDO_PROCEEDINGS, "attached", "iii", "-",
	    .rows =
	    "SELECT t.proceeding, t.place, t.document, 1 FROM proceeding x"
	    "  JOIN docket_document t ON t.proceeding = x.id"
	    " WHERE x.dossier = $1"
	    " ORDER BY t.proceeding, t.place, t.document",
	    .drop = "DELETE FROM docket_document"
	    " WHERE proceeding = $1 AND place = $2 AND document = $3",
	    .put = "INSERT INTO docket_document (proceeding, place, document)"
	    " VALUES ($1, $2, $3)"
	    " ON CONFLICT (proceeding, place, document) DO NOTHING" },
	{ UNDO_APPROVALS, "approval", "i", "nnww",
	    .rows = "SELECT id, step, ended, state, waits FROM approval"
	    " WHERE dossier = $1 ORDER BY id",
	    .drop = "UPDATE approval SET state = 'undone', ended = $now"
	    " WHERE id = $1",
	    .put = "UPDATE approval SET step = $2, ended = $3, state = $4,"
	    "       waits = $5"
	    " WHERE id = $1" },
	{ UNDO_APPROVALS, "signed", "i", "n",
	    .rows = "SELECT id, undone FROM approval_act"
	    " WHERE dossier = $1 ORDER BY id",
	    .drop = "UPDATE approval_act SET undone = $now WHERE id = $1",
	    .put = "UPDATE approval_act SET undone = $2 WHERE id = $1" },
	{ UNDO_PLAN, "item", "ii", "ntttttnnnnnnntnt",
	    .rows =
	    "SELECT dossier, no, parent, used, kind, name, state, resumes,"
	    "       required, discretionary, round, since, planned, rings,"
	    "       rounds_left, cycle, task, reason"
	    "  FROM plan_item WHERE dossier = $1 ORDER BY no",
	    .drop = "DELETE FROM plan_item WHERE dossier = $1 AND no = $2",
	    .put =
	    "INSERT INTO plan_item (dossier, no, parent, used, kind, name,"
	    "    state, resumes, required, discretionary, round, since,"
	    "    planned, rings, rounds_left, cycle, task, reason)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
	    "    $13, $14, $15, $16, $17, $18)"
	    " ON CONFLICT (dossier, no) DO UPDATE SET"
	    "    parent = excluded.parent, used = excluded.used,"
	    "    kind = excluded.kind, name = excluded.name,"
	    "    state = excluded.state, resumes = excluded.resumes,"
	    "    required = excluded.required,"
	    "    discretionary = excluded.discretionary,"
	    "    round = excluded.round, since = excluded.since,"
	    "    planned = excluded.planned, rings = excluded.rings,"
	    "    rounds_left = excluded.rounds_left,"
	    "    cycle = excluded.cycle, task = excluded.task,"
	    "    reason = excluded.reason",
	    /* what was to be asked for an item that did not begin after all */
	    .also = { "UPDATE plan_call SET ended = $now"
	    " WHERE dossier = $1 AND item = $2 AND ended IS NULL"
	    "   AND NOT EXISTS (SELECT 1 FROM plan_item p"
	    "     WHERE p.dossier = $1 AND p.no = $2 AND p.state IN"
	    "       ('active', 'suspended', 'completed'))",
	    /* what is to be done still is asked for still, though its last
	     * call ended meanwhile, when nobody seemed to wait for it */
	    "UPDATE plan_call SET ended = NULL, due = $now, tries = 0,"
	    "    said = ''"
	    " WHERE dossier = $1 AND item = $2 AND ended IS NOT NULL"
	    "   AND round = (SELECT max(o.round) FROM plan_call o"
	    "     WHERE o.dossier = $1 AND o.item = $2)"
	    "   AND EXISTS (SELECT 1 FROM plan_item p"
	    "     WHERE p.dossier = $1 AND p.no = $2"
	    "       AND p.kind IN ('processTask', 'caseTask')"
	    "       AND (p.state = 'active' OR (p.state = 'suspended'"
	    "         AND p.resumes IN ('', 'active'))))" } },
	{ UNDO_PLAN, "mark", "iiti", "n",
	    .rows =
	    "SELECT dossier, item, criterion, part, cause FROM plan_mark"
	    " WHERE dossier = $1 ORDER BY item, criterion, part",
	    .drop = "DELETE FROM plan_mark WHERE dossier = $1 AND item = $2"
	    "   AND criterion = $3 AND part = $4",
	    .put =
	    "INSERT INTO plan_mark (dossier, item, criterion, part, cause)"
	    " VALUES ($1, $2, $3, $4, $5)"
	    " ON CONFLICT (dossier, item, criterion, part) DO UPDATE"
	    "    SET cause = excluded.cause" },
	{ UNDO_PAPERS, "note", "i", "nn",
	    .rows = DB_REACH
	    "SELECT id, dossier, no FROM note WHERE dossier = $1"
	    " ORDER BY id",
	    .put = DB_REACH
	    "UPDATE note SET dossier = $2, no = $3 WHERE id = $1",
	    .place = true },
	{ UNDO_PAPERS, "document", "i", "nn",
	    .rows = DB_REACH
	    "SELECT id, dossier, no FROM document WHERE dossier = $1"
	    " ORDER BY id",
	    .put = DB_REACH
	    "UPDATE document SET dossier = $2, no = $3 WHERE id = $1",
	    .place = true }
};

const struct store_undo_kind *
store_undo_kind(size_t i)
{
	return i < COUNT(all) ? &all[i] : NULL;
}

const struct store_undo_kind *
store_undo_kind_of(const char *key)
{
	size_t i, n = strcspn(key, ".");

	for (i = 0; i < COUNT(all); i++)
		if (strlen(all[i].word) == n &&
		    strncmp(all[i].word, key, n) == 0)
			return &all[i];
	return NULL;
}
