/* SPDX-License-Identifier: MIT */
/* The last words of dossier setup: what only people can decide or start. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store/db.h"
#include "tool/tool_machine.h"
#include "tool/tool_setup.h"

#define DATA LOCALSTATEDIR "/lib/dossier/"

static int number;

static void
step(const char *words)
{
	printf("%d. %s\n\n", ++number, words);
}

static bool
is_installed(const struct config *c)
{
	return strcmp(c->path, SYSCONFDIR "/dossier/dossier.conf") == 0;
}

/* "dossier WORDS", and the file where it is not the installed one. */
static const char *
command(const struct tool *t, const char *words)
{
	return is_installed(t->cx.conf) ?
	    arena_printf(t->cx.arena, "dossier %s", words) :
	    arena_printf(t->cx.arena, "dossier %s --conf %s", words,
	    t->cx.conf->path);
}

static void
roles(const struct tool *t)
{
	const struct config *c = t->cx.conf;

	if (*c->ldap_urls == '\0')
		step("Name your staff directory in [directory] of the file.");
	if (*c->administrators == '\0')
		step("Nobody is administrator yet: write sign-in names behind "
		    "administrators.");
	if (c->groups != NULL)
		return;
	step("Give the directory's groups their roles in [group] sections; "
	    "dossier.conf(5)\n   has an example. One team that does all, as a "
	    "beginning:");
	printf("       %s\n\n",
	    command(t, "setup --staff GROUP-OF-THE-DIRECTORY"));
}

/* The units are shut off from all that a file of a store does not need. */
static void
units(const struct config *c)
{
	if (strncmp(c->documents, DATA, strlen(DATA)) != 0) {
		step("Let the units write to the data: in [Service] "
		    "of\n   `systemctl edit dossier@.service "
		    "dossier-clock.service` write");
		printf("       ReadWritePaths=%.*s\n\n",
		    (int)(strrchr(c->documents, '/') - c->documents),
		    c->documents);
	}
	if (db_is_file(c->store))
		return;
	step("Where the database is on another machine, let the units reach "
	    "it: in [Service]\n   of `systemctl edit dossier@.service "
	    "dossier-backup.service` write");
	fputs("       PrivateNetwork=no\n       RestrictAddressFamilies="
	    "AF_UNIX AF_INET AF_INET6\n       IPAddressDeny=\n\n", stdout);
	step("Give the nightly backup an empty database for its trial: make "
	    "one, and in\n   [Service] of `systemctl edit "
	    "dossier-backup.service` write");
	fputs("       ExecStart=\n       ExecStart=" BINDIR "/dossier backup\n"
	    "       ExecStart=" BINDIR "/dossier backup --verify --keep 14 "
	    "--scratch postgresql://...\n\n", stdout);
}

static void
programs(const struct tool *t, bool installed)
{
	const struct config *c = t->cx.conf;
	const char *const *p;

	if (installed && is_installed(c) && tool_machine_systemd()) {
		units(c);
		step("Start the programs, the clock and the nightly backup:");
		fputs("       systemctl enable --now", stdout);
		for (p = tool_machine_programs; *p != NULL; p++)
			printf(" dossier@%s", *p);
		puts(" dossier-clock.timer dossier-backup.timer\n");
		return;
	}
	step("Start the programs; each must be started again when the machine "
	    "was:");
	for (p = tool_machine_programs; *p != NULL; p++) {
		fputs("       ", stdout);
		if (installed)
			printf("setpriv --reuid dossier-%s --regid dossier "
			    "--init-groups ", *p);
		printf(LIBEXECDIR "/dossier-%s --conf %s --socket %s/%s.sock "
		    "&\n", *p, c->path, c->sockets, *p);
	}
	fputs("\n   and let cron run every minute:\n\n       ", stdout);
	if (installed)
		fputs("setpriv --reuid dossier-clock --regid "
		    "dossier-clock --init-groups ", stdout);
	printf(LIBEXECDIR "/dossier-clock --conf %s\n\n", c->path);
	printf("   and every night:\n\n       %s", command(t, "backup"));
	printf("; %s\n\n", command(t, "backup --verify --keep 14"));
}

static void
web_server(const struct tool *t)
{
	static const struct { const char *name, *where, *line, *again; }
	ways[] = {
		[WEB_NGINX] = { "nginx", "/etc/nginx",
		    "include dossier.conf;        (in the server block of the "
		    "site)", "nginx -t && nginx -s reload" },
		[WEB_APACHE] = { "apache", "/etc/apache2",
		    "Include dossier.conf         (in the <VirtualHost> of "
		    "the site)", "apachectl configtest && apachectl graceful" },
		[WEB_LIGHTTPD] = { "lighttpd", "/etc/lighttpd",
		    "include \"dossier.conf\"       (in lighttpd.conf)",
		    "service lighttpd restart" },
	};
	enum tool_machine_web web = tool_machine_web();

	if (web == WEB_NONE) {
		step("Install a web server: nginx, Apache or lighttpd. Then "
		    "`dossier web` writes\n   what it must include; "
		    "dossier-web(1).");
		return;
	}
	printf("%d. Let %s pass requests on:\n\n       %s > %s/dossier.conf\n"
	    "       %s\n       %s\n\n", ++number, ways[web].name,
	    command(t, arena_printf(t->cx.arena, "web %s", ways[web].name)),
	    ways[web].where, ways[web].line, ways[web].again);
	if (web == WEB_NGINX)
		printf("       limit_req_zone $binary_remote_addr "
		    "zone=dossier_portal:1m rate=3r/s;\n"
		    "                                    (in its http "
		    "section)\n\n");
	if (*t->cx.conf->base_path == '\0')
		printf("   With --whole the file is a site of its own.\n\n");
}

void
tool_setup_next(struct tool *t)
{
	const struct config *c = t->cx.conf;
	struct tool_may_user u;
	bool installed = tool_may_user(&u, "dossier-signon") &&
	    geteuid() == u.uid;

	printf("\nDossier is set up in %s.\n\nWhat is left to you:\n\n",
	    c->path);
	roles(t);
	programs(t, installed);
	web_server(t);
	printf("Then open %s/ and see whether all is well:\n\n       %s\n",
	    c->base_url, command(t, "config check"));
}
