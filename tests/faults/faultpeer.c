/* SPDX-License-Identifier: MIT */
/*
 * The other side of a socket, for the fault tests:
 *   faultpeer stall PATH N      N connections that send half a request
 *   faultpeer bad PATH          malformed FastCGI of many kinds
 *   faultpeer listen PATH PROGRAM...   as a service manager: descriptor 3
 *   faultpeer zero PATH PROGRAM...     the socket on descriptor 0
 *   faultpeer notify PATH       prints the first datagram that comes
 *   faultpeer lock STORE N      another program writes in it for N seconds
 *   faultpeer get PATH ADDRESS [NAME=VALUE...]   prints the answer
 */
#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static struct sockaddr_un
address(const char *path)
{
	struct sockaddr_un sa = { .sun_family = AF_UNIX };

	snprintf(sa.sun_path, sizeof(sa.sun_path), "%s", path);
	return sa;
}

static void
die(const char *what)
{
	perror(what);
	exit(1);
}

static int
dial(const char *path)
{
	struct sockaddr_un sa = address(path);
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	if (connect(fd, (void *)&sa, sizeof(sa)) != 0)
		die(path);
	return fd;
}

static int
hang_out(const char *path, int type)
{
	struct sockaddr_un sa = address(path);
	int fd = socket(AF_UNIX, type, 0);

	unlink(path);
	if (bind(fd, (void *)&sa, sizeof(sa)) != 0 ||
	    (type == SOCK_STREAM && listen(fd, 64) != 0))
		die(path);
	return fd;
}

#define BEGIN "\1\1\0\1\0\10\0\0" "\0\1\0\0\0\0\0\0"
#define HALF BEGIN "\1\4\0\1\0\100\0\0" "\16\3REQUEST_METHOD"

static int
stall(const char *path, int n)
{
	int i;

	for (i = 0; i < n; i++)
		if (write(dial(path), HALF, sizeof(HALF) - 1) < 0)
			die("write");
	printf("stalled\n");
	fflush(stdout);
	sleep(60);
	return 0;
}

#define BYTES(s) { s, sizeof(s) - 1 }

static int
bad(const char *path)
{
	static const struct { const char *bytes; size_t n; } all[] = {
		BYTES(""), BYTES("\1"), BYTES("GET / HTTP/1.1\r\n\r\n"),
		BYTES("\2\1\0\1\0\10\0\0" "\0\1\0\0\0\0\0\0"),
		BYTES("\1\4\0\1\0\0\0\0"),
		BYTES("\1\377\0\1\0\0\0\0"),
		BYTES("\1\11\0\0\0\0\0\0"),
		BYTES(BEGIN "\1\4\0\1\0\10\0\0" "\377\377\377\377\377\377"
		    "\377\377" "\1\4\0\1\0\0\0\0" "\1\5\0\1\0\0\0\0"),
		BYTES(BEGIN "\1\4\0\1\0\10\0\0" "\177\377\377\377\177\377"
		    "\377\377" "\1\4\0\1\0\0\0\0" "\1\5\0\1\0\0\0\0"),
		BYTES(BEGIN "\1\4\0\1\0\1\0\0" "\5" "\1\4\0\1\0\0\0\0"
		    "\1\5\0\1\0\0\0\0"),
		BYTES(BEGIN "\1\4\0\1\0\0\0\0" "\1\5\0\1\0\0\0\0"),
		BYTES("\1\1\0\1\0\10\0\0" "\0\2\0\0\0\0\0\0"
		    "\1\4\0\1\0\0\0\0" "\1\5\0\1\0\0\0\0"),
		BYTES(BEGIN "\1\2\0\1\0\0\0\0"),
	};
	size_t i, sent = 0;
	int fd;

	for (i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		fd = dial(path);
		if (write(fd, all[i].bytes, all[i].n) < 0 && errno != EPIPE)
			die("write");
		close(fd);
		sent++;
	}
	printf("%zu\n", sent);
	return 0;
}

static int
start(const char *path, int want, char **argv)
{
	int fd = hang_out(path, SOCK_STREAM);
	char pid[20];

	if (fd != want)
		dup2(fd, want);
	snprintf(pid, sizeof(pid), "%ld", (long)getpid());
	if (want == 3) {
		setenv("LISTEN_FDS", "1", 1);
		setenv("LISTEN_PID", pid, 1);
	}
	execv(argv[0], argv);
	die(argv[0]);
	return 1;
}

static int
notified(const char *path)
{
	int fd = hang_out(path, SOCK_DGRAM);
	char text[200];
	ssize_t n;

	alarm(20);
	printf("waiting\n");
	fflush(stdout);
	if ((n = read(fd, text, sizeof(text))) < 0)
		die("read");
	printf("%.*s\n", (int)n, text);
	return 0;
}

static int
lock(const char *store, const char *seconds)
{
	sqlite3 *db;

	if (sqlite3_open(store, &db) != SQLITE_OK ||
	    sqlite3_busy_timeout(db, 5000) != SQLITE_OK ||
	    sqlite3_exec(db, "BEGIN EXCLUSIVE", NULL, NULL, NULL) !=
	    SQLITE_OK) {
		fprintf(stderr, "%s: %s\n", store, sqlite3_errmsg(db));
		return 1;
	}
	printf("locked\n");
	fflush(stdout);
	sleep((unsigned int)strtol(seconds, NULL, 10));
	sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
	return sqlite3_close(db) == SQLITE_OK ? 0 : 1;
}

static size_t
param(char *to, const char *name, size_t n, const char *value)
{
	size_t len = strlen(value);

	if (n > 127 || len > 127)
		die("a long parameter");
	to[0] = (char)n;
	to[1] = (char)len;
	memcpy(to + 2, name, n);
	memcpy(to + 2 + n, value, len);
	return 2 + n + len;
}

/* The parameters in one record, an empty one, an empty body. */
static void
ask(int fd, const char *address, char **more)
{
	char b[4096] = BEGIN "\1\4\0\1\0\0\0\0";
	size_t start = sizeof(BEGIN) - 1, at = start + 8, n;

	at += param(b + at, "REQUEST_METHOD", 14, "GET");
	at += param(b + at, "REQUEST_URI", 11, address);
	for (; *more != NULL && at < 3500; more++)
		at += param(b + at, *more, strcspn(*more, "="),
		    strchr(*more, '=') + 1);
	n = at - start - 8;
	b[start + 4] = (char)(n >> 8);
	b[start + 5] = (char)n;
	memcpy(b + at, "\1\4\0\1\0\0\0\0" "\1\5\0\1\0\0\0\0", 16);
	if (write(fd, b, at + 16) != (ssize_t)at + 16)
		die("write");
}

static int
get(const char *path, const char *address, char **more)
{
	FILE *f = fdopen(dial(path), "r+");
	unsigned char head[8];
	char piece[65536 + 256];
	size_t n;

	alarm(30);
	ask(fileno(f), address, more);
	while (fread(head, 1, 8, f) == 8) {
		n = (size_t)head[4] << 8 | head[5];
		if (fread(piece, 1, n + head[6], f) != n + head[6])
			die("read");
		if (head[1] == 6)
			fwrite(piece, 1, n, stdout);
		if (head[1] == 3)
			return 0;
	}
	return 1;
}

int
main(int argc, char **argv)
{
	if (argc >= 4 && strcmp(argv[1], "get") == 0)
		return get(argv[2], argv[3], argv + 4);
	if (argc >= 4 && strcmp(argv[1], "stall") == 0)
		return stall(argv[2], (int)strtol(argv[3], NULL, 10));
	if (argc >= 3 && strcmp(argv[1], "bad") == 0)
		return bad(argv[2]);
	if (argc >= 4 && strcmp(argv[1], "listen") == 0)
		return start(argv[2], 3, argv + 3);
	if (argc >= 4 && strcmp(argv[1], "zero") == 0)
		return start(argv[2], 0, argv + 3);
	if (argc >= 4 && strcmp(argv[1], "lock") == 0)
		return lock(argv[2], argv[3]);
	if (argc >= 3 && strcmp(argv[1], "notify") == 0)
		return notified(argv[2]);
	return 2;
}
