/* SPDX-License-Identifier: MIT */
/* Who is a member of which compartment, and who is kept from what. */
#include "domain/spine/event.h"
#include "domain/type/casetype.h"
#include "make.h"
#include "store/store_dossier.h"
#include "store/store_wall.h"

#define WALLS 20		/* around one case each */

static const char *const names[MAKE_COMPARTMENTS] = { "Medical",
    "Legal privilege", "Personnel" };

const char *
guards_name(int64_t compartment)
{
	return names[compartment - 1];
}

static void
member(struct make *m, int64_t viewer, int64_t compartment)
{
	make_must(m, db_run(&m->cx, "INSERT INTO viewer_compartment (viewer,"
	    " compartment, until, given) VALUES ($1, $2, $3, $4)",
	    db_i(viewer), db_i(compartment), db_i(MAKE_NEVER),
	    db_i(MAKE_NOW)));
}

/* Of the viewers one holds two, one another, one none; of the staff each one. */
void
guards_members(struct make *m)
{
	int64_t id;

	member(m, MAKE_ALL, 1);
	member(m, MAKE_ALL, 2);
	member(m, MAKE_FIFTH, 3);
	member(m, MAKE_GRANTED, 1);
	for (id = MAKE_VIEWERS + 1; id < m->first_customer; id++)
		member(m, id, 1 + id % MAKE_COMPARTMENTS);
}

/* As wall_set() tells of it, in the log of its case or in that of rights. */
static void
tell(struct make *m, const struct wall *w)
{
	struct event_body *b = event_body(&m->cx);
	struct dossier *d;

	event_fact(b, "wall", w->number);
	event_fact(b, "person", w->staff == 0 ? w->label :
	    m->staff[w->staff].name);
	if (w->staff != 0)
		event_fact(b, "number", m->staff[w->staff].number);
	if (w->party != 0)
		event_fact(b, "party",
		    m->customers[w->party - m->first_customer].number);
	event_why(b, w->reason);
	event_number(b, "begins", w->begins);
	if (w->dossier == 0) {
		make_must(m, event_add_topic(&m->cx, "rights", "wall.set",
		    b));
		return;
	}
	make_must(m, store_dossier_known(&m->cx, w->dossier, &d));
	make_must(m, casetype_by_id(&m->cx, d->type_id, &d->type));
	make_must(m, event_add(&m->cx, d, "wall.set", b));
}

static void
wall(struct make *m, int64_t i, int64_t staff, const char *label,
    int64_t dossier, int64_t party)
{
	struct wall w = { .number = make_number(m, "W", i), .staff = staff,
	    .label = label, .dossier = dossier, .party = party,
	    .reason = "They are related", .begins = MAKE_NOW - 1 };

	m->cx.viewer = MAKE_TEAM;
	make_must(m, store_wall_add(&m->cx, &w));
	tell(m, &w);
	m->cx.viewer = 0;
}

/* One around a party of a two-hundredth of all dossiers, one that keeps
 * everybody of a group from another's, and some around single cases. */
void
guards_walls(struct make *m)
{
	int64_t i;

	wall(m, 1, MAKE_ALL, "", 0, m->first_customer);
	wall(m, 2, 0, "bench", 0, m->first_customer + 1);
	for (i = 0; i < WALLS; i++)
		wall(m, 3 + i, MAKE_VIEWERS + 1 + i, "",
		    1 + i * (m->n - 1) / WALLS, 0);
	make_must(m, store_wall_follow_since(&m->cx, 0));
}
