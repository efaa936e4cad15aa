/* SPDX-License-Identifier: MIT */
#ifndef RULES_QUESTIONS_H
#define RULES_QUESTIONS_H

#include "model/typeform.h"
#include "rules/feel/feel.h"

/*
 * A form with answers, as a pure function: which questions are asked, which
 * of these lack an answer, whether it is complete, and what its score is and
 * from where. Conditions are FEEL: they know the answers that stand before
 * them by code (a section that repeats is a list of contexts; the answers of
 * the own row come first), and what the outer scope knows. An answer to a
 * question that is not asked does not count: for conditions it is null. A box
 * that is not ticked is false. The score is FEEL over all of these and
 * "points", their sum; without a formula it is that sum.
 */
struct questions_when {		/* compiled; NULL: always */
	const struct feel *feel;
	bool broken;		/* it cannot be read: never asked */
};

struct questions_part {		/* a section */
	const struct type_form_section *section;
	struct questions_when when;
	struct questions_when *whens;	/* of its questions */
	size_t place;		/* of its list in the scope, when it repeats */
	size_t n;		/* questions */
};

struct questions {
	const struct type_form *form;
	struct feel_scope scope;	/* questions, then "points" */
	struct questions_part *parts;
	size_t n_parts;
	struct questions_when score;
};

/* Compiles; what is wrong is told by fault(), with the line of the file. The
 * kind of a question gives its type. */
typedef const struct feel_type *questions_type_fn(const struct type_field *);
typedef void questions_fault_fn(void *to, int line, const char *text);
struct questions *questions_compile(struct arena *, const struct type_form *,
	    const struct feel_scope *outer, questions_type_fn *,
	    questions_fault_fn *fault, void *to);

struct questions_answer {
	struct questions_answer *next;
	const char *code;
	int64_t row;		/* of a section that repeats, from 1; else 0 */
	struct feel_value value;	/* never null */
};

/* What became of a question, in the order of the form. */
struct questions_line {
	struct questions_line *next;
	const struct type_form_section *section;
	const struct type_form_question *question;	/* NULL: the section
				 * repeats too rarely, which is missing */
	int64_t row;
	bool asked, answered, missing;
	bool scored;		/* asked, and it has points */
	int64_t points;
};

struct questions_result {
	struct questions_line *lines;
	int64_t asked, answered, missing;	/* answered: of those asked */
	bool complete;
	int64_t points;
	struct feel_value score;	/* a number, or null */
	const struct type_form_band *band;	/* NULL: none */
	struct feel_value answers;	/* a context of those that count */
};
void	 questions_ask(struct feel_eval *, const struct questions *,
	    const struct feel_frame *outer, const struct questions_answer *,
	    struct questions_result *out);

#endif
