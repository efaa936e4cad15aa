/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_APPOINTMENTS_H
#define CASEWORK_APPOINTMENTS_H

#include "domain/desk/appointment.h"
#include "domain/spine/keep.h"
#include "web/request.h"
#include "web/view.h"

/* What the pages of appointments share. */

/* The fields that enter or change one. */
#define APPOINTMENTS_FIELDS						\
	{ "title", FIELD_TEXT, .min = 1, .max = 200 },			\
	{ "day", FIELD_DATE, .min = 1 },				\
	{ "last", FIELD_DATE },						\
	{ "begins", FIELD_TEXT, .max = 8 },				\
	{ "ends", FIELD_TEXT, .max = 8 },				\
	{ "place", FIELD_TEXT, .max = 200 },				\
	{ "others", FIELD_TEXT, .max = 500 },				\
	{ "note", FIELD_LINES, .max = KEEP_REASON },			\
	{ "often", FIELD_CHOICE, .choices = appointments_often },	\
	{ "every", FIELD_INT, .min = 1, .max = 99 },			\
	{ "d.*", FIELD_FLAG },						\
	{ "until", FIELD_DATE },					\
	{ "count", FIELD_INT, .min = 1, .max = 999 },			\
	{ "p.*", FIELD_FLAG },						\
	{ "find", FIELD_TEXT, .max = 200 },	/* in a big house */	\
	{ "look", FIELD_FLAG }
extern const char *const appointments_often[];

/* A time of the day as forms write it, in minutes; -1 where the field is
 * empty, and refuses the field where it is no time. */
enum err appointments_minute(struct request *, const char *field, int *out);
/* A civil day as a number since 1970; 0 where it is none. */
int64_t	appointments_day(const char *civil);
const char *appointments_iso(struct request *, int64_t day);
/* Opens the one of the address, and shows it as "appointment", with its case
 * as "dossier". */
enum err appointments_open(struct request *, enum level,
	    struct appointment **, struct dossier **);

#endif
