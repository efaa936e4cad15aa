/* SPDX-License-Identifier: MIT */
/* One act on the cases that were ticked in a list. */
#include <string.h>

#include "base/count.h"
#include "casework/case/versions.h"
#include "casework/lists/filters.h"
#include "casework/lists/pages_lists.h"
#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "domain/desk/bulk.h"
#include "domain/dossier/label.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "text/message.h"

#define LEFT 60		/* named in the address of what was left */

static const char *const acts[] = { "lead", "team", "move", "version", "task",
	"label", "unlabel", NULL };	/* as enum bulk_kind */
static const char *const priorities[] = { "low", "normal", "high", NULL };

#define VALUES								\
	{ "act", FIELD_CHOICE, .choices = acts },			\
	{ "to.lead", FIELD_TEXT, .max = 20 },				\
	{ "to.team", FIELD_TEXT, .max = 200 },				\
	{ "to.phase", FIELD_TEXT, .max = 60 },				\
	{ "to.label", FIELD_TEXT, .max = 60 }

const struct field bulk_pick_form[] = {
	LIST_FIELDS,
	VALUES,
	{ "pick", FIELD_TEXT, .max = 40, .many = true },
	{ "every", FIELD_FLAG },
	{ "left", FIELD_FLAG },
	{ 0 }
};
const struct field bulk_form[] = {
	LIST_FIELDS,
	VALUES,
	{ "seen", FIELD_TEXT, .max = 60, .many = true },
	{ "title", FIELD_TEXT, .max = 200 },
	{ "instructions", FIELD_LINES, .max = KEEP_TEXT },
	{ "to.owner", FIELD_TEXT, .max = 20 },
	{ "due", FIELD_DATE },
	{ "priority", FIELD_CHOICE, .choices = priorities },
	{ "reason", FIELD_LINES, .max = REASON_MAX },
	{ 0 }
};

static bool
typed_kind(struct request *rq, enum bulk_kind *out)
{
	size_t i;

	for (i = 0; acts[i] != NULL; i++)
		if (strcmp(form_text(rq, "act"), acts[i]) == 0) {
			*out = (enum bulk_kind)i;
			return true;
		}
	return false;
}

static struct bulk_item *
item_of(struct request *rq, const char *number, const char *seen)
{
	struct bulk_item *item = arena_alloc(rq->cx.arena, sizeof(*item));

	item->number = number;
	item->seen = seen;
	return item;
}

/* Those that were ticked, in their order, none twice: "NUMBER", or
 * "NUMBER.SEEN" of the page before. */
static size_t
ticked(struct request *rq, const char *field, struct bulk_item **out)
{
	struct bulk_item **tail = out, *p;
	const char *name, *text, *dot, *number;
	size_t i, n = 0;

	*out = NULL;
	for (i = 0; form_each(rq, field, i, &name, &text); i++) {
		if (strcmp(name, field) != 0)
			continue;
		dot = strchr(text, '.');
		number = dot == NULL ? text : arena_textn(rq->cx.arena, text,
		    (size_t)(dot - text));
		for (p = *out; p != NULL; p = p->next)
			if (strcmp(p->number, number) == 0)
				break;
		if (p != NULL || ++n > BULK_MOST)
			continue;
		*tail = item_of(rq, number, dot == NULL ? "" : dot + 1);
		tail = &(*tail)->next;
	}
	return n;
}

/* The first of the list. */
static enum err
every_one(struct request *rq, struct bulk_item **out, size_t *n)
{
	struct bulk_item **tail = out;
	struct queue_page page;
	struct queue_filter f;
	const struct dossier *d;
	enum err e;

	*out = NULL;
	*n = 0;
	if ((e = filters_typed(rq, &f)) != OK)
		return e;
	f.limit = BULK_MOST;
	f.uncounted = true;
	if ((e = queue_list(&rq->cx, &f, &page)) != OK)
		return e;
	for (d = page.dossiers; d != NULL; d = d->next) {
		*tail = item_of(rq, d->number, "");
		tail = &(*tail)->next;
		++*n;
	}
	*n += page.next[0] != '\0';
	return OK;
}

/* The values of the act; names of fields are those of the page. */
static enum err
typed_act(struct request *rq, struct bulk *b)
{
	struct dossier_label *l;
	enum err e;

	*b = (struct bulk){ .kind = BULK_LABEL,
	    .phase = form_text(rq, "to.phase"),
	    .team = form_text(rq, "to.team"),
	    .reason = form_text(rq, "reason"),
	    .task.title = form_text(rq, "title"),
	    .task.instructions = form_text(rq, "instructions") };
	if (!typed_kind(rq, &b->kind))
		return refuse(&rq->cx, ERR_INVALID, "%s",
		    _("Choose what shall be done."));
	if ((e = bulk_may(&rq->cx, b->kind)) != OK ||
	    (e = choices_staff_id(rq, "to.lead", &b->lead)) != OK)
		return e;
	if (form_text(rq, "to.label")[0] != '\0' &&
	    label_open(&rq->cx, form_text(rq, "to.label"), &l) == OK)
		b->label = l;
	if (rq->method == GET || b->kind != BULK_TASK)
		return OK;
	b->task.priority = strcmp(form_text(rq, "priority"), "high") == 0 ?
	    PRIORITY_HIGH : strcmp(form_text(rq, "priority"), "low") == 0 ?
	    PRIORITY_LOW : PRIORITY_NORMAL;
	b->task.due = choices_day_end(rq, "due");
	if ((e = choices_staff_id(rq, "to.owner", &b->task.owner)) != OK)
		return e;
	return choices_team_id(rq, "to.team", &b->task.team);
}

/* What it has now of that which would be new. */
static const char *
now_of(struct request *rq, enum bulk_kind kind, struct dossier *d)
{
	switch (kind) {
	case BULK_LEAD:
		return d->lead == 0 ? _("nobody yet") : d->lead_name;
	case BULK_TEAM:
		return d->team_name;
	case BULK_MOVE:
		return d->phase[0] == '\0' ? "" :
		    casetype_word(&rq->cx, d->type->phases, d->phase);
	case BULK_VERSION:
		return versions_sum(rq, d);
	default:
		return "";
	}
}

static void
show_items(struct request *rq, const struct bulk *b,
    const struct bulk_item *item)
{
	long done = 0, left = 0;
	struct view *v;

	for (; item != NULL; item = item->next) {
		v = view_item(rq->view, item->why == NULL ? "fit" : "left");
		view_text(v, "number", item->number);
		if (item->d != NULL) {
			view_text(v, "title", item->d->title);
			view_text(v, "now", now_of(rq, b->kind, item->d));
			view_flag(v, "version", b->kind == BULK_VERSION);
		}
		if (item->why == NULL) {
			view_text(v, "seen", arena_printf(rq->cx.arena,
			    "%s.%s", item->number,
			    bulk_seen(&rq->cx, item->d)));
			done++;
		} else {
			view_text(v, "why", item->why);
			left++;
		}
	}
	view_int(rq->view, "fit_count", done);
	view_int(rq->view, "left_count", left);
}

/* The phases that any of them has, once each. */
static void
show_phases(struct request *rq, const struct bulk_item *items)
{
	const struct bulk_item *item, *before;
	const struct term *t;

	for (item = items; item != NULL; item = item->next) {
		for (t = item->d == NULL ? NULL : item->d->type->phases;
		    t != NULL; t = t->next) {
			for (before = items; before != item;
			    before = before->next)
				if (before->d != NULL && casetype_term(
				    before->d->type->phases, t->code) != NULL)
					break;
			if (before == item)
				view_option(rq->view, "phases", t->code,
				    message_label(&t->label, rq->cx.lang));
		}
	}
}

static enum err
show_choices(struct request *rq, const struct bulk *b,
    const struct bulk_item *items)
{
	enum err e;

	switch (b->kind) {
	case BULK_MOVE:
		show_phases(rq, items);
		return OK;
	case BULK_VERSION:
		return OK;
	case BULK_LABEL:
	case BULK_UNLABEL:
		return choices_labels(rq);
	default:
		if ((e = choices_staff(rq, "staff")) != OK)
			return e;
		return choices_teams(rq, "teams");
	}
}

enum err
get_bulk(struct request *rq)
{
	struct mistake *mistakes = rq->cx.mistakes;
	const char *why = rq->cx.why;
	struct bulk_item *items = NULL;
	bool again = rq->method == POST;
	struct bulk b;
	size_t n = 0;
	enum err e;

	rq->cx.mistakes = NULL;
	if (form_flag(rq, "every")) {
		if ((e = every_one(rq, &items, &n)) != OK)
			return e;
	} else
		n = ticked(rq, again ? "seen" : "pick", &items);
	view_text(rq->view, "back", filters_here(rq));
	filters_carry(rq, "list", true);
	view_flag(rq->view, "none", items == NULL);
	view_flag(rq->view, "too_many", n > BULK_MOST);
	if (typed_act(rq, &b) == ERR_FORBIDDEN)
		return ERR_FORBIDDEN;
	rq->cx.mistakes = NULL;
	view_text(rq->view, "act", acts[b.kind]);
	if ((e = bulk_look(&rq->cx, &b, items)) != OK)
		return e;
	show_items(rq, &b, items);
	view_flag(rq->view, "was_left", form_flag(rq, "left"));
	rq->cx.mistakes = mistakes;
	rq->cx.why = why;
	if ((e = show_choices(rq, &b, items)) != OK)
		return e;
	return reply_page(rq, "casework/bulk.html");
}

/* The page of those that were left, with the values that were typed. */
static const char *
left_address(struct request *rq, const struct bulk_item *item)
{
	static const char *const names[] = { "act", "to.lead", "to.team",
	    "to.phase", "to.label" };
	const char *address = filters_here(rq), *mark = strchr(address, '?');
	size_t i;

	address = arena_printf(rq->cx.arena, "/dossiers/bulk?left=1%s%s",
	    mark == NULL ? "" : "&", mark == NULL ? "" : mark + 1);
	for (i = 0; i < COUNT(names); i++)
		address = request_query(rq, address, names[i],
		    form_text(rq, names[i]));
	for (i = 0; item != NULL && i < LEFT; item = item->next) {
		if (item->why == NULL)
			continue;
		address = request_query(rq, address, "pick", item->number);
		i++;
	}
	return address;
}

/* The domain names fields as for one dossier. */
static void
rename_mistakes(struct request *rq)
{
	static const char *const names[] = { "lead", "team", "phase",
	    "label", "owner" };
	struct mistake *m;
	size_t i;

	for (m = rq->cx.mistakes; m != NULL; m = m->next)
		for (i = 0; i < COUNT(names); i++)
			if (strcmp(m->field, names[i]) == 0)
				m->field = arena_printf(rq->cx.arena, "to.%s",
				    names[i]);
}

enum err
post_bulk(struct request *rq)
{
	struct bulk_item *items, *item;
	long done, left = 0;
	const char *text;
	struct bulk b;
	enum err e;

	ticked(rq, "seen", &items);
	if (items == NULL)
		return refuse(&rq->cx, ERR_INVALID, "%s",
		    _("No case was chosen."));
	if ((e = typed_act(rq, &b)) != OK)
		return e;
	if ((e = bulk_run(&rq->cx, &b, items, &done)) != OK) {
		rename_mistakes(rq);
		return e;
	}
	for (item = items; item != NULL; item = item->next)
		left += item->why != NULL;
	text = arena_printf(rq->cx.arena, message_plural(
	    "%ld case was changed.", "%ld cases were changed.", done), done);
	if (left == 0) {
		reply_notice(rq, "%s", text);
		return reply_redirect(rq, "%s", filters_here(rq));
	}
	reply_notice(rq, "%s %s", text, arena_printf(rq->cx.arena,
	    message_plural("%ld was left as it is; the reason is below.",
	    "%ld were left as they are; the reasons are below.", left), left));
	return reply_redirect(rq, "%s", left_address(rq, items));
}
