/* SPDX-License-Identifier: MIT */
#ifndef WEB_GRID_H
#define WEB_GRID_H

#include "domain/course/decision_why.h"

/*
 * A decision table on a page; templates/shared/grid.html draws it. Fills
 * "policy", "columns" (label, value), "outputs" (label), "rules" (number,
 * hit, chosen, note, "cells": text, any, held, failed; "results": text,
 * value), "more" (rules that are not shown) and "noted". valued: the columns
 * have values, and cells held or failed; else it is a table as it is
 * installed.
 */
struct view;

void	grid_show(struct view *, const char *name, bool valued,
	    const struct decision_why_table *);

#endif
