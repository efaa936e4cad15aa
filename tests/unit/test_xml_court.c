/* SPDX-License-Identifier: MIT */
/* Files of courts: those that come with us, and what is refused in one. */
#include "base/file.h"
#include "check.h"
#include "source.h"
#include "text/message.h"
#include "world.h"
#include "xml/xml_court.h"

static const struct court *
read_text(const char *text, struct reader_fault **faults)
{
	*faults = NULL;
	return xml_court_read(cx.arena, "x.xml", text, strlen(text),
	    source_path("etc/courts/court.rng"), faults);
}

/* One change of the file of the ZPO, and the fault that it is. */
static void
refused(const char *from, const char *to, int line, const char *sentence)
{
	const char *text = source_text("etc/courts/de_zpo.xml");
	struct reader_fault *f;

	CHECK(read_text(source_with(text, from, to), &f) == NULL);
	CHECK(f != NULL);
	if (f == NULL)
		return;
	CHECK_TEXT(f->text, sentence);
	if (f->line != line)
		printf("# line %d, not %d\n", f->line, line);
	CHECK(f->line == line);
}

/* The line on which a tag in that file ends. */
static int
line_of(const char *text)
{
	const char *all = source_text("etc/courts/de_zpo.xml");
	const char *at = strstr(all, text);
	int line = 1;

	CHECK(at != NULL);
	at = at == NULL ? NULL : strchr(at, '>');
	for (; at != NULL && all < at; all++)
		line += *all == '\n';
	return line;
}

static void
each_of_ours_is_read_and_says_its_sources(void)
{
	static const char *const codes[] = { "de_zpo", "fr_cpc", "gb_cpr",
	    "us_frcp" };
	const struct court_rule *r;
	const struct court *c;
	struct reader_fault *f;
	size_t i, n;

	for (i = 0; i < 4; i++) {
		c = read_text(source_text(arena_printf(cx.arena,
		    "etc/courts/%s.xml", codes[i])), &f);
		CHECK(c != NULL);
		if (c == NULL)
			continue;
		CHECK_TEXT(c->code, codes[i]);
		CHECK(c->source[0] != '\0');
		for (n = 0, r = c->rules; r != NULL; r = r->next, n++)
			CHECK(r->source[0] != '\0' && r->period.n > 0 &&
			    r->event.text[0] != NULL &&
			    r->label.text[LANGUAGES - 1] != NULL);
		CHECK(n >= 8);
	}
}

static void
a_file_says_how_is_counted(void)
{
	struct reader_fault *f;
	const struct court *c = read_text(source_with(source_with(
	    source_text("etc/courts/gb_cpr.xml"), "clear-days",
	    "weekend=\"friday sunday\" clear-days"), "\n\t<event",
	    "\n\t<closed on=\"2026-12-24\"><label xml:lang=\"en\">x</label>"
	    "<label xml:lang=\"fr\">x</label><label xml:lang=\"de\">x</label>"
	    "<label xml:lang=\"it\">x</label><label xml:lang=\"pt\">x</label>"
	    "<label xml:lang=\"ja\">x</label></closed>\n\t<event"), &f);

	CHECK(c != NULL);
	if (c == NULL)
		return;
	CHECK(c->weekend == (1U << 4 | 1U << 6) && c->few == 5 && c->clear);
	CHECK(c->closed != NULL && c->closed->year == 2026 &&
	    c->closed->month == 12 && c->closed->day == 24);
	CHECK(c->services != NULL &&
	    c->services->deemed.unit == COURT_WORKING_DAYS &&
	    c->services->deemed.n == 2);
}

static void
what_cannot_be_is_refused_with_its_line(void)
{
	refused("period=\"2 weeks\"", "period=\"2 fortnights\"",
	    line_of("<rule code=\"notice\""), "period=\"2 fortnights\" is no "
	    "time; write “2 weeks”, “1 month” or “5 working days”, and 1000 "
	    "at the most.");
	refused("period=\"2 weeks\"", "period=\"0 weeks\"",
	    line_of("<rule code=\"notice\""),
	    "The period of the rule “notice” has no length.");
	refused("from=\"claim\"", "from=\"dream\"",
	    line_of("<rule code=\"notice\""),
	    "There is no <event> with the code “dream”.");
	refused("services=\"formal ", "services=\"pigeon ",
	    line_of("<rule code=\"notice\""),
	    "There is no <service> with the code “pigeon”.");
	refused("<service code=\"electronic\"", "<service code=\"formal\"",
	    line_of("<service code=\"electronic\""),
	    "There are two <service> with the code “formal”.");
	refused("<rule code=\"facts\"", "<rule code=\"notice\"",
	    line_of("<rule code=\"facts\""),
	    "There are two <rule> with the code “notice”.");
	refused("from=\"07-01\"", "from=\"02-30\"", line_of("<recess"),
	    "from=\"02-30\" is no day; write “12-24”.");
	refused("code=\"de_zpo\"", "code=\"de_zpo\" weekend=\"someday\"",
	    line_of("<court "), "“someday” is no day of the week.");
	refused("period=\"2 weeks\"", "period=\"2 weeks\" counts=\"back\"",
	    line_of("<rule code=\"notice\""), "A period that is counted back "
	    "from its event has neither services nor more.");
	refused("<label xml:lang=\"ja\">訴状の送達</label>", "",
	    line_of("<event code=\"claim\""),
	    "<event> has no label in “ja”.");
}

int
main(void)
{
	cx.arena = arena_new();
	RUN(each_of_ours_is_read_and_says_its_sources);
	RUN(a_file_says_how_is_counted);
	RUN(what_cannot_be_is_refused_with_its_line);
	arena_free(cx.arena);
	return DONE;
}
