/* SPDX-License-Identifier: MIT */
#ifndef RULES_DMN_NEAR_H
#define RULES_DMN_NEAR_H

#include "base/buf.h"
#include "base/json_out.h"
#include "rules/dmn/dmn.h"

/*
 * What would have changed a decision: the single changes of one input, all
 * else as it was, with which the result is another. Nothing is concluded from
 * a table: each change is decided by the whole model, and is listed with the
 * result that it really gives. What is tried are the values that the tables
 * and conditions of the model name for the input and what lies between them,
 * nearest first. Pure, and bounded: the same question has the same answer.
 */
#define DMN_NEAR_RUNS	60	/* decisions that it may cost */
#define DMN_NEAR_LINES	5	/* that people are shown */

/* What an input may be, where the model does not say so itself. */
struct dmn_near_may {
	struct feel_string name;
	const struct feel_value *values;	/* a choice: all of them */
	size_t n;
	struct feel_value least, most;		/* null: no limit */
	int decimals;		/* that a number has; -1: any. Of one without,
				 * > 5 is told as 6 or more */
};

struct dmn_near_question {
	const struct dmn *dmn;
	const struct dmn_element *element;
	struct feel_value inputs;	/* a context */
	int64_t now;
	const char *zone;
	/* NULL: any input may be another; else only those listed. */
	const struct dmn_near_may *may;
	size_t n;
	const char *member;	/* of a result that is a context, the one that
				 * is looked at; NULL: the whole */
	const struct calendar *calendar;	/* for working days; or NULL */
};

/* Values that give one result: from an end to the other. null is no end: up
 * to what the input may be. Ends that are equal are one value. */
struct dmn_near_span {
	struct feel_value from, to;
	bool from_in, to_in;
};

struct dmn_near {		/* one input, one other result */
	struct dmn_near *next;
	const char *name;	/* of the input: amount, case.due */
	struct feel_value was;
	struct dmn_near_span *spans;	/* ascending; of choices in order */
	size_t n;
	struct feel_value result;	/* its member, where one is asked */
	size_t distance;	/* bounds to be passed, from 1 */
};

struct dmn_near_all {
	struct dmn_near *first;	/* nearest first, at most DMN_NEAR_LINES: of
				 * each result the nearest, then others */
	bool complete;		/* all was tried, and all that changes the
				 * result is listed */
	struct feel_value usual;	/* the result as it is */
	size_t runs;
};

void	 dmn_near(struct arena *, const struct dmn_near_question *,
	    struct dmn_near_all *out);

/* The values of a line as the tests of a cell: < 100, [200..300] */
const char *dmn_near_write_tests(struct arena *, const struct dmn_near *);
/* [ { "input": "amount", "was": 3, "tests": "> 5000", "result": "high" } ] */
void	 dmn_near_write_json(struct arena *, struct json_out *,
	    const struct dmn_near_all *);
/* If amount were > 5000: "high" */
void	 dmn_near_write_text(struct arena *, struct buf *,
	    const struct dmn_near_all *);

#endif
