/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "check.h"
#include "text/message.h"

static struct arena *a;

/* A catalogue of two sentences, made here so that no other one matters. */
static bool
catalogue(const char *folder, const char *lang, const char *word,
    const char *plurals)
{
	const char *path = arena_printf(a, "%s/%s", folder, lang);
	const char *po = arena_printf(a, "%s/%s.po", folder, lang);
	FILE *f;

	if (mkdir(path, 0700) != 0 ||
	    mkdir(arena_printf(a, "%s/LC_MESSAGES", path), 0700) != 0 ||
	    (f = fopen(po, "w")) == NULL)
		return false;
	fprintf(f, "msgid \"\"\nmsgstr \"Content-Type: text/plain; "
	    "charset=UTF-8\\n\"\n\"Plural-Forms: %s;\\n\"\n\n"
	    "msgid \"Case\"\nmsgstr \"%s\"\n\n"
	    "msgid \"%%ld task\"\nmsgid_plural \"%%ld tasks\"\n"
	    "msgstr[0] \"%s %%ld\"\n%s", plurals, word, word,
	    strstr(plurals, "=2") == NULL ? "" : "msgstr[1] \"+ %ld\"\n");
	if (fclose(f) != 0)
		return false;
	switch (fork()) {
	case 0:
		execlp("msgfmt", "msgfmt", "-o", arena_printf(a,
		    "%s/LC_MESSAGES/dossier.mo", path), po, (char *)NULL);
		_exit(1);
	default:
		return true;
	}
}

static void
the_language_changes_with_each_request(void)
{
	message_use("fr");
	CHECK_TEXT(message("Case"), "Dossier");
	message_use("ja");
	CHECK_TEXT(message("Case"), "ケース");
	message_use("en");
	CHECK_TEXT(message("Case"), "Case");
	message_use("fr");
	CHECK_TEXT(message("Case"), "Dossier");
	CHECK_TEXT(message("unknown"), "unknown");
	CHECK_TEXT(message(""), "");
	CHECK_TEXT(message_in("ja", "Case"), "ケース");
	CHECK_TEXT(message("Case"), "Dossier");
	message_use("xx");
	CHECK_TEXT(message("Case"), "Case");
}

static void
plurals_follow_the_language(void)
{
	message_use("en");
	CHECK_TEXT(message_plural("%ld task", "%ld tasks", 0), "%ld tasks");
	CHECK_TEXT(message_plural("%ld task", "%ld tasks", 1), "%ld task");
	message_use("fr");
	CHECK_TEXT(message_plural("%ld task", "%ld tasks", 0),
	    "Dossier %ld");
	CHECK_TEXT(message_plural("%ld task", "%ld tasks", 2), "+ %ld");
	message_use("ja");
	CHECK_TEXT(message_plural("%ld task", "%ld tasks", 2), "ケース %ld");
	CHECK_TEXT(message_plural_in("fr", "%ld task", "%ld tasks", -1),
	    "Dossier %ld");
	message_use("en");
}

static void
the_browser_may_choose(void)
{
	CHECK_TEXT(message_accept("de", "en"), "de");
	CHECK_TEXT(message_accept("pt-BR,pt;q=0.9,en;q=0.8", "fr"), "pt");
	CHECK_TEXT(message_accept("nl, ja;q=0.3, it;q=0.7", "en"), "it");
	CHECK_TEXT(message_accept("FR-ca", "en"), "fr");
	CHECK_TEXT(message_accept("de;q=0, en", "fr"), "en");
	CHECK_TEXT(message_accept("de; q=0.5 , it;q=0.501", "fr"), "it");
	CHECK_TEXT(message_accept("nl,*;q=0.1", "fr"), "fr");
	CHECK_TEXT(message_accept("", "ja"), "ja");
	CHECK_TEXT(message_accept(NULL, "ja"), "ja");
	CHECK_TEXT(message_accept(",,;;q=,de-", "en"), "de");
	CHECK_TEXT(message_accept("den", "en"), "en");
	CHECK_TEXT(message_accept("nl", "xx"), "en");
}

static void
labels_fall_back_to_english(void)
{
	const struct label l = { { "Permit", NULL, "Genehmigung", "" } };

	CHECK_TEXT(message_label(&l, "de"), "Genehmigung");
	CHECK_TEXT(message_label(&l, "fr"), "Permit");
	CHECK_TEXT(message_label(&l, "it"), "Permit");
	CHECK_TEXT(message_label(&l, "xx"), "Permit");
}

int
main(void)
{
	char folder[] = "/tmp/test_message.XXXXXX";
	int i, status, bad = 0;

	a = arena_new();
	if (mkdtemp(folder) == NULL || !catalogue(folder, "fr", "Dossier",
	    "nplurals=2; plural=(n > 1)") || !catalogue(folder, "ja", "ケース",
	    "nplurals=1; plural=0"))
		return 99;
	for (i = 0; i < 2; i++)
		bad |= wait(&status) < 0 || status != 0;
	if (bad)
		return 99;
	message_open(folder);
	RUN(the_language_changes_with_each_request);
	RUN(plurals_follow_the_language);
	RUN(the_browser_may_choose);
	RUN(labels_fall_back_to_english);
	arena_free(a);
	return DONE;
}
