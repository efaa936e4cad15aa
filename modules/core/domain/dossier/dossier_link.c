/* SPDX-License-Identifier: MIT */
/* Two dossiers that belong together; both histories tell of it. */
#include "domain/dossier/dossier_link.h"

#include <string.h>

#include "base/count.h"
#include "domain/dossier/undo.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/store_dossier.h"
#include "store/store_link.h"
#include "text/message.h"

/* The first ones can be chosen; those of a merge and a split cannot. */
static const struct { const char *code, *word; } kinds[] = {
	{ "related", N_("Related to") },
	{ "duplicate", N_("Duplicate of") },
	{ "duplicate-", N_("Has the duplicate") },
	{ "follows", N_("Follows from") },
	{ "follows-", N_("Led to") },
	{ "part", N_("Part of") },
	{ "part-", N_("Has the part") },
	{ "merged", N_("Merged into") },
	{ "merged-", N_("Took over") },
	{ "split", N_("Split from") },
	{ "split-", N_("Split into") }
};
#define CHOICES 7
#define KINDS COUNT(kinds)

const char *
dossier_link_kind(size_t n, const char **word)
{
	if (n >= CHOICES)
		return NULL;
	*word = _(kinds[n].word);
	return kinds[n].code;
}

const char *
dossier_link_word(const char *code)
{
	size_t i;

	for (i = 0; i < KINDS; i++)
		if (strcmp(kinds[i].code, code) == 0)
			return _(kinds[i].word);
	return code;
}

/* A relation is the same from both sides. */
static const char *
code_of(struct ctx *cx, const char *kind, bool inverse)
{
	return !inverse || strcmp(kind, "related") == 0 ? kind :
	    arena_printf(cx->arena, "%s-", kind);
}

static bool
is_ours(const char *kind)
{
	return strcmp(kind, "merged") == 0 || strcmp(kind, "split") == 0;
}

enum err
dossier_link_list(struct ctx *cx, const struct dossier *d,
    struct dossier_link **out)
{
	struct dossier_link **tail = out, *l;
	struct store_link *row;
	enum err e;

	*out = NULL;
	if ((e = store_link_list(cx, d, &row)) != OK)
		return e;
	for (; row != NULL; row = row->next) {
		l = arena_alloc(cx->arena, sizeof(*l));
		l->no = row->no;
		l->code = code_of(cx, row->kind, row->inverse);
		l->word = dossier_link_word(l->code);
		l->number = row->number;
		l->title = row->title;
		l->status = row->status;
		l->note = row->note;
		l->by = row->by;
		l->added = row->added;
		l->ours = is_ours(row->kind);
		*tail = l;
		tail = &l->next;
	}
	return OK;
}

static enum err
tell(struct ctx *cx, struct dossier *d, const struct dossier *other,
    const char *event, const char *code, const char *why)
{
	struct event_body *b = event_body(cx);

	event_about(b, other);
	event_fact(b, "link", code);
	event_why(b, why);
	return event_add(cx, d, event, b);
}

static enum err
tell_both(struct ctx *cx, struct dossier *d, struct dossier *other,
    const char *event, const char *kind, const char *why)
{
	enum err e;

	if ((e = tell(cx, d, other, event, kind, why)) != OK)
		return e;
	return tell(cx, other, d, event, code_of(cx, kind, true), why);
}

/* From which side the row is read, and its kind. */
static bool
turned(struct ctx *cx, const char *code, const char **kind)
{
	size_t n = strlen(code);
	bool inverse = n > 1 && code[n - 1] == '-';

	*kind = inverse ? arena_textn(cx->arena, code, n - 1) : code;
	return inverse;
}

enum err
dossier_link_make(struct ctx *cx, struct dossier *d, struct dossier *other,
    const char *kind, const char *note)
{
	int64_t no, other_no;
	enum err e;

	if ((e = store_dossier_next(cx, d, &no)) != OK ||
	    (e = store_dossier_next(cx, other, &other_no)) != OK)
		return e;
	return store_link_add(cx, d, no, other, other_no, kind, note);
}

static bool
chosen(const char *code)
{
	size_t i;

	for (i = 0; i < CHOICES; i++)
		if (strcmp(kinds[i].code, code) == 0)
			return true;
	return false;
}

static enum err
fit(struct ctx *cx, const struct dossier *d, const struct dossier *other,
    const char *code)
{
	struct dossier_link *l;
	enum err e;

	if (other->id == d->id)
		return refuse_field(cx, "other", "%s",
		    _("This is the case itself. Choose another one."));
	if (!chosen(code))
		return refuse_field(cx, "kind", "%s",
		    _("Choose how the two belong together."));
	if ((e = dossier_link_list(cx, d, &l)) != OK)
		return e;
	for (; l != NULL; l = l->next)
		if (strcmp(l->number, other->number) == 0 &&
		    strcmp(l->code, code) == 0)
			return refuse_field(cx, "other", "%s",
			    _("The two are linked in this way already."));
	return OK;
}

enum err
dossier_link_add(struct ctx *cx, struct dossier *d, struct dossier *other,
    const char *code, const char *note)
{
	struct undo *u = NULL;
	const char *kind;
	bool inverse = turned(cx, code, &kind);
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK ||
	    (e = keep_level(cx, other, LEVEL_READ)) != OK ||
	    (e = keep_text(cx, "note", note, 0, 500, true,
	    &note)) != OK ||
	    (e = fit(cx, d, other, code)) != OK ||
	    (e = undo_watch(cx, d, UNDO_LINKS, &u)) != OK ||
	    (e = undo_watch(cx, other, UNDO_LINKS, &u)) != OK ||
	    (e = dossier_link_make(cx, inverse ? other : d,
	    inverse ? d : other, kind, note)) != OK ||
	    (e = undo_step(cx, u, "link.added")) != OK)
		return e;
	if (inverse)
		return tell_both(cx, other, d, "link.added", kind, note);
	return tell_both(cx, d, other, "link.added", kind, note);
}

enum err
dossier_link_end(struct ctx *cx, struct dossier *d, int64_t no,
    const char *why)
{
	struct undo *u = NULL;
	struct dossier *other;
	struct store_link *l;
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK ||
	    (e = keep_text(cx, "why", why, 0, KEEP_REASON, true,
	    &why)) != OK ||
	    (e = store_link_list(cx, d, &l)) != OK)
		return e;
	while (l != NULL && l->no != no)
		l = l->next;
	if (l == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("There is no such link. It may have ended."));
	if (is_ours(l->kind))
		return refuse(cx, ERR_CONFLICT, "%s", _("This link tells "
		    "where things came from or went. It stays."));
	if ((e = store_dossier_find(cx, l->number, &other)) != OK)
		return e;
	if ((e = undo_watch(cx, d, UNDO_LINKS, &u)) != OK ||
	    (e = undo_watch(cx, other, UNDO_LINKS, &u)) != OK ||
	    (e = store_link_end(cx, l->id)) != OK ||
	    (e = undo_step(cx, u, "link.ended")) != OK)
		return e;
	if (l->inverse)
		return tell_both(cx, other, d, "link.ended", l->kind, why);
	return tell_both(cx, d, other, "link.ended", l->kind, why);
}
