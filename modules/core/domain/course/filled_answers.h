/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_FILLED_ANSWERS_H
#define DOMAIN_FILLED_ANSWERS_H

#include "domain/type/form_model.h"
#include "model/filled.h"

/* Answers of a form: as typed, as kept, for FEEL and for people. */

/* What was typed, canonical, "" included; mistakes stand beside the fields,
 * and what is no answer stays out. ERR_INVALID where there are some. */
enum err filled_answers_fit(struct ctx *, const struct type_form *,
	    const struct value *typed, struct value **out);
/* Those that there were, with what is new in their place; "" takes one
 * away. */
struct value *filled_answers_merge(struct ctx *, const struct value *old,
	    const struct value *new);
bool	 filled_answers_same(const struct value *, const struct value *);
const char *filled_answers_text(const struct value *, const char *question,
	    int64_t no);

/* What the form makes of them. type: the version that has the form; the
 * values of the dossier are loaded; within: the form's compartment. */
void	 filled_answers_ask(struct ctx *, struct arena *,
	    const struct dossier *, const struct casetype *,
	    const struct form_model *, const struct value *, int64_t within,
	    struct questions_result *out);

/* As the viewer's language writes it; "" none. */
const char *filled_answers_show(struct ctx *,
	    const struct type_form_question *, const char *text);
/* The score as it is kept, "" none. */
const char *filled_answers_score(struct ctx *,
	    const struct questions_result *);
/* What a line asks, with its row: "Person 2: Name". */
const char *filled_answers_label(struct ctx *,
	    const struct type_form_section *,
	    const struct type_form_question *, int64_t row);
/* Is a code among those of many choices? */
bool	 filled_answers_has(const char *text, const char *code);

#endif
