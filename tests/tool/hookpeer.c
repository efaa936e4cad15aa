/* SPDX-License-Identifier: MIT */
/*
 * The other end of webhooks: hookpeer PORTFILE LOG listens on this machine,
 * says on which port, and adds every request to the log. /say/STATUS is
 * answered so, with what is in LOG.says; /away is sent elsewhere; /deaf is
 * heard and not answered. It ends with whoever began it, at the latest after
 * two minutes.
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

static char request[1 << 20];

/* All of it, headers and body. */
static int
hear(int s)
{
	size_t n = 0, want = 0;
	const char *end = NULL, *length;
	ssize_t got;

	while (end == NULL || n < want) {
		got = read(s, request + n, sizeof(request) - 1 - n);
		if (got <= 0)
			return 0;
		n += (size_t)got;
		request[n] = '\0';
		if (end == NULL && (end = strstr(request, "\r\n\r\n")) != NULL) {
			length = strstr(request, "Content-Length: ");
			want = (size_t)(end + 4 - request) + (length == NULL ?
			    0 : (size_t)atol(length + 16));
		}
	}
	return 1;
}

static void
note(const char *log)
{
	FILE *f = fopen(log, "ae");

	if (f == NULL)
		return;
	fprintf(f, "%s\n", request);
	fclose(f);
}

static void
say(int s, int status, const char *more, const char *body)
{
	char head[400];

	snprintf(head, sizeof(head), "HTTP/1.1 %d X\r\nConnection: close\r\n"
	    "%sContent-Length: %zu\r\n\r\n", status, more, strlen(body));
	if (write(s, head, strlen(head)) < 0 ||
	    write(s, body, strlen(body)) < 0)
		perror("hookpeer");
}

static void
answer(int s, const char *log)
{
	char body[1 << 16] = "{}", path[300];
	const char *at;
	size_t n;
	FILE *f;

	if (!hear(s))
		return;
	note(log);
	if (strncmp(request, "POST /deaf", 10) == 0) {
		(void)!read(s, request, 1);	/* until they hang up */
		return;
	}
	if (strncmp(request, "POST /away", 10) == 0) {
		say(s, 302, "Location: /say/200\r\n", "");
		return;
	}
	snprintf(path, sizeof(path), "%s.says", log);
	if ((f = fopen(path, "re")) != NULL) {
		n = fread(body, 1, sizeof(body) - 1, f);
		body[n] = '\0';
		fclose(f);
	}
	at = strstr(request, "/say/");
	say(s, at == NULL ? 404 : atoi(at + 5), "", body);
}

int
main(int argc, char **argv)
{
	struct sockaddr_in here = { .sin_family = AF_INET };
	socklen_t len = sizeof(here);
	int l = socket(AF_INET, SOCK_STREAM, 0), s;
	FILE *f;

	here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (argc != 3 || l < 0 || bind(l, (struct sockaddr *)&here, len) != 0 ||
	    listen(l, 20) != 0 || getsockname(l, (struct sockaddr *)&here,
	    &len) != 0 || (f = fopen(argv[1], "we")) == NULL)
		return 1;
	fprintf(f, "%d\n", ntohs(here.sin_port));
	fclose(f);
	alarm(120);
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	while ((s = accept(l, NULL, NULL)) >= 0) {
		if (fork() == 0) {
			alarm(70);
			answer(s, argv[2]);
			_exit(0);
		}
		close(s);
	}
	return 0;
}
