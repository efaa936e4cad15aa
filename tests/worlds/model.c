/* SPDX-License-Identifier: MIT */
#include "model.h"

#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "domain/dossier_number.h"
#include "domain/search.h"
#include "model/right.h"
#include "store/db.h"
#include "unit/world.h"

struct model_dossier dossiers[DOSSIERS];
struct model_viewer viewers[VIEWERS];
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

/* Who sees what: the whole of it. */
bool
model_sees(int viewer, int dossier, int level)
{
	const struct model_dossier *d = &dossiers[dossier];
	const struct model_viewer *v = &viewers[viewer];

	if (v->wall[dossier] || (v->rights & RIGHT_STAFF) == 0)
		return false;
	if (v->grant[dossier] >= level && v->until[dossier] > cx.now)
		return true;
	return !d->restricted && v->scope[d->scope] >= level;
}

bool
model_knows(int viewer, int dossier)
{
	int i;

	if ((viewers[viewer].rights & RIGHT_INTAKE) != 0)
		return true;
	for (i = 0; i < DOSSIERS; i++)
		if (dossiers[i].whose == dossier && model_sees(viewer, i, 2))
			return true;
	return false;
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

static void
must(enum err e)
{
	if (e != OK)
		log_fatal("the world could not be made: %d %s", (int)e,
		    cx.why == NULL ? "" : cx.why);
}

#define run(sql, ...) must(db_run(&cx, "" sql, __VA_ARGS__))

void
model_people(void)
{
	static const char *const logins[VIEWERS] = { "mia", "ben", "sue",
	    "tom", "zoe", "ada" };
	int i;

	for (i = 0; i < VIEWERS; i++) {
		viewers[i].login = logins[i];
		viewers[i].id = world_person(logins[i]);
		viewers[i].rights = (unsigned int)world_int(arena_printf(
		    cx.arena, "SELECT rights FROM staff WHERE login = '%s'",
		    logins[i]));
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
}

static void
put(struct model_dossier *d, int i)
{
	static const char sql[] =
	    "INSERT INTO dossier (number, type, type_code, scope, restricted,"
	    "  title, title_key, status, phase, verdict, risk, medium,"
	    "  requester, received, opened, due, touched, things, closed)"
	    " SELECT $1, t.id, t.code, s.id, $3, $4, $4, $5, 'screening', $6,"
	    "  $7, 'web', $8, $9, $9, $10, $9, 9, $11"
	    "  FROM scope s JOIN type t ON t.code = s.type WHERE s.id = $2"
	    " RETURNING id";
	bool closed = strcmp(d->status, "closed") == 0;
	struct db_rows q;

	db_query(&cx, &q, sql, db_t(d->number), db_i(d->scope),
	    db_i(d->restricted), db_t(model_word(IN_TITLE, i)),
	    db_t(d->status), db_t(d->screened ? "accepted" : ""),
	    db_i(dice(4)), db_i(1000 + d->whose), db_i(cx.now - dice(99)),
	    db_i(closed || dice(2) == 0 ? INT64_C(253402300799) :
	    cx.now + dice(9) - 4), db_i0(closed ? cx.now : 0));
	d->id = db_row(&q) ? db_int(&q) : 0;
	must(db_end(&q));
	run("INSERT INTO party (dossier, no, person, role, added)"
	    " VALUES ($1, 1, $2, 'requester', 1)", db_i(d->id),
	    db_i(1000 + d->whose));
	run("INSERT INTO note (dossier, no, text, written)"
	    " VALUES ($1, 2, $2, 1)", db_i(d->id),
	    db_t(model_word(IN_NOTE, i)));
	run("INSERT INTO task (dossier, no, title, owner, team, created)"
	    " VALUES ($1, 3, $2, $3, 1, 1)", db_i(d->id),
	    db_t(model_word(IN_TASK, i)),
	    db_i0(d->owner >= 0 ? viewers[d->owner].id : 0));
	run("INSERT INTO document (dossier, no, name, media_type, bytes,"
	    " sha256, added) VALUES ($1, 4, $2, 'text/plain', 1, $3, 1)",
	    db_i(d->id), db_t(model_word(IN_FILE, i)), db_t(arena_printf(
	    cx.arena, "%064d", i)));
	run("INSERT INTO field_value (dossier, field, text, text_key)"
	    " VALUES ($1, $2, $3, $3)", db_i(d->id),
	    db_t(d->scope <= 2 ? "reference" : "site"),
	    db_t(model_word(IN_FIELD, i)));
	run("INSERT INTO dossier_phase (dossier, no, phase, entered, reason)"
	    " VALUES ($1, 1, 'screening', 1, $2)", db_i(d->id),
	    db_t(model_word(IN_REASON, i)));
	must(search_write(&cx, d->id));
}

static void
rights(struct model_viewer *v)
{
	int i;

	memset(v->scope, 0, sizeof(v->scope));
	memset(v->grant, 0, sizeof(v->grant));
	memset(v->wall, 0, sizeof(v->wall));
	for (i = 1; i <= SCOPES; i++) {
		v->scope[i] = dice(2) == 0 ? 0 : dice(6);
		if (v->scope[i] > 0)
			run("INSERT INTO viewer_scope (viewer, scope, level)"
			    " VALUES ($1, $2, $3)", db_i(v->id), db_i(i),
			    db_i(v->scope[i]));
	}
	for (i = 0; i < DOSSIERS; i++) {
		if (dice(4) == 0) {
			v->grant[i] = 1 + dice(5);
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

void
model_world(void)
{
	static const char *const tables[] = { "viewer_scope", "viewer_grant",
	    "viewer_wall", "presence", "dossier_label", "field_value",
	    "party", "task", "note", "document_version", "document",
	    "dossier_phase", "dossier_link", "dossier_moved", "act_step",
	    "dossier_search", "event_body", "event", "dossier" };
	size_t i;
	int k;

	must(db_begin(&cx, DB_WRITE));
	must(db_run(&cx, "INSERT INTO dossier_fts (dossier_fts)"
	    " VALUES ('delete-all')"));
	for (i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		must(db_run(&cx, arena_printf(cx.arena, "DELETE FROM %s",
		    tables[i])));
	for (k = 0; k < DOSSIERS; k++)
		draw(&dossiers[k], k);
	for (k = 0; k < DOSSIERS; k++)
		put(&dossiers[k], k);
	must(db_run(&cx, "UPDATE scope SET total = (SELECT count(*) FROM"
	    " dossier d WHERE d.scope = scope.id), open = (SELECT count(*)"
	    " FROM dossier d WHERE d.scope = scope.id"
	    " AND d.status <> 'closed')"));
	for (k = 0; k < VIEWERS; k++)
		rights(&viewers[k]);
	must(db_commit(&cx));
}
