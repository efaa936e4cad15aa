/* SPDX-License-Identifier: MIT */
/* What a dossier is: how far, whose, what is left to do. */
#include "matter.h"

#include <string.h>
#include <time.h>

#include "model/casetype.h"
#include "words.h"

#define YEARS 5			/* that they are spread over */
#define CROWD 200		/* each so many have the same third party */

/* A tenth of all is in the first, ever fewer in the next. */
static int64_t
a_scope(struct make *m)
{
	return 1 + make_dice(m, MAKE_SCOPES) * make_dice(m, MAKE_SCOPES) /
	    MAKE_SCOPES;
}

/* Somebody of the team; a viewer's own share in the team of theirs. */
static int64_t
a_member(struct make *m, int64_t team)
{
	int64_t at = make_dice(m, MAKE_STAFF + 1);

	if (at == MAKE_STAFF)
		at = team == 1 ? MAKE_ALL : team == 3 ? MAKE_FIFTH :
		    team == MAKE_TEAMS ? MAKE_TEAM : 0;
	else
		at += MAKE_VIEWERS + 1 + (team - 1) * MAKE_STAFF;
	return at == 0 ? MAKE_VIEWERS + 1 + (team - 1) * MAKE_STAFF : at;
}

/* One in twenty is not closed, nearly all of them among the newest. */
static void
what_state(struct make *m, struct matter *x)
{
	static const char *const phases[] = { "assessment", "risk",
	    "planning", "implementation", "followup", "evaluation" };
	bool recent = x->id > m->n * 7 / 10;
	int64_t at = make_dice(m, 1000), age;

	x->tray = recent && at < 5;
	x->is_closed = at >= (recent ? 150 : 7) && !x->granted;
	x->status = x->is_closed ? "closed" :
	    at % 6 == 0 && !x->tray ? "waiting" : "open";
	x->verdict = x->tray ? "" : !x->is_closed || at % 20 != 0 ?
	    "accepted" : at % 40 == 0 ? "solved" : "declined";
	x->phase = x->tray ? "screening" : x->is_closed ? "evaluation" :
	    phases[make_dice(m, 6)];
	x->outcome = !x->is_closed ? "" :
	    strcmp(x->verdict, "accepted") != 0 ? x->verdict :
	    x->type->outcomes->next->code;
	age = MAKE_NOW - x->received;
	x->step = (age < 40 * MAKE_DAY ? age : MAKE_DAY * (5 +
	    make_dice(m, 35))) / 12;
	x->touched = x->received + 10 * x->step;
	x->closed = x->is_closed ? x->touched : 0;
}

static void
who(struct make *m, struct matter *x)
{
	int64_t c = make_dice(m, m->ncustomers), o = make_dice(m,
	    m->ncustomers);

	if (x->id % CROWD == 3)
		o = 0;

	x->customer = &m->customers[c];
	x->requester = m->first_customer + c;
	x->other = &m->customers[o];
	x->third = m->first_customer + o;
	x->lead = x->tray || (!x->is_closed && make_dice(m, 10) == 0) ? 0 :
	    a_member(m, x->team);
	x->lead_name = x->lead == 0 ? "" : m->staff[x->lead].name;
	x->lead_number = x->lead == 0 ? "" : m->staff[x->lead].number;
}

/* Due moments of what is open lie around now: a quarter has passed. */
int64_t
matter_due(struct make *m)
{
	return MAKE_NOW - 5 * MAKE_DAY + make_dice(m, 20 * MAKE_DAY);
}

static void
what_to_do(struct make *m, struct matter *x)
{
	int64_t i, owner = x->granted ? MAKE_GRANTED : x->lead;

	x->due = MAKE_NEVER;
	for (i = 0; i < MATTER_TASKS; i++) {
		x->task[i] = words_phrase(m, (int)x->tongue, 3);
		x->task_done[i] = x->is_closed || i < 2 ?
		    x->received + (4 + i) * x->step : 0;
		x->task_owner[i] = i == 3 && !x->granted ? 0 : owner;
		x->task_due[i] = x->task_done[i] != 0 ? x->task_done[i] :
		    make_dice(m, 5) == 0 ? MAKE_NEVER : matter_due(m);
		if (x->task_done[i] == 0 && x->task_due[i] < x->due)
			x->due = x->task_due[i];
	}
	for (i = 0; i < MATTER_DOCUMENTS; i++)
		x->document[i] = arena_printf(m->cx.arena, "%s.%s",
		    words_phrase(m, (int)x->tongue, 2), i == 0 ? "pdf" :
		    "txt");
}

/* Of a hundred dossiers one or two are in a compartment, and of three others
 * a document, a note and a task; none that a viewer was granted. */
static void
which_compartment(struct matter *x)
{
	int64_t which = 1 + x->id / 64 % MAKE_COMPARTMENTS;

	if (x->granted)
		return;
	if (x->id % 64 == 9)
		x->compartment = which;
	else if (x->id % 32 == 7)
		x->part = which;
}

void
matter_what(struct make *m, struct matter *x, int64_t i)
{
	*x = (struct matter){ .id = i, .scope = a_scope(m), .values = "" };
	x->team = (x->scope + 1) / 2;
	x->team_name = m->teams[x->team];
	x->type = m->types[(x->scope + 1) % 2];
	x->tongue = words_tongue(m);
	x->granted = i % (m->n / MAKE_GRANTS) == m->n / MAKE_GRANTS / 2;
	x->restricted = make_dice(m, 20) == 0;
	x->received = MAKE_NOW - YEARS * 365 * MAKE_DAY - MAKE_DAY +
	    (int64_t)((double)YEARS * 365 * MAKE_DAY * (double)i /
	    (double)m->n);
	x->title = words_phrase(m, (int)x->tongue, 3 + make_dice(m, 4));
	x->text = words_phrase(m, (int)x->tongue, 8 + make_dice(m, 12));
	x->last_note = words_phrase(m, (int)x->tongue, 4 + make_dice(m, 8));
	what_state(m, x);
	which_compartment(x);
	who(m, x);
	what_to_do(m, x);
}

const char *
matter_day(struct arena *a, int64_t moment)
{
	time_t t = (time_t)moment;
	struct tm tm;

	gmtime_r(&t, &tm);
	return arena_printf(a, "%04d-%02d-%02d", tm.tm_year + 1900,
	    tm.tm_mon + 1, tm.tm_mday);
}
