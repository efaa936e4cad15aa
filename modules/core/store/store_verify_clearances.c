/* SPDX-License-Identifier: MIT */
/* Conflict checks with their names and hits, whoever may see them. */
#include "store/store_verify_clearances.h"

#include "store/db.h"
#include "store/walk.h"

#define COLUMNS 18	/* of the check itself, after its row number */

/* A check has as many rows as it has hits, and one for each name without. */
struct pile {
	struct ctx cx;		/* its arena holds one check */
	struct store_verify_clearance now;
	struct clearance_name *name, **names;
	struct clearance_hit **hits;
};

static void
begin(struct pile *p, struct db_rows *q, int64_t id)
{
	struct arena *a = p->cx.arena;
	struct clearance *c = &p->now.c;

	arena_reset(a);
	p->now = (struct store_verify_clearance){ .c.id = id };
	c->number = arena_text(a, db_text(q));
	c->dossier = db_int(q);
	c->purpose = arena_text(a, db_text(q));
	c->made = db_int(q);
	c->maker = db_int(q);
	c->salt = arena_text(a, db_text(q));
	c->sha256 = arena_text(a, db_text(q));
	c->state = arena_text(a, db_text(q));
	c->reason = arena_text(a, db_text(q));
	c->decided = db_int(q);
	p->now.decider = db_int(q);
	c->asked = db_int(q);
	c->asker = db_int(q);
	c->answer = arena_text(a, db_text(q));
	c->answered = db_int(q);
	p->now.officer = db_int(q);
	c->remark = arena_text(a, db_text(q));
	p->now.strays = db_int(q);
	p->name = NULL;
	p->names = &c->names;
}

static void
take_name(struct pile *p, struct db_rows *q)
{
	int64_t no = db_int(q);
	const char *name = db_text(q);
	bool more = db_int(q) != 0;
	struct clearance_name *n;

	if (no == 0 || (p->name != NULL && p->name->no == no))
		return;
	n = p->name = arena_alloc(p->cx.arena, sizeof(*n));
	n->no = no;
	n->name = arena_text(p->cx.arena, name);
	n->more = more;
	*p->names = n;
	p->names = &n->next;
	p->hits = &n->hits;
}

static void
take_hit(struct pile *p, struct db_rows *q)
{
	struct arena *a = p->cx.arena;
	struct clearance_hit *h;
	int64_t no = db_int(q);

	if (no == 0 || p->name == NULL)
		return;
	h = arena_alloc(a, sizeof(*h));
	h->no = no;
	h->name = p->name->no;
	h->how = arena_text(a, db_text(q));
	h->found = arena_text(a, db_text(q));
	h->known = arena_text(a, db_text(q));
	h->number = arena_text(a, db_text(q));
	h->title = arena_text(a, db_text(q));
	h->role = arena_text(a, db_text(q));
	h->former = db_int(q) != 0;
	h->closed = db_int(q) != 0;
	*p->hits = h;
	p->hits = &h->next;
}

/* The next row: of the check under way, or of another one, which begins when
 * this one was shown. */
static bool
take_row(struct pile *p, struct db_rows *q, store_verify_clearance_fn *see,
    void *to)
{
	int64_t id = db_int(q);
	int i;

	if (id != p->now.c.id) {
		if (p->now.c.id != 0 && !see(to, &p->cx, &p->now))
			return false;
		begin(p, q, id);
	} else
		for (i = 0; i < COLUMNS; i++)
			(void)db_int(q);
	take_name(p, q);
	take_hit(p, q);
	return true;
}

enum err
store_verify_clearances(struct ctx *cx, store_verify_clearance_fn *see,
    void *to)
{
	/* reach: the operator's check of the whole log; shows no content */
	static const char sql[] = DB_REACH
	    "SELECT c.id, c.number, c.dossier, c.purpose, c.made, c.maker,"
	    "       c.salt, c.sha256, c.state, c.reason, c.decided,"
	    "       c.decider, c.asked, c.asker, c.answer, c.answered,"
	    "       c.officer, c.remark,"
	    "       (SELECT count(*) FROM clearance_hit x"
	    "         WHERE x.clearance = c.id AND NOT EXISTS"
	    "          (SELECT 1 FROM clearance_name y"
	    "            WHERE y.clearance = c.id AND y.no = x.name)),"
	    "       n.no, n.name, n.more, h.no, h.how, h.found, h.known,"
	    "       h.number, h.title, h.role, h.former, h.closed"
	    "  FROM clearance c"
	    "  LEFT JOIN clearance_name n ON n.clearance = c.id"
	    "  LEFT JOIN clearance_hit h"
	    "    ON h.clearance = c.id AND h.name = n.no"
	    " ORDER BY c.id, n.no, h.no";
	struct pile p = { .cx = *cx };
	struct walk w;
	bool more = true;
	enum err e;

	p.cx.arena = arena_new();
	walk_query(cx, &w, sql);
	while (more && walk_row(&w))
		more = take_row(&p, &w.q, see, to);
	e = walk_end(&w);
	if (e == OK && more && p.now.c.id != 0)
		(void)see(to, &p.cx, &p.now);
	arena_free(p.cx.arena);
	return e;
}
