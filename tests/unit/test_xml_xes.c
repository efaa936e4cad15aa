/* SPDX-License-Identifier: MIT */
/* Logs item by item, and moments as logs write them. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "check.h"
#include "base/arena.h"
#include "xml/xml_xes.h"

static struct arena *a;
static char path[] = "/tmp/dossier-xes-XXXXXX";

static void
file(const char *text)
{
	FILE *f = fopen(path, "w");

	if (f != NULL) {
		fputs(text, f);
		fclose(f);
	}
}

/* "C" a case, "E" an event, with the names; "!" and the fault's line. */
static const char *
items(const char *text)
{
	struct reader_fault *faults = NULL;
	struct xml_xes *x;
	enum xml_xes_item item;
	const char *out = "";

	file(text);
	x = xml_xes_open(a, path, &faults);
	while ((item = xml_xes_next(x)) != 0)
		out = arena_printf(a, "%s%s%s ", out,
		    item == XML_XES_CASE ? "C" : "E",
		    xml_xes_value(x, "concept:name"));
	if (!xml_xes_close(x))
		out = arena_printf(a, "%s!%d", out,
		    faults == NULL ? -1 : faults->line);
	return out;
}

#define NAME(s) "<string key=\"concept:name\" value=\"" s "\"/>"

static void
cases_come_before_their_events(void)
{
	CHECK_TEXT(items("<log><trace>" NAME("a") "<event>" NAME("x")
	    "</event><event>" NAME("y") "</event></trace><trace>" NAME("b")
	    "</trace><trace><event/></trace></log>"),
	    "Ca Ex Ey Cb C E ");
	CHECK_TEXT(items("<log/>"), "");
	CHECK_TEXT(items("<log xmlns=\"http://www.xes-standard.org\">"
	    "<trace xmlns=\"urn:other\">" NAME("n") "</trace></log>"), "Cn ");
}

static void
what_the_log_calls_unknown_is_left_out(void)
{
	CHECK_TEXT(items("<log><global scope=\"trace\">" NAME("UNKNOWN")
	    "</global><global scope=\"event\">" NAME("NONE") "</global>"
	    "<trace>" NAME("UNKNOWN") "<event>" NAME("UNKNOWN") "</event>"
	    "<event>" NAME("NONE") "</event></trace></log>"),
	    "C EUNKNOWN E ");
}

static void
faults_have_their_line(void)
{
	CHECK_TEXT(items("<log>\n<trace>\n<happening/></trace></log>"), "!3");
	CHECK_TEXT(items("<log>\n<trace><event/>\n" NAME("late")
	    "</trace></log>"), "C E !3");
	CHECK_TEXT(items("<log>\n<trace><string value=\"x\"/></trace></log>"),
	    "!2");
	CHECK_TEXT(items("<log>\n<nonsense/></log>"), "!2");
	CHECK_TEXT(items("<trace/>"), "!1");
	CHECK(strchr(items("<log><trace>"), '!') != NULL);
	CHECK(strchr(items(""), '!') != NULL);
}

static void
nested_keys_are_joined(void)
{
	struct reader_fault *faults = NULL;
	struct xml_xes *x;

	file("<log><trace><list key=\"l\"><values><int key=\"n\" "
	    "value=\"5\"><date key=\"d\" value=\"x\"/></int></values></list>"
	    "</trace></log>");
	x = xml_xes_open(a, path, &faults);
	CHECK(xml_xes_next(x) == XML_XES_CASE);
	CHECK_TEXT(xml_xes_value(x, "l/n"), "5");
	CHECK_TEXT(xml_xes_value(x, "l/n/d"), "x");
	CHECK_TEXT(xml_xes_value(x, "n"), "");
	CHECK(xml_xes_next(x) == 0);
	CHECK(xml_xes_close(x));
}

static void
too_many_attributes_are_refused(void)
{
	char *text = arena_alloc(a, 600 * 40), *end = text;
	int i;

	end += snprintf(end, 40, "<log><trace>");
	for (i = 0; i < 520; i++)
		end += snprintf(end, 40, "<int key=\"k%d\" value=\"1\"/>", i);
	snprintf(end, 40, "</trace></log>");
	CHECK_TEXT(items(text), "!1");
}

static int64_t
moment(const char *text)
{
	int64_t when;

	return xml_xes_moment("Europe/Amsterdam", text, &when) ? when : -1;
}

static void
moments_are_read_with_and_without_an_offset(void)
{
	CHECK(moment("2011-10-11T13:45:40.276+02:00") == 1318333540);
	CHECK(moment("2011-10-11T11:45:40Z") == 1318333540);
	CHECK(moment("2011-10-11T13:45:40") == 1318333540);
	CHECK(moment("2011-10-11T13:45:40.276") == 1318333540);
	CHECK(moment("1948-06-25T10:00:00+02:00") == -679075200);
	CHECK(moment("tomorrow") == -1);
	CHECK(moment("2011-13-11T13:45:40Z") == -1);
	CHECK(moment("") == -1);
	/* Twice that night: the first is taken. */
	CHECK(moment("2011-10-30T02:30:00") == 1319934600);
}

int
main(void)
{
	int fd = mkstemp(path);

	a = arena_new();
	RUN(cases_come_before_their_events);
	RUN(what_the_log_calls_unknown_is_left_out);
	RUN(faults_have_their_line);
	RUN(nested_keys_are_joined);
	RUN(too_many_attributes_are_refused);
	RUN(moments_are_read_with_and_without_an_offset);
	close(fd);
	unlink(path);
	arena_free(a);
	return DONE;
}
