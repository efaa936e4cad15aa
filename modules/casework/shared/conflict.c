/* SPDX-License-Identifier: MIT */
/* Two people saved the same form: what both changed is chosen. */
#include "casework/shared/conflict.h"

#include <string.h>

#include "domain/spine/event_get.h"
#include "domain/spine/reconcile.h"
#include "domain/type/casetype_name.h"
#include "text/message.h"
#include "text/number.h"
#include "web/reply.h"
#include "web/view.h"

struct conflict {
	struct request *rq;
	int64_t version;
	const char *seals;		/* of a form being made */
	const char *kept;		/* labels of what others changed */
	struct asked {
		struct asked *next;
		struct conflict_unit unit;
	} *asked, **tail;
};

struct conflict *
conflict_new(struct request *rq, int64_t version)
{
	struct conflict *c = arena_alloc(rq->cx.arena, sizeof(*c));

	c->rq = rq;
	c->version = version;
	c->seals = c->kept = "";
	c->tail = &c->asked;
	return c;
}

void
conflict_begin(struct conflict *c, const char *name, const char *stored)
{
	c->seals = reconcile_add(&c->rq->cx, c->seals, name, stored);
}

void
conflict_begun(struct conflict *c, const char *seals)
{
	form_start(c->rq, "version", number_plain(c->rq->cx.arena,
	    c->version, 0));
	form_start(c->rq, "was", seals != NULL ? seals : c->seals);
}

bool
conflict_stale(const struct conflict *c)
{
	return form_int(c->rq, "version") != c->version;
}

bool
conflict_again(const struct conflict *c)
{
	return c->rq->method == POST && !refuse_any(&c->rq->cx);
}

static const char *
choice_name(const struct conflict *c, const char *name)
{
	return arena_printf(c->rq->cx.arena, "keep.%s", name);
}

const char *
conflict_choice(const struct conflict *c, const char *name)
{
	return form_text(c->rq, choice_name(c, name));
}

static bool
changes(struct ctx *cx, const struct casetype *type, const struct event *ev,
    const char *unit)
{
	const struct event_pair *p;

	for (p = event_get_changes(cx, ev); p != NULL; p = p->next)
		if (strcmp(casetype_name_unit(cx, type, p->name), unit) == 0)
			return true;
	return false;
}

void
conflict_who(struct conflict *c, const struct casetype *type,
    const struct event *ev, const char *fact, const char *value,
    struct conflict_unit *u)
{
	struct ctx *cx = &c->rq->cx;

	while (ev != NULL && ((fact != NULL &&
	    strcmp(event_get(cx, ev, "fact", fact), value) != 0) ||
	    !changes(cx, type, ev, u->name)))
		ev = ev->next;
	u->who = ev == NULL ? NULL : ev->actor;
	u->when = ev == NULL ? 0 : ev->recorded;
}

static void
ask(struct conflict *c, const struct conflict_unit *u)
{
	struct asked *a = arena_alloc(c->rq->cx.arena, sizeof(*a));

	a->unit = *u;
	*c->tail = a;
	c->tail = &a->next;
}

bool
conflict_take(struct conflict *c, const struct conflict_unit *u,
    enum reconcile verdict)
{
	if (verdict == RECONCILE_THEIRS)
		c->kept = arena_printf(c->rq->cx.arena, "%s%s%s", c->kept,
		    c->kept[0] == '\0' ? "" : ", ", u->label);
	if (verdict == RECONCILE_ASK)
		ask(c, u);
	return verdict == RECONCILE_MINE;
}

bool
conflict_mine(struct conflict *c, const struct conflict_unit *u)
{
	struct ctx *cx = &c->rq->cx;

	return conflict_take(c, u, reconcile(cx, reconcile_began(cx,
	    form_text(c->rq, "was"), u->name), u->stored, u->mine,
	    conflict_choice(c, u->name)));
}

enum err
conflict_end(struct conflict *c)
{
	if (c->asked == NULL)
		return OK;
	return refuse(&c->rq->cx, ERR_CONFLICT, "%s", _("Somebody else saved "
	    "this meanwhile. Choose what is to hold, and save again."));
}

static bool
is_asked(struct conflict *c, const char *name)
{
	const struct asked *a;

	for (a = c->asked; a != NULL; a = a->next)
		if (strcmp(choice_name(c, a->unit.name), name) == 0)
			return true;
	return false;
}

/* All that was typed goes round once more, but for what is asked now. */
static void
show_typed(struct conflict *c)
{
	const char *name, *text;
	struct view *v;
	size_t n;

	for (n = 0; form_each(c->rq, "", n, &name, &text); n++) {
		if (is_asked(c, name))
			continue;
		v = view_item(c->rq->view, "typed");
		view_text(v, "name", name);
		view_text(v, "text", text);
	}
}

enum err
conflict_page(struct conflict *c, const char *cancel)
{
	struct view *page = c->rq->view, *v;
	const struct asked *a;

	show_typed(c);
	for (a = c->asked; a != NULL; a = a->next) {
		v = view_item(page, "asked");
		view_text(v, "name", choice_name(c, a->unit.name));
		view_text(v, "seal", reconcile_seal(&c->rq->cx,
		    a->unit.stored));
		view_text(v, "label", a->unit.label);
		view_text(v, "stored", a->unit.stored_word == NULL ?
		    a->unit.stored : a->unit.stored_word);
		view_text(v, "mine", a->unit.mine_word == NULL ?
		    a->unit.mine : a->unit.mine_word);
		view_text(v, "who", a->unit.who);
		view_moment(v, "when", a->unit.when);
	}
	view_text(page, "address", c->rq->path);
	view_text(page, "cancel", cancel);
	view_text(page, "kept", c->kept);
	return reply_page(c->rq, "casework/conflict.html");
}

const char *
conflict_words(const struct conflict *c, const char *saved)
{
	return c->kept[0] == '\0' ? saved : arena_printf(c->rq->cx.arena,
	    _("%s Somebody else had saved meanwhile; this of it was kept: "
	    "%s."), saved, c->kept);
}

void
conflict_notice(struct conflict *c, const char *saved)
{
	reply_notice(c->rq, "%s", conflict_words(c, saved));
}
