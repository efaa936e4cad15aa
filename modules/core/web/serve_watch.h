/* SPDX-License-Identifier: MIT */
#ifndef WEB_SERVE_WATCH_H
#define WEB_SERVE_WATCH_H

#include <stddef.h>

/*
 * The watchdog of a worker: whoever is not done in time ends, and the
 * master starts another. Nothing is lost by it: what was not committed
 * rolls back, what was is answered once the form is sent again.
 */
void	 serve_watch_start(int handler_seconds);
void	 serve_watch_accept(void);	/* from the connection to its params */
void	 serve_watch_turn(void);	/* a request begins */
void	 serve_watch_body(size_t n);	/* bytes about to move in or out */
void	 serve_watch_moved(void);	/* they did: the handler's time again */
void	 serve_watch_off(void);

#endif
