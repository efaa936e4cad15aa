/* SPDX-License-Identifier: MIT */
/* Who looked: what leaves the house, and how people read of readings. */
#include "domain/story/look.h"

#include <string.h>

#include "base/config.h"
#include "base/count.h"
#include "domain/dossier/consent.h"
#include "domain/dossier/dossier_look.h"
#include "domain/dossier/purpose.h"
#include "domain/people/access_words.h"
#include "domain/spine/event.h"
#include "domain/spine/event_get.h"
#include "domain/story/timeline.h"
#include "store/store_look.h"
#include "text/message.h"

/* No moment lies beyond the year 9999. */
#define END INT64_C(253402300800)

void
look_report(struct ctx *cx, const struct dossier *d, const char *parts)
{
	struct event_body *b = event_body(cx);

	event_fact(b, "parts", parts);
	event_look(cx, d, "dossier.printed", b);
}

void
look_form(struct ctx *cx, const struct dossier *d, const struct filled *f)
{
	struct event_body *b = event_body(cx);

	event_fact(b, "form", f->title);
	event_within(b, f->no, f->compartment);
	event_look(cx, d, "dossier.printed", b);
}

void
look_history(struct ctx *cx, const struct dossier *d)
{
	event_look(cx, d, "history.exported", event_body(cx));
}

void
look_looks(struct ctx *cx, const struct dossier *d, int64_t rows)
{
	struct event_body *b = event_body(cx);

	event_number(b, "looks", rows);
	event_look(cx, d, "history.exported", b);
}

void
look_costs(struct ctx *cx, const struct dossier *d, int64_t rows)
{
	struct event_body *b = event_body(cx);

	event_number(b, "costs", rows);
	event_look(cx, d, "history.exported", b);
}

void
look_letters(struct ctx *cx, const struct dossier *d, int64_t rows)
{
	struct event_body *b = event_body(cx);

	event_number(b, "letters", rows);
	event_look(cx, d, "history.exported", b);
}

void
look_fhir(struct ctx *cx, const struct dossier *d, const char *receiver)
{
	struct event_body *b = event_body(cx);

	event_fact(b, "fhir", receiver);
	event_look(cx, d, "history.exported", b);
}

void
look_account(struct ctx *cx, const char *number, int64_t rows)
{
	struct event_body *b = event_body(cx);

	event_fact(b, "person", number);
	event_number(b, "rows", rows);
	event_look_topic(cx, "exports", "account.made", b);
}

void
look_passed_on(struct ctx *cx, const struct dossier *d, const char *what,
    const struct consent_ask *ask, const struct consent_answer *answer)
{
	struct event_body *b = event_body(cx);

	event_fact(b, "what", what);
	event_fact(b, "receiver", ask->name);
	consent_allows_tell(b, ask, answer);
	event_look_leaving(cx, d, "case.passed_on", b);
}

enum err
look_list(struct ctx *cx, const struct dossier *d,
    const struct look_filter *f, struct looked **out)
{
	struct store_look_filter s = {
		.kind = f->kind, .actor = f->actor,
		.from = f->from == 0 ? -END : f->from,
		.until = f->until == 0 ? END : f->until,
		.after = f->after,
		.limit = f->limit == 0 ? INT64_MAX : f->limit
	};

	if (d->level < LEVEL_MANAGE)
		return refuse(cx, ERR_FORBIDDEN, "%s", _("Only who manages "
		    "this case sees who looked at it. Ask its lead."));
	return store_look_list(cx, d, &s, out);
}

enum err
look_actors(struct ctx *cx, const struct dossier *d, struct person **out)
{
	return store_look_actors(cx, d, out);
}

enum err
look_about(struct ctx *cx, int64_t person, int64_t from, int64_t until,
    int limit, struct looked **out)
{
	return store_look_about(cx, person,
	    (cx->rights & RIGHT_AUDIT) != 0, from == 0 ? -END : from,
	    until == 0 ? END : until, limit, out);
}

/* The pages of a case, by the first word behind its number. */
static const char *
page_word(const char *part)
{
	static const struct { const char *part, *word; } pages[] = {
		{ "", N_("The case") },
		{ "history", N_("History") },
		{ "documents", N_("Documents") },
		{ "tasks", N_("Tasks") },
		{ "plan", N_("Plan") },
		{ "goals", N_("Goals") },
		{ "decisions", N_("Decisions") },
		{ "approvals", N_("Approvals") },
		{ "people", N_("People") },
		{ "links", N_("Links") },
		{ "access", N_("Access") },
		{ "looks", N_("Who looked") },
		{ "change", N_("Change the facts") },
		{ "calendar", N_("Calendar") },
		{ "deadlines", N_("Deadlines") },
		{ "forms", N_("Forms") },
		{ "labels", N_("Labels") },
		{ "promises", N_("Promises") },
		{ "walls", N_("Walls") },
		{ "shares", N_("Sharing") }
	};
	size_t i;

	for (i = 0; i < COUNT(pages); i++)
		if (strcmp(pages[i].part, part) == 0)
			return _(pages[i].word);
	return _(pages[0].word);	/* of its own acts */
}

bool
look_outside(const struct looked *l)
{
	return strncmp(l->event.kind, "share.", 6) == 0 ||
	    strcmp(l->event.kind, "document.fetched") == 0;
}

static const char *
what_outside(struct ctx *cx, const struct looked *l)
{
	if (strcmp(l->event.kind, "document.fetched") == 0)
		return arena_printf(cx->arena, _("Document “%s” opened"),
		    event_get(cx, &l->event, "fact", "name"));
	return strcmp(l->event.kind, "share.looked") == 0 ?
	    _("What is shared looked at") : _("Sharing room opened");
}

const char *
look_what(struct ctx *cx, const struct casetype *type,
    const struct looked *l)
{
	const char *page = event_get(cx, &l->event, "fact", "page");

	if (look_outside(l))
		return what_outside(cx, l);
	if (strcmp(l->event.kind, "dossier.read") != 0)
		return timeline_sentence(cx, type, &l->event);
	if (strcmp(page, DOSSIER_LOOK_FOUND) == 0)
		return _("Found by a search");
	return arena_printf(cx->arena, _("Page read: %s"), page_word(page));
}

static const char *
by_right(struct ctx *cx, const struct looked *l)
{
	const char *way = event_get(cx, &l->event, "fact", "way");

	if (look_outside(l))
		return _("Link to what is shared");
	if (strcmp(l->event.kind, "glass.broken") == 0 ||
	    strcmp(way, "glass") == 0)
		return _("Emergency access");
	if (strcmp(way, "grant") == 0)
		return _("Access of their own");
	return strcmp(way, "role") == 0 ? _("Role in the team") : "";
}

const char *
look_way(struct ctx *cx, const struct looked *l)
{
	const char *purpose = event_get(cx, &l->event, "fact", "purpose");
	const char *right = by_right(cx, l);

	return *purpose == '\0' ? right : arena_printf(cx->arena, "%s · %s",
	    right, purpose_word(purpose));
}

const char *
look_who(struct ctx *cx, const struct looked *l)
{
	if (look_outside(l))
		return event_get(cx, &l->event, "fact", "receiver");
	if (strcmp(cx->conf->account_names, "names") == 0)
		return l->event.actor;
	return l->role[0] == '\0' ? _("Staff") : access_words_role(l->role);
}

const char *
look_kind(size_t n, const char **word)
{
	static const struct { const char *kind, *word; } kinds[] = {
		{ "dossier.read", N_("Pages read") },
		{ "document.sent", N_("Documents opened") },
		{ "dossier.printed", N_("Reports made") },
		{ "history.exported", N_("Histories taken out") },
		{ "field.unmasked", N_("Masks taken off") },
		{ "glass.broken", N_("Emergency access") },
		{ "share.opened", N_("Sharing rooms opened") },
		{ "share.looked", N_("What is shared looked at") },
		{ "document.fetched", N_("Documents opened outside") }
	};

	if (n >= COUNT(kinds))
		return NULL;
	*word = _(kinds[n].word);
	return kinds[n].kind;
}
