/* SPDX-License-Identifier: MIT */
/* The directory of those who provide services. */
#include <string.h>

#include "domain/people/person.h"
#include "domain/people/provider.h"
#include "domain/spine/keep.h"
#include "medical/models.h"
#include "text/message.h"
#include "text/number.h"
#include "web/pager.h"

#define ROWS 50
#define FOUND 20	/* people to choose from */
#define MOST INT64_C(1000000000)
#define PROVIDERS MEDICAL "/providers"

const struct field providers_form[] = {
	{ "text", FIELD_TEXT, .max = 200 },
	{ "service", FIELD_TEXT, .max = 100 },
	{ "area", FIELD_TEXT, .max = 100 },
	{ "language", FIELD_TEXT, .max = 100 },
	{ "accepting", FIELD_FLAG },
	{ "after", FIELD_TEXT, .max = 40 },
	{ 0 }
};

#define FIELDS								\
	{ "services", FIELD_LINES, .max = 4000 },			\
	{ "areas", FIELD_LINES, .max = 4000 },				\
	{ "languages", FIELD_LINES, .max = 4000 },			\
	{ "contact", FIELD_LINES, .max = KEEP_REASON },			\
	{ "about", FIELD_LINES, .max = KEEP_TEXT },			\
	{ "capacity", FIELD_TEXT, .max = 20 },				\
	{ "accepts", FIELD_FLAG }

const struct field provider_new_page_form[] = {
	{ "find", FIELD_TEXT, .max = 200 },
	{ 0 }
};
const struct field provider_new_form[] = {
	{ "find", FIELD_TEXT, .max = 200 },
	{ "person", FIELD_TEXT, .max = 40 },
	{ "name", FIELD_TEXT, .max = 200 },
	{ "email", FIELD_TEXT, .max = 200 },
	{ "phone", FIELD_TEXT, .max = 60 },
	FIELDS,
	{ 0 }
};
const struct field provider_form[] = {
	{ "version", FIELD_INT, .min = 0, .max = MOST },
	FIELDS,
	{ 0 }
};
const struct field provider_end_form[] = {
	{ "why", FIELD_LINES, .max = KEEP_REASON },
	{ 0 }
};

/* "Physiotherapy, Home visits" */
static const char *
listed(struct request *rq, const struct provider *p, const char *what,
    const char *between)
{
	const struct provider_word *w;
	const char *text = "";

	for (w = p->words; w != NULL; w = w->next)
		if (strcmp(w->what, what) == 0)
			text = arena_printf(rq->cx.arena, "%s%s%s", text,
			    text[0] == '\0' ? "" : between, w->words);
	return text;
}

static void
show_one(struct request *rq, struct view *v, const struct provider *p)
{
	view_text(v, "number", p->number);
	view_text(v, "name", p->name);
	view_text(v, "services", listed(rq, p, "service", ", "));
	view_text(v, "areas", listed(rq, p, "area", ", "));
	view_text(v, "languages", listed(rq, p, "language", ", "));
	view_text(v, "contact", p->contact);
	view_text(v, "about", p->about);
	view_text(v, "email", p->email);
	view_text(v, "phone", p->phone);
	view_flag(v, "accepts", p->accepts && !provider_is_full(p));
	view_flag(v, "full", p->accepts && provider_is_full(p));
	view_flag(v, "has_capacity", p->has_capacity);
	view_int(v, "capacity", p->capacity);
	view_int(v, "busy", p->busy);
	view_moment(v, "ended", p->ended);
}

static enum err
show_words(struct request *rq)
{
	static const struct { const char *what, *list; } kinds[] = {
		{ "service", "services" }, { "area", "areas" },
		{ "language", "languages" } };
	struct provider_word *w;
	size_t i;
	enum err e;

	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if ((e = provider_words(&rq->cx, kinds[i].what, &w)) != OK)
			return e;
		for (; w != NULL; w = w->next)
			view_option(rq->view, kinds[i].list, w->words,
			    w->words);
	}
	return OK;
}

static void
show_may(struct request *rq)
{
	view_flag(rq->view, "may_change", (rq->cx.rights & RIGHT_LEAD) != 0);
}

enum err
get_providers(struct request *rq)
{
	static const char *const names[] = { "text", "service", "area",
	    "language" };
	const struct provider_filter f = { .text = form_text(rq, "text"),
	    .service = form_text(rq, "service"),
	    .area = form_text(rq, "area"),
	    .language = form_text(rq, "language"),
	    .accepting = form_flag(rq, "accepting"),
	    .after = form_text(rq, "after"), .limit = ROWS + 1 };
	const char *here = PROVIDERS, *last = "";
	struct provider *p;
	bool narrowed = false;
	enum err e;
	size_t i;
	int n;

	if ((e = medical_member(&rq->cx)) != OK ||
	    (e = provider_list(&rq->cx, &f, &p)) != OK ||
	    (e = show_words(rq)) != OK)
		return e;
	for (n = 0; p != NULL && n < ROWS; p = p->next, n++) {
		show_one(rq, view_item(rq->view, "providers"), p);
		last = p->number;
	}
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		here = request_query(rq, here, names[i], form_text(rq,
		    names[i]));
		narrowed |= form_text(rq, names[i])[0] != '\0';
	}
	if (f.accepting)
		here = request_query(rq, here, "accepting", "1");
	view_flag(rq->view, "narrowed", narrowed || f.accepting);
	show_may(rq);
	pager_show(rq, here, p == NULL ? "" : last);
	return reply_page(rq, "medical/providers.html");
}

enum err
get_provider(struct request *rq)
{
	struct provider *p;
	enum err e;

	if ((e = medical_member(&rq->cx)) != OK ||
	    (e = provider_open(&rq->cx, request_part(rq, "person"),
	    &p)) != OK)
		return e;
	show_one(rq, view_part(rq->view, "p"), p);
	show_may(rq);
	return reply_page(rq, "medical/provider.html");
}

enum err
get_provider_new(struct request *rq)
{
	const char *find = form_text(rq, "find");
	struct person *p = NULL;
	enum err e;

	if ((e = medical_member(&rq->cx)) != OK || (find[0] != '\0' &&
	    (e = person_find(&rq->cx, find, FOUND, &p)) != OK))
		return e;
	view_text(rq->view, "find", find);
	for (; p != NULL; p = p->next)
		view_option(rq->view, "found", p->number,
		    arena_printf(rq->cx.arena, "%s, %s", p->name,
		    p->number));
	form_start(rq, "accepts", "1");
	return reply_page(rq, "medical/provider-new.html");
}

static struct provider_new
typed(struct request *rq)
{
	return (struct provider_new){ .services = form_text(rq, "services"),
	    .areas = form_text(rq, "areas"),
	    .languages = form_text(rq, "languages"),
	    .contact = form_text(rq, "contact"),
	    .about = form_text(rq, "about"),
	    .capacity = form_text(rq, "capacity"),
	    .accepts = form_flag(rq, "accepts") };
}

/* Somebody of the register, or an organisation that is new there. */
static enum err
whom(struct request *rq, const char **out)
{
	const struct person_new n = { .organisation = true, .given = "",
	    .family = "", .name = form_text(rq, "name"),
	    .email = form_text(rq, "email"),
	    .phone = form_text(rq, "phone"), .address = "",
	    .language = "" };
	struct person *p;
	enum err e;

	*out = form_text(rq, "person");
	if ((*out)[0] != '\0')
		return OK;
	if ((e = person_add(&rq->cx, &n, &p)) == OK)
		*out = p->number;
	return e;
}

enum err
post_provider_add(struct request *rq)
{
	const struct provider_new n = typed(rq);
	const char *person;
	struct provider *p;
	enum err e;

	if ((e = medical_member(&rq->cx)) != OK ||
	    (e = whom(rq, &person)) != OK ||
	    (e = provider_add(&rq->cx, person, &n, &p)) != OK)
		return e;
	reply_notice(rq, _("%s is in the directory."), p->name);
	return reply_redirect(rq, PROVIDERS "/%s", p->number);
}

enum err
get_provider_change(struct request *rq)
{
	struct provider *p;
	enum err e;

	if ((e = medical_member(&rq->cx)) != OK ||
	    (e = provider_open(&rq->cx, request_part(rq, "person"),
	    &p)) != OK)
		return e;
	show_one(rq, view_part(rq->view, "p"), p);
	form_start(rq, "version", number_plain(rq->cx.arena, p->version, 0));
	form_start(rq, "services", listed(rq, p, "service", "\n"));
	form_start(rq, "areas", listed(rq, p, "area", "\n"));
	form_start(rq, "languages", listed(rq, p, "language", "\n"));
	form_start(rq, "contact", p->contact);
	form_start(rq, "about", p->about);
	form_start(rq, "capacity", p->has_capacity ? number_plain(
	    rq->cx.arena, p->capacity, 0) : "");
	form_start(rq, "accepts", p->accepts ? "1" : "");
	return reply_page(rq, "medical/provider-change.html");
}

enum err
post_provider_change(struct request *rq)
{
	const struct provider_new n = typed(rq);
	struct provider *p;
	enum err e;

	if ((e = medical_member(&rq->cx)) != OK ||
	    (e = provider_open(&rq->cx, request_part(rq, "person"),
	    &p)) != OK ||
	    (e = provider_change(&rq->cx, p, &n, form_int(rq,
	    "version"))) != OK)
		return e;
	reply_notice(rq, "%s", _("The change is written down."));
	return reply_redirect(rq, PROVIDERS "/%s", p->number);
}

enum err
get_provider_end(struct request *rq)
{
	struct provider *p;
	enum err e;

	if ((e = medical_member(&rq->cx)) != OK ||
	    (e = provider_open(&rq->cx, request_part(rq, "person"),
	    &p)) != OK)
		return e;
	show_one(rq, view_part(rq->view, "p"), p);
	return reply_page(rq, "medical/provider-end.html");
}

enum err
post_provider_end(struct request *rq)
{
	struct provider *p;
	enum err e;

	if ((e = medical_member(&rq->cx)) != OK ||
	    (e = provider_open(&rq->cx, request_part(rq, "person"),
	    &p)) != OK ||
	    (e = provider_end(&rq->cx, p, form_text(rq, "why"))) != OK)
		return e;
	reply_notice(rq, _("%s is not offered any more. What was referred "
	    "stays."), p->name);
	return reply_redirect(rq, "%s", PROVIDERS);
}
