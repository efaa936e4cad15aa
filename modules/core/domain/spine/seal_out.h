/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_SEAL_OUT_H
#define DOMAIN_SEAL_OUT_H

#include <stdbool.h>

#include "base/ctx.h"
#include "model/seal.h"

/*
 * Seals leave the store, so that whoever can write to it cannot change them
 * all: a line each in a file that only grows, and one in the system's log.
 *   seal 57 at 2026-11-24T12:00:00Z heads 12 chains 5 events 123
 *       root HEX hash HEX        (in one line)
 */
#define SEAL_OUT_LINE 512

/*
 * Brings the file up to date with the store, without a transaction open:
 * what a crash left out is there after the next run. *last is the number of
 * its last line. ERR_CONFLICT: file and store do not tell the same; nothing
 * is written then.
 */
enum err seal_out_file(struct ctx *, int64_t *last, int64_t *added);
/* Sends the seals after *last to the system's log, and moves it. */
enum err seal_out_syslog(struct ctx *, int64_t *last);

void	 seal_out_write(struct ctx *, const struct seal *,
	    char out[SEAL_OUT_LINE]);
/* All but .prev, which a line does not tell. */
bool	 seal_out_read(const char *line, struct seal *out);

#endif
