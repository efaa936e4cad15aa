/* SPDX-License-Identifier: MIT */
/* dossier: the operator's command. This table is its map. */
#include "tool/tool.h"

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/log.h"
#include "config.h"
#include "store/db.h"
#include "text/message.h"
#include "text/unicode.h"
#include "tool/commands.h"

static const struct tool_command commands[] = {
	{ "backup", "[DIR]", 0, 1,
	    "Backs up store, documents and settings while people work.",
	    tool_backup, {
		{ "verify", NULL, "restore the newest on trial, make none",
		    false },
		{ "scratch", "URL", "an empty database for the trial, where "
		    "the store is one", false },
		{ "keep", "N", "remove all but the newest N, once it is "
		    "verified", false },
		{ "schema", "DIR", "the schema files, not the installed ones",
		    false } } },
	{ "cmmn check", "FILE...", 1, INT_MAX,
	    "Checks case plans; tells file and line of each fault.",
	    tool_cmmn_check, { { 0 } } },
	{ "cmmn run", "MODEL", 1, 1,
	    "Plays scenarios on a case plan, or on those of a folder.",
	    tool_cmmn_run, {
		{ "scenario", "FILE", "what is done, and what is to be seen",
		    true },
		{ "csv", "FILE", "write a row for each scenario there",
		    false } } },
	{ "config check", "", 0, 0,
	    "Reads dossier.conf and says what is wrong with it.",
	    tool_config_check, {
		{ "offline", NULL, "ask no directory, program or web server",
		    false } } },
	{ "court check", "FILE...", 1, INT_MAX,
	    "Checks rules of courts; tells file and line of each fault.",
	    tool_court_check, { { 0 } } },
	{ "court install", "FILE...", 1, INT_MAX,
	    "Installs rules of courts: each a new version of that court.",
	    tool_court_install, { { 0 } } },
	{ "court reckon", "FILE RULE DATE", 3, 3,
	    "Counts a period from a day, and tells every day of it.",
	    tool_court_reckon, {
		{ "served", "HOW", "code of how it was served", false },
		{ "more", "WHO", "code of who has longer", false },
		{ "holidays", "REGION", "holidays of a part of the country: "
		    "DE-BY", false } } },
	{ "demo", "FILE", 1, 1,
	    "Plays the sample dossiers that the file tells, into a demo.",
	    tool_demo, {
		{ "more", NULL, "also where there are cases already",
		    false } } },
	{ "directory sync", "", 0, 0,
	    "Brings the staff and their rights up to date with LDAP.",
	    tool_directory_sync, {
		{ "all", NULL, "everybody, as without --live", false },
		{ "live", NULL, "only people who are signed in now", false },
		{ "force", NULL, "also when most people would be shut out",
		    false } } },
	{ "dmn check", "FILE...", 1, INT_MAX,
	    "Checks decision models; tells file and line of each fault.",
	    tool_dmn_check, { { 0 } } },
	{ "dmn evaluate", "FILE", 1, 1,
	    "Decides by a decision model.",
	    tool_dmn_evaluate, {
		{ "decision", "NAME", "which one of the model's", true },
		{ "input", "JSON", "what it is given; @FILE, or - for what "
		    "comes in", false },
		{ "why", NULL, "tell what it rests on", false },
		{ "json", NULL, "the same as JSON", false } } },
	{ "dmn tck", "DIR...", 1, INT_MAX,
	    "Runs tests of the DMN technology compatibility kit.",
	    tool_dmn_tck, {
		{ "csv", "FILE", "write a row for each test there",
		    false } } },
	{ "fhir roundtrip", "FILE...", 1, INT_MAX,
	    "Reads files of FHIR R4, and writes what it keeps of them.",
	    tool_fhir_roundtrip, {
		{ "out", "DIR", "where they are written", true },
		{ "csv", "FILE", "write a row for each file there",
		    false } } },
	{ "import csv", "FILE", 1, 1,
	    "Registers a request for every row of a table.",
	    tool_import_csv, {
		{ "type", "TYPE", "code of the case type", true },
		{ "map", "MAP", "file that says what the columns are", true },
		{ "team", "NAME", "whose tray they go into", false },
		{ "log", "NAME", "name of the import, not the file's",
		    false },
		{ "report", "FILE", "write a line for every row there",
		    false },
		{ "skip", NULL, "leave out the rows that are refused", false },
		{ "dry-run", NULL, "only read and check", false } } },
	{ "import docket", "FILE...", 1, INT_MAX,
	    "Takes dockets of courts over onto a case.",
	    tool_import_docket, {
		{ "case", "NUMBER", "the case that they belong to", true },
		{ "dry-run", NULL, "only read and check", false } } },
	{ "import fhir", "FILE...", 1, INT_MAX,
	    "Takes medical records in FHIR R4 over onto a case.",
	    tool_import_fhir, {
		{ "case", "NUMBER", "the case of the patient", true },
		{ "anyway", NULL, "also where the name or birth date is "
		    "another", false },
		{ "dry-run", NULL, "only read and check", false } } },
	{ "import judgment", "FILE...", 1, INT_MAX,
	    "Takes judgments in Akoma Ntoso over onto a case.",
	    tool_import_judgment, {
		{ "case", "NUMBER", "the case that they belong to", true },
		{ "dry-run", NULL, "only read and check", false } } },
	{ "import xes", "FILE", 1, 1,
	    "Makes a case of every trace of an event log in XES.",
	    tool_import_xes, {
		{ "type", "TYPE", "code of the case type", true },
		{ "team", "NAME", "whose cases they are", false },
		{ "log", "NAME", "name of the log, not the file's", false },
		{ "dry-run", NULL, "only read and check", false } } },
	{ "metrics", "", 0, 0,
	    "Writes figures of store and programs, as Prometheus reads them.",
	    tool_metrics, { { 0 } } },
	{ "migrate", "", 0, 0,
	    "Makes the store, or brings it to this version's schema.",
	    tool_migrate, {
		{ "dry-run", NULL, "only tell which steps are due", false },
		{ "backup", "DIR", "back up there first, not where the "
		    "settings say", false },
		{ "scratch", "URL", "an empty database for the trial of the "
		    "backup", false },
		{ "no-backup", NULL, "make no backup first", false },
		{ "schema", "DIR", "the schema files, not the installed ones",
		    false } } },
	{ "restore", "DIR", 1, 1,
	    "Lays a backup, or the newest of a folder, into a new folder.",
	    tool_restore, {
		{ "to", "PATH", "the new folder, empty or not there", true },
		{ "store", "URL", "an empty database, where the backup is of "
		    "one", false } } },
	{ "setup", "", 0, 0,
	    "Sets Dossier up: settings, folders, store, case types.",
	    tool_setup, {
		{ "data", "DIR", "the data's own folder", false },
		{ "base-url", "URL", "how staff reach it", false },
		{ "timezone", "ZONE", "of the site: Europe/Zurich", false },
		{ "admin", "NAME", "sign-in name of an administrator", false },
		{ "types", "CODES", "case types, not all that ship", false },
		{ "courts", "CODES", "rules of courts, not all that ship",
		    false },
		{ "ldap", "URL", "the staff directory's server", false },
		{ "ldap-base", "DN", "people and groups are below it", false },
		{ "ldap-bind", "DN", "account that searches there", false },
		{ "ldap-password-file", "FILE", "its password", false },
		{ "staff", "GROUP", "its members work on cases", false },
		{ "share", "DIR", "the shipped files, not the installed ones",
		    false },
		{ "yes", NULL, "take defaults, ask nothing", false } } },
	{ "sql", "[STATEMENT]", 0, 1,
	    "Runs SQL on the store, from the operand or from stdin.",
	    tool_sql, {
		{ "header", NULL, "name the columns", false },
		{ "write", NULL, "let statements change the store", false } } },
	{ "status", "", 0, 0,
	    "Tells how all stands, as plugins of Nagios do.",
	    tool_status, { { 0 } } },
	{ "template", "", 0, 0,
	    "Checks the templates in every language, or lists their sentences.",
	    tool_template, {
		{ "check", NULL, "tell file and line of each fault", false },
		{ "pot", NULL, "write the sentences as a .pot file", false },
		{ "templates", "DIR", "these, not the installed ones", false },
		{ "locale", "DIR", "the catalogues, not the installed ones",
		    false } } },
	{ "type check", "DIR", 1, 1,
	    "Checks a case type's folder; tells file and line of each fault.",
	    tool_type_check, { { 0 } } },
	{ "type install", "DIR", 1, 1,
	    "Installs a case type's folder as the type's new version.",
	    tool_type_install, { { 0 } } },
	{ "verify", "", 0, 0,
	    "Checks that log and documents are as they were written.",
	    tool_verify, {
		{ "seal", "FILE", "hold the seals against this file, not that "
		    "of seal_file", false } } },
	{ "web", "SERVER", 1, 1,
	    "Writes our part of the web server's configuration.",
	    tool_web, {
		{ "whole", NULL, "with the site around it", false },
		{ "signon", NULL, "where the web server signs people in",
		    false },
		{ "from", "DIR", "these files, not the installed ones",
		    false } } },
	{ 0 }
};

static const struct tool_command *
command_find(int argc, char **argv, int *words)
{
	const struct tool_command *c;
	size_t len;
	char two[80];

	if (argc >= 3)
		snprintf(two, sizeof(two), "%s %s", argv[1], argv[2]);
	else
		two[0] = '\0';
	for (c = commands; c->words != NULL; c++) {
		len = strlen(c->words);
		*words = strchr(c->words, ' ') != NULL ? 2 : 1;
		if (*words == 2 && strcmp(two, c->words) == 0)
			return c;
		if (*words == 1 && argc >= 2 && strlen(argv[1]) == len &&
		    strcmp(argv[1], c->words) == 0)
			return c;
	}
	return NULL;
}

/* Those that begin with a word; all with "". */
static void
list(FILE *f, const char *word)
{
	const struct tool_command *c;

	fprintf(f, "usage: dossier %s%sCOMMAND [--conf FILE] [OPTION...] "
	    "[OPERAND...]\n\n", word, *word == '\0' ? "" : " ");
	for (c = commands; c->words != NULL; c++)
		if (strncmp(c->words, word, strlen(word)) == 0)
			fprintf(f, "  %-14s %-12s %s\n", c->words,
			    c->operands, c->what);
	fputs("\n`dossier COMMAND --help` tells the options of one.\n", f);
}

/* Is it the first word of commands of two? */
static bool
begins(const char *word)
{
	const struct tool_command *c;
	size_t len = strlen(word);

	for (c = commands; c->words != NULL; c++)
		if (strncmp(c->words, word, len) == 0 && c->words[len] == ' ')
			return true;
	return false;
}

/* No command was found in these words. Returns the exit status. */
static int
no_command(int argc, char **argv)
{
	const char *word = argc < 2 ? "" : argv[1];

	if (strcmp(word, "--help") == 0 || strcmp(word, "help") == 0) {
		list(stdout, "");
		return TOOL_DONE;
	}
	if (strcmp(word, "--version") == 0) {
		puts("dossier " PACKAGE_VERSION);
		return TOOL_DONE;
	}
	if (argc == 3 && begins(word) && strcmp(argv[2], "--help") == 0) {
		list(stdout, word);
		return TOOL_DONE;
	}
	if (*word == '\0' || begins(word))
		list(stderr, word);
	else
		fprintf(stderr, "dossier: there is no command “%s”; "
		    "`dossier --help` lists them.\n", word);
	return TOOL_USAGE;
}

static void
help(FILE *f, const struct tool_command *c)
{
	const struct tool_option *o;
	char name[40];

	fprintf(f, "usage: dossier %s [OPTION...]%s%s\n%s\n\n", c->words,
	    c->operands[0] == '\0' ? "" : " ", c->operands, c->what);
	for (o = c->options; o < c->options + TOOL_OPTIONS &&
	    o->name != NULL; o++) {
		snprintf(name, sizeof(name), "--%s%s%s", o->name,
		    o->value == NULL ? "" : " ",
		    o->value == NULL ? "" : o->value);
		fprintf(f, "  %-26s %s%s\n", name, o->what,
		    o->needed ? " (needed)" : "");
	}
	fprintf(f, "  %-26s %s\n", "--conf FILE", "another dossier.conf");
	fprintf(f, "  %-26s %s\n", "--help", "this text");
}

/* Wrong use, in one sentence. */
static int
misuse(const struct tool_command *c, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

static int
misuse(const struct tool_command *c, const char *fmt, ...)
{
	va_list ap;

	fprintf(stderr, "dossier %s: ", c->words);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fprintf(stderr, "; `dossier %s --help` tells more.\n", c->words);
	return TOOL_USAGE;
}

/* Reads options and operands. -1: go on, else the exit status. */
static int
read_options(struct tool *t, int argc, char **argv)
{
	const struct tool_command *c = t->command;
	struct option longs[TOOL_OPTIONS + 3] = { { 0 } };
	int got, i, n;

	for (n = 0; n < TOOL_OPTIONS && c->options[n].name != NULL; n++)
		longs[n] = (struct option){ c->options[n].name,
		    c->options[n].value == NULL ? no_argument :
		    required_argument, NULL, 256 + n };
	longs[n] = (struct option){ "conf", required_argument, NULL, 'c' };
	longs[n + 1] = (struct option){ "help", no_argument, NULL, 'h' };
	opterr = 0;
	while ((got = getopt_long(argc, argv, ":", longs, NULL)) != -1) {
		if (got == 'h') {
			help(stdout, c);
			return TOOL_DONE;
		} else if (got == 'c') {
			t->conf_path = optarg;
		} else if (got >= 256) {
			t->values[got - 256] = optarg == NULL ? "" : optarg;
		} else if (got == ':') {
			return misuse(c, "%s wants a value", argv[optind - 1]);
		} else {
			return misuse(c, "there is no option %s",
			    argv[optind - 1]);
		}
	}
	for (i = 0; i < n; i++)
		if (c->options[i].needed && t->values[i] == NULL)
			return misuse(c, "--%s is needed", c->options[i].name);
	t->operands = argc - optind;
	t->operand = argv + optind;
	if (t->operands < c->least)
		return misuse(c, "it wants %s", c->operands);
	if (t->operands > c->most)
		return misuse(c, "“%s” is too much",
		    t->operand[c->most]);
	return -1;
}

static size_t
option_place(const struct tool *t, const char *option)
{
	size_t i;

	for (i = 0; i < TOOL_OPTIONS &&
	    t->command->options[i].name != NULL; i++)
		if (strcmp(t->command->options[i].name, option) == 0)
			return i;
	log_fatal("%s has no option %s", t->command->words, option);
}

bool
tool_flag(const struct tool *t, const char *option)
{
	return t->values[option_place(t, option)] != NULL;
}

const char *
tool_value(const struct tool *t, const char *option)
{
	return t->values[option_place(t, option)];
}

int
tool_fail(const char *fmt, ...)
{
	va_list ap;

	fflush(stdout);
	fputs("dossier: ", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	return TOOL_FAILED;
}

int
tool_refused(const struct tool *t)
{
	return tool_fail("%s", t->cx.why == NULL ? "it failed, and the log "
	    "says more." : t->cx.why);
}

int64_t
tool_now(void)
{
	const char *now = getenv("DOSSIER_NOW");

	return now != NULL ? strtoll(now, NULL, 10) : time(NULL);
}

const char *
tool_path(const struct tool *t, const char *path)
{
	char here[PATH_MAX];

	if (*path == '/' || *path == '\0' ||
	    getcwd(here, sizeof(here)) == NULL)
		return path;
	return arena_printf(t->cx.arena, "%s/%s", here, path);
}

/* What helps where a file is not there, or is not for us. */
static const char *
remedy(const char *path)
{
	if (access(path, R_OK) == 0)
		return "";
	if (errno == EACCES && geteuid() != 0)
		return "; run it with sudo";
	return errno == ENOENT ? "; `dossier setup` makes one, --conf names "
	    "another" : "";
}

int
tool_configure(struct tool *t)
{
	const char *path = config_path(t->conf_path), *why;

	t->cx.conf = config_read(t->cx.arena, path, &why);
	if (t->cx.conf == NULL)
		return tool_fail("%s%s", why, remedy(path));
	t->cx.zone = t->cx.conf->timezone;
	message_open(t->cx.conf->locale);
	message_use(t->cx.lang);
	return TOOL_DONE;
}

int
tool_store(struct tool *t)
{
	int status;

	if ((status = tool_configure(t)) != TOOL_DONE)
		return status;
	if (db_open(&t->cx, t->cx.conf->store, &t->cx.db) != OK)
		return tool_refused(t);
	db_operator(t->cx.db);
	return TOOL_DONE;
}

int
tool_write(struct tool *t, enum err (*act)(struct tool *))
{
	if (db_begin(&t->cx, DB_WRITE) != OK)
		return tool_refused(t);
	if (act(t) != OK || db_commit(&t->cx) != OK) {
		db_rollback(&t->cx);
		return tool_refused(t);
	}
	return TOOL_DONE;
}

int
main(int argc, char **argv)
{
	struct tool t = { 0 };
	int words, status;

	log_open("dossier");
	digest_start();
	unicode_start();
	if ((t.command = command_find(argc, argv, &words)) == NULL)
		return no_command(argc, argv);
	t.cx.arena = arena_new();
	t.cx.now = tool_now();
	t.cx.login = "";
	t.cx.lang = "en";
	t.cx.zone = "UTC";
	if ((status = read_options(&t, argc - words, argv + words)) == -1)
		status = t.command->run(&t);
	else if (status == TOOL_USAGE && t.command->run == tool_status)
		status = 3;	/* 2 is CRITICAL there, 3 UNKNOWN */
	if (t.cx.db != NULL)
		db_close(t.cx.db);
	arena_free(t.cx.arena);
	return status;
}
