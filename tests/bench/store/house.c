/* SPDX-License-Identifier: MIT */
/* What was there before the first dossier, and the counters after the last. */
#include <string.h>

#include "base/digest.h"
#include "domain/course/casetype_install.h"
#include "domain/type/casetype.h"
#include "make.h"
#include "model/right.h"
#include "store/store_count.h"
#include "text/fold.h"
#include "words.h"

static const char *const names[MAKE_TEAMS] = { "Front desk", "Billing",
    "Delivery", "Roads", "Water", "Building permits", "Trade permits",
    "Social services", "Schools", "Noise control", "Parks", "Waste",
    "Housing", "Libraries", "Registry", "Monuments", "Sports", "Museums",
    "Cemeteries", "Ombuds office" };

static void
types(struct make *m)
{
	static const char *const codes[] = { "complaint", "permit" };
	size_t i;

	for (i = 0; i < 2; i++) {
		make_must(m, casetype_install(&m->cx,
		    arena_printf(m->cx.arena, "%s/etc/casetypes/%s",
		    BENCH_SOURCE, codes[i]), &m->types[i]));
		/* the one that lives as long as the process */
		make_must(m, casetype_by_id(&m->cx,
		    m->types[i]->id, &m->types[i]));
	}
}

/* Scope 2t-1: complaints of team t; 2t: its permits. */
static void
teams(struct make *m)
{
	const char *key;
	int64_t t, i;

	for (t = 1; t <= MAKE_TEAMS; t++) {
		m->teams[t] = names[t - 1];
		key = fold(m->cx.arena, names[t - 1]);
		make_must(m, db_run(&m->cx, "INSERT INTO team (id, code, name,"
		    " name_key) VALUES ($1, $2, $3, $4)", db_i(t),
		    db_t(arena_printf(m->cx.arena, "team-%lld",
		    (long long)t)), db_t(names[t - 1]), db_t(key)));
		for (i = 0; i < 2; i++)
			make_must(m, db_run(&m->cx, "INSERT INTO scope (id,"
			    " type, team) VALUES ($1, $2, $3)",
			    db_i(2 * t - 1 + i), db_t(m->types[i]->code),
			    db_i(t)));
	}
}

static void
member(struct make *m, int64_t id, const char *login, const char *name,
    unsigned int rights)
{
	struct arena *a = m->cx.arena;

	m->staff[id].name = arena_text(m->keep, name);
	m->staff[id].number = arena_text(m->keep, make_number(m, "P", id));
	make_must(m, db_run(&m->cx, "INSERT INTO person (id, number, name,"
	    " name_key, language, created) VALUES ($1, $2, $3, $4, 'en', $5)",
	    db_i(id), db_t(m->staff[id].number), db_t(name),
	    db_t(fold(a, name)), db_i(MAKE_NOW)));
	make_must(m, db_run(&m->cx, "INSERT INTO staff (person, login,"
	    " rights) VALUES ($1, $2, $3)", db_i(id), db_t(login),
	    db_i(rights)));
}

static void
sees(struct make *m, int64_t viewer, int64_t scope, enum level level)
{
	make_must(m, db_run(&m->cx, "INSERT INTO viewer_scope (viewer, scope,"
	    " level) VALUES ($1, $2, $3)", db_i(viewer), db_i(scope),
	    db_i(level)));
}

static void
role(struct make *m, int64_t person, int64_t team)
{
	make_must(m, db_run(&m->cx, "INSERT INTO staff_role (person, label,"
	    " role, types, team, every, level)"
	    " VALUES ($1, 'bench', 'manager', '*', $2, $3, 5)",
	    db_i(person), db_i0(team), db_i(team == 0)));
}

static void
staff(struct make *m)
{
	const unsigned int rights = RIGHT_SELF | RIGHT_STAFF | RIGHT_INTAKE |
	    RIGHT_SCREEN | RIGHT_LEAD | RIGHT_AUDIT;
	const char *given, *family;
	int64_t id, team, scope;

	m->staff = arena_array(m->keep, m->first_customer, sizeof(*m->staff));
	member(m, MAKE_ALL, "all", "Ada All", rights);
	member(m, MAKE_FIFTH, "fifth", "Fred Fifth", rights);
	member(m, MAKE_TEAM, "team", "Tess Team", rights);
	member(m, MAKE_GRANTED, "granted", "Gus Granted", rights);
	for (id = MAKE_VIEWERS + 1; id < m->first_customer; id++) {
		team = 1 + (id - MAKE_VIEWERS - 1) / MAKE_STAFF;
		words_name(m, words_tongue(m), &given, &family);
		member(m, id, arena_printf(m->cx.arena, "staff%lld",
		    (long long)id), arena_printf(m->cx.arena, "%s %s", given,
		    family), rights);
		role(m, id, team);
		sees(m, id, 2 * team - 1, LEVEL_MANAGE);
		sees(m, id, 2 * team, LEVEL_MANAGE);
	}
	for (scope = 1; scope <= MAKE_SCOPES; scope++)
		sees(m, MAKE_ALL, scope, LEVEL_MANAGE);
	role(m, MAKE_ALL, 0);
	sees(m, MAKE_TEAM, MAKE_SCOPES - 1, LEVEL_MANAGE);
	sees(m, MAKE_TEAM, MAKE_SCOPES, LEVEL_MANAGE);
	role(m, MAKE_TEAM, MAKE_TEAMS);
}

/* The cookie of a viewer is dossier=bench-LOGIN; so is the token of the link
 * to their calendar. */
static void
sessions(struct make *m)
{
	static const char *const logins[] = { "all", "fifth", "team",
	    "granted" };
	unsigned char hash[DIGEST_SIZE];
	const char *token;
	int64_t i;

	for (i = 0; i < MAKE_VIEWERS; i++) {
		token = arena_printf(m->cx.arena, "bench-%s", logins[i]);
		digest_of(token, strlen(token), hash);
		make_must(m, db_run(&m->cx, "INSERT INTO session (hash,"
		    " person, created, used) VALUES ($1, $2, $3, $3)",
		    db_b(hash, sizeof(hash)), db_i(i + 1), db_i(MAKE_NOW)));
		make_must(m, db_run(&m->cx, "INSERT INTO feed (person, hash,"
		    " titles, made) VALUES ($1, $2, 1, $3)", db_i(i + 1),
		    db_b(hash, sizeof(hash)), db_i(MAKE_NOW)));
	}
}

void
house_make(struct make *m)
{
	types(m);
	plan_make(m);
	teams(m);
	staff(m);
	sessions(m);
	guards_members(m);
	people_make(m);
}

/* Scopes from the middle, until a fifth of all dossiers is in sight. */
static void
fifth(struct make *m)
{
	int64_t sum = 0, scope;

	for (scope = 5; scope <= MAKE_SCOPES && sum < m->n * 18 / 100; scope++)
		if (sum + m->total[scope] <= m->n * 22 / 100) {
			sees(m, MAKE_FIFTH, scope, LEVEL_MANAGE);
			if (scope % 2 == 1)
				make_must(m, db_run(&m->cx, "INSERT INTO"
				    " staff_role (person, label, role, types,"
				    " team, every, level) VALUES ($1, $2,"
				    " 'manager', '*', $3, 0, 5)",
				    db_i(MAKE_FIFTH),
				    db_t(m->teams[(scope + 1) / 2]),
				    db_i((scope + 1) / 2)));
			sum += m->total[scope];
		}
	log_info("the fifth is %.1f %%", 100.0 * (double)sum / (double)m->n);
}

void
house_count(struct make *m)
{
	int64_t scope;

	for (scope = 1; scope <= MAKE_SCOPES; scope++)
		make_must(m, db_run(&m->cx, "UPDATE scope SET open = $2,"
		    " total = $3 WHERE id = $1", db_i(scope),
		    db_i(m->open[scope]), db_i(m->total[scope])));
	make_must(m, store_count_fill(&m->cx));
	fifth(m);
}
