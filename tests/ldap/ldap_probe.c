/* SPDX-License-Identifier: MIT */
/*
 * Asks the directory room what the tests tell it to, in one process that
 * keeps its connections. One command a line, one answer a line:
 *
 *	port			a port that nobody uses
 *	conf FILE		reads dossier.conf, forgets connections
 *	signin NAME PASSWORD	ok NAME GROUPS, wrong or busy, "late" after 6 s;
 *				what the directory says of the password
 *	haste NAME PASSWORD	the same, and "at once" within half a second
 *	lookup NAME		the same without a password
 *	find ID...		how many of these people there are
 *	everybody		how many people there are
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/config.h"
#include "base/ctx.h"
#include "base/digest.h"
#include "base/log.h"
#include "base/monotonic.h"
#include "directory/directory.h"

static struct ctx cx;
static struct arena *kept;

static int
free_port(void)
{
	struct sockaddr_in at = { .sin_family = AF_INET };
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	socklen_t len = sizeof(at);

	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (fd == -1 || bind(fd, (struct sockaddr *)&at, len) == -1 ||
	    getsockname(fd, (struct sockaddr *)&at, &len) == -1)
		return 0;
	close(fd);
	return ntohs(at.sin_port);
}

static const char *
word(enum err e)
{
	return e == OK ? "ok" : e == ERR_INVALID ? "wrong" :
	    e == ERR_BUSY ? "busy" : "odd";
}

static void
person(const struct directory_person *p)
{
	const char *const *g;

	printf(" %s", p->login);
	for (g = p->groups; *g != NULL; g++)
		if (strchr(*g, '=') == NULL)
			printf(" %s", *g);
}

static void
lookup(const char *name)
{
	struct directory_person *p;
	enum err e = directory_lookup(&cx, name, &p);

	printf("%s", word(e));
	if (e == OK)
		person(p);
	printf("\n");
}

static void
signin(const char *name, const char *password, const char *at_once)
{
	static const char *const words[] = {
		[DIRECTORY_NOTHING] = "", [DIRECTORY_EXPIRED] = " expired",
		[DIRECTORY_RESET] = " reset", [DIRECTORY_SHUT] = " shut",
		[DIRECTORY_HOURS] = " hours"
	};
	long begun = monotonic_ms();
	struct directory_verdict v;
	struct directory_person *p;
	enum err e = directory_signin(&cx, name, password, &v, &p);
	long took = monotonic_ms() - begun;

	printf("%s", word(e));
	if (e == OK)
		person(p);
	printf("%s", words[v.word]);
	if (v.grace >= 0)
		printf(" grace %d", v.grace);
	if (v.expires >= 0 && e == OK)
		printf(" days %lld", (long long)(v.expires + 43200) / 86400);
	printf("%s\n", took < 500 ? at_once : took < 6000 ? "" : " late");
	fprintf(stderr, "# %ld ms\n", took);
}

static void
answer(enum err e, const struct directory_person *p)
{
	int n = 0;

	for (; p != NULL; p = p->next)
		n++;
	printf("%s %d\n", word(e), n);
}

static void
use_conf(const char *path)
{
	const char *why = NULL;

	directory_close();
	arena_reset(kept);
	if ((cx.conf = config_read(kept, path, &why)) == NULL)
		log_fatal("%s", why);
	why = directory_fault(cx.conf, cx.arena);
	printf("%s\n", why == NULL ? "ok" : why);
}

static void
command(char *line)
{
	char *words[32] = { NULL };
	struct directory_person *list = NULL;
	enum err e;
	size_t n = 0;

	for (words[0] = strsep(&line, " "); line != NULL && n < 30;)
		words[++n] = strsep(&line, " ");
	if (strcmp(words[0], "port") == 0)
		printf("%d\n", free_port());
	else if (strcmp(words[0], "conf") == 0 && n == 1)
		use_conf(words[1]);
	else if (strcmp(words[0], "signin") == 0 && n == 2)
		signin(words[1], words[2], "");
	else if (strcmp(words[0], "haste") == 0 && n == 2)
		signin(words[1], words[2], " at once");
	else if (strcmp(words[0], "lookup") == 0 && n == 1)
		lookup(words[1]);
	else if (strcmp(words[0], "find") == 0) {
		e = directory_find(&cx, (const char *const *)words + 1, n,
		    &list);
		answer(e, list);
	} else if (strcmp(words[0], "everybody") == 0) {
		e = directory_everybody(&cx, &list);
		answer(e, list);
	} else
		printf("what?\n");
}

int
main(void)
{
	char line[4096];

	log_open("ldap_probe");
	digest_start();
	kept = arena_new();
	cx.arena = arena_new();
	cx.lang = "en";
	cx.zone = "UTC";
	cx.login = "";
	while (fgets(line, sizeof(line), stdin) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		cx.now = time(NULL);
		command(line);
		fflush(stdout);
		arena_reset(cx.arena);
	}
	return 0;
}
