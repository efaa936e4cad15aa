/* SPDX-License-Identifier: MIT */
#ifndef WEB_SERVE_COUNT_H
#define WEB_SERVE_COUNT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/*
 * What a program did since its master started: figures in memory that the
 * master makes and all workers add to. /metrics shows them to whoever asks
 * at the socket itself; nothing that came through a web server gets there.
 */
void	 serve_count_open(int workers);	/* before the first fork */

enum serve_count_kind { COUNT_READ, COUNT_WRITE, COUNT_OTHER };
/* One request, from its first byte to its last. */
void	 serve_count_request(enum serve_count_kind, int status,
	    int64_t microseconds);
void	 serve_count_wait(int64_t microseconds);  /* for a write's turn */
void	 serve_count_retry(void);	/* a transaction met another */
void	 serve_count_broken(void);	/* our fault, 500 */
void	 serve_count_ended(bool badly);	/* a worker */

/* In the text format of Prometheus. */
void	 serve_count_write(struct buf *, const char *program);

#endif
