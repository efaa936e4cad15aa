/* SPDX-License-Identifier: MIT */
/* What people are told, and how they want to be. */
#include "domain/people/notice.h"

#include <stdlib.h>
#include <string.h>

#include "domain/people/authority.h"
#include "domain/people/compartment.h"
#include "model/right.h"
#include "model/staff.h"
#include "store/store_approval.h"
#include "store/store_dossier.h"
#include "store/store_notice.h"
#include "store/store_outbox.h"
#include "store/store_staff.h"
#include "text/message.h"

#define MENTIONS 20	/* of one note */

enum err
notice_change(struct ctx *cx, struct dossier *d, const struct event *ev)
{
	/* what runs by itself tells nobody */
	return cx->viewer == 0 ? OK :
	    store_notice_change(cx, d, ev->within, cx->now + NOTICE_PAUSE);
}

enum err
notice_work(struct ctx *cx, const struct dossier *d, int64_t person,
    int64_t no)
{
	if (person == 0 || person == cx->viewer)
		return OK;
	return store_outbox_add(cx, d, person, "", no,
	    cx->now + NOTICE_PAUSE);
}

enum err
notice_approval(struct ctx *cx, const struct dossier *d,
    const struct approval *a)
{
	return store_approval_wait_tell(cx, d, a, authority_today(cx),
	    cx->now + NOTICE_PAUSE);
}

enum err
notice_share(struct ctx *cx, const struct dossier *d, int64_t person,
    int64_t share)
{
	return store_outbox_add(cx, d, person, "share", share,
	    cx->now + NOTICE_PAUSE);
}

static bool
is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
}

/* The next "@name" at the beginning of a word; NULL at the end. */
static const char *
next_name(struct ctx *cx, const char *text, const char **at)
{
	const char *p = *at;
	size_t n = 0;

	for (; (p = strchr(p, '@')) != NULL; p++) {
		if (p != text && (is_name(p[-1]) || p[-1] == '@'))
			continue;
		for (n = 0; is_name(p[1 + n]); n++)
			;
		while (n > 0 && (p[n] == '.' || p[n] == '-'))
			n--;	/* the sentence ends here */
		if (n > 0)
			break;
	}
	if (p == NULL)
		return NULL;
	*at = p + 1 + n;
	return arena_textn(cx->arena, p + 1, n);
}

static enum err
mention(struct ctx *cx, const struct dossier *d, const char *login,
    int64_t note, int64_t compartment)
{
	struct store_dossier_held held;
	struct staff *s;
	enum err e;

	if ((e = store_staff_by_login(cx, login, &s)) != OK || s == NULL ||
	    s->id == cx->viewer)
		return e;
	if ((e = store_dossier_held(cx, d, s->id, &held)) != OK)
		return e;
	if (!held.staff || held.walled || held.level < LEVEL_READ)
		return refuse_field(cx, "text", _("%s may not see this case "
		    "and would not be told. Leave “@%s” out, or have access "
		    "given first."), held.name, login);
	if ((e = compartment_admits(cx, compartment, "text", s->id,
	    held.name)) != OK)
		return e;
	return store_outbox_add(cx, d, s->id, "mention", note,
	    cx->now + NOTICE_PAUSE);
}

enum err
notice_mentions(struct ctx *cx, const struct dossier *d, const char *text,
    int64_t note, int64_t compartment)
{
	const char *told[MENTIONS], *at = text, *login;
	size_t n = 0, i;
	enum err e;

	while (n < MENTIONS && (login = next_name(cx, text, &at)) != NULL) {
		for (i = 0; i < n && strcmp(told[i], login) != 0; i++)
			;
		if (i < n)
			continue;
		told[n++] = login;
		if ((e = mention(cx, d, login, note, compartment)) != OK)
			return e;
	}
	return OK;
}

/* The key is the moment, and how many of it were shown already. */
enum err
notice_list(struct ctx *cx, const char *after, int limit,
    struct notice_page *out)
{
	int64_t from = INT64_MAX, without = 0, shown = 0;
	struct notice *n;
	char *dot;
	int i = 1;
	enum err e;

	*out = (struct notice_page){ .next = "" };
	if (after[0] != '\0') {
		from = strtoll(after, &dot, 10);
		without = *dot == '.' ? strtoll(dot + 1, NULL, 10) : 0;
		if (without < 0 || without > 10000)
			without = 0;
	}
	if ((e = store_notice_list(cx, from, without, limit + 1,
	    &out->notices)) != OK)
		return e;
	for (n = out->notices; n != NULL; n = n->next, i++) {
		if (n->queued != from) {
			from = n->queued;
			without = 0;
			shown = 0;
		}
		shown++;
		if (i != limit || n->next == NULL)
			continue;
		out->next = arena_printf(cx->arena, "%lld.%lld",
		    (long long)from, (long long)(without + shown));
		n->next = NULL;
	}
	return OK;
}

enum err
notice_see(struct ctx *cx)
{
	return store_notice_see(cx);
}

enum err
notice_unseen(struct ctx *cx, int64_t *out)
{
	*out = 0;
	return (cx->rights & RIGHT_STAFF) == 0 ? OK :
	    store_notice_unseen(cx, NOTICE_MANY, out);
}

enum err
notice_follows(struct ctx *cx, const struct dossier *d, bool *out)
{
	const struct task *t;
	int wish;
	enum err e;

	if ((e = store_notice_wish(cx, d, &wish)) != OK)
		return e;
	*out = wish > 0 || (wish < 0 && d->lead == cx->viewer);
	for (t = d->tasks; t != NULL && wish < 0 && !*out; t = t->next)
		*out = t->done == 0 && t->owner == cx->viewer;
	return OK;
}

enum err
notice_follow(struct ctx *cx, const struct dossier *d, bool wanted)
{
	return store_notice_follow(cx, d, wanted);
}

enum err
notice_choices(struct ctx *cx, struct notice_choices *out)
{
	return store_notice_choices(cx, out->modes, &out->hour);
}

enum err
notice_choose(struct ctx *cx, const struct notice_choices *c)
{
	size_t i;
	enum err e;

	if (c->hour < 0 || c->hour > 23)
		return refuse_field(cx, "hour", "%s",
		    _("Choose an hour from 0 to 23."));
	for (i = 0; i < NOTICE_KINDS; i++)
		if ((e = store_notice_choose(cx, (enum notice_kind)i,
		    c->modes[i])) != OK)
			return e;
	return store_notice_hour(cx, c->hour);
}
