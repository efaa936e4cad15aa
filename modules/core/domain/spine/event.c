/* SPDX-License-Identifier: MIT */
/* Builds a body, seals it, and hangs it on its chain. */
#include "domain/spine/event.h"

#include <string.h>

#include "base/config.h"
#include "base/digest.h"
#include "base/json.h"
#include "base/log.h"
#include "domain/spine/event_get.h"
#include "store/store_event.h"
#include "text/number.h"

#define SALT 32

struct event_body {
	struct ctx *cx;
	struct json_pair *pairs, **tail;
	int64_t happened, actor, other, for_whom;
	int64_t thing, compartment;
};

struct event_body *
event_body(struct ctx *cx)
{
	struct event_body *b = arena_alloc(cx->arena, sizeof(*b));

	b->cx = cx;
	b->tail = &b->pairs;
	b->happened = cx->now;
	b->actor = cx->viewer;
	return b;
}

static void
add(struct event_body *b, const char *group, const char *name,
    const char *text)
{
	struct json_pair *p = arena_alloc(b->cx->arena, sizeof(*p));

	p->group = group;
	p->name = arena_text(b->cx->arena, name);
	p->text = arena_text(b->cx->arena, text);
	*b->tail = p;
	b->tail = &p->next;
}

void
event_before(struct event_body *b, const char *name, const char *text)
{
	add(b, "before", name, text);
}

void
event_after(struct event_body *b, const char *name, const char *text)
{
	add(b, "after", name, text);
}

void
event_change(struct event_body *b, const char *name, const char *before,
    const char *after)
{
	if (strcmp(before, after) == 0)
		return;
	event_before(b, name, before);
	event_after(b, name, after);
}

void
event_fact(struct event_body *b, const char *name, const char *text)
{
	add(b, "fact", name, text);
}

void
event_number(struct event_body *b, const char *name, int64_t fact)
{
	event_fact(b, name, number_plain(b->cx->arena, fact, 0));
}

void
event_count(struct event_body *b, const char *name, int64_t n)
{
	if (n != 0)
		event_number(b, name, n);
}

void
event_why(struct event_body *b, const char *reason)
{
	if (reason != NULL && reason[0] != '\0')
		add(b, "", "why", reason);
}

void
event_happened(struct event_body *b, int64_t when)
{
	b->happened = when;
}

void
event_actor(struct event_body *b, int64_t person)
{
	b->actor = person;
}

void
event_for(struct event_body *b, int64_t person)
{
	b->for_whom = person;
}

void
event_about(struct event_body *b, const struct dossier *other)
{
	b->other = other->id;
	event_fact(b, "number", other->number);
}

void
event_within(struct event_body *b, int64_t no, int64_t compartment)
{
	b->thing = no;
	b->compartment = compartment;
}

void
event_reverse(struct event_body *b, const struct event *event)
{
	const struct json_pair *p;

	for (p = event_get_swapped(b->cx, event); p != NULL; p = p->next)
		if (p->group[0] != '\0' && strcmp(p->name, "computed") != 0 &&
		    !event_get_computed(b->cx, event, p->name))
			add(b, p->group, p->name, p->text);
	event_fact(b, "act", event->kind);
}

void
event_hash(struct ctx *cx, const struct store_event *e,
    unsigned char out[DIGEST_SIZE])
{
	struct digest *h = digest_new(cx->arena);

	digest_text(h, "dossier event 1");
	digest_number(h, e->dossier);
	digest_text(h, e->topic);
	digest_number(h, e->seq);
	digest_add(h, e->prev, DIGEST_SIZE);
	digest_number(h, e->actor);
	digest_number(h, e->for_whom);
	digest_text(h, e->kind);
	digest_number(h, e->happened);
	digest_number(h, e->recorded);
	digest_add(h, e->commitment, DIGEST_SIZE);
	digest_end(h, out);
}

void
event_commitment(struct ctx *cx, const struct store_event *e,
    unsigned char out[DIGEST_SIZE])
{
	struct digest *h = digest_new(cx->arena);

	digest_add(h, e->salt, e->salt_len);
	digest_add(h, e->body, strlen(e->body));
	digest_end(h, out);
}

/* The rest of the row: all that says something is set already. */
static enum err
seal_row(struct ctx *cx, struct store_event *row)
{
	unsigned char salt[SALT];

	digest_random(salt, sizeof(salt));
	row->salt = salt;
	row->salt_len = sizeof(salt);
	row->recorded = cx->now;
	event_commitment(cx, row, row->commitment);
	event_hash(cx, row, row->hash);
	return store_event_add(cx, row);
}

/* Dossier or topic, and head, are set already. */
static enum err
seal(struct ctx *cx, struct store_event *row, const char *kind,
    const struct event_body *b)
{
	if ((row->body = json_write(cx->arena, b->pairs)) == NULL) {
		log_error("the body of %s is not UTF-8", kind);
		return ERR_BROKEN;
	}
	row->actor = b->actor;
	row->for_whom = b->for_whom;
	row->other = b->other;
	row->thing = b->thing;
	row->compartment = b->compartment;
	row->kind = kind;
	row->happened = b->happened;
	return seal_row(cx, row);
}

static void
follow(struct store_event *row, const struct store_event_head *head)
{
	row->seq = head->seq + 1;
	memcpy(row->prev, head->hash, DIGEST_SIZE);
}

/* Signatures are nobody's but their own. */
static void
for_somebody(const struct ctx *cx, const struct dossier *d, const char *kind,
    struct event_body *b)
{
	if (b->for_whom == 0)
		b->for_whom = d->for_whom;
	if (b->actor == 0 || b->actor != cx->viewer ||
	    strncmp(kind, "approval.", 9) == 0)
		b->for_whom = 0;
}

enum err
event_add(struct ctx *cx, struct dossier *d, const char *kind,
    struct event_body *b)
{
	struct store_event row = { .dossier = d->id, .topic = "" };
	struct event_read said = { b->pairs };
	struct event now = { .kind = kind, .read = &said };
	const struct event_follower *f;
	struct store_event_head head;
	enum err e;

	if ((e = store_event_dossier_head(cx, d->id, &head)) != OK)
		return e;
	follow(&row, &head);
	for_somebody(cx, d, kind, b);
	if ((e = seal(cx, &row, kind, b)) != OK)
		return e;
	if (row.compartment == 0 && d->touched < row.happened)
		d->touched = row.happened;
	now.body = row.body;
	now.by = row.actor;
	now.within = row.compartment;
	for (f = follow_events; f->follow != NULL && e == OK; f++)
		e = f->follow(cx, d, &now);
	return e;
}

static bool
is_logged(const struct ctx *cx)
{
	return cx->conf == NULL || strcmp(cx->conf->log_reads, "none") != 0;
}

static struct look *
remember(struct ctx *cx, const struct dossier *d, const char *topic,
    const char *kind, const struct event_body *b)
{
	struct look **tail = &cx->looks, *l;

	l = arena_alloc(cx->arena, sizeof(*l));
	l->dossier = d == NULL ? 0 : d->id;
	l->for_whom = d == NULL ? 0 : d->for_whom;
	l->topic = topic;
	l->kind = kind;
	l->body = json_write(cx->arena, b->pairs);
	l->thing = b->thing;
	l->compartment = b->compartment;
	while (*tail != NULL)
		tail = &(*tail)->next;
	*tail = l;
	return l;
}

/* That the case was read says nothing more beside what was read of it. */
static void
forget_reading(struct ctx *cx, int64_t dossier)
{
	struct look **l = &cx->looks;

	while (*l != NULL)
		if ((*l)->dossier == dossier &&
		    strcmp((*l)->kind, "dossier.read") == 0)
			*l = (*l)->next;
		else
			l = &(*l)->next;
}

/* By which right, and from where. */
static void
tell_way(struct ctx *cx, const struct dossier *d, struct event_body *b)
{
	static const char *const ways[] = {
		[WAY_ROLE] = "role", [WAY_GRANT] = "grant",
		[WAY_GLASS] = "glass"
	};

	if (d->way != WAY_UNASKED)
		event_fact(b, "way", ways[d->way]);
	if (d->purpose != NULL && *d->purpose != '\0')
		event_fact(b, "purpose", d->purpose);
	if (cx->peer != NULL)
		event_fact(b, "from", cx->peer);
}

void
event_look(struct ctx *cx, const struct dossier *d, const char *kind,
    struct event_body *b)
{
	tell_way(cx, d, b);
	forget_reading(cx, d->id);
	if (is_logged(cx))
		remember(cx, d, "", kind, b);
}

void
event_look_leaving(struct ctx *cx, const struct dossier *d, const char *kind,
    struct event_body *b)
{
	tell_way(cx, d, b);
	remember(cx, d, "", kind, b);
}

void
event_look_outside(struct ctx *cx, const struct dossier *d, const char *kind,
    struct event_body *b)
{
	if (cx->peer != NULL)
		event_fact(b, "from", cx->peer);
	remember(cx, d, "", kind, b)->outside = true;
}

void
event_look_topic(struct ctx *cx, const char *topic, const char *kind,
    const struct event_body *b)
{
	if (is_logged(cx))
		remember(cx, NULL, topic, kind, b);
}

enum err
event_looks(struct ctx *cx)
{
	struct store_event_head head;
	struct store_event row;
	const struct look *l;
	enum err e;

	for (l = cx->looks; l != NULL; l = l->next) {
		row = (struct store_event){ .dossier = l->dossier,
		    .topic = l->dossier == 0 ? l->topic : "",
		    .actor = l->outside ? 0 : cx->viewer,
		    .for_whom = l->for_whom,
		    .kind = l->kind,
		    .happened = cx->now, .look = true, .body = l->body,
		    .thing = l->thing, .compartment = l->compartment };
		e = l->dossier == 0 ?
		    store_event_topic_head(cx, l->topic, &head) :
		    store_event_dossier_head(cx, l->dossier, &head);
		if (e != OK)
			return e;
		follow(&row, &head);
		if ((e = seal_row(cx, &row)) != OK)
			return e;
	}
	cx->looks = NULL;
	return OK;
}

enum err
event_add_topic(struct ctx *cx, const char *topic, const char *kind,
    struct event_body *b)
{
	struct store_event row = { .topic = topic };
	struct store_event_head head;
	enum err e;

	if ((e = store_event_topic_head(cx, topic, &head)) != OK)
		return e;
	follow(&row, &head);
	return seal(cx, &row, kind, b);
}
