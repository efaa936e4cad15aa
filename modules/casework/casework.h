/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_CASEWORK_H
#define CASEWORK_CASEWORK_H

#include "domain/spine/keep.h"
#include "web/serve.h"

/*
 * The pages of a case manager's day, a file by subject; the headers pages_*
 * list them. Each POST changes one thing, says so in a notice and goes back to
 * the page that shows it.
 */
#define REASON_MAX KEEP_REASON
#define LIST_ROWS 50

/* One required text, named as the domain names it. */
extern const struct field reason_form[], why_form[];

#endif
