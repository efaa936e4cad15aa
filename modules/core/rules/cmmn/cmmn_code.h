/* SPDX-License-Identifier: MIT */
#ifndef RULES_CMMN_CODE_H
#define RULES_CMMN_CODE_H

#include "rules/cmmn/cmmn_run.h"

/*
 * The expressions of a plan. The data do not change within an event, so each
 * is run once in it at most; what it used is only looked up for a reason.
 */
struct cmmn_maker {		/* while a case is compiled */
	struct arena *arena;
	struct cmmn *cmmn;
	struct cmmn_fault **faults;
	size_t looked;		/* names compared, to find those in use */
};

/* NULL where there is no text. element: for faults. */
const struct cmmn_code *cmmn_code_make(struct cmmn_maker *,
	    const struct cmmn_text *, const char *element);
/* The scope of expressions, and nulls for names of the case file that the
 * caller has no values of. */
void	 cmmn_code_scope(struct cmmn_maker *, const struct feel_scope *names);
void	 cmmn_code_fault(struct cmmn_maker *, int line, const char *element,
	    bool mild, const char *fmt, ...)
	    __attribute__((format(printf, 5, 6)));

/* Is it true? Nothing else counts. NULL: there is none, which is `missing`. */
bool	 cmmn_code_holds(struct cmmn_work *, const struct cmmn_code *,
	    bool missing);
struct feel_value cmmn_code_value(struct cmmn_work *,
	    const struct cmmn_code *);
/* The if-part as a reason, with the values that it used. */
struct cmmn_reason *cmmn_code_reason(struct cmmn_work *,
	    const struct cmmn_code *);

#endif
