/* SPDX-License-Identifier: MIT */
/* What people do in the stories of the demo, by the rules of the trade. */
#include "base/day.h"
#include "domain/course/dossier_change.h"
#include "domain/course/dossier_close.h"
#include "domain/course/dossier_load.h"
#include "domain/dossier/party.h"
#include "tool/tool_demo.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "domain/course/assign.h"
#include "domain/course/decision_make.h"
#include "domain/course/dossier_merge.h"
#include "domain/course/task.h"
#include "domain/desk/arrival.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_link.h"
#include "domain/dossier/label.h"
#include "domain/people/access.h"
#include "domain/people/person.h"
#include "domain/type/casetype.h"
#include "text/date.h"

/* Somebody who has come before. */
struct known {
	struct known *next;
	const char *name, *email;
	int64_t id;
};

/* A story that others name. */
struct named {
	struct named *next;
	const char *key, *number;
};

static const char *
say(const struct tool_demo *p, int word)
{
	return tool_demo_said(p, word);
}

/* Whoever has come before is the same person. Given name and family name
 * are told apart by the last blank. */
enum err
tool_demo_acts_person(struct tool_demo *p, bool company, const char *name,
    const char *email, const char *phone, int64_t *id)
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
add_parties(struct tool_demo *p, struct dossier *d)
{
	const struct story_party *s;
	int64_t who;
	enum err e;

	for (s = p->story->parties; s != NULL; s = s->next)
		if ((e = tool_demo_acts_person(p, false, s->name,
		    s->email, s->phone, &who)) != OK ||
		    (e = party_add(p->cx, d, who, s->role)) != OK)
			return e;
	return OK;
}

/* The labels of the story; the vocabulary grows with them. */
static enum err
put_labels(struct tool_demo *p, struct dossier *d)
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

enum err
tool_demo_file(struct tool_demo *p, const char *name, const char *text,
    struct document_new *out)
{
	*out = (struct document_new){ .name = name, .kind = "Letter",
	    .dated = date_today(p->cx->arena, p->cx->zone, p->cx->now),
	    .media_type = "text/plain" };
	return tool_demo_paper_write(p, arena_printf(p->cx->arena,
	    "%s\n\n%s\n\n%s\n", p->story->title, text, p->story->name),
	    out);
}

static enum err
add_file(struct tool_demo *p, struct dossier *d)
{
	const char *text = strcmp(p->act->word[2], "says") == 0 ?
	    p->story->says : say(p, 2);
	struct document_new new;
	struct document *document;
	enum err e;

	if ((e = tool_demo_file(p, say(p, 1), text, &new)) != OK)
		return e;
	return document_add(p->cx, d, &new, &document);
}

/* The newest document: a further version of it, or it is withdrawn. */
static enum err
on_file(struct tool_demo *p, struct dossier *d)
{
	struct document_filter newest = { .limit = 1 };
	struct document_new new;
	struct document *f;
	enum err e;

	if ((e = document_list(p->cx, d, &newest, &f)) != OK)
		return e;
	if (f == NULL)
		return refuse(p->cx, ERR_INVALID, "there is no file yet");
	if (strcmp(p->act->word[0], "withdraw") == 0)
		return document_withdraw(p->cx, d, f, say(p, 1));
	if ((e = tool_demo_file(p, f->name, say(p, 1), &new)) != OK)
		return e;
	return document_revise(p->cx, d, f, &new);
}

/* What came and nobody knows yet where it belongs. */
enum err
tool_demo_acts_arrival(struct tool_demo *p)
{
	const struct story *s = p->story;
	struct arrival_new new = { .owner = "", .medium = s->medium,
	    .title = s->title, .sender = s->name,
	    .received = p->cx->now - 5400 };
	struct document_new file;
	struct arrival *a;
	struct team *teams;
	enum err e;

	if ((e = arrival_teams(p->cx, &teams)) != OK)
		return e;
	if (teams == NULL)
		return refuse(p->cx, ERR_FORBIDDEN, "%s works for no team",
		    p->cx->login);
	new.team = teams->code;
	if ((e = arrival_add(p->cx, &new, &a)) != OK ||
	    (e = tool_demo_file(p, tool_stories_phrase(p->stories, "letter",
	    s->language), s->says, &file)) != OK)
		return e;
	p->number = a->number;
	return arrival_keep(p->cx, a, &file);
}

static enum err
on_arrival(struct tool_demo *p)
{
	struct arrival *a;
	enum err e;

	if ((e = arrival_open(p->cx, p->number, &a)) != OK)
		return e;
	if (strcmp(p->act->word[0], "take") == 0)
		return arrival_take(p->cx, a);
	return arrival_put_away(p->cx, a, say(p, 1));
}

void
tool_demo_acts_name(struct tool_demo *p)
{
	struct named *n;

	if (*p->story->key == '\0')
		return;
	n = arena_alloc(p->cx->arena, sizeof(*n));
	*n = (struct named){ p->named, p->story->key, p->number };
	p->named = n;
}

/* Links the dossier to the one of another story, or merges it into that. */
static enum err
meet(struct tool_demo *p, struct dossier *d)
{
	const struct named *n = p->named;
	struct dossier *other;
	enum err e;

	while (n != NULL && strcmp(n->key, p->act->word[1]) != 0)
		n = n->next;
	if (n == NULL)
		return refuse(p->cx, ERR_INVALID, "no story before has the "
		    "key %s", p->act->word[1]);
	if ((e = dossier_open(p->cx, n->number, LEVEL_WORK, &other)) != OK ||
	    (e = dossier_load(p->cx, other)) != OK)
		return e;
	if (strcmp(p->act->word[0], "merge") == 0)
		return dossier_merge(p->cx, d, other, say(p, 2));
	return dossier_link_add(p->cx, d, other, p->act->word[2],
	    say(p, 3));
}

static enum err
add_task(struct tool_demo *p, struct dossier *d)
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
		new.owner = tool_demo_staff(p, p->act->who);
	if ((e = task_add(p->cx, d, &new, &t)) == OK && p->made < 8)
		p->tasks[p->made++] = t->no;
	return e;
}

static enum err
on_task(struct tool_demo *p, struct dossier *d)
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

/* Where a table decides, only with a reason. */
static enum err
set_risk(struct tool_demo *p, struct dossier *d)
{
	struct dossier_change change = { .title = d->title,
	    .risk = (int)strtol(p->act->word[1], NULL, 10),
	    .version = d->version, .why = say(p, 2) };

	if (change.why[0] == '\0' &&
	    casetype_decision(d->type, TYPE_DECISION_RISK) != NULL)
		return OK;
	return dossier_change(p->cx, d, &change);
}

/* What came to light in the work. */
static enum err
found(struct tool_demo *p, struct dossier *d)
{
	struct dossier_change change = { .title = d->title, .risk = d->risk,
	    .version = d->version, .why = "" };

	change.values = tool_demo_values(p, p->story->found, d->type);
	return change.values == NULL ? OK : dossier_change(p->cx, d, &change);
}

/* The table is asked; where the story has not told enough, nothing is
 * decided. */
static enum err
decide(struct tool_demo *p, struct dossier *d)
{
	int64_t no;
	enum err e = decision_make(p->cx, d, p->act->word[1], &no);

	return e == ERR_INVALID ? OK : e;
}

/* What the table proposed is confirmed, or something else is decided. */
static enum err
on_proposal(struct tool_demo *p, struct dossier *d)
{
	struct decision_slot *s;
	int64_t no;
	enum err e;

	if ((e = decision_slots(p->cx, d, &s)) != OK)
		return e;
	while (s != NULL && strcmp(s->of->code, p->act->word[1]) != 0)
		s = s->next;
	if (s == NULL || s->proposed == NULL)
		return OK;
	if (strcmp(p->act->word[0], "confirm") == 0)
		return decision_make_confirmed(p->cx, d, s->proposed->no);
	return decision_make_other(p->cx, d, s->proposed->no,
	    p->act->word[2], say(p, 3), &no);
}

static enum err
screen(struct tool_demo *p, struct dossier *d)
{
	static const struct assign_question lead = { "", "", "", false };
	bool rule = strcmp(p->act->word[1], "rule") == 0;
	int64_t scope;
	enum err e;

	if (strcmp(p->act->word[0], "solve") == 0)
		return dossier_solve(p->cx, d, say(p, 1));
	if (strcmp(p->act->word[0], "decline") == 0)
		return dossier_decline(p->cx, d, say(p, 1), say(p, 2));
	if ((e = tool_demo_scope(p, tool_demo_team(p), &scope)) != OK)
		return e;
	if ((e = dossier_accept(p->cx, d, p->story->type, d->title, scope,
	    rule ? 0 : tool_demo_staff(p, "lead"))) != OK || !rule)
		return e;
	return assign_lead_also(p->cx, d, &lead);
}

enum err
tool_demo_acts(struct tool_demo *p)
{
	const char *word = p->act->word[0];
	enum level level = LEVEL_WORK;
	struct dossier *d;
	bool known;
	enum err e;

	if (strcmp(word, "take") == 0 || strcmp(word, "putaway") == 0)
		return on_arrival(p);
	if ((e = tool_demo_care_outside(p, &known)) != OK || known)
		return e;
	if (strcmp(word, "restrict") == 0 || strcmp(word, "wall") == 0)
		level = LEVEL_MANAGE;
	if ((e = dossier_open(p->cx, p->number, level, &d)) != OK ||
	    (e = dossier_load(p->cx, d)) != OK)
		return e;
	if (strcmp(word, "accept") == 0 || strcmp(word, "solve") == 0 ||
	    strcmp(word, "decline") == 0)
		return screen(p, d);
	if (strcmp(word, "people") == 0)
		return add_parties(p, d);
	if (strcmp(word, "labels") == 0)
		return put_labels(p, d);
	if (strcmp(word, "link") == 0 || strcmp(word, "merge") == 0)
		return meet(p, d);
	if (strcmp(word, "note") == 0)
		return dossier_note(p->cx, d, say(p, 1));
	if (strcmp(word, "file") == 0)
		return add_file(p, d);
	if (strcmp(word, "revise") == 0 || strcmp(word, "withdraw") == 0)
		return on_file(p, d);
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
	if (strcmp(word, "found") == 0)
		return found(p, d);
	if (strcmp(word, "decide") == 0)
		return decide(p, d);
	if (strcmp(word, "confirm") == 0 || strcmp(word, "override") == 0)
		return on_proposal(p, d);
	if (strcmp(word, "close") == 0)
		return dossier_close(p->cx, d, p->story->outcome, say(p, 1));
	if (strcmp(word, "reopen") == 0)
		return dossier_reopen(p->cx, d, say(p, 1));
	if (strcmp(word, "restrict") == 0)
		return access_restrict(p->cx, d, true, say(p, 1));
	if (strcmp(word, "meet") == 0)
		return tool_demo_calendar_meet(p, d);
	if ((e = tool_demo_goal(p, d, &known)) != OK || known)
		return e;
	if ((e = tool_demo_plan(p, d, &known)) != OK || known)
		return e;
	if ((e = tool_demo_deadline(p, d, &known)) != OK || known)
		return e;
	if ((e = tool_demo_cost(p, d, &known)) != OK || known)
		return e;
	if ((e = tool_demo_matter(p, d, &known)) != OK || known)
		return e;
	if ((e = tool_demo_paper(p, d, &known)) != OK || known)
		return e;
	if ((e = tool_demo_patient(p, d, &known)) != OK || known)
		return e;
	if ((e = tool_demo_care(p, d, &known)) != OK || known)
		return e;
	return refuse(p->cx, ERR_INVALID, "the act “%s” is unknown",
	    word);
}
