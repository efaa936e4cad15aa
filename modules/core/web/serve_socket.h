/* SPDX-License-Identifier: MIT */
#ifndef WEB_SERVE_SOCKET_H
#define WEB_SERVE_SOCKET_H

#include <stdbool.h>

/*
 * Where requests come from: a socket of the service manager (LISTEN_FDS),
 * the path given, descriptor 0. Gives it non-blocking, or -1 when there is
 * none; *made says that the path is ours to remove. Ends the process when
 * the path cannot be used.
 */
int	 serve_socket(const char *path, bool *made);

/* One datagram to the service manager, if there is one. */
void	 serve_socket_notify(const char *state);

#endif
