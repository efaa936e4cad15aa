/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_PLAN_VALUES_H
#define DOMAIN_PLAN_VALUES_H

#include "domain/type/plan_model.h"
#include "model/dossier.h"

/* What the expressions of a plan or a form find on one case, whose values are
 * loaded; "case" only where it is asked for. */
const struct feel_value *plan_values(struct ctx *,
	    const struct feel_scope *, const struct casetype *,
	    const struct dossier *, struct feel_value forms, bool tells);
/* The values of the scope, of a dossier whose values are loaded. */
void	 plan_values_frame(struct ctx *, const struct plan_model *,
	    const struct dossier *, struct feel_frame *out);
void	 plan_values_eval(struct ctx *, const struct calendar *,
	    struct feel_eval *);
/* The moment that a formula gives: a date to the end of its day, a duration
 * from now; 0: none. */
int64_t	 plan_values_moment(struct ctx *, struct feel_eval *,
	    const struct plan_formula *, const struct feel_frame *);

#endif
