/* SPDX-License-Identifier: MIT */
#ifndef MODEL_DOSSIER_H
#define MODEL_DOSSIER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/right.h"

/*
 * The nouns of one matter. Moments are UTC seconds, 0 where there is none;
 * texts are never NULL; no is the thing's number inside its dossier, the
 * only one that an address shows; id is the row and never leaves the store.
 */
struct casetype;
struct term;

/* What a person is known by elsewhere: a customer number, a tax number. */
struct identifier {
	struct identifier *next;
	const char *kind;	/* customer tax registration, or a word */
	const char *value;
};

/* An address beside the one of the person's row. */
struct address {
	struct address *next;
	const char *kind;	/* postal visiting billing other */
	const char *text;
};

/* A person or an organisation, staff or not. */
struct person {
	struct person *next;
	int64_t id;
	const char *number;	/* P-48392070, for addresses */
	bool organisation;
	const char *name;	/* as it is shown */
	const char *given, *family;	/* of a human, may be "" */
	const char *email, *phone, *address;
	const char *language;	/* "" unknown */
	const char *born, *died;	/* civil, "" unknown or not */
	const char *sex;	/* male female other unknown; "" not asked */
	const char *login;	/* "" unless staff */
	int64_t dossiers;	/* how many the viewer may see, where counted */
	const char *likely;	/* why it may be the same as another, or "" */
	int64_t version;
	/* what person_open() fills */
	struct identifier *identifiers;
	struct address *addresses;
};

struct team {
	struct team *next;
	int64_t id;
	const char *code;	/* in addresses: a folded, dashed name */
	const char *name;
};

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

enum priority { PRIORITY_LOW = 1, PRIORITY_NORMAL, PRIORITY_HIGH };

struct task {
	struct task *next;
	int64_t id, no;
	const char *title, *instructions, *result;
	const char *shown, *shown_help;	/* title and instructions, in the
					 * reader's language where the plan
					 * made it */
	int64_t item;		/* of the plan, 0 none */
	const char *used;	/* its id in the model, "" none, free */
	const char *ended;	/* by the plan: suspended terminated, "" no */
	int64_t type_id;	/* row of the dossier's type */
	bool required;		/* the plan wants it before closing */
	bool approval;		/* it is done by one, not by whoever has it */
	const char *stage_used, *stage;	/* that its item stands in: its id in
					 * the model, and what people call
					 * it; "" none */
	int64_t dossier;	/* row of it */
	int risk;		/* of the dossier, as there */
	int64_t owner;		/* person, 0 when the team's */
	int64_t for_whom;	/* the owner, while the viewer stands in */
	const char *owner_name;
	int64_t team;		/* 0 when a person's alone */
	const char *team_name;
	int64_t delegator;	/* who handed it on and gets it back, or 0 */
	const char *delegator_name;
	enum priority priority;
	int64_t due, created, done;
	const char *done_by;
	int64_t version;
	const char *dossier_number, *dossier_title;	/* in lists of tasks */
	int64_t compartment;	/* 0 none: whoever may see the dossier */
	const char *compartment_name;
	bool held;		/* privileged and not released: it must not
				 * leave the house */
};

struct note {
	struct note *next;
	int64_t id, no;
	const char *text, *author;
	const char *contact;	/* the medium, where it tells of one with the
				 * requester; else "" */
	int64_t written;
	int64_t compartment;	/* as of a task */
	const char *compartment_name;
	bool held;		/* as of a task */
	/* model/exchange.h; all "" where nobody said so */
	const char *with, *way, *medium, *exchanged;
};

struct document {
	struct document *next;
	int64_t id, no;
	const char *name;	/* as it is called here */
	const char *file;	/* as the file of a new version was called */
	const char *kind;	/* code of the type or of ours, or any word */
	const char *dated;	/* civil date of the letter itself, "" none */
	const char *media_type;
	const char *sha256;	/* 64 hex digits: where the bytes lie */
	size_t bytes;		/* of the newest version, as the two above */
	int64_t added;
	const char *added_by;
	int64_t versions;	/* how many; the newest one's number */
	int64_t version;	/* of the row: for stale forms */
	int64_t withdrawn;	/* it should not be here; kept all the same */
	const char *withdrawn_by, *withdrawn_why;
	int64_t compartment;	/* as of a task */
	const char *compartment_name;
	bool held;		/* as of a task */
	const char *with, *way, *medium, *exchanged;	/* as of a note */
};

struct document_version {
	struct document_version *next;
	int64_t version;	/* from 1 */
	const char *file;	/* as the file was called */
	const char *media_type;
	const char *sha256;
	size_t bytes;
	int64_t added;
	const char *added_by;
};

/* A kind that documents of a dossier have. */
struct document_kind {
	struct document_kind *next;
	const char *code;	/* "" those without */
	int64_t count;
};

enum document_order {
	DOCUMENT_BY_ADDED, DOCUMENT_BY_DATED, DOCUMENT_BY_NAME
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

/* A list that somebody keeps under a name. */
struct list_view {
	struct list_view *next;
	int64_t id;
	const char *number;	/* V-48392070, for addresses */
	const char *name;
	int64_t owner;		/* of the staff */
	const char *owner_name;
	int64_t team;		/* who shares it, 0 none */
	const char *team_code, *team_name;
	bool everybody;
	const char *query;	/* filters, order, columns as in addresses */
	int64_t version;
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
