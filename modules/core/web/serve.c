/* SPDX-License-Identifier: MIT */
/* A program from its options to its end. */
#include <config.h>

#include "base/count.h"
#include "web/serve.h"

#include <errno.h>
#include <getopt.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/config.h"
#include "base/digest.h"
#include "base/log.h"
#include "domain/spine/work.h"
#include "text/date.h"
#include "text/message.h"
#include "text/unicode.h"
#include "web/serve_fcgi.h"
#include "web/serve_master.h"
#include "web/serve_socket.h"
#include "web/turn.h"

static const struct {
	int bit;
	const char *name;
} rights[] = {
	{ RIGHT_PUBLIC, "public" }, { RIGHT_STAFF, "staff" },
	{ RIGHT_INTAKE, "intake" }, { RIGHT_SCREEN, "screen" },
	{ RIGHT_LEAD, "lead" }, { RIGHT_AUDIT, "audit" },
	{ RIGHT_ADMIN, "admin" }, { RIGHT_SELF, "self" },
	{ RIGHT_LEGAL, "legal" }, { RIGHT_OUTSIDE, "outside" },
	{ RIGHT_MEDICAL, "medical" }
};

static struct {
	char program[32], log[40];
	const struct route *routes;
	const char *conf, *socket;
	int workers;		/* 0: what the configuration says */
} given;

/* One line a route, for the tests that hold the tables to their promises. */
static int
print_routes(const struct route *r)
{
	static const char *const levels[] = {
		"-", "exists", "read", "work", "decide", "manage"
	};
	const struct field *f;
	const char *between;
	size_t i;

	for (; r->method != 0; r++) {
		printf("%s\t%s\t", r->method == GET ? "GET" : "POST",
		    r->path);
		between = "";
		for (i = 0; i < COUNT(rights); i++)
			if ((int)r->right & rights[i].bit) {
				printf("%s%s", between, rights[i].name);
				between = "|";
			}
		printf("%s\t%s\t", r->right == RIGHT_NONE ? "none" : "",
		    levels[r->level]);
		between = "";
		for (f = r->form; f != NULL && f->name != NULL; f++) {
			printf("%s%s", between, f->name);
			between = ",";
		}
		printf("%s\t%zu\n", r->form == NULL ? "-" : "", r->files);
	}
	return fflush(stdout) == 0 ? 0 : 1;
}

static int
usage(FILE *to)
{
	fprintf(to,
	    "usage: dossier-%s [--conf FILE] [--socket PATH] [--workers N]\n"
	    "       dossier-%s --routes | --help | --version\n\n"
	    "  --conf FILE     the configuration (default: $DOSSIER_CONF, "
	    "else %s)\n"
	    "  --socket PATH   serve FastCGI there; without it the socket of "
	    "the service\n"
	    "                  manager or descriptor 0 is taken\n"
	    "  --workers N     processes, instead of what the configuration "
	    "says\n"
	    "  --routes        print the table of pages\n\n"
	    "Without any socket one plain CGI request is answered from the "
	    "environment.\n"
	    "TERM: finish what is under way and end. HUP: read "
	    "configuration and pages again.\n",
	    given.program, given.program, SYSCONFDIR "/dossier/dossier.conf");
	return to == stdout ? 0 : 2;
}

/* -1: go on; else the exit status. */
static int
options(int argc, char **argv)
{
	static const struct option list[] = {
		{ "conf", required_argument, NULL, 'c' },
		{ "socket", required_argument, NULL, 's' },
		{ "workers", required_argument, NULL, 'w' },
		{ "routes", no_argument, NULL, 'r' },
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'v' },
		{ 0 }
	};
	int c;

	while ((c = getopt_long(argc, argv, "", list, NULL)) != -1)
		switch (c) {
		case 'c':
			given.conf = optarg;
			break;
		case 's':
			given.socket = optarg;
			break;
		case 'w':
			given.workers = (int)strtol(optarg, NULL, 10);
			if (given.workers < 1 || given.workers > 64)
				return usage(stderr);
			break;
		case 'r':
			return print_routes(given.routes);
		case 'h':
			return usage(stdout);
		case 'v':
			printf("dossier-%s %s\n", given.program,
			    PACKAGE_VERSION);
			return 0;
		default:
			return usage(stderr);
		}
	return optind == argc ? -1 : usage(stderr);
}

static struct arena *lasting;	/* of the house in use */

/* What a process has for all requests. */
static struct house *
open_house(struct arena *a)
{
	struct house *h = arena_alloc(a, sizeof(*h));
	const char *why;

	h->program = given.program;
	h->routes = given.routes;
	h->conf = config_read(a, config_path(given.conf), &why);
	if (h->conf == NULL) {
		log_error("%s", why);
		return NULL;
	}
	if (!date_zone_ok(h->conf->timezone)) {
		log_error("%s: there is no time zone \"%s\"", h->conf->path,
		    h->conf->timezone);
		return NULL;
	}
	if (!session_open(h->conf))
		return NULL;
	message_open(h->conf->locale);
	h->templates = templates_open(a, h->conf->templates_site,
	    h->conf->templates, h->conf->base_path);
	return h;
}

/* Every page that lies in the folders, in every language: a fault is said
 * before anybody meets it. A child looks, so that no worker inherits the
 * memory that it took. */
static bool
pages_hold(const struct config *conf)
{
	struct arena *a;
	const char *why;
	pid_t child = fork();
	int status = 1;

	if (child == 0) {
		a = arena_new();
		why = templates_check(templates_open(a, conf->templates_site,
		    conf->templates, conf->base_path), a);
		if (why != NULL)
			log_error("%s", why);
		_exit(why != NULL);
	}
	while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	return child > 0 && status == 0;
}

/* The same, with the program's pages compiled, so that all workers share
 * them. It takes the place of the former one only when all of it holds. */
static const struct house *
open_compiled(void)
{
	struct arena *a = arena_new();
	struct house *h = open_house(a);

	if (h == NULL || !pages_hold(h->conf)) {
		arena_free(a);
		return NULL;
	}
	templates_warm(h->templates, given.program);
	arena_free(lasting);
	lasting = a;
	malloc_trim(0);		/* workers inherit no heap of the check */
	return h;
}

static size_t
read_stdin(struct wire *w, void *p, size_t n)
{
	(void)w;
	return fread(p, 1, n, stdin);
}

static void
write_file(const char *path)
{
	char piece[65536];
	FILE *f = fopen(path, "re");
	size_t n;

	while (f != NULL && (n = fread(piece, 1, sizeof(piece), f)) > 0)
		if (fwrite(piece, 1, n, stdout) != n)
			break;
	if (f != NULL)
		fclose(f);
}

/* One plain CGI request: for tests, and for looking at one page. */
static int
answer_cgi(void)
{
	struct house *own;
	struct wire wire = { .params = environ, .read = read_stdin };
	struct request rq = { .cx.arena = arena_new() };
	enum err e;

	lasting = arena_new();
	if ((own = open_house(lasting)) == NULL)
		return 1;
	rq.cx.conf = own->conf;
	rq.cx.login = "";
	rq.cx.lang = own->conf->language;
	rq.cx.zone = own->conf->timezone;
	e = work_open(&rq.cx);
	own->outdated = e == ERR_SCHEMA;
	if (e == OK)
		own->db = rq.cx.db;
	else
		log_error("the store does not open: %s",
		    rq.cx.why == NULL ? "no reason given" : rq.cx.why);
	turn_run(&rq, &wire, own);
	fwrite(rq.reply->head->data, 1, rq.reply->head->len, stdout);
	if (rq.reply->file != NULL)
		write_file(rq.reply->file);
	else if (rq.reply->body->len > 0)
		fwrite(rq.reply->body->data, 1, rq.reply->body->len, stdout);
	turn_end(&rq);
	work_close(&rq.cx);
	arena_free(rq.cx.arena);
	return fflush(stdout) == 0 ? 0 : 1;
}

/* Read once before anything listens, so that mistakes are said at once. */
static int
serve_socket_forever(int fd)
{
	const char *why;
	struct arena *a = arena_new();
	const struct config *conf = config_read(a, config_path(given.conf),
	    &why);
	int n;

	if (conf == NULL) {
		log_error("%s", why);
		return 1;
	}
	n = given.workers > 0 ? given.workers : conf->workers;
	arena_free(a);
	return serve_master(fd, n, open_compiled);
}

int
serve(int argc, char **argv, const struct route *routes)
{
	const char *name = strrchr(argv[0], '/');
	bool made;
	int fd, status;

	name = name == NULL ? argv[0] : name + 1;
	if (strncmp(name, "dossier-", 8) == 0)
		name += 8;
	snprintf(given.program, sizeof(given.program), "%s", name);
	given.routes = routes;
	snprintf(given.log, sizeof(given.log), "dossier-%s", given.program);
	log_open(given.log);
	if ((status = options(argc, argv)) >= 0)
		return status;
	digest_start();
	unicode_start();
	fd = serve_socket(given.socket, &made);
	if (fd < 0) {
		if (getenv("REQUEST_METHOD") == NULL || !serve_fcgi_is_cgi())
			return usage(stderr);
		return answer_cgi();
	}
	if (geteuid() == 0)
		log_fatal("this program must not run as root");
	status = serve_socket_forever(fd);
	if (made)
		unlink(given.socket);
	return status;
}
