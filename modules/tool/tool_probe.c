/* SPDX-License-Identifier: MIT */
/* One request to /health: over FastCGI to a program, over HTTP to the web
 * server in front. */
#include "tool/tool_probe.h"

#include <errno.h>
#include <netdb.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/buf.h"

#define PATIENCE 5	/* seconds */
#define MOST 65536	/* of an answer */

const char tool_probe_refused[] =
    "this user may not speak to it; ask again as root";

enum { FCGI_BEGIN = 1, FCGI_END = 3, FCGI_PARAMS = 4, FCGI_STDIN = 5,
    FCGI_STDOUT = 6 };

static void
be_patient(int fd)
{
	struct timeval tv = { PATIENCE, 0 };

	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &tv, sizeof(tv));
	setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &tv, sizeof(tv));
}

static const char *
reason(struct arena *a)
{
	if (errno == EAGAIN || errno == EINPROGRESS || errno == ETIMEDOUT)
		return "it is silent";
	if (errno == ECONNREFUSED)
		return "nobody listens there";
	if (errno == ENOENT)
		return "the socket is not there";
	if (errno == EACCES)
		return tool_probe_refused;
	return arena_text(a, strerror(errno));
}

/* Sends all, then takes the answer until its end; closes fd. */
static const char *
ask(struct arena *a, int fd, const struct buf *question, struct buf *answer)
{
	const char *why = NULL;
	char piece[4096];
	ssize_t n = 0;

	if (send(fd, question->data, question->len, MSG_NOSIGNAL) !=
	    (ssize_t)question->len)
		why = reason(a);
	while (why == NULL && answer->len < MOST &&
	    (n = recv(fd, piece, sizeof(piece), 0)) > 0)
		buf_add(answer, piece, (size_t)n);
	if (why == NULL && n < 0)
		why = reason(a);
	close(fd);
	return why;
}

static void
record(struct buf *b, int kind, const void *body, size_t len)
{
	char head[8] = { 1, (char)kind, 0, 1, (char)(len >> 8), (char)len };

	buf_add(b, head, sizeof(head));
	buf_add(b, body, len);
}

static void
param(struct buf *b, const char *name, const char *value)
{
	buf_char(b, (char)strlen(name));
	buf_char(b, (char)strlen(value));
	buf_text(b, name);
	buf_text(b, value);
}

/* What the program wrote, out of the records of its answer. */
static void
unwrap(const struct buf *answer, struct buf *out)
{
	const unsigned char *s = (const void *)answer->data;
	size_t left = answer->len, len;

	buf_add(out, "", 0);
	while (left >= 8) {
		len = (size_t)s[4] << 8 | s[5];
		if (left - 8 < len)
			return;
		if (s[1] == FCGI_STDOUT)
			buf_add(out, s + 8, len);
		len += 8u + s[6];
		if (left < len)
			return;
		s += len;
		left -= len;
	}
}

/* The body of what a program says there; NULL and *why when it does not. */
const char *
tool_probe_text(struct arena *a, const char *path, const char *page,
    const char **why)
{
	static const char begin[8] = { 0, 1 };
	struct sockaddr_un sa = { .sun_family = AF_UNIX };
	struct buf question = { 0 }, params = { 0 }, answer = { 0 };
	struct buf out = { 0 };
	const char *body = NULL;
	int fd;

	if (strlen(page) > 100 || strlen(path) >= sizeof(sa.sun_path)) {
		*why = "its path is too long for a socket";
		return NULL;
	}
	memcpy(sa.sun_path, path, strlen(path) + 1);
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	be_patient(fd);
	if (connect(fd, (const void *)&sa, sizeof(sa)) != 0) {
		*why = reason(a);
		close(fd);
		return NULL;
	}
	param(&params, "REQUEST_METHOD", "GET");
	param(&params, "REQUEST_URI", page);
	param(&params, "PATH_INFO", page);
	param(&params, "SCRIPT_NAME", "");
	param(&params, "QUERY_STRING", "");
	param(&params, "SERVER_PROTOCOL", "HTTP/1.1");
	record(&question, FCGI_BEGIN, begin, sizeof(begin));
	record(&question, FCGI_PARAMS, params.data, params.len);
	record(&question, FCGI_PARAMS, "", 0);
	record(&question, FCGI_STDIN, "", 0);
	if ((*why = ask(a, fd, &question, &answer)) == NULL) {
		unwrap(&answer, &out);
		body = strstr(out.data, "\r\n\r\n");
		if (body != NULL)
			body = arena_text(a, body + 4);
	}
	buf_free(&question);
	buf_free(&params);
	buf_free(&answer);
	buf_free(&out);
	return body;
}

const char *
tool_probe_program(struct arena *a, const char *path, const char *prefix)
{
	const char *why, *body = tool_probe_text(a, path,
	    arena_printf(a, "%s/health", prefix), &why);

	if (why == NULL && (body == NULL || strcmp(body, "ok\n") != 0))
		return "what listens there is no program of Dossier";
	return why;
}

static int
connected(const char *host, const char *port, const char **why,
    struct arena *a)
{
	struct addrinfo hints = { .ai_socktype = SOCK_STREAM }, *list, *ai;
	int fd = -1, rc;

	if ((rc = getaddrinfo(host, port, &hints, &list)) != 0) {
		*why = arena_printf(a, "this machine does not know the name "
		    "%s (%s)", host, gai_strerror(rc));
		return -1;
	}
	for (ai = list; ai != NULL && fd == -1; ai = ai->ai_next) {
		fd = socket(ai->ai_family, ai->ai_socktype | SOCK_CLOEXEC,
		    ai->ai_protocol);
		if (fd == -1)
			continue;
		be_patient(fd);
		if (connect(fd, ai->ai_addr, ai->ai_addrlen) == 0)
			break;
		*why = reason(a);
		close(fd);
		fd = -1;
	}
	freeaddrinfo(list);
	return fd;
}

const char *
tool_probe_web(struct arena *a, const char *base, bool *whole)
{
	const char *scheme = strstr(base, "://"), *why = "it is silent";
	const char *rest = scheme == NULL ? base : scheme + 3;
	const char *host, *path = rest + strcspn(rest, "/"), *colon;
	const char *name = arena_textn(a, rest, (size_t)(path - rest));
	struct buf question = { 0 }, answer = { 0 };
	int fd;

	*whole = strncmp(base, "https:", 6) != 0;
	host = name;
	colon = *name == '[' ? strchr(name, ']') : name;
	if (colon != NULL)
		colon = strchr(colon, ':');
	if (colon != NULL)
		host = arena_textn(a, name, (size_t)(colon - name));
	if (*host == '[')
		host = arena_textn(a, host + 1, strcspn(host + 1, "]"));
	fd = connected(host, colon != NULL ? colon + 1 :
	    *whole ? "80" : "443", &why, a);
	if (fd == -1)
		return why;
	if (!*whole) {
		close(fd);
		return NULL;
	}
	buf_printf(&question, "GET %s/health HTTP/1.1\r\nHost: %s\r\n"
	    "Connection: close\r\n\r\n", path, name);
	why = ask(a, fd, &question, &answer);
	if (why == NULL && (answer.data == NULL ||
	    strstr(answer.data, "ok\n") == NULL ||
	    strstr(answer.data, " 200 ") == NULL))
		why = arena_printf(a, "another site answers there (%.*s)",
		    (int)strcspn(answer.data == NULL ? "" : answer.data,
		    "\r\n"), answer.data == NULL ? "" : answer.data);
	buf_free(&question);
	buf_free(&answer);
	return why;
}
