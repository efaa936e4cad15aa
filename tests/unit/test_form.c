/* SPDX-License-Identifier: MIT */
#include "base/count.h"
#include "check.h"
#include "wired.h"

#define ENCODED "application/x-www-form-urlencoded"

static enum err
nothing(struct request *r)
{
	(void)r;
	return OK;
}

static const char *const media[] = { "web", "phone", NULL };
static const struct field fields[] = {
	{ "title", FIELD_TEXT, .min = 1, .max = 10 },
	{ "text", FIELD_LINES },
	{ "count", FIELD_INT, .min = 1, .max = 99 },
	{ "any", FIELD_INT },
	{ "day", FIELD_DATE },
	{ "when", FIELD_MOMENT },
	{ "medium", FIELD_CHOICE, .choices = media },
	{ "tick", FIELD_FLAG },
	{ "pass", FIELD_SECRET },
	{ "team", FIELD_TEXT, .many = true },
	{ "f.*", FIELD_LINES },
	{ NULL }
};
static const struct field strict[] = {
	{ "pin", FIELD_TEXT, .min = 4, .max = 9 },
	{ "medium", FIELD_CHOICE, .min = 1, .choices = media },
	{ "sure", FIELD_FLAG, .min = 1 },
	{ "file", FIELD_FILE, .min = 1 },
	{ NULL }
};
static const struct route strictly[] = {
	{ POST, "/f", RIGHT_STAFF, 0, strict, nothing },
	{ 0 }
};
static const struct route routes[] = {
	{ POST, "/f", RIGHT_STAFF, 0, fields, nothing },
	{ GET, "/f", RIGHT_STAFF, 0, fields, nothing },
	{ 0 }
};

/* Reads and checks a body. */
static enum err
sent(const char *body)
{
	enum err e = posted(routes, ENCODED, body, strlen(body));

	return e != OK ? e : form_check(&rq);
}

static void
values_come_out_typed(void)
{
	CHECK(sent("title=a+b%21&text=x%0D%0Ay&count=12&any=-7&day=2026-02-28"
	    "&when=2026-07-01T12%3A00&medium=phone&tick=1&f.a=1&f.b=2")
	    == OK);
	CHECK_TEXT(form_text(&rq, "title"), "a b!");
	CHECK_TEXT(form_text(&rq, "text"), "x\ny");
	CHECK(form_int(&rq, "count") == 12 && form_int(&rq, "any") == -7);
	CHECK_TEXT(form_date(&rq, "day"), "2026-02-28");
	CHECK(form_moment(&rq, "when") == 1782900000);
	CHECK(form_flag(&rq, "tick") && !form_flag(&rq, "none"));
	CHECK(form_has(&rq, "title") && !form_has(&rq, "pass"));
	CHECK_TEXT(form_text(&rq, "none"), "");
}

static void
each_of_a_family_is_found_in_order(void)
{
	const char *name, *text;

	CHECK(sent("title=x&f.a=1&team=one&f.b=2&team=two") == OK);
	CHECK(form_each(&rq, "f.", 0, &name, &text));
	CHECK_TEXT(name, "f.a");
	CHECK(form_each(&rq, "f.", 1, &name, &text));
	CHECK_TEXT(text, "2");
	CHECK(!form_each(&rq, "f.", 2, &name, &text));
	CHECK(form_each(&rq, "team", 1, &name, &text));
	CHECK_TEXT(text, "two");
}

static void
foreign_fields_are_named(void)
{
	CHECK(sent("title=x&role=admin") == ERR_REQUEST);
	CHECK(why_has("role"));
	CHECK(sent("title=x&f.=1") == ERR_REQUEST);
	CHECK(sent("title=x&=1") == ERR_REQUEST);
	CHECK(sent("title=x&title=y") == ERR_REQUEST);
	CHECK(why_has("title"));
	CHECK(sent("title=x&medium=fax") == ERR_REQUEST);
	CHECK(why_has("medium"));
	CHECK(sent("title=x&tick=yes") == ERR_REQUEST);
}

static void
mistakes_stand_beside_their_fields(void)
{
	static const struct { const char *body, *field; } wrong[] = {
		{ "text=x", "title" }, { "title=+++", "title" },
		{ "title=01234567890", "title" },
		{ "title=x&count=0", "count" },
		{ "title=x&count=100", "count" },
		{ "title=x&count=1.5", "count" },
		{ "title=x&count=1e1", "count" },
		{ "title=x&any=99999999999999999999", "any" },
		{ "title=x&any=--1", "any" }, { "title=x&any=0x1", "any" },
		{ "title=x&day=2026-02-30", "day" },
		{ "title=x&day=1.2.26", "day" },
		{ "title=x&when=2026-02-30T10:00", "when" },
		{ "title=x&when=2026-03-29T02:30", "when" },
		{ "title=x&when=2026-10-25T02:30", "when" },
	};
	size_t i;

	for (i = 0; i < COUNT(wrong); i++) {
		if (sent(wrong[i].body) != ERR_INVALID)
			printf("# %s\n", wrong[i].body);
		CHECK(sent(wrong[i].body) == ERR_INVALID);
		CHECK(form_mistake(&rq, wrong[i].field) != NULL);
		CHECK(form_mistake(&rq, "text") == NULL);
	}
	CHECK(sent("title=x&count=&any=&day=&when=&medium=&tick=") == OK);
	CHECK(sent("title=%C3%A4%C3%A4%C3%A4%C3%A4%C3%A4%C3%A4%C3%A4%C3%A4"
	    "%C3%A4%C3%A4") == OK);		/* ten characters */
}

static void
what_must_be_given_is_asked_for(void)
{
	static const char *const names[] = {
		"pin", "medium", "sure", "file", NULL
	};
	size_t i;

	CHECK(posted(strictly, ENCODED, "pin=12&&medium&sure=", 20) == OK);
	CHECK(form_check(&rq) == ERR_INVALID);
	for (i = 0; names[i] != NULL; i++)
		CHECK(form_mistake(&rq, names[i]) != NULL);
	CHECK(posted(strictly, ENCODED, "pin=1234&medium=web&sure=1", 26)
	    == OK);
	CHECK(form_check(&rq) == ERR_INVALID);
	CHECK(form_mistake(&rq, "pin") == NULL);
	CHECK(form_mistake(&rq, "sure") == NULL);
	CHECK_TEXT(form_mistake(&rq, "file"), "Choose a file.");
}

static void
what_is_no_text_is_refused(void)
{
	CHECK(sent("title=%00") == ERR_REQUEST);
	CHECK(sent("title=a%00b") == ERR_REQUEST);
	CHECK(sent("ti%00tle=a") == ERR_REQUEST);
	CHECK(sent("title=%ff") == ERR_REQUEST);
	CHECK(sent("title=%e4") == ERR_REQUEST);
	CHECK(sent("title=%c0%af") == ERR_REQUEST);
	CHECK(sent("title=%ed%a0%80") == ERR_REQUEST);
	CHECK(sent("title=%") == ERR_REQUEST);
	CHECK(sent("title=%4") == ERR_REQUEST);
	CHECK(sent("title=%g0") == ERR_REQUEST);
	CHECK(posted(routes, ENCODED, "title=a\0b", 9) == ERR_REQUEST);
	CHECK(posted(routes, "text/plain", "title=a", 7) == ERR_MEDIA);
	CHECK(posted(routes, "application/json", "{}", 2) == ERR_MEDIA);
}

static void
a_short_body_is_refused(void)
{
	char *params[] = { "REQUEST_METHOD=POST", "REQUEST_URI=/f",
	    "CONTENT_LENGTH=20", "CONTENT_TYPE=" ENCODED, NULL };
	const char *allow;

	wired(routes, "title=x", 7, params);
	CHECK(request_route(&rq, &allow) == OK);
	CHECK(form_read(&rq, true) == ERR_REQUEST);
	CHECK(why_has("incomplete"));
}

static void
limits_hold(void)
{
	size_t n = 11 * 1024 * 1024, i, len = 0;
	char *s = malloc(n);

	if (s == NULL)
		return;
	memset(s, 'a', n);
	memcpy(s, "text=", 5);
	CHECK(posted(routes, ENCODED, s, n) == ERR_LARGE);
	CHECK(wired_in.at == 0);	/* not even read */
	for (i = 0; i < 1001; i++)
		len += (size_t)snprintf(s + len, n - len, "team=%zu&", i);
	CHECK(posted(routes, ENCODED, s, len) == ERR_LARGE);
	CHECK(posted(routes, ENCODED, s, len - 10) == OK);
	CHECK(rq.form->n == 1000);
	free(s);
}

static void
a_query_is_a_form_too(void)
{
	char *params[] = { "REQUEST_METHOD=GET", "REQUEST_URI=/f?x",
	    "QUERY_STRING=count=5&team=a&team=b&title=%C3%9C", NULL };
	const char *allow;

	wired(routes, "", 0, params);
	CHECK(request_route(&rq, &allow) == OK);
	CHECK(form_read(&rq, false) == OK && form_check(&rq) == OK);
	CHECK(form_int(&rq, "count") == 5);
	CHECK_TEXT(form_text(&rq, "title"), "Ü");
	params[2] = "QUERY_STRING=page=5";
	wired(routes, "", 0, params);
	CHECK(request_route(&rq, &allow) == OK);
	CHECK(form_read(&rq, false) == OK);
	CHECK(form_check(&rq) == ERR_REQUEST);
}

static void
typed_text_wins_over_what_the_page_begins_with(void)
{
	CHECK(sent("title=typed&count=abc&csrf=t&form_key=k&pass=secret")
	    == ERR_INVALID);
	form_start(&rq, "title", "started");
	form_start(&rq, "tick", "1");
	form_start(&rq, "elsewhere", "yes");
	CHECK_TEXT(form_value(&rq, "title"), "typed");
	CHECK_TEXT(form_value(&rq, "count"), "abc");
	CHECK_TEXT(form_value(&rq, "tick"), "");	/* left empty */
	CHECK_TEXT(form_value(&rq, "elsewhere"), "yes");
	CHECK(form_value(&rq, "unknown") == NULL);
	CHECK(form_value(&rq, "pass") == NULL);
	CHECK_TEXT(rq.form->csrf, "t");
	CHECK_TEXT(rq.form->key, "k");
}

static void
the_content_of_a_form_tells_it_from_another(void)
{
	unsigned char a[DIGEST_SIZE], b[DIGEST_SIZE], c[DIGEST_SIZE];

	CHECK(sent("title=x&text=y&csrf=1&form_key=1") == OK);
	form_content(&rq, a);
	CHECK(sent("title=x&text=y&csrf=2&form_key=2") == OK);
	form_content(&rq, b);
	CHECK(sent("title=xt&text=y") == OK);
	form_content(&rq, c);
	CHECK(memcmp(a, b, sizeof(a)) == 0 && memcmp(a, c, sizeof(a)) != 0);
}

int
main(void)
{
	digest_start();
	RUN(values_come_out_typed);
	RUN(each_of_a_family_is_found_in_order);
	RUN(foreign_fields_are_named);
	RUN(mistakes_stand_beside_their_fields);
	RUN(what_must_be_given_is_asked_for);
	RUN(what_is_no_text_is_refused);
	RUN(a_short_body_is_refused);
	RUN(limits_hold);
	RUN(a_query_is_a_form_too);
	RUN(typed_text_wins_over_what_the_page_begins_with);
	RUN(the_content_of_a_form_tells_it_from_another);
	return DONE;
}
