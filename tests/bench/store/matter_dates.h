/* SPDX-License-Identifier: MIT */
#ifndef BENCH_STORE_MATTER_DATES_H
#define BENCH_STORE_MATTER_DATES_H

#include "matter.h"

/* What is ahead of open dossiers, gathered as their other rows are. Sets
 * ->quiet, and an earlier ->due. */
struct matter_dates *matter_dates_start(struct make *);
void	 matter_dates_make(struct matter_dates *, struct matter *);
void	 matter_dates_flush(struct matter_dates *);

#endif
