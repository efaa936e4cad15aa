/* SPDX-License-Identifier: MIT */
/* 8.4 The life cycles of the case plan, of stages and tasks, and of milestones
 * and event listeners: one row for each arrow of the figures. */
#include "rules/cmmn/cmmn_life.h"

struct arrow {
	enum cmmn_transition transition;
	enum cmmn_state from, to;
};

#define AV CMMN_AVAILABLE
#define EN CMMN_ENABLED
#define DI CMMN_DISABLED
#define AC CMMN_ACTIVE
#define SU CMMN_SUSPENDED
#define FA CMMN_FAILED
#define CO CMMN_COMPLETED
#define TE CMMN_TERMINATED
#define BACK CMMN_NONE		/* to where it was */

static const struct arrow case_plan[] = {
	{ CMMN_CREATE,		CMMN_NONE, AC },
	{ CMMN_SUSPEND,		AC, SU },
	{ CMMN_COMPLETE,	AC, CO },
	{ CMMN_TERMINATE,	AC, TE },
	{ CMMN_FAULT,		AC, FA },
	{ CMMN_REACTIVATE,	SU, AC },
	{ CMMN_REACTIVATE,	CO, AC },
	{ CMMN_REACTIVATE,	TE, AC },
	{ CMMN_REACTIVATE,	FA, AC },
	{ CMMN_CLOSE,		SU, CMMN_CLOSED },
	{ CMMN_CLOSE,		CO, CMMN_CLOSED },
	{ CMMN_CLOSE,		TE, CMMN_CLOSED },
	{ CMMN_CLOSE,		FA, CMMN_CLOSED },
	{ CMMN_NO_TRANSITION,	CMMN_NONE, CMMN_NONE }
};

static const struct arrow work[] = {
	{ CMMN_CREATE,		CMMN_NONE, AV },
	{ CMMN_ENABLE,		AV, EN },
	{ CMMN_START,		AV, AC },
	{ CMMN_DISABLE,		EN, DI },
	{ CMMN_MANUAL_START,	EN, AC },
	{ CMMN_REENABLE,	DI, EN },
	{ CMMN_SUSPEND,		AC, SU },
	{ CMMN_RESUME,		SU, AC },
	{ CMMN_FAULT,		AC, FA },
	{ CMMN_REACTIVATE,	FA, AC },
	{ CMMN_COMPLETE,	AC, CO },
	{ CMMN_TERMINATE,	AC, TE },
	{ CMMN_EXIT,		AV, TE },
	{ CMMN_EXIT,		EN, TE },
	{ CMMN_EXIT,		DI, TE },
	{ CMMN_EXIT,		AC, TE },
	{ CMMN_EXIT,		SU, TE },
	{ CMMN_EXIT,		FA, TE },
	{ CMMN_PARENT_SUSPEND,	AV, SU },
	{ CMMN_PARENT_SUSPEND,	EN, SU },
	{ CMMN_PARENT_SUSPEND,	DI, SU },
	{ CMMN_PARENT_SUSPEND,	AC, SU },
	{ CMMN_PARENT_RESUME,	SU, BACK },
	{ CMMN_NO_TRANSITION,	CMMN_NONE, CMMN_NONE }
};

static const struct arrow moment[] = {
	{ CMMN_CREATE,		CMMN_NONE, AV },
	{ CMMN_OCCUR,		AV, CO },
	{ CMMN_SUSPEND,		AV, SU },
	{ CMMN_RESUME,		SU, AV },
	{ CMMN_TERMINATE,	AV, TE },
	{ CMMN_PARENT_TERMINATE, AV, TE },
	{ CMMN_PARENT_TERMINATE, SU, TE },
	{ CMMN_NO_TRANSITION,	CMMN_NONE, CMMN_NONE }
};

static const struct arrow *
figure(enum cmmn_life life)
{
	switch (life) {
	case CMMN_LIFE_CASE:
		return case_plan;
	case CMMN_LIFE_WORK:
		return work;
	case CMMN_LIFE_MOMENT:
		break;
	}
	return moment;
}

enum cmmn_life
cmmn_life_of(const struct cmmn_item *i)
{
	if (i->parent == 0)
		return CMMN_LIFE_CASE;
	return i->kind >= CMMN_MILESTONE && i->kind <= CMMN_TIMER_LISTENER ?
	    CMMN_LIFE_MOMENT : CMMN_LIFE_WORK;
}

enum cmmn_state
cmmn_life_to(enum cmmn_life life, enum cmmn_transition t,
    enum cmmn_state from, enum cmmn_state before)
{
	const struct arrow *a;

	for (a = figure(life); a->transition != CMMN_NO_TRANSITION; a++)
		if (a->transition == t && a->from == from)
			return a->to == BACK ? before : a->to;
	return CMMN_NONE;
}

bool
cmmn_life_has(enum cmmn_life life, enum cmmn_transition t)
{
	const struct arrow *a;

	for (a = figure(life); a->transition != CMMN_NO_TRANSITION; a++)
		if (a->transition == t)
			return true;
	return false;
}

bool
cmmn_life_outside(enum cmmn_life life, enum cmmn_transition t)
{
	switch (t) {
	case CMMN_CREATE:
	case CMMN_ENABLE:
	case CMMN_START:
	case CMMN_PARENT_SUSPEND:
	case CMMN_PARENT_RESUME:
	case CMMN_PARENT_TERMINATE:
		return false;
	default:
		return cmmn_life_has(life, t);
	}
}

bool
cmmn_life_done(enum cmmn_state s)
{
	return s == CMMN_DISABLED || s == CMMN_COMPLETED ||
	    s == CMMN_TERMINATED || s == CMMN_FAILED;
}

bool
cmmn_life_ended(enum cmmn_state s)
{
	return s == CMMN_COMPLETED || s == CMMN_TERMINATED ||
	    s == CMMN_CLOSED;
}
