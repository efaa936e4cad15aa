/* SPDX-License-Identifier: MIT */
/* dossier demo: plays the stories of a file through the rules of the trade,
 * each act by the person and at the moment that it names. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/digest.h"
#include "domain/access.h"
#include "domain/casetype.h"
#include "domain/document.h"
#include "domain/dossier.h"
#include "domain/label.h"
#include "domain/person.h"
#include "domain/task.h"
#include "store/db.h"
#include "text/date.h"
#include "tool/commands.h"
#include "tool/tool.h"
#include "tool/tool_stories.h"

#define DAY ((int64_t)86400)

/* Somebody who has come before. */
struct known {
	struct known *next;
	const char *name, *email;
	int64_t id;
};

struct play {
	struct ctx *cx;
	const struct stories *stories;
	const struct story *story;
	const struct story_act *act;
	struct person *staff;
	struct known *known;
	const char *number;
	int64_t count;		/* of the story, to vary who does it */
	int64_t now;		/* the true one */
	int64_t began;		/* midnight of the arrival's day */
	int64_t tasks[8];	/* their no, in the order of the plot */
	int made;
};

/* Who the words of a plot are, for both types in turn. */
static const struct {
	const char *who, *complaint[2], *permit[2];
} cast[] = {
	{ "clerk",    { "mia", "david" },    { "david", "mia" } },
	{ "screener", { "jonas", "elodie" }, { "elodie", "jonas" } },
	{ "lead",     { "emma", "marco" },   { "yumiko", "ana" } },
	{ "other",    { "marco", "emma" },   { "ana", "yumiko" } },
	{ "head",     { "aylin", "aylin" },  { "lucas", "lucas" } },
};

static const char *
login_of(const struct play *p, const char *who)
{
	size_t i;

	for (i = 0; i < sizeof(cast) / sizeof(cast[0]); i++)
		if (strcmp(cast[i].who, who) == 0)
			return strcmp(p->story->type, "permit") == 0 ?
			    cast[i].permit[p->count % 2] :
			    cast[i].complaint[p->count % 2];
	return who;
}

static int64_t
person_of(const struct play *p, const char *who)
{
	const struct person *s;

	for (s = p->staff; s != NULL; s = s->next)
		if (strcmp(s->login, login_of(p, who)) == 0)
			return s->id;
	return 0;
}

static enum err
act_as(struct play *p, const char *who)
{
	int64_t id = person_of(p, who);
	enum err e;

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
at_day(struct play *p, int64_t day)
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
	if (t > p->now)
		return false;
	p->cx->now = t;
	return true;
}

static const char *
say(const struct play *p, int word)
{
	return tool_stories_phrase(p->stories, p->act->word[word],
	    p->story->language);
}

static enum err
scope_of(struct play *p, const char *team, int64_t *out)
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

static const struct value *
values_of(struct play *p, const struct casetype *type)
{
	const struct story_value *s;
	struct value *first = NULL, *v;
	const struct type_field *f;
	const char *text;

	for (s = p->story->values; s != NULL; s = s->next) {
		text = s->text;
		f = casetype_field(type, s->field);
		if (f != NULL && f->kind == VALUE_DATE && text[0] == '+')
			text = date_text(p->cx->arena, "en", p->cx->zone,
			    p->cx->now + strtoll(text + 1, NULL, 10) * DAY,
			    p->cx->now, DATE_INPUT_DAY);
		v = arena_alloc(p->cx->arena, sizeof(*v));
		*v = (struct value){ first, s->field, text, s->no };
		first = v;
	}
	return first;
}

/* Whoever has come before is the same person. Given name and family name
 * are told apart by the last blank. */
static enum err
add_person(struct play *p, bool company, const char *name, const char *email,
    const char *phone, int64_t *id)
{
	struct person_new new = { company, .name = name, .email = email,
	    .phone = phone, .address = "", .given = "", .family = "",
	    .language = p->story->language };
	const char *blank = company ? NULL : strrchr(name, ' ');
	struct person *made;
	struct known *k;
	enum err e;

	for (k = p->known; k != NULL; k = k->next)
		if (strcmp(k->name, name) == 0 &&
		    strcmp(k->email, email) == 0) {
			*id = k->id;
			return OK;
		}
	if (blank != NULL) {
		new.given = arena_textn(p->cx->arena, name,
		    (size_t)(blank - name));
		new.family = blank + 1;
	}
	if ((e = person_add(p->cx, &new, &made)) != OK)
		return e;
	k = arena_alloc(p->cx->arena, sizeof(*k));
	*k = (struct known){ p->known, name, email, made->id };
	p->known = k;
	*id = made->id;
	return OK;
}

static enum err
add_parties(struct play *p, struct dossier *d)
{
	const struct story_party *s;
	int64_t who;
	enum err e;

	for (s = p->story->parties; s != NULL; s = s->next)
		if ((e = add_person(p, false, s->name, s->email, s->phone,
		    &who)) != OK ||
		    (e = party_add(p->cx, d, who, s->role)) != OK)
			return e;
	return OK;
}

/* The labels of the story; the vocabulary grows with them. */
static enum err
put_labels(struct play *p, struct dossier *d)
{
	const struct story_value *s;
	struct dossier_label *all, *l;
	enum err e;

	for (s = p->story->labels; s != NULL; s = s->next) {
		if ((e = label_all(p->cx, &all)) != OK)
			return e;
		for (l = all; l != NULL; l = l->next)
			if (strcmp(l->name, s->text) == 0)
				break;
		if ((l == NULL &&
		    (e = label_make(p->cx, s->text, &l)) != OK) ||
		    (e = label_put(p->cx, d, l, "")) != OK)
			return e;
	}
	return OK;
}

static enum err
register_it(struct play *p)
{
	const struct story *s = p->story;
	struct dossier_new new = { .type = s->type, .title = s->title,
	    .text = s->says, .medium = s->medium };
	const struct casetype *type;
	struct dossier *d;
	enum err e;

	if ((e = act_as(p, "clerk")) != OK ||
	    (e = scope_of(p, "Front desk", &new.scope)) != OK ||
	    (e = casetype_current(p->cx, s->type, &type)) != OK ||
	    (e = add_person(p, s->company, s->name, s->email, s->phone,
	    &new.requester)) != OK)
		return e;
	new.received = p->cx->now - 1800 - p->count % 9 * 1700;
	new.values = values_of(p, type);
	if ((e = dossier_register(p->cx, &new, &d)) == OK)
		p->number = d->number;
	return e;
}

/* A small text file, as if it had been uploaded. */
static enum err
add_file(struct play *p, struct dossier *d)
{
	unsigned char sum[DIGEST_SIZE];
	const char *text = strcmp(p->act->word[2], "says") == 0 ?
	    p->story->says : say(p, 2);
	const char *path = arena_printf(p->cx->arena, "%s/demo.%ld",
	    p->cx->conf->documents, (long)getpid());
	const char *body = arena_printf(p->cx->arena, "%s\n\n%s\n\n%s\n",
	    p->story->title, text, p->story->name);
	struct document_new new = { .name = say(p, 1), .kind = "",
	    .media_type = "text/plain", .path = path, .bytes = strlen(body) };
	struct document *document;
	FILE *f;

	digest_of(body, new.bytes, sum);
	new.sha256 = digest_hex(p->cx->arena, sum, sizeof(sum));
	if ((f = fopen(path, "w")) == NULL || fputs(body, f) == EOF ||
	    fclose(f) != 0)
		return refuse(p->cx, ERR_BROKEN, "%s cannot be written: %m",
		    path);
	return document_add(p->cx, d, &new, &document);
}

static enum err
add_task(struct play *p, struct dossier *d)
{
	const char *const *w = p->act->word;
	struct task_new new = { .title = say(p, 1), .instructions = "",
	    .priority = strcmp(w[3], "high") == 0 ? PRIORITY_HIGH :
	    strcmp(w[3], "low") == 0 ? PRIORITY_LOW : PRIORITY_NORMAL,
	    .due = p->cx->now + strtoll(w[2], NULL, 10) * DAY };
	struct task *t;
	enum err e;

	if (strcmp(w[4], "team") == 0)
		new.team = d->team;
	else
		new.owner = person_of(p, p->act->who);
	if ((e = task_add(p->cx, d, &new, &t)) == OK && p->made < 8)
		p->tasks[p->made++] = t->no;
	return e;
}

static enum err
on_task(struct play *p, struct dossier *d)
{
	int64_t n = strtoll(p->act->word[1], NULL, 10);
	struct task *t;
	enum err e;

	if (n < 1 || n > p->made)
		return refuse(p->cx, ERR_INVALID, "there is no task %s yet",
		    p->act->word[1]);
	if ((e = task_open(p->cx, d, p->tasks[n - 1], &t)) != OK)
		return e;
	if (strcmp(p->act->word[0], "claim") == 0)
		return task_claim(p->cx, d, t);
	return task_done(p->cx, d, t, say(p, 2));
}

static enum err
set_risk(struct play *p, struct dossier *d)
{
	struct dossier_change change = { .title = d->title,
	    .risk = (int)strtol(p->act->word[1], NULL, 10),
	    .version = d->version, .why = "" };

	return dossier_change(p->cx, d, &change);
}

static enum err
screen(struct play *p, struct dossier *d)
{
	const char *team = strcmp(p->story->type, "permit") == 0 ?
	    "Permits" : "Complaints";
	int64_t scope;
	enum err e;

	if (strcmp(p->act->word[0], "solve") == 0)
		return dossier_solve(p->cx, d, say(p, 1));
	if (strcmp(p->act->word[0], "decline") == 0)
		return dossier_decline(p->cx, d, say(p, 1), say(p, 2));
	if ((e = scope_of(p, team, &scope)) != OK)
		return e;
	return dossier_accept(p->cx, d, p->story->type, d->title, scope,
	    person_of(p, "lead"));
}

static enum err
play_act(struct play *p)
{
	const char *word = p->act->word[0];
	enum level level = LEVEL_WORK;
	struct dossier *d;
	enum err e;

	if (strcmp(word, "restrict") == 0)
		level = LEVEL_MANAGE;
	if ((e = act_as(p, p->act->who)) != OK ||
	    (e = dossier_open(p->cx, p->number, level, &d)) != OK ||
	    (e = dossier_load(p->cx, d)) != OK)
		return e;
	if (strcmp(word, "accept") == 0 || strcmp(word, "solve") == 0 ||
	    strcmp(word, "decline") == 0)
		return screen(p, d);
	if (strcmp(word, "people") == 0)
		return add_parties(p, d);
	if (strcmp(word, "labels") == 0)
		return put_labels(p, d);
	if (strcmp(word, "note") == 0)
		return dossier_note(p->cx, d, say(p, 1));
	if (strcmp(word, "file") == 0)
		return add_file(p, d);
	if (strcmp(word, "task") == 0)
		return add_task(p, d);
	if (strcmp(word, "claim") == 0 || strcmp(word, "done") == 0)
		return on_task(p, d);
	if (strcmp(word, "move") == 0)
		return dossier_move(p->cx, d, p->act->word[1], say(p, 2));
	if (strcmp(word, "wait") == 0)
		return dossier_wait(p->cx, d, say(p, 1));
	if (strcmp(word, "resume") == 0)
		return dossier_resume(p->cx, d, say(p, 1));
	if (strcmp(word, "risk") == 0)
		return set_risk(p, d);
	if (strcmp(word, "close") == 0)
		return dossier_close(p->cx, d, p->story->outcome, say(p, 1));
	if (strcmp(word, "reopen") == 0)
		return dossier_reopen(p->cx, d, say(p, 1));
	if (strcmp(word, "restrict") == 0)
		return access_restrict(p->cx, d, true, say(p, 1));
	return refuse(p->cx, ERR_INVALID, "the act “%s” is unknown",
	    word);
}

/* One story in one transaction. */
static enum err
play_story(struct play *p)
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
	for (p->act = p->story->plot->acts; p->act != NULL;
	    p->act = p->act->next) {
		if (!at_day(p, p->act->day))
			return OK;
		if ((e = play_act(p)) != OK)
			return e;
	}
	return OK;
}

int
tool_demo(struct tool *t)
{
	struct play p = { .cx = &t->cx, .now = t->cx.now };
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
	p.stories = &stories;
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
	printf("%lld sample dossiers\n", (long long)p.count);
	return TOOL_DONE;
}
