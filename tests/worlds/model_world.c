/* SPDX-License-Identifier: MIT */
/* People once, and one world after another. */
#include <stdio.h>
#include <string.h>

#include "base/count.h"
#include "base/digest.h"
#include "base/json.h"
#include "domain/spine/dossier_number.h"
#include "model.h"
#include "model_put.h"
#include "model/right.h"
#include "store/store_count.h"
#include "store/store_person.h"
#include "store/store_wall.h"

/* The shipped type with a field that not all readers of a case read. */
static void
guard(void)
{
	static const char *const langs[] = { "en", "fr", "de", "it", "pt",
	    "ja" };
	const char *field = "<fields><field code=\"account\" kind=\"text\""
	    " class=\"bank\">";
	size_t i;

	for (i = 0; i < COUNT(langs); i++)
		field = arena_printf(cx.arena, "%s<label xml:lang=\"%s\">"
		    "Account</label>", field, langs[i]);
	run("UPDATE type SET source = replace(source, '<fields>', $1)"
	    " WHERE code = 'complaint'", db_t(arena_printf(cx.arena,
	    "%s</field>", field)));
	run("UPDATE type SET source = replace(source, '</rhythm>', $1)"
	    " WHERE code = 'complaint'", db_t(arena_printf(cx.arena,
	    "</rhythm><costs currency=\"EUR\"><activity"
	    " code=\"drafting\">%s</activity></costs>", strstr(field,
	    "<label"))));
	run("UPDATE type SET source = replace(source, '<xes>', $1)"
	    " WHERE code = 'permit'", db_t("<consent/><xes>"));
	run("UPDATE type SET source = replace(source, '</type>', $1)"
	    " WHERE code = 'complaint'", db_t("<views><view code=\"legal\"/>"
	    "<view code=\"contract\"/><view code=\"medical\"/></views>"
	    "</type>"));
}

void
model_people(void)
{
	static const char *const logins[VIEWERS] = { "mia", "ben", "sue",
	    "tom", "zoe", "ada" };
	static const char *const emails[VIEWERS] = { "mia@house.example",
	    "ben@house.example", "sue@house.example", "tom@house.example",
	    "zoe@house.example", "ada@house.example" };
	int i;

	guard();
	/* who looks for conflicts; the last but one is an officer as well */
	run("UPDATE staff SET rights = rights + $1 WHERE login IN ('mia',"
	    " 'sue', 'zoe')", db_i(RIGHT_LEGAL));
	for (i = 0; i < VIEWERS; i++) {
		viewers[i].login = logins[i];
		viewers[i].id = world_person(logins[i]);
		viewers[i].rights = (unsigned int)world_int(arena_printf(
		    cx.arena, "SELECT rights FROM staff WHERE login = '%s'",
		    logins[i]));
		viewers[i].email = emails[i];
		run("UPDATE person SET email = $2 WHERE id = $1",
		    db_i(viewers[i].id), db_t(emails[i]));
		run("INSERT INTO notice_choice (person, kind, mode)"
		    " VALUES ($1, 'change', 'now')", db_i(viewers[i].id));
	}
	for (i = 0; i < DOSSIERS; i++) {
		dossiers[i].person = 1000 + i;
		snprintf(dossiers[i].customer, sizeof(dossiers[i].customer),
		    "%s", dossier_number_person(&cx));
		run("INSERT INTO person (id, number, name, name_key, email,"
		    " email_key, created) VALUES ($1, $2, $3, $3, $4, $4, 1)",
		    db_i(1000 + i), db_t(dossiers[i].customer),
		    db_t(model_word(IN_NAME, i)), db_t(arena_printf(cx.arena,
		    "%s@example.org", model_word(IN_NAME, i))));
		run("INSERT INTO person_word (word, person) VALUES ($1, $2)",
		    db_t(model_word(IN_NAME, i)), db_i(1000 + i));
		must(store_person_near_learn(&cx, model_word(IN_NAME, i)));
	}
	for (i = 0; i < LABELS; i++)
		run("INSERT INTO label (code, name, name_key)"
		    " VALUES ($1, $1, $1)", db_t(arena_printf(
		    cx.arena, "label%d", i)));
}

/* What belongs to people and teams. */
static void
put_things(void)
{
	static const int64_t hour = 3600;
	struct json_pair title = { .group = "", .name = "title" };
	struct model_thing *t;
	int i;

	for (i = 0; i < VIEWS; i++) {
		t = &views[i];
		*t = (struct model_thing){ .owner = dice(VIEWERS),
		    .team = dice(3), .everybody = dice(5) == 0 };
		snprintf(t->number, sizeof(t->number), "V-%08d", 2000 + i);
		run("INSERT INTO list_view (number, name, name_key, owner,"
		    " team, everybody, query, made)"
		    " VALUES ($1, $2, $2, $3, $4, $5, 'status=open', 1)",
		    db_t(t->number), db_t(model_word(IN_VIEW, i)),
		    db_i(viewers[t->owner].id), db_i0(t->team),
		    db_i(t->everybody));
	}
	for (i = 0; i < ARRIVALS; i++) {
		t = &arrivals[i];
		*t = (struct model_thing){ .owner = dice(VIEWERS),
		    .team = 1 + dice(2), .filed = dice(3) - 2 };
		if (t->filed == 0)
			t->filed = dice(DOSSIERS);
		snprintf(t->number, sizeof(t->number), "U-%08d", 3000 + i);
		run("INSERT INTO arrival (number, team, owner, medium, title,"
		    " received, added, left_at, dossier) VALUES ($1, $2, $3,"
		    " 'letter', $4, $5, $5, $6, $7)", db_t(t->number),
		    db_i(t->team), db_i(viewers[t->owner].id),
		    db_t(model_word(IN_ARRIVAL, i)), db_i(cx.now - hour),
		    db_i0(t->filed == -1 ? 0 : cx.now),
		    db_i0(t->filed < 0 ? 0 : dossiers[t->filed].id));
		run("INSERT INTO arrival_file (arrival, no, name, media_type,"
		    " bytes, sha256) SELECT a.id, 1, a.title, 'text/plain', 1,"
		    " $2 FROM arrival a WHERE a.number = $1", db_t(t->number),
		    db_t(arena_printf(cx.arena, "%064d", i)));
	}
	for (i = 0; i < DRAFTS; i++) {
		t = &drafts[i];
		*t = (struct model_thing){ .owner = dice(VIEWERS) };
		snprintf(t->number, sizeof(t->number), "D-%08d", 4000 + i);
		title.text = model_word(IN_DRAFT, i);
		run("INSERT INTO draft (number, owner, type, title, content,"
		    " kept) VALUES ($1, $2, 'complaint', $3, $4, $now)",
		    db_t(t->number), db_i(viewers[t->owner].id),
		    db_t(title.text), db_t(json_write(cx.arena, &title)));
	}
}

/* An appointment of each dossier, and everybody's link to what they have. */
static void
meet(void)
{
	unsigned char hash[DIGEST_SIZE];
	struct model_dossier *d;
	char text[30];
	int k;

	for (k = 0; k < DOSSIERS; k++) {
		d = &dossiers[k];
		d->attendee = dice(VIEWERS);
		snprintf(text, sizeof(text), "T-%08d", 5000 + k);
		run("INSERT INTO appointment (number, dossier, title, place,"
		    " zone, day, minute, length, begins, ends, owner,"
		    " created, changed) VALUES ($1, $2, $3, $3, 'UTC',"
		    " '2026-11-25', 540, 60, $4, $5, $6, 1, 1)", db_t(text),
		    db_i(d->id), db_t(model_word(IN_MEETING, k)),
		    db_i(INT64_C(1795597200)), db_i(INT64_C(1795600800)),
		    db_i(viewers[0].id));
		run("INSERT INTO appointment_person (appointment, person,"
		    " ends) SELECT id, $2, ends FROM appointment"
		    " WHERE number = $1", db_t(text),
		    db_i(viewers[d->attendee].id));
		if (d->heard)
			run("INSERT INTO hearing (appointment, proceeding)"
			    " SELECT a.id, x.id FROM appointment a"
			    "  JOIN proceeding x ON x.dossier = a.dossier"
			    "  WHERE a.number = $1", db_t(text));
	}
	for (k = 0; k < VIEWERS; k++) {
		snprintf(text, sizeof(text), "feed-of-%d", k);
		digest_of(text, strlen(text), hash);
		run("INSERT INTO feed (person, hash, titles, made)"
		    " VALUES ($1, $2, 1, 1)", db_i(viewers[k].id),
		    db_b(hash, sizeof(hash)));
	}
}

void
model_world(void)
{
	static const char *const tables[] = { "feed", "signin_failure",
	    "purpose",
	    "share_visit", "share_document", "share", "consent",
	    "clearance_hit", "clearance_name", "clearance", "bundle_part",
	    "bundle", "judgment", "docket_document", "docket_entry", "hearing",
	    "appointment_except",
	    "appointment_person", "appointment", "absence", "outbox",
	    "handover_line", "handover_case", "handover", "glass",
	    "wall_dossier", "wall",
	    "viewer_scope",
	    "viewer_grant",
	    "viewer_wall", "wall_count", "viewer_compartment", "presence",
	    "dossier_count", "scope_count",
	    "dossier_label", "field_value", "decision_why", "approval_act",
	    "approval_input",
	    "approval", "plan_call", "form_line", "form_edition",
	    "form_answer", "form", "silence", "promise", "proceeding",
	    "booking", "offer", "exchange",
	    "deadline_notice",
	    "deadline_span", "deadline", "goal_step",
	    "goal_value", "goal", "assignment", "assignment_turn",
	    "plan_trouble", "decision",
	    "part_release", "party", "task", "note", "document_version", "document",
	    "dossier_phase", "dossier_link", "dossier_moved", "act_step",
	    "act", "arrival_file", "arrival", "draft", "list_view",
	    "dossier_search", "guarded_word", "event_other", "event_protected",
	    "event_body", "event",
	    "dossier" };
	size_t i;
	int k;

	must(db_begin(&cx, DB_WRITE));
	for (i = 0; i < COUNT(tables); i++)
		must(db_run(&cx, arena_printf(cx.arena, "DELETE FROM %s",
		    tables[i])));
	must(db_index_again(&cx));
	for (k = 0; k < DOSSIERS; k++)
		model_case_draw(&dossiers[k], k);
	for (k = 0; k < DOSSIERS; k++)
		model_case_put(&dossiers[k], k);
	for (k = 0; k < DOSSIERS; k++)
		model_log_act(&dossiers[k], k);
	for (k = 0; k < DOSSIERS; k++)
		model_log_parts(&dossiers[k], k);
	for (k = 0; k < DOSSIERS; k++)
		if (dossiers[k].linked >= 0)
			model_log_link(&dossiers[k], k);
	put_things();
	for (k = 0; k < CHECKS; k++)
		model_matter_check(&checks[k], k);
	run("UPDATE dossier SET quiet = $1 WHERE status <> 'closed'"
	    " AND id - 3 * (id / 3) = 0", db_i(cx.now - 86400));
	meet();
	must(db_run(&cx, "UPDATE scope SET total = (SELECT count(*) FROM"
	    " dossier d WHERE d.scope = scope.id), open = (SELECT count(*)"
	    " FROM dossier d WHERE d.scope = scope.id"
	    " AND d.status <> 'closed')"));
	for (k = 0; k < DOSSIERS; k++)
		must(store_count_renew(&cx, dossiers[k].id));
	for (k = 0; k < VIEWERS; k++)
		model_rights(&viewers[k]);
	for (k = 0; k < WALLS; k++)
		model_rights_wall(&walls[k], k);
	must(store_wall_follow_since(&cx, 0));
	for (k = 0; k < DOSSIERS; k++)
		model_rights_glass(k);
	model_rights_absence();
	model_rights_purpose();
	for (k = 0; k < DOSSIERS; k++)
		model_rights_share(&dossiers[k], k);
	/* everybody was told of everything: the list shows what it may */
	must(db_run(&cx, "DELETE FROM outbox"));
	for (k = 0; k < VIEWERS; k++)
		run("INSERT INTO outbox (person, dossier, no, queued, due,"
		    " kind) SELECT $1, id, 0, $now, $now, 'change'"
		    " FROM dossier", db_i(viewers[k].id));
	run("INSERT INTO outbox (person, dossier, no, queued, due, glass)"
	    " SELECT f.person, g.dossier, 0, $now, $now, g.id"
	    "  FROM glass g, staff f WHERE f.person <> g.person"
	    "   AND (f.rights & 32) > $1", db_i(0));
	must(db_commit(&cx));
}
