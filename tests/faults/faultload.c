/* SPDX-License-Identifier: MIT */
/*
 * Somebody who goes on, whatever becomes of the program:
 *   faultload SOCKET COOKIE SECONDS GET PATH
 *   faultload SOCKET COOKIE SECONDS POST PATH CSRF NAME
 *   faultload SOCKET list
 * SOCKET is a program's, for FastCGI, or a web server's: http:PATH. A POST
 * sends the texts NAME-1, NAME-2 ... under keys of the same name, each until
 * it is acknowledged, and prints it then. At the end the answers are counted,
 * "# 303 812" (0: none came), and the longest wait between two good ones is
 * given in milliseconds, "# longest 35".
 * With list it asks what the lines of its input say, METHOD PATH COOKIE BODY,
 * once each, and prints each status, until a POST has changed something.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/monotonic.h"

#define PATIENCE 20		/* seconds for one answer */

static const char *to, *cookie, *method, *path;
static bool http;
static char asked[8192], answer[1 << 20];
static size_t askedlen;

static int
dial(void)
{
	struct sockaddr_un sa = { .sun_family = AF_UNIX };
	struct timeval most = { PATIENCE, 0 };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	snprintf(sa.sun_path, sizeof(sa.sun_path), "%s", to);
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &most, sizeof(most));
	setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &most, sizeof(most));
	if (connect(fd, (void *)&sa, sizeof(sa)) == 0)
		return fd;
	close(fd);
	return -1;
}

static void
add(const void *p, size_t n)
{
	if (askedlen + n > sizeof(asked))
		abort();
	memcpy(asked + askedlen, p, n);
	askedlen += n;
}

static void
record(int type, const void *p, size_t n)
{
	const unsigned char head[8] = { 1, (unsigned char)type, 0, 1,
	    (unsigned char)(n >> 8), (unsigned char)n, 0, 0 };

	add(head, sizeof(head));
	add(p, n);
}

static void
param(char *to_, size_t *used, const char *name, const char *value)
{
	size_t n = strlen(name), v = strlen(value);

	to_[(*used)++] = (char)n;
	to_[(*used)++] = (char)0x80;	/* a length of four bytes */
	to_[(*used)++] = 0;
	to_[(*used)++] = (char)(v >> 8);
	to_[(*used)++] = (char)v;
	memcpy(to_ + *used, name, n);
	memcpy(to_ + *used + n, value, v);
	*used += n + v;
}

static void
ask_fcgi(const char *body)
{
	static const char begin[8] = { 0, 1 };
	char params[4096], length[20];
	size_t n = 0;

	snprintf(length, sizeof(length), "%zu", strlen(body));
	param(params, &n, "REQUEST_METHOD", method);
	param(params, &n, "REQUEST_URI", path);
	param(params, &n, "REMOTE_ADDR", "192.0.2.7");
	param(params, &n, "HTTP_COOKIE", cookie);
	param(params, &n, "CONTENT_TYPE",
	    "application/x-www-form-urlencoded");
	param(params, &n, "CONTENT_LENGTH", length);
	record(1, begin, sizeof(begin));
	record(4, params, n);
	record(4, "", 0);
	if (*body != '\0')
		record(5, body, strlen(body));
	record(5, "", 0);
}

static void
ask_http(const char *body)
{
	char head[4096];
	int n = snprintf(head, sizeof(head), "%s %s HTTP/1.0\r\n"
	    "Host: localhost\r\nCookie: %s\r\nContent-Type: "
	    "application/x-www-form-urlencoded\r\n"
	    "Content-Length: %zu\r\n\r\n", method, path, cookie,
	    strlen(body));

	add(head, (size_t)n);
	add(body, strlen(body));
}

/* The status of one answer that came whole; 0 when none did. */
static int
ask(const char *body)
{
	size_t got = 0;
	ssize_t n;
	char *status;
	int fd = dial();

	if (fd < 0)
		return 0;
	askedlen = 0;
	if (http)
		ask_http(body);
	else
		ask_fcgi(body);
	if (send(fd, asked, askedlen, MSG_NOSIGNAL) != (ssize_t)askedlen) {
		close(fd);
		return 0;
	}
	while ((n = read(fd, answer + got, sizeof(answer) - 1 - got)) > 0)
		got += (size_t)n;
	close(fd);
	answer[got] = '\0';
	if (n < 0 || got < 16)
		return 0;
	if (http)
		return (int)strtol(answer + strlen("HTTP/1.x "), NULL, 10);
	/* the last record says that it is the last */
	status = memmem(answer, got, "Status: ", 8);
	if (status == NULL || answer[got - 15] != 3)
		return 0;
	return (int)strtol(status + 8, NULL, 10);
}

static int
ask_list(void)
{
	static char line[8192];
	char *word[4], *rest;
	int i, status;
	long end = monotonic_ms() + PATIENCE * 1000;

	while (fgets(line, sizeof(line), stdin) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		rest = line;
		for (i = 0; i < 4; i++)
			if ((word[i] = strsep(&rest, " ")) == NULL)
				return 2;
		method = word[0];
		path = word[1];
		cookie = word[2];
		/* the program may not be there yet */
		while ((status = ask(word[3])) == 0 && monotonic_ms() < end)
			usleep(5000);
		printf("%d\n", status);
		if (*method == 'P' && status < 400)
			break;
	}
	return 0;
}

int
main(int argc, char **argv)
{
	static long counts[600];
	char text[100], body[400] = "";
	long end, good, longest = 0, n = 1;
	bool post;
	int status;

	if (argc != 3 && argc != 6 && argc != 8)
		return 2;
	http = strncmp(argv[1], "http:", 5) == 0;
	to = http ? argv[1] + 5 : argv[1];
	if (argc == 3)
		return ask_list();
	cookie = argv[2];
	method = argv[4];
	path = argv[5];
	post = argc == 8;
	good = monotonic_ms();
	end = good + strtol(argv[3], NULL, 10) * 1000;
	while (monotonic_ms() < end) {
		if (post) {
			snprintf(text, sizeof(text), "%s-%ld", argv[7], n);
			snprintf(body, sizeof(body),
			    "csrf=%s&form_key=%s&text=%s", argv[6], text,
			    text);
		}
		status = ask(body);
		counts[status > 0 && status < 600 ? status : 0]++;
		if (status != (post ? 303 : 200)) {
			usleep(5000);
			continue;
		}
		if (monotonic_ms() - good > longest)
			longest = monotonic_ms() - good;
		good = monotonic_ms();
		n++;
		if (post)
			puts(text);
	}
	if (monotonic_ms() - good > longest)
		longest = monotonic_ms() - good;
	for (status = 0; status < 600; status++)
		if (counts[status] > 0)
			printf("# %d %ld\n", status, counts[status]);
	printf("# longest %ld\n", longest);
	return 0;
}
