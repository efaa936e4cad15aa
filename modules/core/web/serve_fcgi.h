/* SPDX-License-Identifier: MIT */
#ifndef WEB_SERVE_FCGI_H
#define WEB_SERVE_FCGI_H

#include <stdbool.h>

struct request;
struct wire;

/*
 * The seam to libfcgi: takes a request from the socket, gives the answer
 * back. Answers are framed here, so that one leaves by one write; a
 * connection is never kept, for it would own the worker.
 */
bool	 serve_fcgi_is_cgi(void);	/* descriptor 0 is no socket */
void	 serve_fcgi_start(int listener);
bool	 serve_fcgi_accept(struct wire *);	/* false: none to be had */
void	 serve_fcgi_send(struct wire *, const struct request *);
void	 serve_fcgi_end(void);		/* closes the connection */

#endif
