/* SPDX-License-Identifier: MIT */
/* The cases that belong to a case: found, linked, and ended. */
#include <string.h>

#include "casework/case/pages_case.h"
#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_link.h"
#include "text/message.h"

const struct field links_find_form[] = {
	{ "find", FIELD_TEXT, .max = 200 },
	{ 0 }
};

const struct field links_form[] = {
	{ "find", FIELD_TEXT, .max = 200 },
	{ "other", FIELD_TEXT, .min = 1, .max = 40 },
	{ "kind", FIELD_TEXT, .min = 1, .max = 20 },
	{ "note", FIELD_LINES, .max = 500 },
	{ 0 }
};

/* Every way in which one other case belongs here: told once. */
static const char *
ways(struct request *rq, const struct dossier_link *l)
{
	const char *words = l->word, *number = l->number;

	while ((l = l->next) != NULL)
		if (strcmp(l->number, number) == 0)
			words = arena_printf(rq->cx.arena, "%s · %s", words,
			    l->word);
	return words;
}

static bool
told(const struct dossier_link *all, const struct dossier_link *l)
{
	while (all != l && strcmp(all->number, l->number) != 0)
		all = all->next;
	return all != l;
}

static void
show_other(struct view *v, const struct dossier_link *l)
{
	view_text(v, "number", l->number);
	view_text(v, "title", l->title);
	view_text(v, "status", show_status(l->status));
}

enum err
links_show(struct request *rq, const struct dossier *d)
{
	struct dossier_link *all, *l;
	struct view *v;
	enum err e;

	if ((e = dossier_link_list(&rq->cx, d, &all)) != OK)
		return e;
	for (l = all; l != NULL; l = l->next) {
		/* what became of this case stands at its top */
		if (strcmp(l->code, "merged") == 0)
			view_text(rq->view, "merged_into", l->number);
		if (told(all, l))
			continue;
		v = view_item(rq->view, "linked");
		show_other(v, l);
		view_text(v, "ways", ways(rq, l));
	}
	return OK;
}

static enum err
show_links(struct request *rq, const struct dossier *d)
{
	struct dossier_link *l;
	struct view *v;
	enum err e;

	if ((e = dossier_link_list(&rq->cx, d, &l)) != OK)
		return e;
	for (; l != NULL; l = l->next) {
		v = view_item(rq->view, "links");
		show_other(v, l);
		view_int(v, "no", l->no);
		view_text(v, "word", l->word);
		view_text(v, "note", l->note);
		view_text(v, "by", l->by);
		view_moment(v, "added", l->added);
		view_flag(v, "may_end", !l->ours && d->level >= LEVEL_WORK);
	}
	return OK;
}

enum err
get_dossier_links(struct request *rq)
{
	const char *code, *word;
	struct dossier *d;
	enum err e;
	size_t n;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	for (n = 0; (code = dossier_link_kind(n, &word)) != NULL; n++)
		view_option(rq->view, "kinds", code, word);
	if ((e = choices_cases(rq, d)) != OK ||
	    (e = show_links(rq, d)) != OK)
		return e;
	return reply_page(rq, "casework/links.html");
}

enum err
post_dossier_links_add(struct request *rq)
{
	struct dossier *d, *other;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = choices_case(rq, "other", LEVEL_READ, &other)) != OK)
		return e;
	if ((e = dossier_link_add(&rq->cx, d, other, form_text(rq, "kind"),
	    form_text(rq, "note"))) != OK)
		return e;
	reply_notice(rq, _("The cases are linked."));
	return reply_redirect(rq, "/dossiers/%s/links", d->number);
}

static enum err
find_link(struct request *rq, const struct dossier *d,
    const struct dossier_link **out)
{
	struct dossier_link *l;
	enum err e;

	if ((e = dossier_link_list(&rq->cx, d, &l)) != OK)
		return e;
	while (l != NULL && l->no != rq->no)
		l = l->next;
	*out = l;
	return l != NULL ? OK : refuse(&rq->cx, ERR_MISSING, "%s",
	    _("There is no such link. It may have ended."));
}

enum err
get_dossier_links_end(struct request *rq)
{
	const struct dossier_link *l;
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK || (e = find_link(rq, d, &l)) != OK)
		return e;
	view_int(rq->view, "no", l->no);
	view_text(rq->view, "word", l->word);
	view_text(rq->view, "number", l->number);
	view_text(rq->view, "title", l->title);
	return reply_page(rq, "casework/link-end.html");
}

enum err
post_dossier_links_end(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK)
		return e;
	if ((e = dossier_link_end(&rq->cx, d, rq->no,
	    form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, _("The link was ended. Both histories keep it."));
	return reply_redirect(rq, "/dossiers/%s/links", d->number);
}
