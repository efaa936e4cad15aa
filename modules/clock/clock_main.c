/* SPDX-License-Identifier: MIT */
/* dossier-clock: what Dossier does by itself. A timer runs it each minute. */
#include <config.h>

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/config.h"
#include "base/digest.h"
#include "base/log.h"
#include "domain/house/clock.h"
#include "domain/spine/work.h"
#include "text/message.h"

static const char *conf_path, *only;

static int
usage(FILE *to)
{
	fprintf(to,
	    "usage: dossier-clock [--conf FILE] [--job NAME]\n"
	    "       dossier-clock --list | --help | --version\n\n"
	    "Runs the jobs that are due; a timer calls it every minute. One "
	    "host at a time\ndoes them, the others leave them to it.\n\n"
	    "  --conf FILE     the configuration (default: $DOSSIER_CONF, "
	    "else %s)\n"
	    "  --job NAME      run this one at once, whether it is due or "
	    "not\n"
	    "  --list          print the jobs and how often they run\n",
	    SYSCONFDIR "/dossier/dossier.conf");
	return to == stdout ? 0 : 2;
}

static int
list(void)
{
	const struct clock_job *j;

	for (j = clock_jobs; j->name != NULL; j++)
		printf("%-14s every %5d s  %s\n", j->name, j->every,
		    j->what);
	return fflush(stdout) == 0 ? 0 : 1;
}

static bool
is_job(const char *name)
{
	const struct clock_job *j;

	for (j = clock_jobs; j->name != NULL; j++)
		if (strcmp(j->name, name) == 0)
			return true;
	fprintf(stderr, "dossier-clock: there is no job %s; --list tells "
	    "which there are.\n", name);
	return false;
}

/* -1: go on; else the exit status. */
static int
options(int argc, char **argv)
{
	static const struct option known[] = {
		{ "conf", required_argument, NULL, 'c' },
		{ "job", required_argument, NULL, 'j' },
		{ "list", no_argument, NULL, 'l' },
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'v' },
		{ 0 }
	};
	int c;

	while ((c = getopt_long(argc, argv, "", known, NULL)) != -1)
		switch (c) {
		case 'c':
			conf_path = optarg;
			break;
		case 'j':
			only = optarg;
			if (!is_job(only))
				return 2;
			break;
		case 'l':
			return list();
		case 'h':
			return usage(stdout);
		case 'v':
			puts("dossier-clock " PACKAGE_VERSION);
			return 0;
		default:
			return usage(stderr);
		}
	return optind == argc ? -1 : usage(stderr);
}

static int
run(struct ctx *cx)
{
	struct clock_run r = { 0 };
	char host[256] = "";

	gethostname(host, sizeof(host) - 1);
	r.host = host;
	if (work_open(cx) != OK || clock_run(cx, only, &r) != OK) {
		log_error("%s", cx->why != NULL ? cx->why :
		    "the store does not answer");
		return 1;
	}
	if (only != NULL && r.run == 0) {
		log_error("another run has the clock; try again in a minute");
		return 1;
	}
	return r.failed == 0 ? 0 : 1;
}

int
main(int argc, char **argv)
{
	struct ctx cx = { .login = "", .name = "", .lang = "en" };
	const char *now = getenv("DOSSIER_NOW"), *why;
	int status;

	log_open("dossier-clock");
	if ((status = options(argc, argv)) >= 0)
		return status;
	if (geteuid() == 0)
		log_fatal("this program must not run as root");
	umask(007);
	digest_start();
	cx.arena = arena_new();
	/* A test may stand the clock still, as in the programs. */
	cx.now = now != NULL ? strtoll(now, NULL, 10) : time(NULL);
	cx.conf = config_read(cx.arena, config_path(conf_path), &why);
	if (cx.conf == NULL)
		log_fatal("%s", why);
	cx.zone = cx.conf->timezone;
	message_open(cx.conf->locale);
	message_use(cx.lang);
	status = run(&cx);
	work_close(&cx);
	arena_free(cx.arena);
	return status;
}
