/* SPDX-License-Identifier: MIT */
#ifndef RULES_FEEL_H
#define RULES_FEEL_H

#include "rules/feel/feel_eval.h"
#include "rules/feel/feel_type.h"

/*
 * FEEL, the expression language of DMN 1.5 (chapter 10): a text is compiled
 * once against the names it may use, and run as often as wanted. Pure: a
 * result depends on the text, the frame and the clock of the evaluation.
 */
struct feel;			/* a compiled text, never changed */

struct feel_scope {		/* the names of one level; frames match it */
	const struct feel_scope *outer;
	const struct feel_member *names;	/* type NULL: not known */
	size_t n;
	/* Of the outermost level: names that members of contexts have anywhere
	 * in the model, for paths and filters whose type is not known. */
	const struct feel_string *members;
	size_t n_members;
	/* And the model's own types, for "instance of" and parameters: names
	 * as they are written, an import's before the dot: "tax.tRate". */
	const struct feel_member *types;
	size_t n_types;
};

struct feel_fault {
	struct feel_fault *next;
	int line, column;	/* within the text, from 1, in code points */
	enum { FEEL_FAULT_SYNTAX, FEEL_FAULT_NAME, FEEL_FAULT_TYPE,
	    FEEL_FAULT_LIMIT } kind;
	const char *text;	/* an English sentence */
};

/*
 * An expression (rule 1), or the unary tests of a cell (rule 15) on a
 * value of the input type, which the tests call "?". NULL and a fault where it
 * is none. A name that is not in scope is a FEEL_FAULT_NAME; the text is
 * compiled all the same, and the name is null when it is run.
 */
struct feel *feel_compile(struct arena *, const char *text, size_t len,
	    const struct feel_scope *, struct feel_fault **);
struct feel *feel_compile_tests(struct arena *, const char *text, size_t len,
	    const struct feel_scope *, const struct feel_type *input,
	    struct feel_fault **);

/* The frame's values are those of the scope, level by level. */
struct feel_value feel_run(const struct feel *, struct feel_eval *,
	    const struct feel_frame *);
/* Does the input pass the tests? Unknown counts as no, with a note. */
enum feel_ternary feel_test(const struct feel *, struct feel_eval *,
	    const struct feel_frame *, struct feel_value input);

/* What is known of the result without running it, for checks. */
const struct feel_type *feel_result(const struct feel *);

#endif
