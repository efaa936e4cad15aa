/* SPDX-License-Identifier: MIT */
#ifndef MODEL_COMPARTMENT_H
#define MODEL_COMPARTMENT_H

#include <stdbool.h>
#include <stdint.h>

/* What only its members see, whatever else others may do. */
struct compartment {
	struct compartment *next;
	int64_t id;
	const char *code, *name;	/* name: in English */
	int64_t members;	/* who are it now */
	bool held;		/* by the viewer */
	bool privilege;		/* what is in it does not leave the house */
};

struct compartment_member {
	struct compartment_member *next;
	int64_t person;
	const char *number, *name;
	int64_t until;		/* 0: for good */
	int64_t given;
	const char *giver, *reason;
};

/* A thing of a dossier that can be in one. */
enum compartment_kind { COMPARTMENT_DOCUMENT, COMPARTMENT_NOTE,
    COMPARTMENT_TASK, COMPARTMENT_FORM, COMPARTMENT_KINDS };
struct compartment_part {
	enum compartment_kind kind;
	int64_t no;
	const char *name;	/* of a note its text */
	const char *code;	/* of a form, as the type calls it; "" */
	int64_t compartment;	/* 0 none */
	const char *compartment_name;
	int64_t owner;		/* of a task */
	const char *owner_name;
	bool privileged;	/* by that one, or by that of its dossier */
	bool held;		/* and not released */
	bool planned;		/* a task that the plan made */
	bool tied;		/* a goal or an approval names it */
};

#endif
