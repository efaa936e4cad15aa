/* SPDX-License-Identifier: MIT */
#ifndef RULES_DMN_NEAR_AXIS_H
#define RULES_DMN_NEAR_AXIS_H

#include "rules/dmn/dmn_near.h"
#include "rules/dmn/dmn_node.h"

/*
 * An input, or a member of one, as an axis, for the files of dmn_near alone:
 * the values that the model names for it, and the pieces that they cut it
 * into: the values themselves, and what lies between. Where the model does
 * nothing with an input but compare it with constants, the result is the same
 * all over a piece.
 */
#define DMN_NEAR_AXES	40
#define DMN_NEAR_BOUNDS	100	/* of an axis */
#define DMN_NEAR_PATH	4	/* names: case.due has two */

struct dmn_near_piece {
	struct feel_value from, to;	/* null: no end; equal: one value */
	bool from_in, to_in;
	bool other;			/* tried, and another result */
	bool even;			/* the same at its ends and between */
	bool single;			/* cut down to one value of it */
	uint64_t rules;			/* chosen for it, where it is uneven */
	struct feel_value result;
	size_t distance;		/* 0: the value is in it as it is */
};

struct dmn_near_axis {
	struct feel_string path[DMN_NEAR_PATH];
	size_t depth;			/* of the path */
	const char *name;
	const struct feel_type *type;	/* NULL: any */
	struct feel_value was;
	enum feel_kind kind;
	const struct dmn_near_may *may;	/* NULL: nothing said */
	struct feel_value bounds[DMN_NEAR_BOUNDS];
	size_t n_bounds;
	bool plain;		/* it is compared with constants, no more */
	bool cut;		/* there are more bounds */
	struct dmn_near_piece *pieces;
	size_t n;
};

/* Is there an order of its values, for ranges? */
static inline bool
dmn_near_axis_ordered(enum feel_kind k)
{
	return k == FEEL_NUMBER || (k >= FEEL_DATE && k <= FEEL_MONTHS);
}

/* dmn_near_axis.c: all axes of a question; *whole: there are no others. */
size_t	 dmn_near_axis_all(struct feel_eval *, const struct dmn_near_question *,
	    struct dmn_near_axis **out, bool *whole);
void	 dmn_near_axis_bound(struct dmn_near_axis *, struct feel_value);

/* dmn_near_read.c: the bounds that the model names. */
void	 dmn_near_read(struct feel_eval *, const struct dmn_near_question *,
	    struct dmn_near_axis *);

/* The constants of a column's cells, as bounds. */
void	 dmn_near_read_column(struct feel_eval *, struct dmn_near_axis *,
	    const struct dmn_table *, size_t column);

/* dmn_near_slope.c: the bounds at which columns that reckon with the input
 * come to their constants, by the derivations as it is and one step on. */
void	 dmn_near_slope(struct feel_eval *, struct dmn_near_axis *,
	    struct feel_value moved, const struct dmn_step *usual,
	    const struct dmn_step *then);

/* dmn_near_piece.c: the pieces by the bounds, those that the input may not
 * have left out. */
void	 dmn_near_piece_cut(struct feel_eval *, struct dmn_near_axis *);
/* A value in the piece, near to the first value, far from it or between. */
enum dmn_near_where { DMN_NEAR_CLOSE, DMN_NEAR_MIDDLE, DMN_NEAR_FAR };
struct feel_value dmn_near_piece_sample(struct feel_eval *,
	    const struct dmn_near_axis *, const struct dmn_near_piece *,
	    enum dmn_near_where);
/* The next value, as fine as the input is; false: there is none. */
bool	 dmn_near_piece_moved(struct feel_eval *, const struct dmn_near_axis *,
	    struct feel_value, int by, struct feel_value *out);

/* dmn_near_lines.c: in lines for people; false: there are more. */
bool	 dmn_near_lines(struct arena *, const struct dmn_near_axis *, size_t n,
	    struct dmn_near **out);

#endif
