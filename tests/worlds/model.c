/* SPDX-License-Identifier: MIT */
#include "model.h"

#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/log.h"
#include "domain/people/search.h"
#include "domain/spine/dossier_number.h"
#include "domain/spine/event.h"
#include "model/right.h"
#include "model/share.h"
#include "store/db.h"
#include "store/store_absence.h"
#include "store/store_count.h"
#include "store/store_wall.h"
#include "unit/world.h"

struct model_dossier dossiers[DOSSIERS];
struct model_viewer viewers[VIEWERS];
struct model_wall walls[WALLS];
struct model_thing views[VIEWS], arrivals[ARRIVALS], drafts[DRAFTS];
bool model_all_or_none;
static uint32_t seed = 1;

void
dice_seed(uint32_t n)
{
	seed = n * 2654435761u + 1;
}

int
dice(int n)
{
	seed = seed * 1664525u + 1013904223u;
	return (int)((seed >> 8) % (uint32_t)n);
}

/* By what is their own: what an emergency gives cannot be passed on. */
static bool
holds(int viewer, int dossier, int level, bool glass)
{
	const struct model_dossier *d = &dossiers[dossier];
	const struct model_viewer *v = &viewers[viewer];

	if (v->wall[dossier] || (v->rights & RIGHT_STAFF) == 0)
		return false;
	if (v->grant[dossier] >= level && v->until[dossier] > cx.now &&
	    (glass || !v->glass[dossier]))
		return true;
	return !d->restricted && v->scope[d->scope] >= level;
}

/* Who sees what: the whole of it. Who stands in for somebody has their level
 * on the cases where a task is theirs. */
bool
model_sees(int viewer, int dossier, int level)
{
	const struct model_dossier *d = &dossiers[dossier];
	const struct model_viewer *v = &viewers[viewer];

	if (v->wall[dossier] || (v->rights & RIGHT_STAFF) == 0 ||
	    (d->within != 0 && !v->member[d->within]))
		return false;
	if (v->stands_for >= 0 && d->owner == v->stands_for &&
	    holds(v->stands_for, dossier, level < 2 ? 2 : level, false))
		return true;
	return holds(viewer, dossier, level, true);
}

/* The compartments are another matter than the dossier. */
static bool
within(int viewer, int dossier, int compartment)
{
	return model_sees(viewer, dossier, 2) &&
	    (compartment == 0 || viewers[viewer].member[compartment]);
}

int
model_hidden(int viewer, int dossier)
{
	const struct model_dossier *d = &dossiers[dossier];

	return !within(viewer, dossier, d->note) +
	    !within(viewer, dossier, d->task) +
	    !within(viewer, dossier, d->file) +
	    !within(viewer, dossier, d->form);
}

bool
model_held(int dossier, int no)
{
	const struct model_dossier *d = &dossiers[dossier];
	int within = no == 2 ? d->note : no == 3 ? d->task :
	    no == 4 ? d->file : 0;

	return (within == PRIVILEGE || d->within == PRIVILEGE) &&
	    (no == 0 || !d->released[no]);
}

static bool
works_for(int viewer, int team)
{
	int i;

	for (i = 1; i <= SCOPES; i++)
		if (2 - i % 2 == team && viewers[viewer].scope[i] >= 3)
			return true;
	return false;
}

static bool
knows_customer(int viewer, int customer)
{
	int i;

	if ((viewers[viewer].rights & RIGHT_INTAKE) != 0)
		return true;
	for (i = 0; i < DOSSIERS; i++)
		if (dossiers[i].whose == customer && model_sees(viewer, i, 2))
			return true;
	return false;
}

static bool
is_within(int viewer, const struct model_wall *w)
{
	return w->staff == viewer || w->group == viewer;
}

static bool
covers(const struct model_wall *w, int dossier)
{
	return w->dossier == dossier || (w->customer >= 0 &&
	    dossiers[dossier].whose == w->customer);
}

/* Who reviews, and who manages a case that it covers. */
static bool
knows_wall(int viewer, const struct model_wall *w)
{
	int i;

	if ((viewers[viewer].rights & RIGHT_AUDIT) != 0 &&
	    !is_within(viewer, w) && (w->dossier < 0 ||
	    model_sees(viewer, w->dossier, 2)))
		return true;
	for (i = 0; i < DOSSIERS; i++)
		if (!w->over && covers(w, i) && model_sees(viewer, i, 5))
			return true;
	return false;
}

bool
model_knows(int viewer, enum kind kind, int i)
{
	switch (kind) {
	case IN_NOTE:
		return within(viewer, i, dossiers[i].note);
	case IN_TASK:
	case IN_RULE:	/* by which somebody was to have the task */
		return within(viewer, i, dossiers[i].task);
	case IN_FILE:
	case IN_VERSION:
		return within(viewer, i, dossiers[i].file);
	case IN_FORM:
	case IN_DECISION:	/* which rests on the form */
		return within(viewer, i, dossiers[i].form);
	case IN_NAME:
		return knows_customer(viewer, i);
	case IN_GUARDED:	/* of the class bank: who leads reads it */
		return model_sees(viewer, i, 2) &&
		    (viewers[viewer].rights & RIGHT_LEAD) != 0;
	case IN_LINK:
		return model_sees(viewer, i, 2) && dossiers[i].linked >= 0 &&
		    model_sees(viewer, dossiers[i].linked, 2);
	case IN_EVENT:
		return model_sees(viewer, i, 2) || dossiers[i].actor == viewer;
	case IN_VIEW:
		return views[i].owner == viewer || views[i].everybody ||
		    works_for(viewer, views[i].team);
	case IN_ARRIVAL:
		return works_for(viewer, arrivals[i].team);
	case IN_DRAFT:
		return drafts[i].owner == viewer;
	case IN_WALL:
		return knows_wall(viewer, &walls[i]);
	case IN_GLASS:
		return viewers[viewer].glass[i] ||
		    ((viewers[viewer].rights & RIGHT_AUDIT) != 0 &&
		    !viewers[viewer].wall[i]);
	default:
		return model_sees(viewer, i, 2);
	}
}

/* By what is the sharer's own, and never of a case in a compartment. */
bool
model_room(int dossier)
{
	const struct model_dossier *d = &dossiers[dossier];

	return d->sharer >= 0 && !d->shut && d->within == 0 &&
	    holds(d->sharer, dossier, 3, true);
}

static bool
shared_file(const struct model_dossier *d)
{
	return d->shared_file && !d->withdrawn && (d->file == 0 ||
	    (d->file == PRIVILEGE && d->released[4] &&
	    viewers[d->sharer].member[PRIVILEGE]));
}

bool
model_shared(int dossier, enum kind kind, int i)
{
	const struct model_dossier *d = &dossiers[dossier];

	if (!model_room(dossier))
		return false;
	if (kind == IN_NAME)
		return i == d->whose && (d->parts & SHARE_PARTIES) != 0;
	if (i != dossier)
		return false;
	return kind == IN_TITLE ? (d->parts & SHARE_STAGE) != 0 :
	    kind == IN_DEADLINE ? (d->parts & SHARE_DEADLINES) != 0 :
	    kind == IN_FILE && shared_file(d);
}

bool
model_broken(int dossier)
{
	int v;

	for (v = 0; v < VIEWERS; v++)
		if (viewers[v].glass[dossier])
			return true;
	return false;
}

/* One's own; another's on what one manages, with the right that it took. */
bool
model_undoes(int viewer, int dossier)
{
	const struct model_dossier *d = &dossiers[dossier];

	return (viewers[viewer].rights & RIGHT_STAFF) != 0 &&
	    (d->actor == viewer || (model_sees(viewer, dossier, 5) &&
	    (!d->led || (viewers[viewer].rights & RIGHT_LEAD) != 0)));
}

const char *
model_word(enum kind kind, int dossier)
{
	static char words[KINDS][DOSSIERS][8];
	char *w = words[kind][dossier];

	snprintf(w, sizeof(words[0][0]), "zq%c%c%cx", 'a' + (int)kind,
	    'a' + dossier / 26, 'a' + dossier % 26);
	return w;
}

#define run(sql, ...) must(db_run(&cx, "" sql, __VA_ARGS__))

/* The shipped type with a field that not all readers of a case read. */
static void
guard(void)
{
	static const char *const langs[] = { "en", "fr", "de", "it", "pt",
	    "ja" };
	const char *field = "<fields><field code=\"account\" kind=\"text\""
	    " class=\"bank\">";
	size_t i;

	for (i = 0; i < sizeof(langs) / sizeof(langs[0]); i++)
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
	run("UPDATE type SET source = replace(source, '</type>', $1)"
	    " WHERE code = 'complaint'", db_t("<views><view code=\"legal\"/>"
	    "<view code=\"contract\"/></views></type>"));
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
	}
	for (i = 0; i < LABELS; i++)
		run("INSERT INTO label (code, name, name_key)"
		    " VALUES ($1, $1, $1)", db_t(arena_printf(
		    cx.arena, "label%d", i)));
}

static void
draw(struct model_dossier *d, int i)
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
	run("INSERT INTO proceeding (dossier, no, court) VALUES ($1, 17, $2)",
	    db_i(d->id), db_t(model_word(IN_PROMISE, i)));
	run("INSERT INTO offer (dossier, no, maker_name, receiver_name, made,"
	    "    way, terms) VALUES ($1, 20, '', '', '2026-11-20', 'letter',"
	    "    $2)", db_i(d->id), db_t(model_word(IN_PROMISE, i)));
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
	run("INSERT INTO docket_entry (proceeding, place, number, filed,"
	    "    entered, text, attached) SELECT x.id, 1, '', '', '', $2, 0"
	    "  FROM proceeding x WHERE x.dossier = $1", db_i(d->id),
	    db_t(model_word(IN_PROMISE, i)));
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

static void
put(struct model_dossier *d, int i)
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

/* What somebody did to it, and can undo. */
static void
act_on(struct model_dossier *d, int i)
{
	struct dossier handle = { .id = d->id };
	struct event_body *b;

	cx.viewer = viewers[d->actor].id;
	b = event_body(&cx);
	event_before(b, "title", "");
	event_after(b, "title", model_word(IN_EVENT, i));
	must(event_add(&cx, &handle, "dossier.changed", b));
	cx.viewer = 0;
	run("INSERT INTO act (number, actor, done) VALUES ($1, $2, $now)",
	    db_t(d->act), db_i(viewers[d->actor].id));
	run("INSERT INTO act_step (act, no, dossier, seq, parts, held, kind,"
	    " state) SELECT a.id, 1, $2, 1, 1, 3, $3, '{}' FROM act a"
	    " WHERE a.number = $1", db_t(d->act), db_i(d->id),
	    db_t(d->led ? "phase.moved" : "dossier.changed"));
}

/* The log of its file, its task and its form. */
static void
log_parts(struct model_dossier *d, int i)
{
	struct dossier handle = { .id = d->id };
	struct event_body *b = event_body(&cx);

	event_number(b, "no", 4);
	event_fact(b, "name", model_word(IN_FILE, i));
	event_within(b, 4, d->file);
	must(event_add(&cx, &handle, "document.changed", b));
	b = event_body(&cx);
	event_number(b, "no", 3);
	event_fact(b, "title", model_word(IN_TASK, i));
	event_within(b, 3, d->task);
	must(event_add(&cx, &handle, "task.changed", b));
	b = event_body(&cx);
	event_number(b, "no", 12);
	event_fact(b, "form", "gone");
	event_fact(b, "title", model_word(IN_FORM, i));
	event_within(b, 12, d->form);
	must(event_add(&cx, &handle, "form.skipped", b));
	if (d->scope > 2)
		return;
	b = event_body(&cx);
	event_change(b, "f.account", "", model_word(IN_GUARDED, i));
	must(event_add(&cx, &handle, "dossier.changed", b));
}

static void
tell_of(const struct model_dossier *d, const struct model_dossier *other,
    const char *kind, const char *why)
{
	struct dossier handle = { .id = d->id, .number = d->number };
	struct dossier about = { .id = other->id, .number = other->number };
	struct event_body *b = event_body(&cx);

	event_about(b, &about);
	event_fact(b, "link", "related");
	event_why(b, why);
	must(event_add(&cx, &handle, kind, b));
}

/* Two that belong together; a thing of the one is in the other now. */
static void
link_up(const struct model_dossier *d, int i)
{
	const struct model_dossier *other = &dossiers[d->linked];
	const char *word = model_word(IN_LINK, i);

	run("INSERT INTO dossier_link (dossier, no, other, other_no, kind,"
	    " note, added) VALUES ($1, $2, $3, $2, 'related', $4, 1)",
	    db_i(d->id), db_i(100 + i), db_i(other->id), db_t(word));
	run("INSERT INTO dossier_moved (dossier, no, to_dossier, to_no,"
	    " moved) VALUES ($1, 7, $2, 4, 1)", db_i(d->id),
	    db_i(other->id));
	tell_of(d, other, "link.added", word);
	tell_of(other, d, "link.added", word);
	tell_of(d, other, "dossier.split_off", "");
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

/* One of the levels from least to 5, or none. */
static int
level(int least)
{
	int drawn = least + dice(6 - least);

	return drawn > 0 && model_all_or_none ? 5 : drawn;
}

static void
rights(struct model_viewer *v)
{
	int i;

	memset(v->scope, 0, sizeof(v->scope));
	memset(v->grant, 0, sizeof(v->grant));
	memset(v->wall, 0, sizeof(v->wall));
	memset(v->glass, 0, sizeof(v->glass));
	for (i = 1; i <= COMPARTMENTS; i++) {
		int state = dice(4);	/* a member, one that was, none */

		v->member[i] = state == 0;
		if (state <= 1)
			run("INSERT INTO viewer_compartment (viewer,"
			    " compartment, until, given) VALUES ($1, $2, $3,"
			    " 1)", db_i(v->id), db_i(i),
			    db_i(cx.now + (state == 0 ? 50 : -50)));
	}
	for (i = 1; i <= SCOPES; i++) {
		v->scope[i] = dice(2) == 0 ? 0 : level(0);
		if (v->scope[i] > 0)
			run("INSERT INTO viewer_scope (viewer, scope, level)"
			    " VALUES ($1, $2, $3)", db_i(v->id), db_i(i),
			    db_i(v->scope[i]));
	}
	for (i = 0; i < DOSSIERS; i++) {
		if (dice(4) == 0) {
			v->grant[i] = level(1);
			v->until[i] = cx.now + (dice(3) == 0 ? -50 : 50);
			run("INSERT INTO viewer_grant (viewer, dossier, level,"
			    " until) VALUES ($1, $2, $3, $4)", db_i(v->id),
			    db_i(dossiers[i].id), db_i(v->grant[i]),
			    db_i(v->until[i]));
		}
		if (dice(8) == 0) {
			v->wall[i] = true;
			run("INSERT INTO viewer_wall (viewer, dossier)"
			    " VALUES ($1, $2)", db_i(v->id),
			    db_i(dossiers[i].id));
		}
	}
}

/* Around one person or all with a role; of one case, or of a customer. */
static void
put_wall(struct model_wall *w, int i)
{
	int v = dice(VIEWERS), when = dice(5), k;
	bool group = dice(4) == 0, party = dice(2) == 0;

	*w = (struct model_wall){ .staff = group ? -1 : v,
	    .group = group ? v : -1, .dossier = party ? -1 : dice(DOSSIERS),
	    .customer = party ? dice(DOSSIERS) : -1, .stands = when > 1,
	    .over = when == 1 };
	run("INSERT INTO wall (id, number, staff, label, dossier, party,"
	    "    reason, begins, ends, made, maker)"
	    " SELECT $1, $2, $3, CASE WHEN $4 = 0 THEN '' ELSE (SELECT"
	    "    max(r.label) FROM staff_role r WHERE r.person = $4) END,"
	    "  $5, $6, $7, $8, $9, 1, $10", db_i(i + 1),
	    db_t(arena_printf(cx.arena, "W-%08d", 5000 + i)),
	    db_i0(group ? 0 : viewers[v].id), db_i(group ?
	    viewers[v].id : 0), db_i0(party ? 0 : dossiers[w->dossier].id),
	    db_i0(party ? 1000 + w->customer : 0),
	    db_t(model_word(IN_WALL, i)), db_i(when == 0 ? cx.now + 50 : 1),
	    db_i(when == 1 ? cx.now : INT64_C(253402300799)),
	    db_i(viewers[dice(VIEWERS)].id));
	if (!party)
		run("INSERT INTO wall_dossier (wall, dossier)"
		    " VALUES ($1, $2)", db_i(i + 1),
		    db_i(dossiers[w->dossier].id));
	for (k = 0; k < DOSSIERS; k++)
		if (w->stands && covers(w, k))
			viewers[v].wall[k] = true;
}

/* Some opened a case in an emergency; what they said of it. Not where there
 * are no levels: they read, and who reviews that reaches past row security. */
static void
break_glass(int i)
{
	struct model_viewer *v = &viewers[dice(VIEWERS)];

	if (model_all_or_none || dice(4) != 0 || v->grant[i] > 0)
		return;
	v->glass[i] = true;
	v->grant[i] = 2;
	v->until[i] = cx.now + 50;
	run("INSERT INTO viewer_grant (viewer, dossier, level, until, glass)"
	    " VALUES ($1, $2, 2, $3, 1)", db_i(v->id), db_i(dossiers[i].id),
	    db_i(v->until[i]));
	run("INSERT INTO glass (id, number, dossier, person, reason, words,"
	    "    opened, until, due) VALUES ($1, $2, $3, $4, 'other', $5,"
	    "    $now, $6, $now + 99)", db_i(i + 1), db_t(arena_printf(
	    cx.arena, "E-%08d", 6000 + i)), db_i(dossiers[i].id),
	    db_i(v->id), db_t(model_word(IN_GLASS, i)), db_i(v->until[i]));
}

/* In one world of two somebody is away, and another stands in. */
static void
absence(void)
{
	int away = dice(VIEWERS), other = (away + 1 + dice(VIEWERS - 1)) %
	    VIEWERS, k;
	int64_t changed;

	for (k = 0; k < VIEWERS; k++)
		viewers[k].stands_for = -1;
	if (dice(2) == 0)
		return;
	viewers[other].stands_for = away;
	run("INSERT INTO absence (number, person, substitute, begins, ends,"
	    " entered, entered_by) VALUES ('S-00000001', $1, $2, $now - 9,"
	    " $now + 90, $now, $1)", db_i(viewers[away].id),
	    db_i(viewers[other].id));
	must(store_absence_keep_all(&cx, &changed));
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
	}
	for (k = 0; k < VIEWERS; k++) {
		snprintf(text, sizeof(text), "feed-of-%d", k);
		digest_of(text, strlen(text), hash);
		run("INSERT INTO feed (person, hash, titles, made)"
		    " VALUES ($1, $2, 1, 1)", db_i(viewers[k].id),
		    db_b(hash, sizeof(hash)));
	}
}

/* Of one in two, chosen parts, and who typed the code: room-of-N. */
static void
share(struct model_dossier *d, int i)
{
	unsigned char hash[DIGEST_SIZE];
	const char *token = arena_printf(cx.arena, "room-of-%d", i);
	int state = dice(8);

	d->sharer = dice(2) == 0 ? dice(VIEWERS) : -1;
	d->shut = state <= 2;
	d->parts = (unsigned int)dice(16);
	d->shared_file = dice(3) != 0;
	if (d->sharer < 0)
		return;
	digest_of(token, strlen(token), hash);
	run("INSERT INTO share (id, dossier, no, name, purpose, parts, made,"
	    "    maker, until, hash, code, ended, locked)"
	    " VALUES ($1, $2, 18, 'Somebody', 'Any', $3, 1, $4, $5, $6, $6,"
	    "    $7, $8)", db_i(i + 1), db_i(d->id), db_i(d->parts),
	    db_i(viewers[d->sharer].id), db_i(cx.now + (state == 0 ? 0 : 50)),
	    db_b(hash, sizeof(hash)), db_i0(state == 1), db_i0(state == 2));
	run("INSERT INTO share_visit (hash, share, began)"
	    " VALUES ($1, $2, $now)", db_b(hash, sizeof(hash)), db_i(i + 1));
	if (d->shared_file)
		run("INSERT INTO share_document (share, no, document)"
		    " SELECT $1, 1, f.id FROM document f WHERE f.dossier = $2",
		    db_i(i + 1), db_i(d->id));
}

void
model_world(void)
{
	static const char *const tables[] = { "feed", "signin_failure",
	    "share_visit", "share_document", "share",
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
	    "booking", "offer",
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
	for (i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		must(db_run(&cx, arena_printf(cx.arena, "DELETE FROM %s",
		    tables[i])));
	must(db_index_again(&cx));
	for (k = 0; k < DOSSIERS; k++)
		draw(&dossiers[k], k);
	for (k = 0; k < DOSSIERS; k++)
		put(&dossiers[k], k);
	for (k = 0; k < DOSSIERS; k++)
		act_on(&dossiers[k], k);
	for (k = 0; k < DOSSIERS; k++)
		log_parts(&dossiers[k], k);
	for (k = 0; k < DOSSIERS; k++)
		if (dossiers[k].linked >= 0)
			link_up(&dossiers[k], k);
	put_things();
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
		rights(&viewers[k]);
	for (k = 0; k < WALLS; k++)
		put_wall(&walls[k], k);
	must(store_wall_follow_since(&cx, 0));
	for (k = 0; k < DOSSIERS; k++)
		break_glass(k);
	absence();
	for (k = 0; k < DOSSIERS; k++)
		share(&dossiers[k], k);
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
