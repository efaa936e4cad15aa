/* SPDX-License-Identifier: MIT */
#ifndef RULES_FEEL_EVAL_H
#define RULES_FEEL_EVAL_H

#include "rules/feel/feel_value.h"

/*
 * One evaluation: where its values lie, its one clock reading, what it may
 * use, and why something in it became null. When a limit is reached it is
 * stopped: everything gives null from then on, and the last note says which.
 */
#define FEEL_EVAL_STEPS	2000000		/* nodes and items touched */
#define FEEL_EVAL_DEPTH	3000		/* nodes within nodes, calls included */
#define FEEL_EVAL_BYTES	(64U << 20)	/* of the arena */
#define FEEL_EVAL_NOTES	20		/* kept; others are counted */

struct calendar;

struct feel_note {
	struct feel_note *next;
	int line;		/* within the text, from 1; 0 unknown */
	const char *text;	/* an English sentence: division by zero */
};

struct feel_frame {		/* values of one scope, as it names them */
	const struct feel_frame *outer;
	const struct feel_value *values;
};

struct feel_eval {
	struct arena *arena;
	int64_t now;		/* UTC seconds, for now() and today() */
	const char *zone;	/* IANA id, for the same */
	const struct calendar *calendar;	/* for working days; or NULL */
	size_t steps, bytes;	/* left; arena_size() not to pass */
	unsigned int depth;	/* left */
	bool stopped;
	struct feel_note *notes, **notes_end;
	size_t notes_n;
	int line;		/* of what is evaluated now */
};

/* Ready, with the limits above; values live as long as the arena. */
void	 feel_eval_start(struct feel_eval *, struct arena *, int64_t now,
	    const char *zone);
/* Costs n steps: false and stopped when there are none left, or the arena is
 * over its bytes. Before each loop over items, and in it where it allocates. */
bool	 feel_eval_step(struct feel_eval *, size_t n);
/* May it take so many bytes more? Before something large is made, such as a
 * string out of two. */
bool	 feel_eval_room(struct feel_eval *, size_t bytes);
/* Into something so deep, and out again: feel_eval_leave() only where it was
 * entered. */
bool	 feel_eval_enter(struct feel_eval *, unsigned int depth);
void	 feel_eval_leave(struct feel_eval *, unsigned int depth);
/* feel_value_equal() and feel_value_order(), paid for where what they look at
 * is large. When the evaluation is stopped they are unknown and false. */
enum feel_ternary feel_eval_equal(struct feel_eval *, struct feel_value,
	    struct feel_value);
bool	 feel_eval_order(struct feel_eval *, struct feel_value,
	    struct feel_value, int *out);
/* What it costs to go through so many bytes. */
bool	 feel_eval_bytes(struct feel_eval *, size_t bytes);
/* null, with a note why. */
struct feel_value feel_eval_null(struct feel_eval *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
void	 feel_eval_note(struct feel_eval *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
/* Call a function with so many positional values. */
struct feel_value feel_eval_call(struct feel_eval *,
	    const struct feel_function *, const struct feel_value *args,
	    size_t n);

#endif
