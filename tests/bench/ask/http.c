/* SPDX-License-Identifier: MIT */
/* Kept connections to the web server, one request at a time on each. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include "ask.h"

#define LANES 64
#define PATIENCE 30000		/* milliseconds for one answer */

struct lane {
	int fd;
	bool busy;
	double from;
	char *in;		/* the answer so far */
	size_t used, room;
};

static struct lane lanes[LANES];
static int port;
static unsigned long serial;

void
ask_http_port(int p)
{
	int i;

	port = p;
	for (i = 0; i < LANES; i++)
		lanes[i].fd = -1;
}

static bool
lane_open(struct lane *l)
{
	struct sockaddr_in to = { .sin_family = AF_INET,
	    .sin_port = htons((unsigned short)port),
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int on = 1;

	if (l->fd >= 0)
		return true;
	if ((l->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) < 0)
		return false;
	setsockopt(l->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	return connect(l->fd, (struct sockaddr *)&to, sizeof(to)) == 0;
}

static void
lane_close(struct lane *l)
{
	if (l->fd >= 0)
		close(l->fd);
	l->fd = -1;
	l->busy = false;
}

/* The fields of a form: those of its kind, the target's own, the keys. */
static int
form(const struct ask_cell *c, const struct ask_target *t, char *to,
    size_t room)
{
	serial++;		/* a word that the dossier did not have */
	return snprintf(to, room, "csrf=%s&form_key=bench-%d-%lu%s%s&text="
	    "z%d%lu+%s", c->csrf, (int)getpid(), serial, t->more[0] == '\0' ?
	    "" : "&", t->more, (int)getpid(), serial, c->kind == ASK_NOTE ?
	    "A+note+of+a+usual+length%2C+more+or+less%3A+the+requester+"
	    "called+again+and+asks+when+an+answer+may+be+expected." :
	    "It+has+rained+for+days+and+now+the+water+stands+in+the+cellar"
	    "%3B+somebody+should+look+at+it.&medium=phone&matter=new&"
	    "then=show&title=Water+in+the+cellar+of+the+library");
}

static bool
lane_send(struct lane *l, struct ask_cell *c)
{
	const struct ask_target *t = &c->targets[c->at++ % c->ntargets];
	char head[4096], body[4096];
	int n, len = 0;

	if (!lane_open(l))
		return false;
	if (c->kind != ASK_GET)
		len = form(c, t, body, sizeof(body));
	n = snprintf(head, sizeof(head), "%s %s HTTP/1.1\r\nHost: "
	    "127.0.0.1:%d\r\nCookie: dossier=bench-%s\r\n",
	    c->kind == ASK_GET ? "GET" : "POST", t->path, port, c->viewer);
	if (c->kind != ASK_GET)
		n += snprintf(head + n, sizeof(head) - (size_t)n,
		    "Origin: http://127.0.0.1:%d\r\nContent-Type: "
		    "application/x-www-form-urlencoded\r\n"
		    "Content-Length: %d\r\n\r\n%s", port, len, body);
	else
		n += snprintf(head + n, sizeof(head) - (size_t)n, "\r\n");
	l->used = 0;
	l->busy = true;
	l->from = ask_clock();
	return send(l->fd, head, (size_t)n, MSG_NOSIGNAL) == n;
}

/* A head line's value, or NULL. */
static const char *
header(const struct lane *l, const char *name)
{
	const char *s = l->in;
	size_t n = strlen(name);

	while ((s = strstr(s, "\r\n")) != NULL && s[2] != '\r') {
		s += 2;
		if (strncasecmp(s, name, n) == 0 && s[n] == ':')
			return s + n + 1 + strspn(s + n + 1, " ");
	}
	return NULL;
}

/* Has all of it come? *length is the body's then. */
static bool
whole(const struct lane *l, const char **body, size_t *length)
{
	const char *end = strstr(l->in, "\r\n\r\n"), *s;
	size_t have;

	if (end == NULL)
		return false;
	*body = end + 4;
	have = l->used - (size_t)(*body - l->in);
	if ((s = header(l, "Content-Length")) != NULL) {
		*length = strtoul(s, NULL, 10);
		return have >= *length;
	}
	*length = have;
	return have >= 5 && memcmp(l->in + l->used - 5, "0\r\n\r\n", 5) == 0;
}

static void
finish(struct lane *l, struct ask_cell *c, bool counted, size_t length)
{
	int status = l->used < 12 ? 0 : (int)strtol(l->in + 9, NULL, 10);
	const char *s = l->used < 12 ? NULL : header(l, "Connection");

	if (counted) {
		ask_took(c, ask_clock() - l->from);
		c->bytes += length;
	}
	if (status != (c->kind == ASK_GET ? 200 : 303)) {
		c->bad++;
		c->last_bad = status;
		if (getenv("BENCH_SHOW") != NULL)
			fprintf(stderr, "%.*s\n", (int)l->used, l->in);
	}
	l->busy = false;
	if (s == NULL || strncasecmp(s, "close", 5) == 0 || status == 0)
		lane_close(l);
}

static void
lane_read(struct lane *l, struct ask_cell *c, bool counted)
{
	const char *body;
	size_t length;
	ssize_t n;

	if (l->room - l->used < 65536) {
		l->room += 262144;
		if ((l->in = realloc(l->in, l->room)) == NULL)
			abort();
	}
	n = recv(l->fd, l->in + l->used, l->room - l->used - 1, 0);
	if (n <= 0) {
		lane_close(l);
		l->used = 0;
		finish(l, c, counted, 0);
		return;
	}
	l->used += (size_t)n;
	l->in[l->used] = '\0';
	if (whole(l, &body, &length))
		finish(l, c, counted, length);
}

/* Starts what may start; gives how many wait for an answer. */
static int
fill(struct ask_cell *c, int *left, struct pollfd *p)
{
	int i, busy = 0;

	for (i = 0; i < c->lanes; i++) {
		if (!lanes[i].busy && *left > 0) {
			(*left)--;
			if (!lane_send(&lanes[i], c)) {
				lane_close(&lanes[i]);
				c->bad++;
				continue;
			}
		}
		p[i].fd = lanes[i].busy ? lanes[i].fd : -1;
		p[i].events = POLLIN;
		p[i].revents = 0;
		busy += lanes[i].busy;
	}
	return busy;
}

bool
ask_http_run(struct ask_cell *c, bool counted)
{
	struct pollfd p[LANES];
	int i, left = c->count;

	while (fill(c, &left, p) > 0) {
		if (poll(p, (nfds_t)c->lanes, PATIENCE) <= 0)
			return false;
		for (i = 0; i < c->lanes; i++)
			if (p[i].revents != 0)
				lane_read(&lanes[i], c, counted);
	}
	return true;
}

int
ask_http_get(const char *path, const char *viewer, char **body)
{
	struct ask_target t = { .path = strdup(path), .more = strdup("") };
	struct ask_cell c = { .lanes = 1, .count = 1, .targets = &t,
	    .ntargets = 1 };

	snprintf(c.viewer, sizeof(c.viewer), "%s", viewer);
	if (!ask_http_run(&c, false))
		return 0;
	*body = lanes[0].in;
	free(t.path);
	free(t.more);
	return c.bad == 0 ? 200 : c.last_bad;
}
