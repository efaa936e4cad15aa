/* SPDX-License-Identifier: MIT */
/* dossier demo: plays the stories of a file through the rules of the trade,
 * each act by the person and at the moment that it names. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "base/day.h"
#include "domain/desk/list_view.h"
#include "domain/dossier/dossier.h"
#include "domain/people/access.h"
#include "domain/people/authority.h"
#include "domain/people/person.h"
#include "domain/people/rate.h"
#include "domain/type/casetype.h"
#include "model/staff.h"
#include "store/db.h"
#include "store/store_backup.h"
#include "store/store_notice.h"
#include "store/store_staff.h"
#include "text/date.h"
#include "tool/commands.h"
#include "tool/tool.h"
#include "tool/tool_demo.h"
#include "tool/tool_stories.h"

#define UNREAD 4	/* notices of each that are still new */

/* Who works on a type, in turn, and where. */
enum { CLERK, SCREENER, LEAD, OTHER, HEAD, WORDS };
static const char *const words[WORDS] = {
	"clerk", "screener", "lead", "other", "head"
};
static const struct trade {
	const char *type, *desk, *team;
	const char *who[WORDS][2];
} trades[] = {
	{ "complaint", "Front desk", "Complaints", {
	    { "mia", "david" }, { "jonas", "elodie" }, { "emma", "marco" },
	    { "marco", "emma" }, { "aylin", "aylin" } } },
	{ "permit", "Front desk", "Permits", {
	    { "david", "mia" }, { "elodie", "jonas" }, { "yumiko", "ana" },
	    { "ana", "yumiko" }, { "lucas", "lucas" } } },
	{ "claim", "Front desk", "Claims", {
	    { "mia", "david" }, { "jonas", "elodie" }, { "nina", "pierre" },
	    { "pierre", "nina" }, { "chiara", "chiara" } } },
	{ "onboarding", "Personnel", "Personnel", {
	    { "maya", "maya" }, { "kenji", "kenji" }, { "maya", "maya" },
	    { "kenji", "kenji" }, { "kenji", "kenji" } } },
	{ "matter", "Legal", "Legal", {
	    { "ingrid", "hugo" }, { "hugo", "ingrid" },
	    { "ingrid", "hugo" }, { "hugo", "ingrid" },
	    { "vera", "vera" } } },
	{ "contract", "Legal", "Legal", {
	    { "ingrid", "hugo" }, { "hugo", "ingrid" },
	    { "ingrid", "hugo" }, { "hugo", "ingrid" },
	    { "vera", "vera" } } },
	{ "care", "Ward", "Ward", {
	    { "sven", "sven" }, { "helen", "clara" }, { "helen", "clara" },
	    { "clara", "helen" }, { "helen", "helen" } } }
};

/* What is still unfiled comes as a complaint does. */
static const struct trade *
trade_of(const struct tool_demo *p)
{
	size_t i;

	for (i = 0; i < COUNT(trades); i++)
		if (strcmp(trades[i].type, p->story->type) == 0)
			return &trades[i];
	return &trades[0];
}

const char *
tool_demo_said(const struct tool_demo *p, int word)
{
	const char *key = p->act->word[word];
	const char *text = tool_stories_phrase(p->stories, key,
	    p->story->language);

	return text == key ? p->act->from[word] : text;
}

const char *
tool_demo_team(const struct tool_demo *p)
{
	return trade_of(p)->team;
}

static const char *
login_of(const struct tool_demo *p, const char *who)
{
	size_t i;

	for (i = 0; i < WORDS; i++)
		if (strcmp(words[i], who) == 0)
			return trade_of(p)->who[i][p->count % 2];
	return who;
}

int64_t
tool_demo_staff(const struct tool_demo *p, const char *who)
{
	const struct person *s;

	for (s = p->staff; s != NULL; s = s->next)
		if (strcmp(s->login, login_of(p, who)) == 0)
			return s->id;
	return 0;
}

static enum err
act_as(struct tool_demo *p, const char *who)
{
	int64_t id = tool_demo_staff(p, who);
	struct staff *s = NULL;
	enum err e;

	/* an administrator works on no case */
	if (id == 0 &&
	    (e = store_staff_by_login(p->cx, login_of(p, who), &s)) != OK)
		return e;
	if (id == 0 && s != NULL)
		id = s->id;
	if (id == 0)
		return refuse(p->cx, ERR_MISSING, "%s is not in the store; "
		    "does `dossier directory sync` know the people of the "
		    "demo?", login_of(p, who));
	if ((e = access_enter(p->cx, id)) != OK)
		return e;
	p->cx->lang = "en";	/* the values of the file are typed so */
	return OK;
}

/* Sets the clock to a working hour of the day; false when it has not come. */
static bool
at_day(struct tool_demo *p, int64_t day)
{
	int64_t t = p->began + day * DAY;
	int64_t weekday = (t / DAY + 4) % 7;	/* 0 is Sunday */

	if (weekday == 6)
		t += 2 * DAY;
	else if (weekday == 0)
		t += DAY;
	t += 7 * 3600 + (p->count * 2377 + day * 977) % (8 * 3600);
	if (t <= p->cx->now)
		t = p->cx->now + 420;
	/* what comes today has come already, however early it is */
	if (p->cx->now == 0 && t > p->now)
		t = p->now - 900 - p->count % 20 * 240;
	if (t > p->now)
		return false;
	p->cx->now = t;
	return true;
}

enum err
tool_demo_scope(struct tool_demo *p, const char *team, int64_t *out)
{
	struct scope_choice *s;
	enum err e;

	if ((e = access_scopes(p->cx, LEVEL_WORK, &s)) != OK)
		return e;
	for (; s != NULL; s = s->next)
		if (strcmp(s->type, p->story->type) == 0 &&
		    strcmp(s->team, team) == 0) {
			*out = s->scope;
			return OK;
		}
	return refuse(p->cx, ERR_FORBIDDEN, "%s does not work on a %s of %s",
	    p->cx->login, p->story->type, team);
}

const struct value *
tool_demo_values(struct tool_demo *p, const struct story_value *s,
    const struct casetype *type)
{
	struct value *first = NULL, *v;
	const struct type_field *f;
	const char *text;

	for (; s != NULL; s = s->next) {
		text = s->text;
		f = casetype_field(type, s->field);
		if (f != NULL && f->kind == VALUE_DATE && text[0] == '+')
			text = date_text(p->cx->arena, "en", p->cx->zone,
			    p->began + DAY / 2 + strtoll(text + 1, NULL, 10) *
			    DAY, p->cx->now, DATE_INPUT_DAY);
		v = arena_alloc(p->cx->arena, sizeof(*v));
		*v = (struct value){ first, s->field, text, s->no };
		first = v;
	}
	return first;
}

static enum err
register_it(struct tool_demo *p)
{
	const struct story *s = p->story;
	struct dossier_new new = { .type = s->type, .title = s->title,
	    .text = s->says, .medium = s->medium };
	const struct casetype *type;
	struct dossier *d;
	enum err e;

	if ((e = act_as(p, "clerk")) != OK)
		return e;
	if (strcmp(s->type, "arrival") == 0)
		return tool_demo_acts_arrival(p);
	if ((e = tool_demo_scope(p, trade_of(p)->desk,
	    &new.scope)) != OK ||
	    (e = casetype_current(p->cx, s->type, &type)) != OK ||
	    (e = tool_demo_acts_person(p, s->company, s->name, s->email,
	    s->phone, &new.requester)) != OK)
		return e;
	new.received = p->cx->now - 1800 - p->count % 9 * 1700;
	new.values = tool_demo_values(p, p->story->values, type);
	if ((e = dossier_register(p->cx, &new, &d)) == OK)
		p->number = d->number;
	return e;
}

static enum err
play_acts(struct tool_demo *p, const struct story_act *first)
{
	enum err e;

	for (p->act = first; p->act != NULL; p->act = p->act->next) {
		if (strcmp(p->act->word[0], "touch") == 0)
			continue;
		if (!at_day(p, p->act->day))
			return OK;
		if ((e = act_as(p, p->act->who)) != OK ||
		    (e = tool_demo_acts(p)) != OK)
			return e;
	}
	return OK;
}

/* "touch DAYS MEDIUM TEXT": who leads gets in touch every so many days from
 * the last contact on, while the case is under way. */
static enum err
keep_touch(struct tool_demo *p)
{
	const struct story_act *a = p->story->plot->acts;
	struct dossier *d;
	int64_t day;
	enum err e;

	while (a != NULL && strcmp(a->word[0], "touch") != 0)
		a = a->next;
	if ((p->act = a) == NULL)
		return OK;
	if ((e = act_as(p, a->who)) != OK ||
	    (e = dossier_open(p->cx, p->number, LEVEL_WORK, &d)) != OK)
		return e == ERR_MISSING || e == ERR_FORBIDDEN ? OK : e;
	day = d->heard == 0 ? (p->cx->now - p->began) / DAY :
	    (d->heard - p->began) / DAY + strtoll(a->word[1], NULL, 10);
	for (; e == OK && strcmp(d->status, "closed") != 0 &&
	    at_day(p, day); day += strtoll(a->word[1], NULL, 10))
		e = dossier_note_contact(p->cx, d, tool_demo_said(p, 3),
		    a->word[2]);
	return e;
}

/* One story in one transaction. */
static enum err
play_story(struct tool_demo *p)
{
	enum err e;

	p->act = NULL;
	p->made = 0;
	p->began = p->now / DAY * DAY - p->story->ago * DAY;
	p->cx->now = 0;
	if (!at_day(p, 0))
		return OK;
	if ((e = person_staff(p->cx, &p->staff)) != OK ||
	    (e = register_it(p)) != OK)
		return e;
	tool_demo_acts_name(p);
	if ((e = play_acts(p, p->story->plot->acts)) != OK)
		return e;
	if ((e = play_acts(p, p->story->acts)) != OK)
		return e;
	return keep_touch(p);
}

/* Lists that a manager keeps, for everybody and for herself. */
static enum err
keep_views(struct tool_demo *p)
{
	static const struct list_view_new views[] = {
		{ .name = "High risk and late", .everybody = true, .query =
		    "status=active&risk=3&overdue=1&sort=due" },
		{ .name = "Amounts claimed", .query =
		    "type=complaint&status=active&sort=due&columns=number%2C"
		    "title%2Cphase%2Cf.amount%2Clead%2Cdue" }
	};
	struct list_view *v;
	enum err e;
	size_t i;

	p->cx->now = p->now;
	if (p->staff == NULL)
		return OK;
	for (i = 0; i < COUNT(views); i++)
		if ((e = act_as(p, "emma")) != OK ||
		    (e = list_view_make(p->cx, &views[i], &v)) != OK)
			return e;
	return (e = act_as(p, "aylin")) != OK ? e :
	    tool_demo_calendar_team(p);
}

/* What the handlers may approve and which days are free, said by the
 * administrator. */
static enum err
give_limits(struct tool_demo *p)
{
	struct authority_new new = { .label = "", .kind = "", .begins = "",
	    .ends = "", .reason = "By the rules of the house." };
	struct rate_new hour = { .type = "", .begins = "",
	    .reason = "By the rules of the house." };
	const struct story_limit *l = p->stories->limits;
	struct authority *a;
	struct rate *r;
	struct staff *s;
	enum err e;

	/* Before the oldest of the cases that they are for. */
	p->cx->now = p->now - 400 * DAY;
	if ((e = store_staff_by_login(p->cx, "petra", &s)) != OK)
		return e;
	if (s == NULL)
		return l == NULL ? OK : refuse(p->cx, ERR_MISSING,
		    "petra is not in the store");
	if ((e = access_enter(p->cx, s->id)) == OK)
		e = tool_demo_calendar(p);
	for (; l != NULL && e == OK; l = l->next) {
		new.person = hour.person = l->person;
		new.amount = hour.amount = l->amount;
		if (l->rate) {
			e = rate_add(p->cx, &hour, &r);
			continue;
		}
		e = authority_give(p->cx, &new, &a);
	}
	return e;
}

/* A second play would put every story there twice. */
static int
check_empty(struct tool *t)
{
	struct store_backup_state s = { 0 };
	enum err e;

	if (t->values[0] != NULL)
		return TOOL_DONE;
	e = db_begin(&t->cx, DB_READ);

	if (e == OK)
		e = store_backup_state(&t->cx, &s);
	db_rollback(&t->cx);
	if (e != OK)
		return tool_refused(t);
	if (s.dossiers == 0)
		return TOOL_DONE;
	return tool_fail("the store has cases already; play the demo into a "
	    "new one (etc/bootstrap demo --fresh).");
}

int
tool_demo(struct tool *t)
{
	struct tool_demo p = { .cx = &t->cx, .now = t->cx.now };
	struct stories stories;
	const char *why;
	int status;

	if ((status = tool_store(t)) != TOOL_DONE)
		return status;
	if (!t->cx.conf->demo)
		return tool_fail("dossier.conf does not say that this is a "
		    "demo (demo = yes), so no sample dossiers are made");
	if (!tool_stories_read(t->cx.arena, t->operand[0], &stories, &why))
		return tool_fail("%s", why);
	if ((status = check_empty(t)) != TOOL_DONE)
		return status;
	p.stories = &stories;
	p.story = stories.first;
	if (db_begin(&t->cx, DB_WRITE) != OK || give_limits(&p) != OK ||
	    db_commit(&t->cx) != OK) {
		db_rollback(&t->cx);
		return tool_refused(t);
	}
	for (p.story = stories.first; p.story != NULL;
	    p.story = p.story->next, p.count++) {
		if (db_begin(&t->cx, DB_WRITE) != OK)
			return tool_refused(t);
		if (play_story(&p) != OK || db_commit(&t->cx) != OK) {
			db_rollback(&t->cx);
			return tool_fail("%s:%d: %s", t->operand[0],
			    p.act == NULL ? p.story->line : p.act->line,
			    t->cx.why == NULL ? "it failed, and the log says "
			    "more" : t->cx.why);
		}
	}
	p.story = stories.first;
	t->cx.now = p.now;
	if (db_begin(&t->cx, DB_WRITE) != OK ||
	    (t->values[0] == NULL && keep_views(&p) != OK) ||
	    store_notice_settle(&t->cx, UNREAD) != OK ||
	    db_commit(&t->cx) != OK) {
		db_rollback(&t->cx);
		return tool_refused(t);
	}
	printf("%lld sample dossiers\n", (long long)p.count);
	if (p.shared != NULL)
		printf("shared: %s\n", p.shared);
	return TOOL_DONE;
}
