/* SPDX-License-Identifier: MIT */
/* Cases of a world, and what hangs on each. */
#include <stdio.h>
#include <string.h>

#include "domain/people/search.h"
#include "domain/spine/dossier_number.h"
#include "model.h"
#include "model_put.h"

void
model_case_draw(struct model_dossier *d, int i)
{
	static const char *const states[] = { "open", "open", "waiting",
	    "closed" };

	int k;

	do {	/* two of twenty are the same once in a hundred runs */
		snprintf(d->number, sizeof(d->number), "%s",
		    dossier_number_new(&cx, "C"));
		for (k = 0; k < i; k++)
			if (strcmp(dossiers[k].number, d->number) == 0)
				break;
	} while (k < i);
	d->scope = 1 + dice(SCOPES);
	d->type = d->scope <= 2 ? "complaint" : "permit";
	d->status = states[dice(4)];
	d->restricted = dice(4) == 0;
	d->screened = dice(3) != 0;
	d->owner = dice(VIEWERS + 2) - 2;
	d->whose = dice(4) == 0 ? dice(DOSSIERS) : i;
	d->label = dice(LABELS + 1) - 1;
	d->linked = dice(3) == 0 ? dice(DOSSIERS) : -1;
	d->linked = d->linked == i ? -1 : d->linked;
	d->actor = dice(VIEWERS);
	d->led = dice(2) == 0;
	d->heard = dice(2) == 0;
	d->within = dice(4) == 0 ? dice(COMPARTMENTS + 1) : 0;
	d->note = dice(2) * dice(COMPARTMENTS + 1);
	d->task = dice(2) * dice(COMPARTMENTS + 1);
	d->file = dice(2) * dice(COMPARTMENTS + 1);
	d->form = dice(2) * dice(COMPARTMENTS + 1);
	snprintf(d->act, sizeof(d->act), "A-%08d", 1000 + i);
}

/* The row of table dossier alone. */
static void
put_row(struct model_dossier *d, int i)
{
	static const char sql[] =
	    "INSERT INTO dossier (number, type, type_code, scope, restricted,"
	    "  title, title_key, status, phase, verdict, risk, medium,"
	    "  requester, received, opened, due, touched, things, closed,"
	    "  compartment)"
	    " SELECT $1, t.id, t.code, s.id, $3, $4, $4, $5, 'screening', $6,"
	    "  $7, 'web', $8, $9, $9, $10, $9, 11, $11, $12"
	    "  FROM scope s JOIN type t ON t.code = s.type WHERE s.id = $2"
	    " RETURNING id";
	bool closed = strcmp(d->status, "closed") == 0;
	struct db_rows q;

	db_query(&cx, &q, sql, db_t(d->number), db_i(d->scope),
	    db_i(d->restricted), db_t(arena_printf(cx.arena, "%s again",
	    model_word(IN_TITLE, i))),
	    db_t(d->status), db_t(d->screened ? "accepted" : ""),
	    db_i(dice(4)), db_i(1000 + d->whose), db_i(cx.now - dice(99)),
	    db_i(closed || dice(2) == 0 ? INT64_C(253402300799) :
	    cx.now + dice(9) - 4), db_i0(closed ? cx.now : 0),
	    db_i(d->within));
	d->id = db_row(&q) ? db_int(&q) : 0;
	must(db_end(&q));
}

static void
put_parts(const struct model_dossier *d, int i)
{
	run("INSERT INTO party (dossier, no, person, role, added)"
	    " VALUES ($1, 1, $2, 'requester', 1)", db_i(d->id),
	    db_i(1000 + d->whose));
	run("INSERT INTO note (dossier, no, text, written, compartment)"
	    " VALUES ($1, 2, $2, 1, $3)", db_i(d->id),
	    db_t(model_word(IN_NOTE, i)), db_i(d->note));
	run("INSERT INTO task (dossier, no, title, owner, team, created,"
	    " compartment) VALUES ($1, 3, $2, $3, 1, 1, $4)", db_i(d->id),
	    db_t(model_word(IN_TASK, i)),
	    db_i0(d->owner >= 0 ? viewers[d->owner].id : 0), db_i(d->task));
	run("INSERT INTO document (dossier, no, name, media_type, bytes,"
	    " sha256, added, compartment) VALUES ($1, 4, $2, 'text/plain', 1,"
	    " $3, 1, $4)", db_i(d->id), db_t(model_word(IN_FILE, i)),
	    db_t(arena_printf(cx.arena, "%064d", i)), db_i(d->file));
	run("INSERT INTO exchange (dossier, no, person, name, way, medium,"
	    " exchanged) SELECT d.id, w.no, $2, '', 'in', 'letter',"
	    "  '2026-11-20' FROM dossier d JOIN (SELECT 2 AS no UNION ALL"
	    "  SELECT 4) w ON d.id = $1", db_i(d->id),
	    db_i(1000 + d->whose));
}

/* Some hold, some were taken back, some are over. */
static void
put_releases(struct model_dossier *d)
{
	int no, state;

	for (no = 2; no <= 4; no++) {
		state = dice(5);
		d->released[no] = state <= 1;
		if (state == 4)
			continue;
		run("INSERT INTO part_release (dossier, no, receiver, reason,"
		    " given, giver, until, ended) VALUES ($1, $2, 'zqout',"
		    " 'They ask for it', 1, $3, $4, $5)", db_i(d->id),
		    db_i(no), db_i(viewers[0].id), db_i(cx.now +
		    (state == 2 ? -50 : 50)), db_i0(state == 3 ? 9 : 0));
	}
}

static void
put_fields(const struct model_dossier *d, int i)
{
	run("INSERT INTO field_value (dossier, field, text, text_key)"
	    " VALUES ($1, $2, $3, $3)", db_i(d->id),
	    db_t(d->scope <= 2 ? "reference" : "site"),
	    db_t(model_word(IN_FIELD, i)));
	run("INSERT INTO dossier_phase (dossier, no, phase, entered, reason)"
	    " VALUES ($1, 1, 'screening', 1, $2)", db_i(d->id),
	    db_t(model_word(IN_REASON, i)));
	if (d->scope <= 2)
		run("INSERT INTO field_value (dossier, field, text, text_key)"
		    " VALUES ($1, 'account', $2, $2)", db_i(d->id),
		    db_t(model_word(IN_GUARDED, i)));
	if (d->scope <= 2)
		run("INSERT INTO field_value (dossier, field, no, text,"
		    " text_key) VALUES ($1, 'item', 1, $2, $2)", db_i(d->id),
		    db_t(model_word(IN_ROW, i)));
}

static void
put_versions(struct model_dossier *d, int i)
{
	d->withdrawn = dice(3) == 0;
	run("INSERT INTO document_version (document, version, name,"
	    " media_type, bytes, sha256, added) SELECT f.id, 1, $2,"
	    " f.media_type, f.bytes, f.sha256, 1 FROM document f"
	    " WHERE f.dossier = $1", db_i(d->id),
	    db_t(model_word(IN_VERSION, i)));
	run("UPDATE document SET withdrawn = $2, withdrawn_why = $3"
	    " WHERE dossier = $1", db_i(d->id), db_i0(d->withdrawn),
	    db_t(model_word(IN_REASON, i)));
}

static void
put_decision(const struct model_dossier *d, int i)
{
	run("INSERT INTO decision (dossier, no, code, type, state, automatic,"
	    "    overridden, proposed, result, reason, asked, decided, known)"
	    " SELECT d.id, 8, 'risk', d.type, 'made', 1, 1, '\"low\"',"
	    "    '\"high\"', $2, 1, 1, '' FROM dossier d WHERE d.id = $1",
	    db_i(d->id), db_t(model_word(IN_REASON, i)));
	run("INSERT INTO decision_why (decision, dossier, inputs, derivation)"
	    " SELECT x.id, x.dossier, $2, $3 FROM decision x"
	    "  WHERE x.dossier = $1", db_i(d->id), db_t(arena_printf(cx.arena,
	    "{\"place\":\"%s\",\"forms\":{\"gone\":{\"band\":\"%s\"}}}",
	    model_word(IN_FIELD, i), model_word(IN_FORM, i))),
	    db_t(arena_printf(cx.arena, "{\"decision\":\"Risk\","
	    "\"value\":\"low\",\"expression\":\"%s\"}",
	    model_word(IN_DECISION, i))));
}

static void
put_goal(const struct model_dossier *d, int i)
{
	run("INSERT INTO goal (dossier, no, title, purpose, measure, due,"
	    "    state, since, created)"
	    " VALUES ($1, 10, $2, $2, 'steps', '2030-01-01', 'agreed', 1, 1)",
	    db_i(d->id), db_t(model_word(IN_GOAL, i)));
	run("INSERT INTO goal_step (goal, no, title) SELECT g.id, 1, $2"
	    "  FROM goal g WHERE g.dossier = $1", db_i(d->id),
	    db_t(model_word(IN_GOAL, i)));
	run("INSERT INTO goal_value (goal, no, value, measured, entered,"
	    "    note) SELECT g.id, 1, 1, '2026-01-01', 1, $2"
	    "  FROM goal g WHERE g.dossier = $1", db_i(d->id),
	    db_t(model_word(IN_GOAL, i)));
}

static void
put_form(const struct model_dossier *d, int i)
{
	run("INSERT INTO form (dossier, no, code, type, title, state, since,"
	    "    reason, begun, saved, edition, compartment)"
	    " SELECT d.id, 12, 'gone', d.type, $2, 'complete', 1, $2, 1, 1, 1,"
	    "    $3 FROM dossier d WHERE d.id = $1", db_i(d->id),
	    db_t(model_word(IN_FORM, i)), db_i(d->form));
	run("INSERT INTO form_answer (form, question, no, text)"
	    " SELECT f.id, 'wish', 0, $2 FROM form f WHERE f.dossier = $1",
	    db_i(d->id), db_t(model_word(IN_FORM, i)));
	run("INSERT INTO form_edition (form, no, made, lang, title, score,"
	    "    band, sha256) SELECT f.id, 1, 1, 'en', $2, '', $2, ''"
	    "  FROM form f WHERE f.dossier = $1", db_i(d->id),
	    db_t(model_word(IN_FORM, i)));
	run("INSERT INTO form_line (form, edition, place, section, question,"
	    "    no, label, text, shown, points)"
	    " SELECT f.id, 1, 1, $2, 'wish', 0, $2, $2, $2, ''"
	    "  FROM form f WHERE f.dossier = $1", db_i(d->id),
	    db_t(model_word(IN_FORM, i)));
}

static void
put_deadline(const struct model_dossier *d, int i)
{
	run("INSERT INTO deadline (dossier, no, title, state, started, due)"
	    " VALUES ($1, 15, $2, 'running', 1, 2)", db_i(d->id),
	    db_t(model_word(IN_DEADLINE, i)));
	run("INSERT INTO deadline_span (deadline, no, begun, due, reason)"
	    " SELECT x.id, 1, 1, 'start', $2 FROM deadline x"
	    "  WHERE x.dossier = $1", db_i(d->id),
	    db_t(model_word(IN_DEADLINE, i)));
	run("INSERT INTO deadline_notice (person, deadline, told, since)"
	    " SELECT f.person, x.id, 2, 1 FROM staff f, deadline x"
	    "  WHERE x.dossier = $1", db_i(d->id));
	run("INSERT INTO promise (dossier, no, text, person, medium, made,"
	    "    due, state, note) VALUES ($1, 16, $2, $3, 'phone', 1, 2,"
	    "    'open', $2)", db_i(d->id), db_t(model_word(IN_PROMISE, i)),
	    db_i(1000 + d->whose));
	run("INSERT INTO booking (dossier, no, kind, person, day, code,"
	    "    minutes, billable, text, booked, compartment)"
	    " SELECT $1, 18, 'time', f.person, '2026-11-20', 'drafting',"
	    "    6, 1, $2, 1, 0 FROM staff f ORDER BY f.person LIMIT 1",
	    db_i(d->id), db_t(model_word(IN_PROMISE, i)));
	run("INSERT INTO booking (dossier, no, kind, person, day, code,"
	    "    minutes, billable, text, booked, compartment)"
	    " SELECT $1, 19, 'time', f.person, '2026-11-20', 'drafting',"
	    "    6, 1, $2, 1, $3 FROM staff f ORDER BY f.person LIMIT 1",
	    db_i(d->id), db_t(model_word(IN_FORM, i)), db_i(d->form));
}

static void
put_handover(struct model_dossier *d, int i)
{
	d->giver = dice(VIEWERS);
	d->receiver = (d->giver + 1) % VIEWERS;
	run("INSERT INTO handover (number, giver, receiver, made, made_by,"
	    "    begins) VALUES ($1, $2, $3, 1, $2, 1)",
	    db_t(arena_printf(cx.arena, "H-%d", i)),
	    db_i(viewers[d->giver].id), db_i(viewers[d->receiver].id));
	run("INSERT INTO handover_case (handover, no, dossier, giver, state,"
	    "    lang) SELECT h.id, 1, $1, h.giver, 'accepted', 'en'"
	    "  FROM handover h WHERE h.number = $2", db_i(d->id),
	    db_t(arena_printf(cx.arena, "H-%d", i)));
	run("INSERT INTO handover_line (handover, no, place, section, text)"
	    " SELECT c.handover, 1, 1, 'notes', $2 FROM handover_case c"
	    "  WHERE c.dossier = $1", db_i(d->id),
	    db_t(model_word(IN_SHEET, i)));
}

static void
put_approval(const struct model_dossier *d, int i)
{
	run("INSERT INTO assignment (dossier, no, task, how, skill, type,"
	    "    candidates, asked) SELECT d.id, 11, 3, 'none', $2, d.type,"
	    "    '[]', 1 FROM dossier d WHERE d.id = $1", db_i(d->id),
	    db_t(model_word(IN_RULE, i)));
	run("INSERT INTO approval (dossier, no, root, state, subject, reason,"
	    "    steps, last, step, waits, shown, asked, asked_by)"
	    " VALUES ($1, 9, 9, 'asked', $2, $3, 'decide', 1, 1, 'decide',"
	    "    '', 1, $4)", db_i(d->id), db_t(model_word(IN_APPROVAL, i)),
	    db_t(model_word(IN_REASON, i)),
	    db_i(viewers[dice(VIEWERS)].id));
	run("INSERT INTO approval_act (approval, dossier, step, what,"
	    "    comment, sha256, acted) SELECT x.id, x.dossier, 1,"
	    "    'commented', $2, '', 1 FROM approval x WHERE x.dossier = $1",
	    db_i(d->id), db_t(model_word(IN_REASON, i)));
}

void
model_case_put(struct model_dossier *d, int i)
{
	put_row(d, i);
	put_parts(d, i);
	put_releases(d);
	put_fields(d, i);
	put_versions(d, i);
	put_decision(d, i);
	put_goal(d, i);
	put_form(d, i);
	put_deadline(d, i);
	model_matter_put(d, i);
	put_handover(d, i);
	put_approval(d, i);
	if (d->label >= 0)
		run("INSERT INTO dossier_label (dossier, label, added)"
		    " VALUES ($1, $2, 1)", db_i(d->id), db_i(1 + d->label));
	run("INSERT INTO presence (dossier, viewer, seen)"
	    " VALUES ($1, $2, $now)", db_i(d->id),
	    db_i(viewers[dice(VIEWERS)].id));
	must(search_write(&cx, d->id));
}
