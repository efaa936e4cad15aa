/* SPDX-License-Identifier: MIT */
#ifndef MODEL_AGENDA_H
#define MODEL_AGENDA_H

#include <stdbool.h>
#include <stdint.h>

/* What somebody, a team or a dossier has in a span of days. */
enum agenda_of { AGENDA_OF_PERSON, AGENDA_OF_TEAM, AGENDA_OF_DOSSIER };
#define AGENDA_OFS 3

enum agenda_kind {
	AGENDA_APPOINTMENT,
	AGENDA_DEADLINE,
	AGENDA_WARNING,		/* ahead of a deadline, as its rule says */
	AGENDA_TASK,		/* is due */
	AGENDA_PROMISE,		/* that a requester was told */
	AGENDA_DATE,		/* the next one of a dossier, if another */
	AGENDA_ABSENCE
};
#define AGENDA_KINDS						\
	"appointment", "deadline", "warning", "task",		\
	"promise", "date", "absence"	/* words */
#define AGENDA_KINDS_N 7

struct agenda_ask {
	enum agenda_of of;
	int64_t id;		/* row of it */
	int64_t from, until;	/* moments, until not included */
	unsigned kinds;		/* bits 1 << kind; 0 all */
};

struct agenda_item {
	struct agenda_item *next;
	enum agenda_kind kind;
	int64_t from, until;	/* the same: a moment without length */
	int64_t row, dossier;	/* 0: has its words already */
	bool wanted;		/* is shown: agenda_fill() looks up its words */
	bool held;		/* its words must not leave the house */
	const char *title;	/* "" of an absence and of a date */
	const char *number, *dossier_title;	/* of the dossier, "" none */
	int64_t no;		/* in it */
	const char *person;	/* whose it is, a name; "" nobody's */
	const char *appointment;	/* number; "" not for the viewer */
	const char *place;
	bool whole;		/* an appointment of whole days */
	const struct agenda_item *clash;	/* at the same time, or NULL */
};

#endif
