/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_FORM_EDIT_H
#define DOMAIN_FORM_EDIT_H

#include "domain/course/form_draft.h"

/*
 * Changes of one part of a form that is being changed. English has to be
 * said; what the other languages lack may wait until it is published.
 * ERR_INVALID with each mistake beside its field; those of conditions and of
 * the score are told by line.
 */
struct form_edit_typed {	/* what a part's page asks, as typed */
	const char *code;	/* of a new one, "": made of its label */
	struct label label, help, one;	/* "" or NULL: not said */
	const char *when, *score;	/* FEEL */
	const char *kind;	/* of a question: text ... choices */
	const char *max, *decimals, *least, *most, *currency, *points, *from;
	const char *rows_least, *rows_most;
	const char *compartment;	/* of a form: code, "" none */
	bool required, repeats;
	int64_t version;	/* of the draft that was shown */
};

enum err form_edit_set(struct ctx *, struct form_draft_open *,
	    const char *part, const struct form_edit_typed *);
/* kind: section, question, choice, band; part: what it is added to; *out:
 * what it is called. */
enum err form_edit_add(struct ctx *, struct form_draft_open *,
	    const char *part, const char *kind,
	    const struct form_edit_typed *, const char **out);
enum err form_edit_move(struct ctx *, struct form_draft_open *,
	    const char *part, bool up, int64_t version);
/* With all that is in it. */
enum err form_edit_remove(struct ctx *, struct form_draft_open *,
	    const char *part, int64_t version);

#endif
