/* SPDX-License-Identifier: MIT */
/* One arrival, and where it goes: to a person, to a case, or away. */
#include "intake.h"

#include <string.h>

#include "domain/desk/queue.h"
#include "domain/dossier/dossier.h"
#include "domain/spine/keep.h"
#include "text/message.h"

const struct field arrival_form[] = {
	{ "find", FIELD_TEXT, .max = 200 },
	{ NULL }
};

const struct field give_form[] = {
	{ "owner", FIELD_TEXT, .max = 20 },	/* a person's number */
	{ NULL }
};

const struct field file_form[] = {
	{ "find", FIELD_TEXT, .max = 200 },
	{ "dossier", FIELD_TEXT, .min = 1, .max = 40 },
	{ NULL }
};

const struct field away_form[] = {
	{ "reason", FIELD_LINES, .min = 1, .max = KEEP_REASON },
	{ NULL }
};

static void
show(struct request *rq, const struct arrival *a)
{
	const struct arrival_file *f;
	struct view *v = rq->view, *item;

	unfiled_show(rq, v, a);
	view_flag(v, "mine", a->owner == rq->cx.viewer);
	view_moment(v, "added", a->added);
	view_text(v, "added_by", a->added_by);
	view_text(v, "dossier", a->dossier_number);
	view_flag(v, "filed", a->dossier != 0);
	view_flag(v, "waits", a->left == 0);
	for (f = a->files; f != NULL; f = f->next) {
		item = view_item(v, "files");
		view_int(item, "no", f->no);
		view_text(item, "name", f->name);
		view_int(item, "bytes", (int64_t)f->bytes);
	}
}

static enum err
show_people(struct request *rq, const struct arrival *a)
{
	struct person *p;
	struct view *v;
	enum err e;

	if ((e = arrival_people(&rq->cx, a->team, &p)) != OK)
		return e;
	for (; p != NULL; p = p->next) {
		v = view_item(rq->view, "people");
		view_text(v, "number", p->number);
		view_text(v, "name", p->name);
		if (p->id == a->owner)
			form_start(rq, "owner", p->number);
	}
	return OK;
}

static void
show_found(struct request *rq, const struct dossier *d)
{
	struct view *v = view_item(rq->view, "found");

	view_text(v, "number", d->number);
	view_text(v, "title", d->title);
	view_text(v, "type", message_label(&d->type->label, rq->cx.lang));
	view_text(v, "requester", d->requester);
	view_flag(v, "closed", strcmp(d->status, "closed") == 0);
}

/* Cases to file it on: those found, at first those of the sender. */
static enum err
show_cases(struct request *rq, const struct arrival *a)
{
	struct find_page found = { 0 };
	const char *find = form_text(rq, "find");
	const struct dossier *d;
	enum err e;

	if (find[0] == '\0')
		find = a->sender;
	form_start(rq, "find", find);
	view_text(rq->view, "find", find);
	if (find[0] == '\0')
		return OK;
	if ((e = queue_find(&rq->cx, find, &found)) != OK)
		return e;
	if (found.exact != NULL)
		show_found(rq, found.exact);
	for (d = found.dossiers; d != NULL; d = d->next)
		show_found(rq, d);
	view_flag(rq->view, "more", found.more);
	return OK;
}

static enum err
open_arrival(struct request *rq, struct arrival **out)
{
	return arrival_open(&rq->cx, request_part(rq, "arrival"), out);
}

enum err
get_arrival(struct request *rq)
{
	struct arrival *a;
	enum err e;

	if ((e = open_arrival(rq, &a)) != OK)
		return e;
	show(rq, a);
	if (a->left == 0 && ((e = show_people(rq, a)) != OK ||
	    (e = show_cases(rq, a)) != OK))
		return e;
	view_flag(rq->view, "putting", rq->route->handler ==
	    post_arrival_put_away);
	if (a->left != 0)	/* by somebody else meanwhile */
		form_rescue(rq, "reason");
	return reply_page(rq, "intake/arrival.html");
}

enum err
get_arrival_file(struct request *rq)
{
	const struct arrival_file *f;
	struct arrival *a;
	enum err e;

	if ((e = open_arrival(rq, &a)) != OK ||
	    (e = arrival_file_open(&rq->cx, a, rq->no, &f)) != OK)
		return e;
	return reply_document(rq, f->sha256, f->bytes, f->media_type,
	    f->name);
}

static enum err
back_to(struct request *rq, const struct arrival *a)
{
	return reply_redirect(rq, "/intake/unfiled/%s", a->number);
}

enum err
post_arrival_take(struct request *rq)
{
	struct arrival *a;
	enum err e;

	if ((e = open_arrival(rq, &a)) != OK ||
	    (e = arrival_take(&rq->cx, a)) != OK)
		return e;
	reply_notice(rq, "%s", _("You look after this now."));
	return back_to(rq, a);
}

enum err
post_arrival_give(struct request *rq)
{
	struct arrival *a;
	enum err e;

	if ((e = open_arrival(rq, &a)) != OK ||
	    (e = arrival_give(&rq->cx, a, form_text(rq, "owner"))) != OK)
		return e;
	if (a->owner == 0)
		reply_notice(rq, "%s", _("Nobody looks after this now."));
	else
		reply_notice(rq, _("%s looks after this now."),
		    a->owner_name);
	return back_to(rq, a);
}

enum err
post_arrival_file(struct request *rq)
{
	struct dossier *d;
	struct arrival *a;
	enum err e;

	if ((e = open_arrival(rq, &a)) != OK)
		return e;
	e = dossier_open(&rq->cx, form_text(rq, "dossier"), LEVEL_WORK, &d);
	if (e == ERR_MISSING || e == ERR_FORBIDDEN)
		return refuse_field(&rq->cx, "dossier", "%s", _("Choose a "
		    "case that you work on."));
	if (e != OK || (e = arrival_file(&rq->cx, a, d)) != OK)
		return e;
	reply_notice(rq, _("“%s” is filed on %s."), a->title, d->number);
	return reply_redirect(rq, "/intake/unfiled");
}

enum err
post_arrival_put_away(struct request *rq)
{
	struct arrival *a;
	enum err e;

	if ((e = open_arrival(rq, &a)) != OK ||
	    (e = arrival_put_away(&rq->cx, a, form_text(rq, "reason"))) != OK)
		return e;
	reply_notice(rq, _("“%s” is put away."), a->title);
	return reply_redirect(rq, "/intake/unfiled");
}

enum err
post_arrival_take_back(struct request *rq)
{
	struct arrival *a;
	enum err e;

	if ((e = open_arrival(rq, &a)) != OK ||
	    (e = arrival_take_back(&rq->cx, a)) != OK)
		return e;
	reply_notice(rq, _("“%s” is in the tray."), a->title);
	return back_to(rq, a);
}
