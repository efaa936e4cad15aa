/* SPDX-License-Identifier: MIT */
/* Sentences as a translator turned them round. */
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "check.h"
#include "text/message.h"
#include "web/template.h"

#define NS "xmlns:d='https://dossier.example/template'"

static struct arena *a;
static struct ctx cx;
static struct view *v;
static char folder[] = "/tmp/test_sentence.XXXXXX";
static struct buf out;
static const char *faults;

static const char catalogue[] =
    "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n"
    "\"Plural-Forms: nplurals=2; plural=(n > 1);\\n\"\n\n"
    "msgid \"Due <1/>, see <2>the <3>case</3></2>.\"\n"
    "msgstr \"Voir <2>le <3>dossier</3></2> pour <1/> & <b>.\"\n\n"
    "msgid \"Lost <1>tag</1>\"\nmsgstr \"Perdue\"\n\n"
    "msgid \"Twice <1>tag</1>\"\nmsgstr \"<1>deux</1> <1>fois</1>\"\n\n"
    "msgid \"Moved <1>a <2>b</2></1>\"\nmsgstr \"<2>b</2> <1>a</1>\"\n\n"
    "msgid \"Open <1>tag</1>\"\nmsgstr \"<1>ouverte\"\n\n"
    "msgid \"Strange <1>tag</1>\"\nmsgstr \"<1>x</1> <7>y</7>\"\n\n"
    "msgid \"Hello {x}\"\nmsgstr \"{x}, bonjour {x}\"\n\n"
    "msgid \"Value {x}\"\nmsgstr \"Valeur {y}\"\n\n"
    "msgid \"Remove {x}\"\nmsgstr \"Retirer « {x} »\"\n\n"
    "msgid \"Drop {x}\"\nmsgstr \"Jeter\"\n\n"
    "msgid \"{n} task\"\nmsgid_plural \"{n} tasks\"\n"
    "msgstr[0] \"{n} tâche\"\nmsgstr[1] \"{n} tâches\"\n\n"
    "msgid \"{n} case\"\nmsgid_plural \"{n} cases\"\n"
    "msgstr[0] \"dossier\"\nmsgstr[1] \"dossiers\"\n";

static bool
catalogue_made(void)
{
	const char *po = arena_printf(a, "%s/fr.po", folder);
	FILE *f = fopen(po, "w");
	int status;

	if (f == NULL || fputs(catalogue, f) < 0 || fclose(f) != 0 ||
	    mkdir(arena_printf(a, "%s/fr", folder), 0700) != 0 ||
	    mkdir(arena_printf(a, "%s/fr/LC_MESSAGES", folder), 0700) != 0)
		return false;
	if (fork() == 0) {
		execlp("msgfmt", "msgfmt", "-o", arena_printf(a,
		    "%s/fr/LC_MESSAGES/dossier.mo", folder), po, (char *)NULL);
		_exit(1);
	}
	return wait(&status) > 0 && status == 0;
}

/* In French, and what a check says of it. */
static const char *
french(const char *text)
{
	struct templates *ts;
	FILE *f = fopen(arena_printf(a, "%s/page.html", folder), "w");

	if (f == NULL || fprintf(f, "<p " NS ">%s</p>", text) < 0 ||
	    fclose(f) != 0)
		exit(99);
	ts = templates_open(a, "", folder, "");
	faults = templates_check(ts, a);
	buf_reset(&out);
	if (template_render(ts, &cx, "page.html", v, NULL, &out) != OK)
		return NULL;
	return arena_textn(a, out.data, out.len - 1);
}

static void
tags_and_values_go_where_the_translation_says(void)
{
	CHECK_TEXT(french("Due <i d:text='x'>s</i>, see <a href='/a'>the "
	    "<b>case</b></a>."), "<p>Voir <a href=\"/a\">le <b>dossier</b>"
	    "</a> pour <i>M&amp;M</i> &amp; &lt;b&gt;.</p>");
	CHECK(faults == NULL);
	CHECK_TEXT(french("Hello {x}"), "<p>M&amp;M, bonjour M&amp;M</p>");
	CHECK_TEXT(french("<i title='Remove {x}'/>"),
	    "<p><i title=\"Retirer « M&amp;M »\"></i></p>");
	CHECK_TEXT(french("<i d:title='Remove {x}'/>"),
	    "<p><i title=\"Retirer « M&amp;M »\"></i></p>");
	CHECK(faults == NULL);
}

static void
a_translation_that_lost_something_is_not_used(void)
{
	CHECK_TEXT(french("Lost <b>tag</b>"), "<p>Lost <b>tag</b></p>");
	CHECK(faults != NULL && strstr(faults, "page.html:1: “Lost") != NULL);
	CHECK_TEXT(french("Twice <b>tag</b>"), "<p>Twice <b>tag</b></p>");
	CHECK(faults != NULL);
	CHECK_TEXT(french("Moved <b>a <i>b</i></b>"),
	    "<p>Moved <b>a <i>b</i></b></p>");
	CHECK_TEXT(french("Open <b>tag</b>"), "<p>Open <b>tag</b></p>");
	CHECK_TEXT(french("Strange <b>tag</b>"), "<p>Strange <b>tag</b></p>");
	CHECK_TEXT(french("Value {x}"), "<p>Value M&amp;M</p>");
	CHECK(faults != NULL);
	CHECK_TEXT(french("<i title='Drop {x}'/>"),
	    "<p><i title=\"Drop M&amp;M\"></i></p>");
	CHECK(faults != NULL);
	CHECK_TEXT(french("<i d:count='n' d:one='{n} case'>{n} cases</i>"),
	    "<p><i>1 case</i></p>");
	CHECK(faults != NULL);
}

static void
what_is_not_to_be_translated_stays(void)
{
	CHECK_TEXT(french("<i translate='no' title='Remove {x}'>Hello {x}"
	    "</i>"), "<p><i translate=\"no\" title=\"Remove M&amp;M\">Hello "
	    "M&amp;M</i></p>");
	CHECK_TEXT(french("<pre>Hello <b>Hello</b></pre>"),
	    "<p><pre>Hello <b>Hello</b></pre></p>");
	CHECK_TEXT(french("12 · × – {n}"), "<p>12 · × – 1</p>");
}

static void
zero_counts_as_one_where_the_language_says_so(void)
{
	static const char tasks[] =
	    "<i d:count='n' d:one='{n} task'>{n} tasks</i>";

	view_int(v, "n", 0);
	CHECK_TEXT(french(tasks), "<p><i>0 tâche</i></p>");
	view_int(v, "n", 2);
	CHECK_TEXT(french(tasks), "<p><i>2 tâches</i></p>");
	cx.lang = "en";
	view_int(v, "n", 0);
	CHECK_TEXT(french(tasks), "<p><i>0 tasks</i></p>");
	cx.lang = "fr";
	view_int(v, "n", 1);
	CHECK(french("<i d:count='n'>{n} tasks</i>") == NULL);
	CHECK(french("<i d:count='n' d:one='x'>a <b>b</b></i>") == NULL);
	CHECK(french("<i d:count='1' d:one='x'>a</i>") == NULL);
}

static void
edges_of_a_sentence_are_not_its_words(void)
{
	const char *pot;

	french("<input type='checkbox'/> Lost <b>tag</b> <br/>");
	pot = templates_sentences(templates_open(a, "", folder, ""), a);
	CHECK(strstr(pot, "msgid \"Lost <1>tag</1>\"\n") != NULL);
}

int
main(void)
{
	a = arena_new();
	if (mkdtemp(folder) == NULL || !catalogue_made())
		return 99;
	message_open(folder);
	cx = (struct ctx){ .arena = a, .now = 1795527120, .lang = "fr",
	    .zone = "Europe/Paris", .login = "" };
	v = view_new(a);
	view_text(v, "x", "M&M");
	view_int(v, "n", 1);
	RUN(tags_and_values_go_where_the_translation_says);
	RUN(a_translation_that_lost_something_is_not_used);
	RUN(what_is_not_to_be_translated_stays);
	RUN(zero_counts_as_one_where_the_language_says_so);
	RUN(edges_of_a_sentence_are_not_its_words);
	buf_free(&out);
	arena_free(a);
	return DONE;
}
