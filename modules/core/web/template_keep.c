/* SPDX-License-Identifier: MIT */
/* Each text, name, condition and list once, however many pages have it. */
#include "web/template_keep.h"

#include <string.h>

#include "web/view.h"

#define BUCKETS 8192

struct kept {
	struct kept *next;
	size_t size;
	_Alignas(max_align_t) unsigned char data[];
};

struct template_keep {
	struct arena *arena;
	struct kept *bucket[BUCKETS];
};

struct template_keep *
template_keep_new(struct arena *a)
{
	struct template_keep *k = arena_alloc(a, sizeof(*k));

	k->arena = a;
	return k;
}

/* The same bytes have the same place. */
static const void *
bytes(struct template_keep *k, const void *p, size_t size)
{
	struct kept **at = &k->bucket[view_hash(p, size) % BUCKETS], *b;

	for (b = *at; b != NULL; b = b->next)
		if (b->size == size && memcmp(b->data, p, size) == 0)
			return b->data;
	b = arena_room(k->arena, sizeof(*b) + size);
	b->next = *at;
	b->size = size;
	memcpy(b->data, p, size);
	*at = b;
	return b->data;
}

static const char *
text(struct template_keep *k, const char *s)
{
	return s == NULL ? NULL : bytes(k, s, strlen(s) + 1);
}

/* In what follows, a copy is made in memory that is zero, gaps included, so
 * that like ones have like bytes. */
static void
keep_ref(struct template_keep *k, struct arena *a, struct ref *to,
    const struct ref *from)
{
	struct step *steps;
	unsigned int i;

	to->slot = from->slot;
	to->n = from->n;
	if (from->n == 0)
		return;
	steps = arena_array(a, from->n, sizeof(*steps));
	for (i = 0; i < from->n; i++) {
		steps[i].name = text(k, from->steps[i].name);
		steps[i].len = from->steps[i].len;
		steps[i].hash = from->steps[i].hash;
	}
	to->steps = bytes(k, steps, from->n * sizeof(*steps));
}

static void
keep_cond(struct template_keep *k, struct arena *a, struct cond *to,
    const struct cond *from)
{
	keep_ref(k, a, &to->ref, &from->ref);
	to->word = text(k, from->word);
	to->negated = from->negated;
}

static const struct cond *
cond(struct template_keep *k, struct arena *a, const struct cond *from)
{
	struct cond *to;

	if (from == NULL)
		return NULL;
	to = arena_alloc(a, sizeof(*to));
	keep_cond(k, a, to, from);
	return bytes(k, to, sizeof(*to));
}

static const struct pieces *
pieces(struct template_keep *k, struct arena *a, const struct pieces *from)
{
	struct pieces *to;
	struct piece *p;
	size_t i;

	if (from == NULL)
		return NULL;
	to = arena_alloc(a, sizeof(*to));
	p = arena_array(a, from->n + 1, sizeof(*p));
	for (i = 0; i < from->n; i++) {
		p[i].text = text(k, from->p[i].text);
		keep_ref(k, a, &p[i].ref, &from->p[i].ref);
		p[i].format = from->p[i].format;
	}
	to->n = from->n;
	to->p = bytes(k, p, from->n * sizeof(*p));
	return bytes(k, to, sizeof(*to));
}

static const struct class_item *
classes(struct template_keep *k, struct arena *a, const struct class_item *from,
    size_t n)
{
	struct class_item *to = arena_array(a, n + 1, sizeof(*to));
	size_t i;

	for (i = 0; i < n; i++) {
		to[i].word = text(k, from[i].word);
		keep_cond(k, a, &to[i].cond, &from[i].cond);
	}
	return bytes(k, to, n * sizeof(*to));
}

static void
keep_op(struct template_keep *k, struct arena *a, struct op *op)
{
	struct ref ref = { 0 };

	op->text = op->code == OP_RAW ? bytes(k, op->text, op->len) :
	    text(k, op->text);
	if (template_ops_has_ref(op->code)) {
		keep_ref(k, a, &ref, &op->ref);
		op->ref = ref;
		return;
	}
	op->pieces = pieces(k, a, op->pieces);
	if (op->code == OP_CLASS)
		op->list = classes(k, a, op->list, op->len);
	else if (op->code == OP_FIELD)
		op->second = pieces(k, a, op->second);
	else
		op->cond = cond(k, a, op->cond);
}

struct ops
template_keep(struct template_keep *k, struct arena *scratch,
    const struct ops *from)
{
	struct op *op = arena_copy(k->arena, from->op,
	    from->n * sizeof(*op));
	struct ops out = { .op = op, .n = from->n, .path = from->path };
	const struct op_label *l, **tail = &out.labels;
	struct op_label *one;
	size_t i;

	for (i = 0; i < out.n; i++)
		keep_op(k, scratch, &op[i]);
	for (l = from->labels; l != NULL; l = l->next) {
		one = arena_alloc(k->arena, sizeof(*one));
		one->field = text(k, l->field);
		one->text = text(k, l->text);
		*tail = one;
		tail = &one->next;
	}
	return out;
}
