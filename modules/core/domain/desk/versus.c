/* SPDX-License-Identifier: MIT */
/* Two texts side by side, in one column. */
#include "domain/desk/versus.h"

#include <stdlib.h>
#include <string.h>

#include "domain/dossier/document.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/store_text.h"
#include "text/diff.h"
#include "text/message.h"

#define AROUND 2	/* paragraphs that are shown beside a change */
#define WORK 60000000	/* pairs of words; then paragraphs alone */
#define NEAR 6		/* so many are looked at for one that changed */

enum err
versus_side(struct ctx *cx, const struct dossier *d, const char *field,
    const char *typed, struct compare_side *out)
{
	struct document_version *v;
	struct document *f;
	char *end;
	enum err e;

	memset(out, 0, sizeof(*out));
	out->no = strtoll(typed, &end, 10);
	out->version = *end == '.' ? strtoll(end + 1, &end, 10) : 0;
	if (*end != '\0' || out->no < 1 || out->version < 1)
		return refuse_field(cx, field, "%s", _("Choose a document."));
	if ((e = document_find(cx, d, out->no, &f)) != OK)
		return e == ERR_MISSING ? refuse_field(cx, field, "%s",
		    _("This document is not here any more.")) : e;
	if ((e = document_versions(cx, f, &v)) != OK)
		return e;
	while (v != NULL && v->version != out->version)
		v = v->next;
	if (v == NULL)
		return refuse_field(cx, field, "%s",
		    _("This document has no such version."));
	out->name = f->name;
	out->versions = f->versions;
	out->sha256 = v->sha256;
	return store_text_find(cx, v->sha256, &out->state, &out->text);
}

enum err
versus_ask(struct ctx *cx, struct dossier *d, const struct compare_side *a,
    const struct compare_side *b)
{
	struct event_body *body = event_body(cx);
	enum err e;

	if (a->state != TEXT_UNKNOWN && b->state != TEXT_UNKNOWN)
		return OK;
	if ((e = store_text_ask(cx, a->sha256)) != OK ||
	    (e = store_text_ask(cx, b->sha256)) != OK)
		return e;
	event_number(body, "no", a->no);
	event_number(body, "other", b->no);
	return event_add(cx, d, "text.asked", body);
}

/* Rows on their way. */
struct rows {
	struct ctx *cx;
	const char *const *a, *const *b;
	struct compare_row *first, **tail;
	size_t n;
	int64_t left;		/* of WORK */
};

static struct compare_row *
row(struct rows *r, enum compare_kind kind, const char *text)
{
	struct compare_row *x = arena_alloc(r->cx->arena, sizeof(*x));

	x->kind = kind;
	x->text = text;
	*r->tail = x;
	r->tail = &x->next;
	r->n++;
	return x;
}

/* What did not change is left out, but for what stands beside a change. */
static void
same(struct rows *r, const struct diff *d)
{
	size_t before = d->a == 0 && d->b == 0 ? 0 : AROUND;
	size_t after = d->next == NULL ? 0 : AROUND, i;

	for (i = 0; i < d->n; i++) {
		if (i == before && d->n > before + after + 1) {
			row(r, COMPARE_SAME, "")->same =
			    (int64_t)(d->n - before - after);
			i = d->n - after;
			if (i == d->n)
				break;
		}
		row(r, COMPARE_SAME, r->b[d->b + i]);
	}
}

static const char *
joined(struct ctx *cx, const char *const *list, size_t n)
{
	size_t len = 0, i;
	char *s, *to;

	for (i = 0; i < n; i++)
		len += strlen(list[i]);
	s = to = arena_room(cx->arena, len + 1);
	for (i = 0; i < n; i++)
		to = mempcpy(to, list[i], strlen(list[i]));
	*to = '\0';
	return s;
}

/* Two paragraphs by their words. */
struct pair {
	const char *const *a, *const *b;
	const struct diff *diff;
};

/* Did at least a third of the words stay? */
static bool
alike(struct rows *r, const char *a, const char *b, struct pair *out)
{
	struct arena *arena = r->cx->arena;
	const struct diff *d;
	size_t n, m, kept = 0;

	out->a = diff_split_words(arena, a, &n);
	out->b = diff_split_words(arena, b, &m);
	r->left -= (int64_t)(n * m) + 1;
	if (r->left < 0)
		return false;
	out->diff = diff_lists(arena, out->a, n, out->b, m);
	for (d = out->diff; d != NULL; d = d->next)
		kept += d->kind == DIFF_SAME ? d->n : 0;
	return 3 * kept >= (n > m ? n : m);
}

static void
changed(struct rows *r, const struct pair *p)
{
	struct compare_row *c = row(r, COMPARE_CHANGED, "");
	struct compare_run **tail = &c->runs, *x;
	const struct diff *d;

	for (d = p->diff; d != NULL; d = d->next) {
		x = arena_alloc(r->cx->arena, sizeof(*x));
		x->kind = d->kind == DIFF_SAME ? COMPARE_SAME :
		    d->kind == DIFF_GONE ? COMPARE_GONE : COMPARE_NEW;
		x->text = d->kind == DIFF_GONE ? joined(r->cx, p->a + d->a,
		    d->n) : joined(r->cx, p->b + d->b, d->n);
		*tail = x;
		tail = &x->next;
	}
}

/* Paragraphs that went and came at one place: each that went is looked for
 * among the next that came, in their order. */
static void
replaced(struct rows *r, const struct diff *gone, const struct diff *come)
{
	size_t n = gone == NULL ? 0 : gone->n, m = come == NULL ? 0 : come->n;
	size_t i, j = 0, k;
	struct pair p = { 0 };

	for (i = 0; i < n; i++) {
		for (k = j; k < m && k < j + NEAR; k++)
			if (alike(r, r->a[gone->a + i], r->b[come->b + k],
			    &p))
				break;
		if (k == m || k == j + NEAR) {
			row(r, COMPARE_GONE, r->a[gone->a + i]);
			continue;
		}
		for (; j < k; j++)
			row(r, COMPARE_NEW, r->b[come->b + j]);
		changed(r, &p);
		j++;
	}
	for (; j < m; j++)
		row(r, COMPARE_NEW, r->b[come->b + j]);
}

struct compare_row *
versus_rows(struct ctx *cx, const struct compare_side *a,
    const struct compare_side *b, bool *more)
{
	struct rows r = { .cx = cx, .left = WORK };
	const struct diff *d;
	size_t n, m;

	r.tail = &r.first;
	r.a = diff_split_paragraphs(cx->arena, a->text, &n);
	r.b = diff_split_paragraphs(cx->arena, b->text, &m);
	for (d = diff_lists(cx->arena, r.a, n, r.b, m); d != NULL &&
	    r.n < VERSUS_ROWS; d = d->next)
		if (d->kind == DIFF_SAME)
			same(&r, d);
		else if (d->kind == DIFF_GONE && d->next != NULL &&
		    d->next->kind == DIFF_NEW) {
			replaced(&r, d, d->next);
			d = d->next;
		} else if (d->kind == DIFF_GONE)
			replaced(&r, d, NULL);
		else
			replaced(&r, NULL, d);
	*more = d != NULL;
	return r.first;
}
