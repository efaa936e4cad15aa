/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_FACT_H
#define DOMAIN_FACT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/ctx.h"
#include "model/dossier.h"
#include "model/fact.h"

/*
 * What is known of a patient: problems, allergies, medications as they were
 * told, encounters, alerts. A table of fields (fact_field.c) says what each
 * kind holds; forms, checks, events and the sentences of the history read it.
 * Every act needs LEVEL_WORK and can be undone; nothing is deleted: what was
 * entered in error stays and says so. Events are for the members of the
 * compartment "medical" alone, wherever the dossier lies.
 */
enum fact_form {
	FACT_LINE, FACT_LINES, FACT_CHOICE,
	FACT_DAY,		/* civil: a day, a month or a year */
	FACT_MOMENT,		/* local, as a form has it */
	FACT_PERSON		/* number of somebody of the care team */
};
struct fact_choice {
	const char *code, *word;	/* word: in English; code NULL ends */
};
struct fact_field {
	const char *name;	/* in forms, events and the table; NULL ends */
	enum fact_form form;
	bool needed;
	size_t most;		/* characters */
	const char *label, *help;	/* in English; help "" none */
	const struct fact_choice *choices;
};

/* In the order of a form; place: of the value. */
const struct fact_field *fact_field(enum fact_kind, enum fact_place);
enum fact_place fact_field_places(enum fact_kind);	/* how many */
const char *fact_field_noun(enum fact_kind);		/* "problem" */
bool	 fact_field_noun_is(const char *noun, enum fact_kind *out);
/* A code in a word of the reader's language; other codes as they are. */
const char *fact_field_word(const struct fact_field *, const char *code);
/* A value as it is read; "" of none. */
const char *fact_show(struct ctx *, const struct fact *, enum fact_place);
/* The same of what an event has under "problem.status", and its label;
 * fact_field_named(): is it such a name? */
bool	 fact_field_named(const char *name, enum fact_kind *kind,
	    enum fact_place *place);
const char *fact_show_as(struct ctx *, enum fact_kind, enum fact_place,
	    const char *value);

bool	 fact_is_error(const struct fact *);
bool	 fact_is_none(const struct fact *);	/* "no known allergies" */
/* It holds today: an active problem, what is taken now, an alert that has not
 * ended. */
bool	 fact_holds(struct ctx *, const struct fact *);

/* Page by page, as store_fact_list(): after is a number, 0 none. */
enum err fact_list(struct ctx *, const struct dossier *, enum fact_kind,
	    int64_t after, int64_t limit, struct fact **out);
enum err fact_open(struct ctx *, const struct dossier *, enum fact_kind,
	    int64_t no, struct fact **out);		/* ERR_MISSING */
/* Allergies and alerts from all cases of the patient that the viewer sees:
 * one statement. */
enum err fact_banner(struct ctx *, const struct dossier *,
	    struct fact_banner *out);

/* typed: a text for each place, NULL or "" for nothing. Fields are refused by
 * their names. A new one that says no status is active (an encounter:
 * finished). */
enum err fact_act_add(struct ctx *, struct dossier *, enum fact_kind,
	    const char *const typed[FACT_PLACES], struct fact **out);
enum err fact_act_change(struct ctx *, struct dossier *, struct fact *,
	    const char *const typed[FACT_PLACES], int64_t version);
/* The values as a form begins with them. */
void	 fact_show_typed(struct ctx *, const struct fact *,
	    const char *out[FACT_PLACES]);
/* It should never have been entered. Field: why. */
enum err fact_act_void(struct ctx *, struct dossier *, struct fact *,
	    const char *why);
/* A medication is not taken any more; an alert, a problem or an allergy is
 * over. Fields: ends, why (of a medication needed). */
enum err fact_act_end(struct ctx *, struct dossier *, struct fact *,
	    const char *day, const char *why);
/* Somebody said that there are no allergies. Fields: told_by, told_on.
 * ERR_CONFLICT while some are known. */
enum err fact_act_none(struct ctx *, struct dossier *, const char *told_by,
	    const char *told_on, struct fact **out);

#endif
