/* SPDX-License-Identifier: MIT */
/*
 * Row security, as VISIBLE_AT("1") of visible.h has it. It stands in every
 * plan, so what it asks is such that PostgreSQL looks it up row by row, and
 * guesses that most rows pass.
 */
#include "store/db_pgsql_wall.h"

#include "store/visible.h"

/* What the transaction was told; a query each, so that it is asked once a
 * statement and not once a row. Nobody is told: nobody asks. */
#define SETTING(name, initial)						\
	"(SELECT coalesce(nullif(current_setting('dossier." name "',"	\
	" true), ''), '" initial "'))"
#define NUMBER(name)	SETTING(name, "0") "::bigint"
#define REACH		SETTING("reach", "no") " = 'all'"

/* Reading asks the test. Writing needs none of its own: a row that cannot be
 * read is not found to be changed. */
#define WALL(table, test)						\
	"ALTER TABLE " table " ENABLE ROW LEVEL SECURITY;"		\
	"ALTER TABLE " table " FORCE ROW LEVEL SECURITY;"		\
	"DROP POLICY IF EXISTS wall_see ON " table ";"			\
	"DROP POLICY IF EXISTS wall_add ON " table ";"			\
	"DROP POLICY IF EXISTS wall_change ON " table ";"		\
	"DROP POLICY IF EXISTS wall_drop ON " table ";"			\
	"CREATE POLICY wall_see ON " table " FOR SELECT USING"		\
	" (" REACH " OR " test ");"					\
	"CREATE POLICY wall_add ON " table " FOR INSERT"		\
	" WITH CHECK (true);"						\
	"CREATE POLICY wall_change ON " table " FOR UPDATE"		\
	" USING (true) WITH CHECK (true);"				\
	"CREATE POLICY wall_drop ON " table " FOR DELETE USING (true);"

/* What is in a dossier is seen with it. */
#define INSIDE(table)							\
	WALL(table, "EXISTS (SELECT 1 FROM dossier d"			\
	    " WHERE d.id = " table ".dossier)")

/* And what is in a compartment, by its members. */
#define HELD(which)							\
	"EXISTS (SELECT 1 FROM viewer_compartment k"			\
	"   WHERE k.viewer = " NUMBER("viewer")				\
	"     AND k.compartment = " which				\
	"     AND k.until > " NUMBER("now") ")"
#define PART(table)							\
	WALL(table, "(" table ".compartment = 0 OR "			\
	    HELD(table ".compartment") ")"				\
	    " AND EXISTS (SELECT 1 FROM dossier d"			\
	    "   WHERE d.id = " table ".dossier)")

/* Nor is what was said of it; said: which events are, of that row. */
#define UNSAID(said)							\
	"NOT EXISTS (SELECT 1 FROM event_protected c"			\
	"   WHERE " said " AND NOT " HELD("c.compartment") ")"

const char db_pgsql_wall_script[] =
    WALL("dossier",
	"id = ANY (" SETTING("opened", "{}") "::bigint[])"
	" OR coalesce((SELECT 1 FROM viewer_wall w"
	"      WHERE w.viewer = " NUMBER("viewer")
	"        AND w.dossier = dossier.id), 0) <> 1"
	" AND (restricted = 0 AND EXISTS (SELECT 1 FROM viewer_scope s"
	"      WHERE s.viewer = " NUMBER("viewer")
	"        AND s.scope = dossier.scope AND s.level >= " VISIBLE_EXISTS ")"
	"   OR coalesce((SELECT g.level FROM viewer_grant g"
	"      WHERE g.viewer = " NUMBER("viewer")
	"        AND g.dossier = dossier.id"
	"        AND g.until > " NUMBER("now") "), 0) >= 1)"
	" AND (compartment = 0 OR " HELD("dossier.compartment") ")")
    INSIDE("dossier_phase")
    INSIDE("dossier_label")
    INSIDE("field_value")
    INSIDE("party")
    PART("task")
    PART("note")
    PART("document")
    PART("guarded_word")
    INSIDE("part_release")
    INSIDE("decision")
    WALL("assignment", "EXISTS (SELECT 1 FROM dossier d"
	" WHERE d.id = assignment.dossier) AND "
	UNSAID("c.dossier = assignment.dossier AND c.no = assignment.task"))
    PART("form")
    WALL("form_answer", "EXISTS (SELECT 1 FROM form f"
	" WHERE f.id = form_answer.form)")
    WALL("form_edition", "EXISTS (SELECT 1 FROM form f"
	" WHERE f.id = form_edition.form)")
    WALL("form_line", "EXISTS (SELECT 1 FROM form f"
	" WHERE f.id = form_line.form)")
    INSIDE("goal")
    WALL("goal_step", "EXISTS (SELECT 1 FROM goal g"
	" WHERE g.id = goal_step.goal)")
    WALL("goal_value", "EXISTS (SELECT 1 FROM goal g"
	" WHERE g.id = goal_value.goal)")
    INSIDE("deadline")
    WALL("deadline_span", "EXISTS (SELECT 1 FROM deadline x"
	" WHERE x.id = deadline_span.deadline)")
    WALL("deadline_notice", "EXISTS (SELECT 1 FROM deadline x"
	" WHERE x.id = deadline_notice.deadline)")
    INSIDE("promise")
    INSIDE("careplan")
    WALL("careplan_edition", "EXISTS (SELECT 1 FROM careplan c"
	" WHERE c.id = careplan_edition.careplan)")
    WALL("careplan_line", "EXISTS (SELECT 1 FROM careplan c"
	" WHERE c.id = careplan_line.careplan)")
    WALL("problem_goal", "EXISTS (SELECT 1 FROM goal g"
	" WHERE g.id = problem_goal.goal)")
    INSIDE("service")
    WALL("service_day", "EXISTS (SELECT 1 FROM service s"
	" WHERE s.id = service_day.service)")
    INSIDE("handover_case")
    WALL("handover_line", "EXISTS (SELECT 1 FROM handover_case c"
	" WHERE c.handover = handover_line.handover"
	"   AND c.no = handover_line.no)")
    WALL("appointment", "dossier IS NULL OR EXISTS (SELECT 1"
	" FROM dossier d WHERE d.id = appointment.dossier)")
    WALL("appointment_person", "EXISTS (SELECT 1 FROM appointment a"
	" WHERE a.id = appointment_person.appointment)")
    WALL("appointment_except", "EXISTS (SELECT 1 FROM appointment a"
	" WHERE a.id = appointment_except.appointment)")
    INSIDE("silence")
    INSIDE("proceeding")
    WALL("counsel", "EXISTS (SELECT 1 FROM party y"
	" WHERE y.id = counsel.client)")
    WALL("hearing", "EXISTS (SELECT 1 FROM proceeding x"
	" WHERE x.id = hearing.proceeding)")
    WALL("docket_entry", "EXISTS (SELECT 1 FROM proceeding x"
	" WHERE x.id = docket_entry.proceeding)")
    WALL("judgment", "EXISTS (SELECT 1 FROM document f"
	" WHERE f.id = judgment.document)")
    WALL("docket_document", "EXISTS (SELECT 1 FROM proceeding x"
	" WHERE x.id = docket_document.proceeding)")
    WALL("docket_party", "EXISTS (SELECT 1 FROM proceeding x"
	" WHERE x.id = docket_party.proceeding)")
    WALL("docket_counsel", "EXISTS (SELECT 1 FROM proceeding x"
	" WHERE x.id = docket_counsel.proceeding)")
    INSIDE("share")
    WALL("share_document", "EXISTS (SELECT 1 FROM share s"
	" WHERE s.id = share_document.share)")
    WALL("share_mail", "EXISTS (SELECT 1 FROM share s"
	" WHERE s.id = share_mail.share)")
    INSIDE("offer")
    INSIDE("problem")
    INSIDE("allergy")
    INSIDE("medication")
    INSIDE("encounter")
    INSIDE("alert")
    INSIDE("strength")
    INSIDE("referral")
    WALL("referral_report", "EXISTS (SELECT 1 FROM referral r"
	" WHERE r.id = referral_report.referral)")
    INSIDE("fhir_kept")
    WALL("exchange", "EXISTS (SELECT 1 FROM document f"
	" WHERE f.dossier = exchange.dossier AND f.no = exchange.no)"
	" OR EXISTS (SELECT 1 FROM note n"
	" WHERE n.dossier = exchange.dossier AND n.no = exchange.no)")
    INSIDE("consent")
    INSIDE("disclosure_request")
    WALL("disclosure_item", "EXISTS (SELECT 1 FROM disclosure_request x"
	" WHERE x.id = disclosure_item.request)")
    INSIDE("disclosure")
    INSIDE("part2")
    WALL("note_draft", "writer = " NUMBER("viewer")
	" AND EXISTS (SELECT 1 FROM dossier d"
	" WHERE d.id = note_draft.dossier)")
    WALL("note_seal", "EXISTS (SELECT 1 FROM note n"
	" WHERE n.id = note_seal.note)")
    WALL("note_signature", "EXISTS (SELECT 1 FROM note_seal s"
	" WHERE s.id = note_signature.seal)")
    PART("booking")
    WALL("rate", "dossier IS NULL OR EXISTS (SELECT 1 FROM dossier d"
	" WHERE d.id = rate.dossier)")
    WALL("docket_word", "EXISTS (SELECT 1 FROM proceeding x"
	" WHERE x.id = docket_word.proceeding)")
    WALL("clearance", "dossier IS NULL OR EXISTS (SELECT 1"
	" FROM dossier d WHERE d.id = clearance.dossier)")
    WALL("clearance_name", "EXISTS (SELECT 1 FROM clearance c"
	" WHERE c.id = clearance_name.clearance)")
    WALL("clearance_hit", "EXISTS (SELECT 1 FROM dossier d"
	" WHERE d.id = clearance_hit.dossier)")
    INSIDE("decision_why")
    INSIDE("approval")
    INSIDE("approval_act")
    INSIDE("approval_input")
    INSIDE("plan_call")
    INSIDE("plan_trouble")
    WALL("dossier_link", "EXISTS (SELECT 1 FROM dossier d"
	" WHERE d.id IN (dossier_link.dossier, dossier_link.other))")
    WALL("document_version", "EXISTS (SELECT 1 FROM document o"
	" WHERE o.id = document_version.document)")
    WALL("event", "dossier IS NULL OR EXISTS (SELECT 1 FROM dossier d"
	" WHERE d.id = event.dossier) AND "
	UNSAID("c.dossier = event.dossier AND c.seq = event.seq"))
    WALL("event_body", "EXISTS (SELECT 1 FROM event e"
	" WHERE e.id = event_body.event)")
    "DO $do$ BEGIN"
    " IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'dossier_programs')"
    " THEN"
    "  GRANT SELECT, INSERT, UPDATE, DELETE"
    "   ON ALL TABLES IN SCHEMA public TO dossier_programs;"
    "  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO dossier_programs;"
    "  REVOKE UPDATE, DELETE ON event FROM dossier_programs;"
    "  IF to_regclass('seal') IS NOT NULL THEN"
    "   REVOKE UPDATE, DELETE ON seal, seal_head FROM dossier_programs;"
    "  END IF;"
    " END IF;"
    " END $do$;";

void
db_pgsql_wall_begin(struct db_pgsql_wall *w, struct db_pgsql_link *l,
    bool operators)
{
	w->told = w->reach = w->unsure = w->news = false;
	w->operators = operators;
	buf_reset(&w->opened);
	if (operators)
		db_pgsql_link_ahead(l, "SET LOCAL dossier.reach = 'all'");
}

void
db_pgsql_wall_tell(struct db_pgsql_wall *w, struct db_pgsql_link *l,
    const struct ctx *cx, bool reach)
{
	if (w->operators)
		return;
	if (!w->told || w->viewer != cx->viewer)
		db_pgsql_link_ahead(l, "SET LOCAL dossier.viewer = '%lld'",
		    (long long)cx->viewer);
	if (!w->told || w->now != cx->now)
		db_pgsql_link_ahead(l, "SET LOCAL dossier.now = '%lld'",
		    (long long)cx->now);
	if (w->unsure || w->reach != reach)
		db_pgsql_link_ahead(l, "SET LOCAL dossier.reach = '%s'",
		    reach ? "all" : "no");
	if (w->news)
		db_pgsql_link_ahead(l, "SET LOCAL dossier.opened = '%s}'",
		    w->opened.data);
	w->told = true;
	w->viewer = cx->viewer;
	w->now = cx->now;
	w->reach = reach;
	w->unsure = w->news = false;
}

void
db_pgsql_wall_back(struct db_pgsql_wall *w)
{
	w->told = false;
	w->unsure = true;
	w->news = w->opened.len > 0;
}

void
db_pgsql_wall_opened(struct db_pgsql_wall *w, int64_t dossier)
{
	if (w->operators)
		return;
	buf_printf(&w->opened, "%c%lld", w->opened.len == 0 ? '{' : ',',
	    (long long)dossier);
	w->news = true;
}

void
db_pgsql_wall_free(struct db_pgsql_wall *w)
{
	buf_free(&w->opened);
}
