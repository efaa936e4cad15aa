/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_FILLED_H
#define DOMAIN_FILLED_H

#include "base/ctx.h"
#include "domain/type/form_model.h"
#include "model/compartment.h"
#include "model/dossier.h"
#include "model/filled.h"

/*
 * A form of the type, filled in on a dossier. It is begun, saved half and gone
 * on with, skipped with a reason, or completed: then a copy is kept of every
 * question as it was asked and of its answer, with a hash in the log. What was
 * completed is never altered: a correction is one more copy, with a reason.
 * It stays with the version of the type that it began with. Every act needs
 * LEVEL_WORK on an open dossier and can be undone.
 *
 * Answers come as typed: a value for each question that was on the page, ""
 * where it was left empty; of many choices the codes with blanks between. What
 * was not on the page stays. Mistakes stand beside "f.CODE" or "f.CODE.ROW".
 */
enum err filled_list(struct ctx *, const struct dossier *,
	    struct filled **out);		/* without answers */
/* Those of cases that were merged into it, as far as the viewer sees these:
 * with their number. */
enum err filled_merged(struct ctx *, const struct dossier *,
	    struct filled **out);
enum err filled_open(struct ctx *, const struct dossier *, int64_t no,
	    struct filled **out);		/* with answers; ERR_MISSING */
/* The form of its version; ERR_LOST: it cannot be read any more. */
enum err filled_model(struct ctx *, const struct filled *,
	    const struct form_model **out);

/* May the viewer begin one? within: the compartment that it is born in, NULL
 * none. */
enum err filled_offered(struct ctx *, const struct form_model *,
	    struct compartment **within, bool *out);
/* ERR_MISSING where none is offered. One that is open already and that the
 * viewer may see is given instead. task: no of the task that it is
 * done for, or 0. */
enum err filled_begin(struct ctx *, struct dossier *, const char *code,
	    int64_t task, struct filled **out);
enum err filled_save(struct ctx *, struct dossier *, struct filled *,
	    const struct value *typed, int64_t version);
/* ERR_INVALID with each answer that is missing; a blank one is never
 * complete. Then the task that it is for is done, too. */
enum err filled_complete(struct ctx *, struct dossier *, struct filled *,
	    const struct value *typed, int64_t version);
enum err filled_correct(struct ctx *, struct dossier *, struct filled *,
	    const struct value *typed, const char *reason, int64_t version);
enum err filled_skip(struct ctx *, struct dossier *, struct filled *,
	    const char *reason);
enum err filled_resume(struct ctx *, struct dossier *, struct filled *);

/* What was kept, the newest first. */
enum err filled_editions(struct ctx *, const struct filled *,
	    struct filled_edition **out);
/* Those of a code that are complete and came to a score, the oldest first,
 * and which answers gave points, in the order of the forms and questions. */
enum err filled_trend(struct ctx *, const struct dossier *, const char *code,
	    struct filled **out, struct filled_mark **marks);
/* Its title in the viewer's language. */
const char *filled_title(struct ctx *, const struct filled *);

/* The plan asks for the task by a form: the code, "" none. */
enum err filled_task_form(struct ctx *, const struct dossier *,
	    const struct task *, const char **code);
/* ERR_INVALID while that form is neither complete nor skipped. */
enum err filled_task_may(struct ctx *, const struct dossier *,
	    const struct task *);

#endif
