/* SPDX-License-Identifier: MIT */
/* Dockets in JSON: an object with docket_entries and parties. */
#include <errno.h>
#include <string.h>

#include "base/count.h"
#include "base/file.h"
#include "base/json_tree.h"
#include "domain/desk/docket.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

/* A text or a number; "" where it is another thing, or none. */
static const char *
text_of(const struct json_tree *object, const char *name)
{
	const struct json_tree *t = json_tree_member(object, name);

	return t != NULL && (t->kind == JSON_TREE_TEXT ||
	    t->kind == JSON_TREE_NUMBER) ? t->text : "";
}

static const struct json_tree *
list_of(const struct json_tree *object, const char *name, size_t *n)
{
	const struct json_tree *t = json_tree_member(object, name);
	bool list = t != NULL && t->kind == JSON_TREE_LIST;

	*n = list ? t->n : 0;
	return list ? t->first : NULL;
}

struct reading {
	struct ctx *cx;
	const char *path;
	struct docket *d;
	enum err e;		/* the first fault */
};

/* "" or a day that there is. */
static const char *
day_of(struct reading *r, const struct json_tree *object, const char *name,
    const char *what, int64_t place)
{
	const char *day = text_of(object, name);

	if (day[0] != '\0' && !date_civil_ok(day) && r->e == OK)
		r->e = refuse(r->cx, ERR_INVALID, _("%s: “%s” of %s %lld is "
		    "no day as 2026-11-24."), r->path, day, what,
		    (long long)place);
	return day;
}

static const char *
joined(struct arena *a, const char *all, const char *more,
    const char *between)
{
	return more[0] == '\0' ? all : all[0] == '\0' ? more :
	    arena_printf(a, "%s%s%s", all, between, more);
}

static void
read_entries(struct reading *r, const struct json_tree *root)
{
	struct docket_entry **tail = &r->d->entries, *x;
	const struct json_tree *t;
	size_t n, attached;

	for (t = list_of(root, "docket_entries", &n); t != NULL;
	    t = t->next) {
		x = arena_alloc(r->cx->arena, sizeof(*x));
		x->place = ++r->d->entry_count;
		x->number = text_of(t, "document_number");
		x->filed = day_of(r, t, "date_filed", "entry", x->place);
		x->entered = day_of(r, t, "date_entered", "entry", x->place);
		x->text = text_of(t, "description");
		(void)list_of(t, "attachments", &attached);
		x->attached = (int64_t)attached;
		*tail = x;
		tail = &x->next;
	}
}

static struct docket_counsel *
read_counsel(struct reading *r, const struct json_tree *party)
{
	struct docket_counsel *first = NULL, **tail = &first, *c;
	const struct json_tree *t, *role;
	size_t n, m;

	for (t = list_of(party, "attorneys", &n); t != NULL; t = t->next) {
		c = arena_alloc(r->cx->arena, sizeof(*c));
		c->name = text_of(t, "name");
		c->contact = text_of(t, "contact");
		c->roles = "";
		for (role = list_of(t, "roles", &m); role != NULL;
		    role = role->next)
			if (role->kind == JSON_TREE_TEXT)
				c->roles = joined(r->cx->arena, c->roles,
				    role->text, "\n");
		*tail = c;
		tail = &c->next;
	}
	return first;
}

static void
read_parties(struct reading *r, const struct json_tree *root)
{
	struct docket_party **tail = &r->d->parties, *y;
	const struct json_tree *t;
	size_t n;

	for (t = list_of(root, "parties", &n); t != NULL; t = t->next) {
		y = arena_alloc(r->cx->arena, sizeof(*y));
		y->place = ++r->d->party_count;
		y->name = text_of(t, "name");
		y->capacity = text_of(t, "type");
		y->remark = text_of(t, "extra_info");
		y->ended = day_of(r, t, "date_terminated", "party",
		    y->place);
		y->counsel = read_counsel(r, t);
		if (y->name[0] == '\0' && r->e == OK)
			r->e = refuse(r->cx, ERR_INVALID, _("%s: party %lld "
			    "has no name."), r->path, (long long)y->place);
		*tail = y;
		tail = &y->next;
	}
}

/* Who decides: one, and whom it was referred to, or several together. */
static const char *
judges(struct reading *r, const struct json_tree *root)
{
	const char *all = joined(r->cx->arena, text_of(root,
	    "assigned_to_str"), text_of(root, "referred_to_str"), "; ");
	const struct json_tree *t;
	size_t n;

	for (t = list_of(root, "panel", &n); t != NULL; t = t->next)
		if (t->kind == JSON_TREE_TEXT)
			all = joined(r->cx->arena, all, t->text, "; ");
	return all;
}

static void
read_facts(struct reading *r, const struct json_tree *root)
{
	static const char *const known[] = { "court_id", "docket_number",
	    "case_name", "assigned_to_str", "referred_to_str", "date_filed",
	    "date_terminated" };
	struct docket_fact **tail = &r->d->facts, *f;
	const struct json_tree *t;
	size_t i;

	for (t = root->first; t != NULL; t = t->next) {
		for (i = 0; i < COUNT(known); i++)
			if (strcmp(known[i], t->name) == 0)
				break;
		if (i < COUNT(known) ||
		    text_of(root, t->name)[0] == '\0')
			continue;
		f = arena_alloc(r->cx->arena, sizeof(*f));
		f->name = t->name;
		f->text = text_of(root, t->name);
		*tail = f;
		tail = &f->next;
	}
}

enum err
docket_read(struct ctx *cx, const char *path, struct docket **out)
{
	struct docket *d = arena_alloc(cx->arena, sizeof(*d));
	struct reading r = { cx, path, d, OK };
	const char *why = "", *text = file_text(cx->arena, path);
	const struct json_tree *root;
	size_t n;

	*out = d;
	if (text == NULL)
		return refuse(cx, ERR_INVALID, "%s: %s", path,
		    strerror(errno));
	root = json_tree_read(cx->arena, text, strlen(text), &why);
	if (root == NULL)
		return refuse(cx, ERR_INVALID, "%s: %s", path, why);
	d->court = text_of(root, "court_id");
	d->number = text_of(root, "docket_number");
	d->title = text_of(root, "case_name");
	if (root->kind != JSON_TREE_OBJECT || d->court[0] == '\0' ||
	    d->number[0] == '\0' ||
	    (list_of(root, "docket_entries", &n) == NULL && n == 0 &&
	    json_tree_member(root, "docket_entries") == NULL))
		return refuse(cx, ERR_INVALID, _("%s: this is no docket: it "
		    "needs court_id, docket_number and docket_entries."),
		    path);
	d->judges = judges(&r, root);
	d->filed = day_of(&r, root, "date_filed", "docket", 1);
	d->ended = day_of(&r, root, "date_terminated", "docket", 1);
	read_entries(&r, root);
	read_parties(&r, root);
	read_facts(&r, root);
	return r.e;
}
