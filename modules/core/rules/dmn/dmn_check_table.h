/* SPDX-License-Identifier: MIT */
#ifndef RULES_DMN_CHECK_TABLE_H
#define RULES_DMN_CHECK_TABLE_H

#include "rules/dmn/dmn_grid.h"

/*
 * A table under examination, for the files of dmn_check alone. Cells compare
 * an input with constants, so that a few points stand for all its values: the
 * constants, one between each two, and one beyond either end. Each cell is
 * then the set of the points that pass it.
 */
#define DMN_CHECK_POINTS 256	/* of an input; with more it is not examined */
#define DMN_CHECK_WORDS	(DMN_CHECK_POINTS / 64)
#define DMN_CHECK_FAULTS 20	/* of one sort and table */

struct dmn_check_set {
	uint64_t w[DMN_CHECK_WORDS];
};

struct dmn_check_axis {		/* an input; columns of one text share it */
	const struct dmn_column *column;
	size_t first;			/* its first column */
	struct feel_value points[DMN_CHECK_POINTS];
	size_t n;			/* 0: it is not examined */
	bool free;			/* is input data: no other axis says
					 * anything about it */
	size_t other;			/* this one stands for all other texts;
					 * n: there is none */
	struct dmn_check_set all;
};

enum dmn_check_known { DMN_CHECK_ANY, DMN_CHECK_SET, DMN_CHECK_DARK };

struct dmn_check_box {		/* a rule on an axis */
	enum dmn_check_known known;	/* dark: not by constants alone */
	struct dmn_check_set set;
};

struct dmn_check_table {
	struct arena *arena;
	const struct dmn_grid *g;
	const struct dmn_node *node;	/* whose table it is */
	const char *file, *element;
	struct dmn_fault **faults;	/* the end */
	const struct dmn_fault *known;	/* all up to there */
	struct feel_eval ev;
	size_t *axis_of;		/* of a column */
	struct dmn_check_axis *axes;
	size_t n_axes;
	struct dmn_check_box *boxes;	/* n_rules x n_axes */
	bool dark;			/* some box is */
	bool dead;			/* some rule never holds */
};

void	 dmn_check_fault(struct dmn_check_table *, size_t rule, size_t column,
	    int line, bool mild, const char *fmt, ...)
	    __attribute__((format(printf, 6, 7)));
/* Has this cell a fault already? */
bool	 dmn_check_is_told(const struct dmn_check_table *, size_t rule,
	    size_t column);
/* What people call a column, from 0. */
const char *dmn_check_name(const struct dmn_check_table *, size_t column);

/* dmn_check_points.c: fills axes and boxes; tells tests that never hold. */
void	 dmn_check_points(struct dmn_check_table *);
bool	 dmn_check_points_none(const struct dmn_check_set *);

/* dmn_check_rules.c: what the boxes say about each other. */
void	 dmn_check_rules(struct dmn_check_table *);

#endif
