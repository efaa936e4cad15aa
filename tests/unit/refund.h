/* SPDX-License-Identifier: MIT */
#ifndef TESTS_REFUND_H
#define TESTS_REFUND_H

#include <stdint.h>

#include "base/refuse.h"

struct deadline_clock_report;
struct dossier;

/* Complaints of the sample refund, and what the clock says of their days. */
enum err refund_install(const char *more);	/* behind its decisions */
struct dossier *refund_registered(void);	/* by mia, for the north */
/* Leaves a transaction open again. */
void	 refund_clock_after(int64_t seconds,
	    struct deadline_clock_report *out);

#endif
