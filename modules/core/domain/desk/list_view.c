/* SPDX-License-Identifier: MIT */
/* Lists kept under a name: who may make, share and change them. */
#include "domain/desk/list_view.h"

#include <string.h>

#include "domain/spine/dossier_number.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/store_list_view.h"
#include "text/fold.h"
#include "text/message.h"

#define NAME_MOST 60
#define OWN_MOST 50

enum err
list_view_all(struct ctx *cx, struct list_view **out)
{
	return store_list_view_all(cx, out);
}

enum err
list_view_open(struct ctx *cx, const char *number, struct list_view **out)
{
	enum err e;

	if ((e = store_list_view_find(cx, number, out)) != OK)
		return e;
	return *out != NULL ? OK : refuse(cx, ERR_MISSING, "%s",
	    _("There is no such view any more, or it is not shared with "
	    "you."));
}

bool
list_view_own(const struct ctx *cx, const struct list_view *v)
{
	return v->owner == cx->viewer;
}

/* Who may share with whom; what was shared already may stay so. */
static enum err
may_share(struct ctx *cx, const struct list_view *v,
    const struct list_view_new *n)
{
	bool member;
	enum err e;

	if (n->team == v->team && n->everybody == v->everybody)
		return OK;
	if ((n->team != 0 || n->everybody) &&
	    (cx->rights & RIGHT_LEAD) == 0)
		return refuse_field(cx, "share", "%s",
		    _("Views are shared by those who lead cases."));
	if (n->team == 0)
		return OK;
	if ((e = store_list_view_team(cx, n->team, &member)) != OK)
		return e;
	return member ? OK : refuse_field(cx, "share", "%s",
	    _("Choose a team that you work in."));
}

/* Two tabs of one name would be told apart by nobody. */
static enum err
fresh_name(struct ctx *cx, const struct list_view *v)
{
	const char *key = fold(cx->arena, v->name);
	struct list_view *w;
	enum err e;

	if ((e = store_list_view_all(cx, &w)) != OK)
		return e;
	for (; w != NULL; w = w->next)
		if (w->id != v->id && list_view_own(cx, w) &&
		    strcmp(fold(cx->arena, w->name), key) == 0)
			return refuse_field(cx, "name", "%s", _("You keep a "
			    "view of this name already. Choose another."));
	return OK;
}

/* What was typed into the view. */
static enum err
fill(struct ctx *cx, const struct list_view_new *n, struct list_view *v)
{
	enum err e, f;

	f = keep_text(cx, "name", n->name, 1, NAME_MOST, false,
	    &v->name);
	if ((e = may_share(cx, v, n)) != OK || f != OK)
		return e != OK ? e : f;
	if ((e = fresh_name(cx, v)) != OK)
		return e;
	if (strlen(n->query) > LIST_VIEW_QUERY)
		return refuse_field(cx, "name", "%s", _("These filters are "
		    "too long to be kept. Take some away."));
	v->team = n->team;
	v->everybody = n->everybody;
	v->query = n->query;
	return OK;
}

static enum err
tell(struct ctx *cx, const struct list_view *v, const char *kind)
{
	struct event_body *b = event_body(cx);

	event_fact(b, "view", v->name);
	event_fact(b, "number", v->number);
	event_fact(b, "shared", v->everybody ? "everybody" :
	    v->team != 0 ? "team" : "");
	return event_add_topic(cx, "settings", kind, b);
}

enum err
list_view_make(struct ctx *cx, const struct list_view_new *n,
    struct list_view **out)
{
	struct list_view *v = arena_alloc(cx->arena, sizeof(*v));
	int64_t own;
	enum err e;

	v->owner = cx->viewer;
	v->number = dossier_number_view(cx);
	if ((e = fill(cx, n, v)) != OK ||
	    (e = store_list_view_count(cx, &own)) != OK)
		return e;
	if (own >= OWN_MOST)
		return refuse_field(cx, "name", _("You keep %d views "
		    "already. Delete one first."), OWN_MOST);
	if ((e = store_list_view_add(cx, v,
	    fold(cx->arena, v->name))) != OK)
		return e;
	*out = v;
	return tell(cx, v, "view.kept");
}

static enum err
keep_own(struct ctx *cx, const struct list_view *v)
{
	return list_view_own(cx, v) ? OK : refuse(cx, ERR_FORBIDDEN,
	    _("This view belongs to %s. Keep one of your own instead."),
	    v->owner_name);
}

enum err
list_view_change(struct ctx *cx, struct list_view *v,
    const struct list_view_new *n, int64_t version)
{
	enum err e;

	if ((e = keep_own(cx, v)) != OK || (e = fill(cx, n, v)) != OK)
		return e;
	v->version = version;
	if ((e = store_list_view_save(cx, v, fold(cx->arena,
	    v->name))) != OK)
		return e;
	return tell(cx, v, "view.changed");
}

enum err
list_view_remove(struct ctx *cx, const struct list_view *v)
{
	enum err e;

	if ((e = keep_own(cx, v)) != OK ||
	    (e = store_list_view_drop(cx, v->id)) != OK)
		return e;
	return tell(cx, v, "view.deleted");
}
