/* SPDX-License-Identifier: MIT */
#ifndef MODEL_APPOINTMENT_H
#define MODEL_APPOINTMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * An entry of a calendar. It lies where the clocks of its zone show its day
 * and minute, so 9:00 stays 9:00 when they change. Days are numbers since
 * 1970-01-01, by the calendar on the wall.
 */
enum appointment_often {
	APPOINTMENT_ONCE, APPOINTMENT_DAILY, APPOINTMENT_WEEKLY,
	APPOINTMENT_MONTHLY_DAY,	/* on the 24th */
	APPOINTMENT_MONTHLY_WEEKDAY	/* on the 4th Tuesday */
};
#define APPOINTMENT_OFTEN					\
	"once", "daily", "weekly", "monthday", "weekday"	/* words */

struct appointment_rule {
	enum appointment_often often;
	int64_t every;		/* 2: every second week; from 1 */
	unsigned int days;	/* of a week, Monday is bit 0 */
	bool ends;		/* after the day: */
	int64_t until;
	int64_t count;		/* or after so many times; 0 not */
};

/* One time of many that differs from the rule. */
struct appointment_except {
	struct appointment_except *next;
	int64_t day;		/* by the rule */
	int64_t begins, ends;	/* moved; 0: cancelled */
};

struct appointment_person {
	struct appointment_person *next;
	int64_t id;
	const char *number, *name;
};

struct appointment {
	struct appointment *next;
	int64_t id;
	const char *number;	/* T-48392070, for addresses */
	int64_t dossier;	/* 0: of its owner */
	const char *dossier_number, *dossier_title;
	const char *title, *place, *others, *note;
	const char *zone;
	int64_t day;
	int minute;		/* of the day; -1: whole days */
	int64_t length;		/* minutes */
	const char *repeats;	/* RRULE; "" once */
	int64_t begins, ends;
	int64_t owner;
	const char *owner_name;
	int64_t cancelled;	/* 0 not */
	const char *reason;
	int64_t created, changed, version;
	bool shown;		/* the viewer may read it; else times alone */
	const char *person;	/* in lists: whose time it takes, a name */
	struct appointment_except *excepts;
	struct appointment_person *people;	/* of one that was opened */
};
#define APPOINTMENT_FOR_EVER INT64_C(253402300799)

/* One time that it takes place. */
struct appointment_time {
	struct appointment_time *next;
	int64_t day;		/* by the rule */
	int64_t begins, ends;
	bool moved;
};

#endif
