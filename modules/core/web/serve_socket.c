/* SPDX-License-Identifier: MIT */
/* The listening socket, and the word to the service manager. */
#include "web/serve_socket.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/log.h"

#define BACKLOG 1024

static bool
is_listening(int fd)
{
	int yes = 0;
	socklen_t len = sizeof(yes);

	return getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &yes, &len) == 0 &&
	    yes != 0;
}

/* Descriptor 3, when the variables are meant for this process. */
static int
inherited(void)
{
	const char *pid = getenv("LISTEN_PID"), *fds = getenv("LISTEN_FDS");
	int fd = -1;

	if (pid != NULL && fds != NULL && strtol(pid, NULL, 10) == getpid() &&
	    strtol(fds, NULL, 10) >= 1 && is_listening(3))
		fd = 3;
	unsetenv("LISTEN_PID");
	unsetenv("LISTEN_FDS");
	unsetenv("LISTEN_FDNAMES");
	return fd;
}

static bool
address(const char *path, struct sockaddr_un *sa)
{
	size_t n = strlen(path);

	*sa = (struct sockaddr_un){ .sun_family = AF_UNIX };
	if (n >= sizeof(sa->sun_path))
		return false;
	memcpy(sa->sun_path, path, n);
	return true;
}

/* A socket that nobody answers on is left from a process that was killed. */
static void
remove_dead(const char *path, const struct sockaddr_un *sa)
{
	struct stat st;
	int fd;

	if (lstat(path, &st) != 0)
		return;
	if (!S_ISSOCK(st.st_mode))
		log_fatal("%s is not a socket", path);
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (connect(fd, (const void *)sa, sizeof(*sa)) == 0)
		log_fatal("%s: another process serves there", path);
	close(fd);
	unlink(path);
}

static int
bound(const char *path)
{
	struct sockaddr_un sa;
	mode_t mask;
	int fd, rc;

	if (!address(path, &sa))
		log_fatal("%s: too long for a socket's path", path);
	remove_dead(path, &sa);
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	mask = umask(0117);		/* the web server's group gets in */
	rc = bind(fd, (const void *)&sa, sizeof(sa));
	umask(mask);
	if (rc != 0 || listen(fd, BACKLOG) != 0)
		log_fatal("%s: %s", path, strerror(errno));
	return fd;
}

int
serve_socket(const char *path, bool *made)
{
	int fd = inherited();

	*made = false;
	if (fd < 0 && path != NULL) {
		fd = bound(path);
		*made = true;
	}
	if (fd < 0 && is_listening(STDIN_FILENO))
		fd = STDIN_FILENO;
	if (fd < 0)
		return -1;
	if (fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK) != 0)
		log_fatal("the socket cannot be made ready: %s",
		    strerror(errno));
	return fd;
}

void
serve_socket_notify(const char *state)
{
	const char *path = getenv("NOTIFY_SOCKET");
	struct sockaddr_un sa;
	int fd;

	if (path == NULL || !address(path, &sa))
		return;
	if (*path == '@')
		sa.sun_path[0] = '\0';
	fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return;
	if (sendto(fd, state, strlen(state), MSG_NOSIGNAL, (void *)&sa,
	    (socklen_t)(offsetof(struct sockaddr_un, sun_path) +
	    strlen(path))) < 0)
		log_warn("the service manager does not listen: %s",
		    strerror(errno));
	close(fd);
}
