/* SPDX-License-Identifier: MIT */
/* In the stories of the demo: what people promise, hand over and do for each
 * other, who is kept out, and who comes in all the same. */
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "domain/course/promise.h"
#include "domain/desk/handover.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/glass.h"
#include "domain/people/absence.h"
#include "domain/people/compartment.h"
#include "domain/people/wall.h"
#include "domain/spine/event.h"
#include "text/date.h"
#include "tool/tool_demo.h"

/* The civil day so many days on; a weekend is over. */
static const char *
day_after(const struct tool_demo *p, const char *days)
{
	int64_t t = p->cx->now + strtoll(days, NULL, 10) * DAY;
	int64_t weekday = (t / DAY + 4) % 7;	/* 0 is Sunday */

	if (weekday == 6 || weekday == 0)
		t += weekday == 6 ? 2 * DAY : DAY;
	return date_today(p->cx->arena, p->cx->zone, t);
}

/* Its first second. */
static int64_t
morning(const struct tool_demo *p, const char *days)
{
	int64_t start;

	if (!date_start(p->cx->zone, day_after(p, days), &start))
		start = p->cx->now;
	return start;
}

static enum err
promise(struct tool_demo *p, struct dossier *d)
{
	const struct promise_new new = { .medium = p->act->word[2],
	    .due = morning(p, p->act->word[1]) + DAY - 1,
	    .text = tool_demo_said(p, 3) };
	struct promise *x;

	return promise_add(p->cx, d, &new, &x);
}

/* The first one that is open. */
static enum err
keep(struct tool_demo *p, struct dossier *d)
{
	const struct promise_end end = { .how = p->act->word[1] };
	struct promise *x;
	enum err e;

	if ((e = promise_list(p->cx, d, &x)) != OK)
		return e;
	while (x != NULL && x->state != PROMISE_OPEN)
		x = x->next;
	return x == NULL ? OK : promise_keep(p->cx, d, x, &end);
}

static enum err
offer(struct tool_demo *p)
{
	const struct handover_new new = { .giver = p->cx->viewer,
	    .receiver = tool_demo_staff(p, p->act->word[1]),
	    .note = tool_demo_said(p, 2), .numbers = &p->number, .count = 1 };
	struct handover *h;

	return handover_add(p->cx, &new, &h);
}

static enum err
away(struct tool_demo *p)
{
	const struct absence_new new = { .person = p->cx->viewer,
	    .substitute = tool_demo_staff(p, p->act->word[1]),
	    .begins = p->cx->now, .ends = morning(p, p->act->word[2]),
	    .types = "", .note = tool_demo_said(p, 3) };
	struct absence *a;

	return absence_add(p->cx, &new, &a);
}

static enum err
wall(struct tool_demo *p, struct dossier *d)
{
	const struct wall_new new = { .label = "", .d = d,
	    .staff = tool_demo_staff(p, p->act->word[1]),
	    .reason = tool_demo_said(p, 2) };
	struct wall *w;

	return wall_set(p->cx, &new, &w);
}

static enum err
admit(struct tool_demo *p)
{
	struct compartment *c;
	enum err e;

	if ((e = compartment_open(p->cx, p->act->word[2], &c)) != OK)
		return e;
	return compartment_admit(p->cx, c, p->act->word[1], 0,
	    tool_demo_said(p, 3));
}

/* Who opens it reads its first page. */
static enum err
glass(struct tool_demo *p)
{
	struct dossier *d;
	enum err e;

	if ((e = glass_break(p->cx, p->number, p->act->word[1],
	    tool_demo_said(p, 2), &d)) != OK)
		return e;
	p->cx->reading = "/dossiers/{number}";
	if ((e = dossier_open(p->cx, p->number, LEVEL_READ, &d)) == OK)
		e = event_looks(p->cx);
	p->cx->reading = NULL;
	return e;
}

/* What waits longest. */
static enum err
review(struct tool_demo *p)
{
	struct glass *g;
	enum err e;

	if ((e = glass_list(p->cx, false, "", 1, &g)) != OK || g == NULL)
		return e;
	return glass_review(p->cx, g, p->act->word[1], tool_demo_said(p, 2));
}

enum err
tool_demo_care_outside(struct tool_demo *p, bool *known)
{
	const char *word = p->act->word[0];

	*known = true;
	if (strcmp(word, "glass") == 0)
		return glass(p);
	if (strcmp(word, "review") == 0)
		return review(p);
	if (strcmp(word, "admit") == 0)
		return admit(p);
	if (strcmp(word, "away") == 0)
		return away(p);
	if (strcmp(word, "answer") == 0)
		return tool_demo_matter_answer(p);
	*known = false;
	return OK;
}

enum err
tool_demo_care(struct tool_demo *p, struct dossier *d, bool *known)
{
	const char *word = p->act->word[0];

	*known = true;
	if (strcmp(word, "promise") == 0)
		return promise(p, d);
	if (strcmp(word, "keep") == 0)
		return keep(p, d);
	if (strcmp(word, "offer") == 0)
		return offer(p);
	if (strcmp(word, "wall") == 0)
		return wall(p, d);
	if (strcmp(word, "within") == 0)
		return dossier_note_within(p->cx, d, tool_demo_said(p, 2), "",
		    p->act->word[1]);
	*known = false;
	return OK;
}
