/* SPDX-License-Identifier: MIT */
#ifndef MODEL_DOSSIER_H
#define MODEL_DOSSIER_H

#include <stdbool.h>
#include <stdint.h>

#include "model/document.h"
#include "model/note.h"
#include "model/person.h"
#include "model/right.h"
#include "model/task.h"

/*
 * One matter, and what it is made of. As in all nouns moments are UTC seconds,
 * 0 where there is none; texts are never NULL; no is the thing's number inside
 * its dossier, the only one that an address shows; id is the row and never
 * leaves the store.
 */
struct casetype;
struct term;

/* A person in a role on a dossier. */
struct party {
	struct party *next;
	int64_t id, no;
	int64_t person;
	const char *number;	/* the person's */
	const char *name;
	bool organisation;
	const char *role;	/* code from the type; "lead" is ours */
	int64_t added, ended;
};

/* One stay in a phase. */
struct phase {
	struct phase *next;
	const char *code;
	int64_t no;		/* order of the stays in this dossier, from 1 */
	int64_t entered, left;	/* left is 0 for the current one */
	const char *reason, *by;
};

/* A phase of the type and what the dossier's stays in it amount to. */
struct phase_visit {
	struct phase_visit *next;
	const struct term *phase;
	int64_t visits;		/* how often it was entered, 0: never */
	int64_t entered, left;	/* first entered, last left */
	int64_t seconds;	/* of all stays, the current one till now */
	bool current;
};

/* A word that staff put on dossiers. */
struct dossier_label {
	struct dossier_label *next;
	int64_t id;
	const char *code;	/* in addresses */
	const char *name;
};

/* A value of a field of the type; text holds it as it is written. */
struct value {
	struct value *next;
	const char *field;	/* code */
	const char *text;	/* canonical: 2026-11-24, 825000 EUR, 1 ... */
	int64_t no;		/* row of its group, from 1 and for good; 0 of
				 * a field that stands alone */
	const char *person;	/* name behind a person's number, in lists */
};

struct dossier {
	struct dossier *next;
	int64_t id;
	const char *number;		/* C-2026-48392070 */
	const char *title;
	int64_t type_id;		/* row of the type's version */
	const struct casetype *type;	/* of the same, filled by domain */
	int64_t scope, team;
	const char *team_name;
	bool restricted;
	int64_t compartment;		/* 0 none */
	const char *compartment_name;
	bool protects;			/* something in a compartment that
					 * the viewer is a member of */
	enum level level;		/* what the viewer holds on it */
	enum way_in way;			/* by which right */
	bool borrowed;			/* more than their own: they stand in */
	enum level own;			/* then what is their own */
	int64_t for_whom;		/* who is away and whom what the
					 * viewer does here is for, 0 none */
	const char *purpose;		/* what the viewer reads it for, where
					 * its compartment asks; "" it does
					 * not, NULL not looked up */
	const char *status;		/* open waiting closed */
	const char *phase;		/* code, "" where the type has none */
	const char *outcome;		/* code, "" until closed */
	const char *verdict;		/* "" accepted solved declined */
	int risk;			/* 0 none yet, else the step, from 1 */
	int64_t risk_no;		/* in lists: the decision behind it, 0
					 * none, and what it says, JSON */
	const char *risk_result;
	bool risk_overridden;
	const char *medium;		/* web phone counter mail ... */
	int64_t lead;			/* person, 0 none */
	const char *lead_name;
	int64_t requester_id;		/* person, 0 unknown */
	const char *requester;		/* name, for lists */
	int64_t received;		/* true arrival */
	int64_t opened, closed;
	int64_t due;			/* next due moment of its open work */
	int64_t quiet;			/* it is silent from then on, 0 never */
	int64_t heard;			/* for want of contact since, 0: of a
					 * next date */
	int64_t touched;		/* last event */
	int64_t version;
	struct dossier_label *labels;	/* filled by label_of() */
	/* what dossier_load() fills */
	struct party *parties;
	struct task *tasks;
	struct note *notes;
	struct phase *phases;
	struct value *values;
};

#endif
