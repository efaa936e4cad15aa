/* SPDX-License-Identifier: MIT */
#include "chain.h"

#include <string.h>

#include "domain/spine/event.h"

#define SALT 32
#define EVENTS 12	/* of each dossier: rows are numbered by it */

void
chain_start(struct chain *c, struct make *m)
{
	c->m = m;
	load_start(&c->events, &m->cx, "event", "id, dossier, seq, prev, hash,"
	    " actor, kind, happened, recorded, commitment");
	load_start(&c->bodies, &m->cx, "event_body", "event, salt, body");
	load_start(&c->guards, &m->cx, "event_protected",
	    "dossier, seq, no, compartment");
}

void
chain_begin(struct chain *c, int64_t dossier)
{
	c->e = (struct store_event){ .dossier = dossier, .topic = "",
	    .id = dossier * EVENTS - 1 };
}

void
chain_add(struct chain *c, const char *kind, int64_t actor, int64_t happened,
    const char *body)
{
	struct arena *a = c->m->cx.arena;
	struct store_event *e = &c->e;
	int64_t salt[SALT / sizeof(int64_t)];
	size_t i;

	for (i = 0; i < SALT / sizeof(int64_t); i++)
		salt[i] = make_dice(c->m, INT64_MAX);
	memcpy(e->prev, e->hash, sizeof(e->prev));
	e->id++;
	e->seq++;
	e->actor = actor;
	e->kind = kind;
	e->happened = e->recorded = happened;
	e->salt = arena_copy(a, salt, SALT);
	e->salt_len = SALT;
	e->body = body;
	event_commitment(&c->m->cx, e, e->commitment);
	event_hash(&c->m->cx, e, e->hash);
	load_row(&c->events, db_i(e->id), db_i(e->dossier), db_i(e->seq),
	    db_b(arena_copy(a, e->prev, DIGEST_SIZE), DIGEST_SIZE),
	    db_b(arena_copy(a, e->hash, DIGEST_SIZE), DIGEST_SIZE),
	    db_i0(actor), db_t(kind), db_i(happened), db_i(happened),
	    db_b(arena_copy(a, e->commitment, DIGEST_SIZE), DIGEST_SIZE));
	load_row(&c->bodies, db_i(e->id), db_b(e->salt, SALT), db_t(body));
}

void
chain_guard(struct chain *c, int64_t no, int64_t compartment)
{
	load_row(&c->guards, db_i(c->e.dossier), db_i(c->e.seq), db_i(no),
	    db_i(compartment));
}

void
chain_flush(struct chain *c)
{
	load_flush(&c->events);
	load_flush(&c->bodies);
	load_flush(&c->guards);
}
