/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_TEXT_CLOCK_H
#define DOMAIN_TEXT_CLOCK_H

#include "base/ctx.h"
#include "domain/house/clock.h"

/* Reads the text of files that somebody waits for, by dossier-plain, which
 * lies beside this program. */
struct text_clock_report {
	int read, failed;
};
enum err text_clock(struct ctx *, const struct clock_run *,
	    struct text_clock_report *out);
/* Where a program of ours lies: beside the one that runs. */
const char *text_clock_beside(struct ctx *, const char *program);

#endif
