/* SPDX-License-Identifier: MIT */
/* Sums of sources that events told, held against the sources kept. */
#include "domain/house/verify_types.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "domain/spine/event_get.h"
#include "store/store_event.h"
#include "store/store_verify_kept.h"
#include "text/message.h"

struct told_file {
	struct told_file *next;
	const char *file;	/* "" type.xml */
	const char *sha256;
	bool seen;
};

struct told {			/* a version as it was installed */
	struct told *next;
	const char *code;
	int64_t version;
	struct told_file *files;
};

struct verify_types {
	struct ctx *cx;
	struct told *told;
	const char *fault;
};

struct verify_types *
verify_types_begin(struct ctx *cx)
{
	struct verify_types *v = arena_alloc(cx->arena, sizeof(*v));

	v->cx = cx;
	return v;
}

static void
add_file(struct verify_types *v, struct told *t, const char *file,
    const char *sha256)
{
	struct told_file *f = arena_alloc(v->cx->arena, sizeof(*f));

	f->file = arena_text(v->cx->arena, file);
	f->sha256 = arena_text(v->cx->arena, sha256);
	f->next = t->files;
	t->files = f;
}

/* It was removed: no row of it is to be there. */
static void
forget(struct verify_types *v, const struct told *gone)
{
	struct told **t = &v->told;

	while (*t != NULL && ((*t)->version != gone->version ||
	    strcmp((*t)->code, gone->code) != 0))
		t = &(*t)->next;
	if (*t != NULL)
		*t = (*t)->next;
}

void
verify_types_event(struct verify_types *v, struct ctx *small,
    const struct store_event *e)
{
	struct event event = { .kind = e->kind, .body = e->body };
	const struct event_pair *p;
	struct told *t;

	if (e->dossier != 0 || (strcmp(e->kind, "type.installed") != 0 &&
	    strcmp(e->kind, "court.installed") != 0 &&
	    strcmp(e->kind, "court.removed") != 0))
		return;
	t = arena_alloc(v->cx->arena, sizeof(*t));
	t->code = "";
	for (p = event_get_facts(small, &event); p != NULL; p = p->next)
		if (strcmp(p->name, "type") == 0)
			t->code = arena_text(v->cx->arena, p->after);
		else if (strcmp(p->name, "court") == 0)
			t->code = arena_printf(v->cx->arena, "%s%s",
			    STORE_VERIFY_KEPT_COURT, p->after);
		else if (strcmp(p->name, "version") == 0)
			t->version = strtoll(p->after, NULL, 10);
		else
			add_file(v, t, strcmp(p->name, "sha256") == 0 ? "" :
			    p->name, p->after);
	if (strcmp(e->kind, "court.removed") == 0) {
		forget(v, t);
		return;
	}
	t->next = v->told;
	v->told = t;
}

static bool
is_court(const char *code)
{
	return strncmp(code, STORE_VERIFY_KEPT_COURT,
	    strlen(STORE_VERIFY_KEPT_COURT)) == 0;
}

static const char *
name_of(const char *code, const char *file)
{
	return *file != '\0' ? file : is_court(code) ? _("its file") :
	    "type.xml";
}

/* "Case type complaint, version 2" */
static const char *
which(struct verify_types *v, const char *code, int64_t version)
{
	return is_court(code) ?
	    arena_printf(v->cx->arena, _("Court %s, version %lld"), code +
	    strlen(STORE_VERIFY_KEPT_COURT), (long long)version) :
	    arena_printf(v->cx->arena, _("Case type %s, version %lld"),
	    code, (long long)version);
}

static const char *
compare(struct verify_types *v, const struct store_verify_kept_source *x,
    struct told_file *f)
{
	unsigned char sum[DIGEST_SIZE], want[DIGEST_SIZE];

	if (f == NULL)
		return arena_printf(v->cx->arena, _("%s: %s was put there "
		    "later."), which(v, x->code, x->version),
		    name_of(x->code, x->file));
	f->seen = true;
	digest_of(x->source, strlen(x->source), sum);
	if (!x->odd && strcmp(x->sha256, f->sha256) == 0 &&
	    digest_unhex(f->sha256, want, sizeof(want)) &&
	    digest_same(sum, want, sizeof(sum)))
		return NULL;
	return arena_printf(v->cx->arena, _("%s: %s is not as it was "
	    "installed."), which(v, x->code, x->version),
	    name_of(x->code, x->file));
}

static bool
see_source(void *to, const struct store_verify_kept_source *x)
{
	struct verify_types *v = to;
	struct told_file *f;
	struct told *t = v->told;

	while (t != NULL && (t->version != x->version ||
	    strcmp(t->code, x->code) != 0))
		t = t->next;
	if (t == NULL)
		return true;	/* from before the log told of it */
	for (f = t->files; f != NULL && strcmp(f->file, x->file) != 0;
	    f = f->next)
		;
	v->fault = compare(v, x, f);
	return v->fault == NULL;
}

enum err
verify_types_end(struct verify_types *v, const char **fault)
{
	const struct told_file *f;
	const struct told *t;
	enum err e;

	e = store_verify_kept_sources(v->cx, see_source, v);
	for (t = v->told; t != NULL; t = t->next)
		for (f = t->files; f != NULL && v->fault == NULL; f = f->next)
			if (!f->seen && e == OK)
				v->fault = arena_printf(v->cx->arena,
				    _("%s: %s is missing."), which(v, t->code,
				    t->version), name_of(t->code,
				    f->file));
	*fault = v->fault;
	return e;
}
