/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_APPOINTMENT_H
#define DOMAIN_APPOINTMENT_H

#include "base/ctx.h"
#include "model/appointment.h"
#include "model/dossier.h"

/*
 * Entries of calendars. One of a dossier is entered and changed by who works
 * on it, and those who take part are let in; each act is an event of it and
 * can be undone. One that is nobody's case belongs to who entered it; the
 * topic "persons" keeps that something was done, and no word of it.
 */
#define APPOINTMENT_PEOPLE 40	/* who take part, at most */
#define APPOINTMENT_TIMES 500	/* of one in a span, at most */

struct appointment_new {
	const char *title, *place, *others, *note;
	const char *day, *last;	/* civil; last "": the same day */
	int begins, ends;	/* minutes of the day; begins -1: whole days */
	struct appointment_rule rule;
	const int64_t *people;
	size_t n;
};

/* Fields title, place, others, note, day, last, begins, ends, every, days,
 * until, count and people are refused by name. d NULL: nobody's case. */
enum err appointment_add(struct ctx *, struct dossier *d,
	    const struct appointment_new *, struct appointment **out);
/* ERR_MISSING when it is not for the viewer; *d is its dossier, opened at
 * the level, or NULL. With LEVEL_WORK one without a dossier is its owner's. */
enum err appointment_open(struct ctx *, const char *number, enum level,
	    struct appointment **out, struct dossier **d);
/* What differed of single times is forgotten when the rule changes. */
enum err appointment_change(struct ctx *, struct dossier *d,
	    struct appointment *, const struct appointment_new *,
	    int64_t version);
enum err appointment_cancel(struct ctx *, struct dossier *d,
	    struct appointment *, const char *reason);
/* One time of many: the one whose day by the rule this is. */
enum err appointment_skip(struct ctx *, struct dossier *d,
	    struct appointment *, int64_t day, const char *reason);
enum err appointment_move(struct ctx *, struct dossier *d,
	    struct appointment *, int64_t day, const char *to, int begins,
	    int ends, const char *reason);

/* appointment_rule.c: as RFC 5545 writes it, and back; in words. */
const char *appointment_rule_write(struct ctx *,
	    const struct appointment_rule *, int64_t first);
void	 appointment_rule_read(const char *rrule,
	    struct appointment_rule *out);
const char *appointment_rule_words(struct ctx *, const struct appointment *);

/* appointment_when.c: the times that reach into a span, in order. */
struct appointment_time *appointment_when(struct ctx *,
	    const struct appointment *, int64_t from, int64_t until);
/* Fills begins and ends. */
void	 appointment_when_span(struct appointment *);
/* The moment at which the clocks of a zone show this. */
int64_t	 appointment_when_moment(const char *zone, int64_t day, int64_t minute);

/* appointment_beside.c: what else those who take part have at these times,
 * within a year; the first few. */
struct appointment_clash {
	struct appointment_clash *next;
	const char *person;	/* a name; "" the house */
	const char *title;	/* "" not for the viewer */
	int64_t when;
	enum { APPOINTMENT_BUSY, APPOINTMENT_AWAY, APPOINTMENT_CLOSED } why;
};
enum err appointment_beside(struct ctx *, const struct dossier *,
	    const struct appointment *, struct appointment_clash **out);
/* In a sentence. */
const char *appointment_beside_words(struct ctx *,
	    const struct appointment_clash *);

#endif
