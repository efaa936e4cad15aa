/* SPDX-License-Identifier: MIT */
/* dossier config check: the file itself, then all that it points at. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "directory/directory_check.h"
#include "domain/type/casetype.h"
#include "store/db.h"
#include "store/migrate.h"
#include "text/date.h"
#include "tool/commands.h"
#include "tool/tool.h"
#include "tool/tool_config.h"
#include "tool/tool_machine.h"
#include "tool/tool_probe.h"
#include "tool/tool_report.h"
#include "web/template.h"

struct checking {
	struct tool *t;
	struct arena *a;
	const struct config *c;
	struct tool_report r;
};

static void
check_settings(struct checking *k)
{
	const struct config_group *g;
	bool admin = *k->c->administrators != '\0';

	tool_report_part(&k->r, "Settings");
	if (date_zone_ok(k->c->timezone))
		tool_report_ok(&k->r, "%s: every line is understood.",
		    k->c->path);
	else
		tool_report_wrong(&k->r, "timezone = %s: no such zone is "
		    "known; one looks like Europe/Zurich.", k->c->timezone);
	if (strncmp(k->c->base_url, "http:", 5) == 0 && !k->c->demo)
		tool_report_note(&k->r, "base_url = %s: without https:// "
		    "what people type travels in the clear.", k->c->base_url);
	if (k->c->demo)
		tool_report_note(&k->r, "demo = yes: every page says so, and "
		    "names sample staff.");
	for (g = k->c->groups; g != NULL; g = g->next)
		admin = admin || strcmp(g->role, "admin") == 0;
	if (!admin)
		tool_report_note(&k->r, "Nobody is administrator: name "
		    "somebody in administrators.");
	if (k->c->groups == NULL)
		tool_report_note(&k->r, "There is no [group] section, so "
		    "nobody may work on cases.");
}

static void
check_types(struct checking *k)
{
	const struct casetype *all, *type;
	const struct config_group *g;
	const char *s, *code, *known = "";
	size_t n;

	if (casetype_all(&k->t->cx, &all) != OK) {
		tool_report_wrong(&k->r, "The case types cannot be read: %s",
		    k->t->cx.why == NULL ? "see the log." : k->t->cx.why);
		return;
	}
	for (type = all; type != NULL; type = type->next)
		known = arena_printf(k->a, "%s%s%s", known,
		    *known == '\0' ? "" : ", ", type->code);
	if (all == NULL)
		tool_report_wrong(&k->r, "No case type is installed: "
		    "`dossier setup` installs those that ship.");
	else
		tool_report_ok(&k->r, "Case types: %s.", known);
	for (g = k->c->groups; g != NULL; g = g->next)
		for (s = g->types; *(s += strspn(s, " \t,")) != '\0'; s += n) {
			n = strcspn(s, " \t,");
			code = arena_textn(k->a, s, n);
			for (type = all; type != NULL; type = type->next)
				if (strcmp(type->code, code) == 0)
					break;
			if (type == NULL && strcmp(code, "*") != 0)
				tool_report_wrong(&k->r, "[group %s], line "
				    "%d: there is no case type %s.", g->label,
				    g->line, code);
		}
}

static void
check_store(struct checking *k)
{
	struct ctx *cx = &k->t->cx;
	struct stat st;

	tool_report_part(&k->r, "Store and pages");
	if (*k->c->store == '/' && stat(k->c->store, &st) != 0) {
		tool_report_wrong(&k->r, "The store cannot be opened: %s.",
		    strerror(errno));
	} else if (db_open(cx, k->c->store, &cx->db) != OK) {
		tool_report_wrong(&k->r, "%s", cx->why == NULL ?
		    "The store cannot be opened." : cx->why);
	} else if (db_begin(cx, DB_READ) != OK) {
		tool_report_wrong(&k->r, "The store does not answer: %s",
		    cx->why == NULL ? "see the log." : cx->why);
	} else {
		tool_report_ok(&k->r, "The store is up to date (schema %d).",
		    MIGRATE_NEWEST);
		check_types(k);
		db_rollback(cx);
	}
}

static void
check_templates(struct checking *k)
{
	const char *faults = templates_check(templates_open(k->a,
	    k->c->templates_site, k->c->templates, ""), k->a);
	const char *end = faults, *next;
	int i, more = 0;

	if (faults == NULL) {
		tool_report_ok(&k->r, "Every template loads in every "
		    "language.");
		return;
	}
	for (i = 0; i < 5 && end != NULL; i++)
		end = strchr(end + (i > 0), '\n');
	for (next = end; next != NULL; next = strchr(next + 1, '\n'))
		more++;
	tool_report_wrong(&k->r, "Templates have faults: %.*s%s",
	    end == NULL ? (int)strlen(faults) : (int)(end - faults), faults,
	    more > 0 ? " `dossier template --check` tells the others." : "");
}

static void
check_directory(struct checking *k)
{
	struct directory_finding *f;

	tool_report_part(&k->r, "Directory");
	if (*k->c->ldap_urls == '\0') {
		tool_report_note(&k->r, "urls of [directory] is not set, so "
		    "nobody can sign in.");
		return;
	}
	for (f = directory_check(&k->t->cx); f != NULL; f = f->next)
		if (f->wrong)
			tool_report_wrong(&k->r, "%s", f->text);
		else
			tool_report_ok(&k->r, "%s", f->text);
}

static void
check_programs(struct checking *k)
{
	const char *const *p, *path, *why;
	bool whole;

	tool_report_part(&k->r, "Programs");
	for (p = tool_machine_programs; *p != NULL; p++) {
		path = arena_printf(k->a, "%s/%s.sock", k->c->sockets, *p);
		if ((why = tool_probe_program(k->a, path,
		    k->c->base_path)) == NULL)
			tool_report_ok(&k->r, "dossier-%s answers.", *p);
		else
			tool_report_wrong(&k->r, "dossier-%s does not answer "
			    "at %s: %s.", *p, path, why);
	}
	tool_report_part(&k->r, "Web server");
	if ((why = tool_probe_web(k->a, k->c->base_url, &whole)) != NULL)
		tool_report_note(&k->r, "%s does not answer from this "
		    "machine: %s.", k->c->base_url, why);
	else if (whole)
		tool_report_ok(&k->r, "%s leads to Dossier.",
		    k->c->base_url);
	else
		tool_report_ok(&k->r, "Somebody listens at %s; its "
		    "certificate was not looked at.", k->c->base_url);
}

int
tool_config_check(struct tool *t)
{
	struct checking k = { .t = t, .a = t->cx.arena };

	if (tool_configure(t) != TOOL_DONE)
		return TOOL_FAILED;
	k.c = t->cx.conf;
	check_settings(&k);
	tool_config_files(t, &k.r);
	check_store(&k);
	check_templates(&k);
	if (!tool_flag(t, "offline")) {
		check_directory(&k);
		check_programs(&k);
	}
	fflush(stdout);
	if (k.r.wrong > 0)
		return tool_fail("%d thing%s to put right, %d to know.",
		    k.r.wrong, k.r.wrong == 1 ? "" : "s", k.r.notes);
	printf("\nAll is in order; %d thing%s to know.\n", k.r.notes,
	    k.r.notes == 1 ? "" : "s");
	return TOOL_DONE;
}
