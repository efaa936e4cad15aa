/* SPDX-License-Identifier: MIT */
/* Lists kept under a name: tabs above the queue, and the pages that make,
 * change and delete them. */
#include "casework/lists/views.h"

#include <string.h>

#include "base/count.h"
#include "base/words.h"
#include "casework/lists/filters.h"
#include "casework/lists/pages_lists.h"
#include "casework/shared/show.h"
#include "domain/desk/list_view.h"
#include "domain/people/access.h"
#include "domain/people/person.h"
#include "text/message.h"

#define TABS 8		/* kept views that stand as tabs */

const struct field view_form[] = {
	LIST_FIELDS,
	{ "name", FIELD_TEXT, .min = 1, .max = 60 },
	{ "share", FIELD_TEXT, .max = 200 },
	{ "refilter", FIELD_FLAG },
	{ "version", FIELD_INT },
	{ 0 }
};

/* The present list as a view keeps it. */
static const char *
present(struct request *rq)
{
	const char *address = request_query(rq, filters_address(rq, ""), "sort",
	    form_text(rq, "sort"));
	const char *mark;

	address = request_query(rq, address, "columns",
	    form_text(rq, "columns"));
	mark = strchr(address, '?');
	return mark == NULL ? "" : mark + 1;
}

static const char *
address_of(struct request *rq, const struct list_view *lv)
{
	return arena_printf(rq->cx.arena, "/dossiers?%s%sview=%s", lv->query,
	    lv->query[0] == '\0' ? "" : "&", lv->number);
}

static const char *
shared_with(const struct list_view *lv)
{
	return lv->everybody ? _("Everybody") :
	    lv->team != 0 ? lv->team_name : _("Nobody");
}

/* Views that most people want, as addresses. */
static void
usual_tabs(struct request *rq, const char *here)
{
	static const struct {
		const char *label, *address;
	} views[] = {
		{ N_("Under way"), "/dossiers?status=active" },
		{ N_("Mine"), "/dossiers?status=active&owner=me" },
		{ N_("Without a lead"), "/dossiers?status=active&owner=none" },
		{ N_("Overdue"), "/dossiers?overdue=1" },
		{ N_("Waiting"), "/dossiers?status=waiting" },
		{ N_("Closed"), "/dossiers?status=closed" },
		{ N_("All"), "/dossiers" },
	};
	struct view *v;
	size_t i;

	for (i = 0; i < COUNT(views); i++) {
		v = view_item(rq->view, "views");
		view_text(v, "label", _(views[i].label));
		view_text(v, "href", views[i].address);
		view_flag(v, "here", strcmp(views[i].address, here) == 0);
	}
}

/* The view that the address names, and whether its filters are the present
 * ones still. */
static void
show_opened(struct request *rq, const struct list_view *lv)
{
	bool changed = strcmp(lv->query, present(rq)) != 0;
	struct view *v = view_part(rq->view, "view");

	view_text(v, "number", lv->number);
	view_text(v, "name", lv->name);
	view_flag(v, "changed", changed);
	view_flag(v, "own", list_view_own(&rq->cx, lv));
	view_text(v, "href", address_of(rq, lv));
	view_text(v, "save", arena_printf(rq->cx.arena,
	    "/dossiers/views/%s/change?refilter=1%s%s", lv->number,
	    present(rq)[0] == '\0' ? "" : "&", present(rq)));
	if (!list_view_own(&rq->cx, lv))
		view_text(v, "owner", lv->owner_name);
}

enum err
views_show(struct request *rq)
{
	const char *here = form_text(rq, "view");
	struct list_view *lv;
	struct view *v;
	int tabs = 0;
	bool open;
	enum err e;

	if ((e = list_view_all(&rq->cx, &lv)) != OK)
		return e;
	usual_tabs(rq, here[0] != '\0' ? "" : filters_address(rq, ""));
	for (; lv != NULL; lv = lv->next) {
		open = strcmp(lv->number, here) == 0;
		if (open)
			show_opened(rq, lv);
		if (++tabs > TABS && !open)
			continue;
		v = view_item(rq->view, "views");
		view_text(v, "label", lv->name);
		view_text(v, "href", address_of(rq, lv));
		view_flag(v, "here", open);
	}
	view_flag(rq->view, "kept_views", tabs > 0);
	view_text(rq->view, "keep", arena_printf(rq->cx.arena,
	    "/dossiers/views/new%s%s", present(rq)[0] == '\0' ? "" : "?",
	    present(rq)));
	return OK;
}

static void
show_view(struct request *rq, struct view *v, const struct list_view *lv)
{
	view_text(v, "number", lv->number);
	view_text(v, "name", lv->name);
	view_text(v, "owner", lv->owner_name);
	view_text(v, "shared", shared_with(lv));
	view_text(v, "href", arena_printf(rq->cx.arena, "/dossiers/views/%s",
	    lv->number));
}

enum err
get_views(struct request *rq)
{
	struct list_view *lv;
	enum err e;

	if ((e = list_view_all(&rq->cx, &lv)) != OK)
		return e;
	for (; lv != NULL; lv = lv->next)
		show_view(rq, view_item(rq->view,
		    list_view_own(&rq->cx, lv) ? "own" : "shared"), lv);
	return reply_page(rq, "casework/views.html");
}

enum err
get_view(struct request *rq)
{
	struct list_view *lv;
	enum err e;

	if ((e = list_view_open(&rq->cx, request_part(rq, "view"),
	    &lv)) != OK)
		return e;
	return reply_redirect(rq, "%s", address_of(rq, lv));
}

/* With whom one may share: the teams that one works in. */
static enum err
show_shares(struct request *rq)
{
	const char *codes[100];
	struct scope_choice *s;
	struct view *v;
	size_t n = 0;
	enum err e;

	if ((rq->cx.rights & RIGHT_LEAD) == 0)
		return OK;
	view_flag(rq->view, "may_share", true);
	if ((e = access_scopes(&rq->cx, LEVEL_WORK, &s)) != OK)
		return e;
	for (; s != NULL && n < 100; s = s->next) {
		if (words_among(codes, n, s->team_code))
			continue;
		codes[n++] = s->team_code;
		v = view_item(rq->view, "my_teams");
		view_text(v, "code", s->team_code);
		view_text(v, "name", s->team);
	}
	return OK;
}

/* What is kept, in words. */
static enum err
show_kept_filters(struct request *rq)
{
	struct queue_filter f;
	enum err e;

	if ((e = filters_typed(rq, &f)) != OK ||
	    (e = filters_show(rq, &f)) != OK)
		return e;
	filters_carry(rq, "carried", true);
	return OK;
}

enum err
get_view_new(struct request *rq)
{
	struct mistake *mistakes = rq->cx.mistakes;
	const char *why = rq->cx.why;
	enum err e;

	if ((e = show_kept_filters(rq)) != OK)
		return e;
	rq->cx.mistakes = mistakes;
	rq->cx.why = why;
	if ((e = show_shares(rq)) != OK)
		return e;
	return reply_page(rq, "casework/view-new.html");
}

/* "", "everybody" or the code of a team. */
static enum err
typed_share(struct request *rq, struct list_view_new *n)
{
	const char *share = form_text(rq, "share");
	struct team *t;
	enum err e;

	n->everybody = strcmp(share, "everybody") == 0;
	if (n->everybody || share[0] == '\0')
		return OK;
	if ((e = person_teams(&rq->cx, &t)) != OK)
		return e;
	while (t != NULL && (strncmp(share, "team:", 5) != 0 ||
	    strcmp(t->code, share + 5) != 0))
		t = t->next;
	if (t == NULL)
		return refuse_field(&rq->cx, "share",
		    _("Choose a team that you work in."));
	n->team = t->id;
	return OK;
}

enum err
post_view_new(struct request *rq)
{
	struct list_view_new n = { .name = form_text(rq, "name"),
	    .query = present(rq) };
	struct list_view *lv;
	enum err e;

	if ((e = typed_share(rq, &n)) != OK ||
	    (e = list_view_make(&rq->cx, &n, &lv)) != OK)
		return e;
	reply_notice(rq, _("The view “%s” is kept."), lv->name);
	return reply_redirect(rq, "%s", address_of(rq, lv));
}

/* The view of the address, which must be one's own to be changed. */
static enum err
open_own(struct request *rq, struct list_view **out)
{
	enum err e;

	if ((e = list_view_open(&rq->cx, request_part(rq, "view"),
	    out)) != OK)
		return e;
	if (!list_view_own(&rq->cx, *out))
		return refuse(&rq->cx, ERR_FORBIDDEN, _("This view belongs "
		    "to %s. Keep one of your own instead."),
		    (*out)->owner_name);
	show_view(rq, view_part(rq->view, "view"), *out);
	return OK;
}

enum err
get_view_change(struct request *rq)
{
	struct mistake *mistakes = rq->cx.mistakes;
	const char *why = rq->cx.why;
	struct list_view *lv;
	enum err e;

	if ((e = open_own(rq, &lv)) != OK)
		return e;
	if (form_flag(rq, "refilter") &&
	    (e = show_kept_filters(rq)) != OK)
		return e;
	if ((e = show_shares(rq)) != OK)
		return e;
	rq->cx.mistakes = mistakes;
	rq->cx.why = why;
	view_flag(rq->view, "refilter", form_flag(rq, "refilter"));
	view_int(rq->view, "version", lv->version);
	form_start(rq, "name", lv->name);
	form_start(rq, "share", lv->everybody ? "everybody" :
	    lv->team == 0 ? "" : arena_printf(rq->cx.arena, "team:%s",
	    lv->team_code));
	return reply_page(rq, "casework/view-change.html");
}

enum err
post_view_change(struct request *rq)
{
	struct list_view_new n = { .name = form_text(rq, "name") };
	struct list_view *lv;
	enum err e;

	if ((e = open_own(rq, &lv)) != OK || (e = typed_share(rq, &n)) != OK)
		return e;
	n.query = form_flag(rq, "refilter") ? present(rq) : lv->query;
	if ((e = list_view_change(&rq->cx, lv, &n,
	    form_int(rq, "version"))) != OK)
		return e;
	reply_notice(rq, _("The view “%s” was changed."), lv->name);
	return reply_redirect(rq, "%s", address_of(rq, lv));
}

enum err
get_view_delete(struct request *rq)
{
	struct list_view *lv;
	enum err e;

	if ((e = open_own(rq, &lv)) != OK)
		return e;
	return reply_page(rq, "casework/view-delete.html");
}

enum err
post_view_delete(struct request *rq)
{
	struct list_view *lv;
	enum err e;

	if ((e = open_own(rq, &lv)) != OK ||
	    (e = list_view_remove(&rq->cx, lv)) != OK)
		return e;
	reply_notice(rq, _("The view “%s” was deleted."), lv->name);
	return reply_redirect(rq, "/dossiers/views");
}
