/* SPDX-License-Identifier: MIT */
#ifndef RULES_FEEL_VALUE_H
#define RULES_FEEL_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/*
 * The values of FEEL (DMN 1.5, 10.3.2.3). A value is small, is passed by
 * value and never changes; what it points to lies in the arena of its
 * evaluation or of its model, and never changes either. null is a value; why
 * something became null is a note of the evaluation (feel_eval.h).
 */
enum feel_kind {
	FEEL_NULL, FEEL_BOOLEAN, FEEL_NUMBER, FEEL_STRING,
	FEEL_DATE, FEEL_TIME, FEEL_DATE_TIME,
	FEEL_DAYS,		/* days and time duration */
	FEEL_MONTHS,		/* years and months duration */
	FEEL_LIST, FEEL_CONTEXT, FEEL_RANGE, FEEL_FUNCTION
};

/* IEEE 754 decimal128, opaque to all but feel_number.c. */
struct feel_decimal {
	uint64_t w[2];
};

struct feel_string {
	const char *text;	/* UTF-8, not ended by a zero */
	size_t len;		/* bytes */
};

struct feel_date {
	int32_t year;		/* -999,999,999 to 999,999,999 */
	uint8_t month, day;	/* from 1 */
};

/* What follows a time: nothing (local), an offset, or a zone's id. */
struct feel_zone {
	const char *id;		/* Europe/Paris; NULL: the offset alone */
	int32_t offset;		/* seconds east of UTC, without an id */
};

struct feel_time {
	int32_t second;		/* of the day, 0 to 86,399 */
	int32_t nano;
	const struct feel_zone *zone;	/* NULL: local time */
};

struct feel_moment {		/* date and time */
	struct feel_date date;
	struct feel_time time;
};

struct feel_days {		/* both of one sign, or zero */
	int64_t second;
	int32_t nano;
};

struct feel_value {
	enum feel_kind kind;
	union {
		bool boolean;
		struct feel_decimal number;
		struct feel_string string;
		struct feel_date date;
		struct feel_time time;
		const struct feel_moment *moment;
		struct feel_days days;
		int64_t months;
		const struct feel_list *list;
		const struct feel_context *context;
		const struct feel_range *range;
		const struct feel_function *function;
	};
};

/* Lists and contexts know how deep they are, themselves included, and how many
 * bytes it takes to write them out, roughly: they may share their parts, so
 * that little memory can hold what has no end. The makers give null for one
 * that is deeper or larger than this; whoever walks a value may call itself. */
#define FEEL_VALUE_DEPTH 100
#define FEEL_VALUE_SIZE ((size_t)32 << 20)

struct feel_list {
	size_t n;
	const struct feel_value *items;
	size_t size;
	unsigned int depth;
};

struct feel_entry {
	struct feel_string key;
	struct feel_value value;
};

struct feel_context {		/* in the order of writing, keys once each */
	size_t n;
	const struct feel_entry *entries;
	size_t size;
	unsigned int depth;
};

/* 10.3.2.7. A missing end is no limit; a unary test such as (> 5) is a range
 * with one end, (= 5) has 5 at both. start_in: the end belongs to it. Two
 * ranges are equal only when they were written in the same form. */
enum feel_range_form {
	FEEL_RANGE_INTERVAL, FEEL_RANGE_HALF, FEEL_RANGE_EQUAL,
	FEEL_RANGE_NOT_EQUAL	/* all but the start, which is its end too */
};

struct feel_range {
	enum feel_range_form form;
	bool has_start, start_in, has_end, end_in;
	struct feel_value start, end;
};

struct feel_eval;
struct feel_type;

struct feel_parameter {
	struct feel_string name;
	const struct feel_type *type;	/* NULL: any */
};

/* Built in, defined in FEEL, or a model's: they differ in call alone. */
#define FEEL_FUNCTION_ANY ((size_t)-1)	/* params: call looks at them itself */

struct feel_function {
	const struct feel_parameter *params;
	size_t n;
	const struct feel_type *result;		/* NULL: any */
	struct feel_value (*call)(struct feel_eval *,
	    const struct feel_function *, const struct feel_value *args,
	    size_t n);
	const void *body;	/* what call makes of it */
	const struct feel_frame *frame;	/* where it was written */
	const char *name;	/* for reasons; NULL: it has none */
};

/* Makers. A string's bytes are not copied. */
struct feel_value feel_value_boolean(bool);
struct feel_value feel_value_string(const char *text, size_t len);
struct feel_value feel_value_text(const char *);	/* up to its zero */
struct feel_value feel_value_list(struct arena *, const struct feel_value *,
	    size_t n);		/* items are copied */
extern const struct feel_value feel_value_null;

/* A list or context that grows; end() gives the value, once. */
struct feel_value_items {
	struct feel_value *items;
	size_t n, room;
};
void	 feel_value_add(struct arena *, struct feel_value_items *,
	    struct feel_value);
struct feel_value feel_value_end(struct arena *, struct feel_value_items *);

/* What a list of n items becomes with one more: its depth and size. False: it
 * may not. */
bool	 feel_value_grow(struct feel_list *, struct feel_value);

struct feel_value_entries {
	struct feel_entry *entries;
	size_t n, room;
};
/* An entry of the same key is replaced where it stands. */
void	 feel_value_put(struct arena *, struct feel_value_entries *,
	    struct feel_string key, struct feel_value);
struct feel_value feel_value_made(struct arena *,
	    struct feel_value_entries *);

/* The entry's value, or NULL when the context has no such key. */
const struct feel_value *feel_value_get(const struct feel_context *,
	    struct feel_string key);

/* How many bytes of it a reason shows, as the precision of "%.*s". */
int	 feel_value_shown(struct feel_string);
bool	 feel_value_same_text(struct feel_string, struct feel_string);
bool	 feel_value_true(struct feel_value);	/* the boolean true alone */

/* Three answers, as FEEL has them (10.3.2.15). */
enum feel_ternary { FEEL_NO, FEEL_YES, FEEL_UNKNOWN };

/* a = b, table 53: null when the two cannot be compared. */
enum feel_ternary feel_value_equal(struct feel_value a, struct feel_value b);
/* The same, looking at no more items, and pieces of strings, than are left in
 * *work; null when there is nothing left. */
enum feel_ternary feel_value_equal_within(struct feel_value a,
	    struct feel_value b, size_t *work);
/* -1, 0 or 1 in *out; false when they have no order (table 54). */
bool	 feel_value_order(struct feel_value a, struct feel_value b, int *out);
/* Is the value between the ends? Unknown when it cannot be compared. */
enum feel_ternary feel_value_within(const struct feel_range *,
	    struct feel_value);

/* As string() gives it (10.3.4.1), strings inside lists quoted. What is longer
 * than 4 MB is cut and ends in an ellipsis. */
char	*feel_value_write(struct arena *, struct feel_value);
const char *feel_value_kind(enum feel_kind);	/* "date and time" */
const char *feel_value_a(enum feel_kind);	/* "a date and time", "null" */

#endif
