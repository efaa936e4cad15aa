/* SPDX-License-Identifier: MIT */
/* The rules of courts: what they say, which versions there are and what stands
 * on each, another one from a file after a look at what it changes. */
#include "admin.h"

#include <string.h>

#include "base/file.h"
#include "domain/type/court_fact.h"
#include "domain/type/court_kept.h"
#include "text/message.h"

#define SOURCE_MAX ((size_t)256 << 10)

const struct field courts_upload_form[] = {
	{ "file", FIELD_FILE, .min = 1 },
	{ 0 }
};
const struct field courts_install_form[] = {
	{ "source", FIELD_LINES, .min = 1, .max = SOURCE_MAX },
	{ "seen", FIELD_INT, .min = 0, .max = 1000000 },
	{ 0 }
};
const struct field court_page_form[] = {
	{ "from", FIELD_INT, .min = 1, .max = 1000000 },
	{ "to", FIELD_INT, .min = 1, .max = 1000000 },
	{ 0 }
};
const struct field court_remove_form[] = {
	{ "version", FIELD_INT, .min = 1, .max = 1000000 },
	{ 0 }
};

static void
show_count(struct view *v, int64_t n)
{
	struct view *c = view_part(v, "open");

	view_int(c, "n", n > 1000 ? 1000 : n);
	view_flag(c, "more", n > 1000);
}

static int64_t
rules_of(const struct court *c)
{
	const struct court_rule *r;
	int64_t n = 0;

	for (r = c->rules; r != NULL; r = r->next)
		n++;
	return n;
}

/* What its versions come to in one line. */
static void
show_row(struct request *rq, const struct court *c,
    const struct court_kept_use *u)
{
	struct view *v = view_option(rq->view, "courts", c->code,
	    message_label(&c->label, rq->cx.lang));
	int64_t open = 0, old = 0;

	view_text(v, "source", c->source);
	view_int(v, "version", c->version);
	view_int(v, "rules", rules_of(c));
	for (; u != NULL; u = u->next) {
		if (strcmp(u->code, c->code) != 0)
			continue;
		if (u->version == c->version)
			view_moment(v, "since", u->installed);
		else
			old += u->open;
		open += u->open;
	}
	show_count(v, open);
	view_int(v, "old", old);
}

enum err
get_courts(struct request *rq)
{
	struct court_kept_use *u;
	const struct court *c;
	enum err e;

	if ((e = court_kept_all(&rq->cx, &c)) != OK ||
	    (e = court_kept_uses(&rq->cx, "", &u)) != OK)
		return e;
	for (; c != NULL; c = c->next)
		show_row(rq, c, u);
	view_text(rq->view, "tab", "courts");
	return reply_page(rq, "admin/courts.html");
}

static void
show_facts(struct request *rq, const struct court *c)
{
	const struct court_fact *f;
	struct view *part = NULL, *v;
	int last = -1;

	for (f = court_fact_all(&rq->cx, c); f != NULL; f = f->next) {
		if ((int)f->part != last)
			part = view_option(rq->view, "parts",
			    arena_printf(rq->cx.arena, "part-%d",
			    (int)f->part), court_fact_part(f->part));
		last = (int)f->part;
		v = view_item(part, "facts");
		view_text(v, "label", f->label);
		view_text(v, "text", f->text);
		view_text(v, "source", f->source);
	}
}

static void
show_changes(struct request *rq, const struct court *was,
    const struct court *is)
{
	const struct court_fact_change *c = court_fact_changes(&rq->cx, was,
	    is);
	struct view *v;

	for (; c != NULL; c = c->next) {
		v = view_item(rq->view, "changes");
		view_text(v, "part", court_fact_part(c->is != NULL ?
		    c->is->part : c->was->part));
		view_text(v, "label", c->is != NULL ? c->is->label :
		    c->was->label);
		view_text(v, "how", c->was == NULL ? _("New") :
		    c->is == NULL ? _("Gone") : _("Changed"));
		view_flag(v, "added", c->was == NULL);
		view_flag(v, "removed", c->is == NULL);
		if (c->was != NULL) {
			view_text(v, "was", c->was->text);
			view_text(v, "was_source", c->was->source);
		}
		if (c->is != NULL) {
			view_text(v, "is", c->is->text);
			view_text(v, "is_source", c->is->source);
		}
	}
}

static void
show_versions(struct request *rq, const struct court_kept_use *u)
{
	const struct court_kept_use *newest = u;
	struct view *v;

	for (; u != NULL; u = u->next) {
		v = view_item(rq->view, "versions");
		view_int(v, "version", u->version);
		view_moment(v, "installed", u->installed);
		view_text(v, "sha256", u->sha256);
		show_count(v, u->open);
		view_flag(v, "unused", !u->used);
		view_flag(v, "holds", u == newest);
		if (u->next != NULL)
			view_int(v, "before", u->next->version);
	}
}

static enum err
show_court(struct request *rq, const struct court **c,
    struct court_kept_use **u)
{
	const char *code = request_part(rq, "court");
	enum err e;

	if ((e = court_kept_find(&rq->cx, code, 0, c)) != OK ||
	    (e = court_kept_uses(&rq->cx, code, u)) != OK)
		return e;
	view_text(rq->view, "code", code);
	view_text(rq->view, "label", message_label(&(*c)->label,
	    rq->cx.lang));
	view_text(rq->view, "source", (*c)->source);
	view_int(rq->view, "version", (*c)->version);
	return OK;
}

/* Two of its versions, side by side. */
static enum err
show_differences(struct request *rq, const char *code)
{
	int64_t from = form_int(rq, "from"), to = form_int(rq, "to");
	const struct court *was, *is;
	enum err e;

	if ((e = court_kept_find(&rq->cx, code, (int)from, &was)) != OK ||
	    (e = court_kept_find(&rq->cx, code, (int)to, &is)) != OK)
		return e;
	view_int(rq->view, "from", was->version);
	view_int(rq->view, "to", is->version);
	show_changes(rq, was, is);
	return OK;
}

enum err
get_court(struct request *rq)
{
	struct court_kept_use *u;
	const struct court *c;
	enum err e;

	if ((e = show_court(rq, &c, &u)) != OK)
		return e;
	show_versions(rq, u);
	if (form_has(rq, "from")) {
		if ((e = show_differences(rq, c->code)) != OK)
			return e;
	} else
		show_facts(rq, c);
	return reply_page(rq, "admin/court.html");
}

/* What it would change, and what goes on being counted by the old. */
static enum err
show_preview(struct request *rq, const struct court *fresh,
    const struct court *newest)
{
	struct court_kept_use *u;
	int64_t open = 0;
	enum err e;

	view_text(rq->view, "code", fresh->code);
	view_text(rq->view, "label", message_label(&fresh->label,
	    rq->cx.lang));
	view_text(rq->view, "law", fresh->source);
	view_flag(rq->view, "fresh", newest == NULL);
	view_int(rq->view, "seen", newest == NULL ? 0 : newest->version);
	if (newest == NULL) {
		show_facts(rq, fresh);
		return OK;
	}
	show_changes(rq, newest, fresh);
	if ((e = court_kept_uses(&rq->cx, fresh->code, &u)) != OK)
		return e;
	for (; u != NULL; u = u->next)
		open += u->open;
	show_count(rq->view, open);
	return OK;
}

enum err
post_courts_look(struct request *rq)
{
	const struct upload *file = form_files(rq, "file");
	const struct court *fresh, *newest;
	const char *source;
	enum err e;

	if (file == NULL)
		return refuse_field(&rq->cx, "file", "%s",
		    _("Choose a file."));
	source = file_text(rq->cx.arena, file->path);
	if ((e = court_kept_look(&rq->cx, source == NULL ? "" : source,
	    &fresh, &newest)) != OK ||
	    (e = show_preview(rq, fresh, newest)) != OK)
		return e;
	view_text(rq->view, "source", source);
	view_text(rq->view, "tab", "courts");
	return reply_page(rq, "admin/court-preview.html");
}

enum err
post_court_install(struct request *rq)
{
	const struct court *c;
	enum err e;

	/* a form takes away the end of the last line, which files have */
	if ((e = court_kept_put(&rq->cx, arena_printf(rq->cx.arena, "%s\n",
	    form_text(rq, "source")), (int)form_int(rq, "seen"), &c)) != OK)
		return e;
	reply_notice(rq, _("Version %d of “%s” is in force. What was counted "
	    "before stays as it is."), c->version, message_label(&c->label,
	    rq->cx.lang));
	return reply_redirect(rq, "/admin/courts/%s", c->code);
}

enum err
post_court_remove(struct request *rq)
{
	const char *code = request_part(rq, "court");
	const struct court *c;
	enum err e;

	if ((e = court_kept_drop(&rq->cx, code, (int)form_int(rq,
	    "version"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The version was removed."));
	if (court_kept_find(&rq->cx, code, 0, &c) == OK)
		return reply_redirect(rq, "/admin/courts/%s", code);
	rq->cx.why = NULL;
	return reply_redirect(rq, "/admin/courts");
}
