/* SPDX-License-Identifier: MIT */
/* Leaves, root and hash of a seal. */
#include "domain/spine/seal.h"

#include <string.h>

#include "store/store_seal.h"

#define MOST 10000	/* heads in one seal: writers wait for it */

static size_t
put_number(unsigned char *p, int64_t n)
{
	uint64_t u = (uint64_t)n;
	int i;

	for (i = 7; i >= 0; i--, u >>= 8)
		p[i] = (unsigned char)(u & 0xff);
	return 8;
}

static size_t
put_text(unsigned char *p, const char *s, size_t most)
{
	size_t n = strlen(s);

	if (n > most)
		n = most;
	put_number(p, (int64_t)n);
	memcpy(p + 8, s, n);
	return 8 + n;
}

void
seal_leaf(struct merkle *m, const struct seal_head *h)
{
	unsigned char p[200];
	size_t n;

	n = put_text(p, "dossier head 1", 64);
	n += put_number(p + n, h->dossier);
	n += put_text(p + n, h->topic, 64);
	n += put_number(p + n, h->seq);
	memcpy(p + n, h->hash, DIGEST_SIZE);
	merkle_add(m, p, n + DIGEST_SIZE);
}

void
seal_hash(struct ctx *cx, const struct seal *s, unsigned char out[DIGEST_SIZE])
{
	struct digest *h = digest_new(cx->arena);

	digest_text(h, "dossier seal 1");
	digest_number(h, s->number);
	digest_add(h, s->prev, DIGEST_SIZE);
	digest_number(h, s->sealed);
	digest_number(h, s->heads);
	digest_number(h, s->chains);
	digest_number(h, s->events);
	digest_add(h, s->root, DIGEST_SIZE);
	digest_end(h, out);
}

struct making {
	struct seal *seal;
	struct merkle tree;
};

static void
see_head(void *to, const struct seal_head *h, int64_t sealed)
{
	struct making *m = to;

	seal_leaf(&m->tree, h);
	m->seal->heads++;
	m->seal->chains += sealed == 0;
	m->seal->events += h->seq - sealed;
}

/* A clock that was set back does not keep the hour from ending. */
static bool
is_silent_long(const struct ctx *cx, const struct seal *last)
{
	return last->number == 0 || cx->now - last->sealed >= SEAL_SILENCE ||
	    cx->now < last->sealed;
}

enum err
seal_make(struct ctx *cx, struct seal *out, bool *more)
{
	struct making *m = arena_alloc(cx->arena, sizeof(*m));
	struct seal last;
	int64_t end;
	enum err e;

	memset(out, 0, sizeof(*out));
	*more = false;
	m->seal = out;
	if ((e = store_seal_last(cx, &last)) != OK)
		return e;
	out->chains = last.chains;
	out->events = last.events;
	if ((e = store_seal_walk(cx, MOST, see_head, m, &end, more)) != OK)
		return e;
	if (out->heads == 0 && !is_silent_long(cx, &last))
		return OK;
	out->number = last.number + 1;
	out->sealed = cx->now;
	memcpy(out->prev, last.hash, DIGEST_SIZE);
	merkle_root(&m->tree, out->root);
	seal_hash(cx, out, out->hash);
	return store_seal_add(cx, out, end);
}

enum err
seal_of(struct ctx *cx, const struct dossier *d, struct seal *out,
    int64_t *later)
{
	return store_seal_of(cx, d->id, out, later);
}
