/* SPDX-License-Identifier: MIT */
#ifndef MODEL_APPROVAL_H
#define MODEL_APPROVAL_H

#include <stdbool.h>
#include <stdint.h>

/* Who may approve what, and what was approved. Amounts are minor units. */

/* What somebody may approve at most; never changed, only withdrawn. */
struct authority {
	struct authority *next;
	int64_t id;
	const char *number;	/* L-48392070, for addresses */
	int64_t person;		/* whose it is, 0: of a label */
	const char *person_number, *person_name;
	const char *label;	/* of a [group LABEL], "" of a person */
	const char *kind;	/* of what, "" whatever it is */
	bool any;		/* no amount is too high */
	int64_t amount;
	const char *currency;	/* "" every one */
	const char *begins, *ends;	/* civil dates; ends "": for good */
	const char *reason;
	int64_t given;
	const char *given_by;
	int64_t withdrawn;	/* 0: it holds */
	const char *withdrawn_by, *withdrawn_why;
};

enum approval_state {
	APPROVAL_ASKED,		/* waits for its step */
	APPROVAL_RETURNED,	/* waits for who asked: to change it */
	APPROVAL_APPROVED, APPROVAL_REJECTED,
	APPROVAL_WITHDRAWN,	/* not needed any more, or asked anew */
	APPROVAL_UNDONE		/* the asking was taken back */
};

enum approval_what {
	APPROVAL_APPROVE, APPROVAL_REJECT, APPROVAL_RETURN,
	APPROVAL_COMMENT, APPROVAL_WITHDRAW
};

/* What somebody said to it: with a name, a time and a meaning, bound to the
 * hash of what was shown. */
struct approval_act {
	struct approval_act *next;
	enum approval_what what;
	int64_t step;
	const char *comment;
	const char *sha256;	/* of what was shown */
	int64_t authority_id;
	struct authority *authority;	/* the limit that covered it, NULL */
	int64_t actor;
	const char *actor_name;
	int64_t acted;
	int64_t undone;		/* taken back, 0: it holds */
};

struct approval_step {
	struct approval_step *next;
	const char *name;	/* a label, a kind, or lead manage decide */
};

struct approval {
	struct approval *next;
	int64_t id, no;
	int64_t root;		/* no of the first of its chain */
	int64_t newest;		/* and of the last, 0 none holds */
	int64_t item;		/* no of its plan item, 0 none */
	bool wanted;		/* the plan has not given it up */
	bool passed;		/* the plan has gone on with it */
	enum approval_state state;
	const char *subject, *reason;
	const char *title;	/* the subject, in the viewer's language where
				 * it is the plan's */
	const char *used;	/* id of its plan item in the model, "" none */
	const char *kind;	/* of a limit, "" nothing in particular */
	const char *field;	/* that the amount is from, "" typed */
	bool has_amount;
	int64_t amount;
	const char *currency;
	int64_t document;	/* no, 0 none */
	const char *document_name, *document_sha256;
	int64_t decision;	/* no, 0 none */
	const char *levels;	/* code of the decision that gave the steps */
	int64_t levels_no;	/* and its no, 0: there was none */
	const char *steps_text;	/* a name a line */
	struct approval_step *steps;
	int64_t last, step;	/* how many; the one that waits, from 1 */
	const char *waits;	/* its name */
	const char *shown;	/* SHA-256 of what is to be approved */
	int64_t asked, asked_by;	/* 0: the plan by itself */
	const char *asked_by_name;
	int64_t ended;
	/* in lists */
	const char *dossier_number, *dossier_title;
	int64_t type_id;	/* of the dossier's type */
	/* as it is by now */
	const char *now_value;	/* of the field, canonical; "" none */
	const char *now_sha256;	/* newest of the document, "" it is gone */
	const char *decision_result;	/* JSON */
	bool decision_counts;	/* still */
	/* what approval_open() and approval_list() fill */
	bool stale;		/* it is another thing by now: does not count */
	const char *now;	/* and what it is now: a sentence, or "" */
	struct approval_act *acts;	/* oldest first */
};

#endif
