/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "web/template_value.h"

#define NOW 1795527120		/* 2026-11-24T14:32:00+01:00 */

static struct arena *a;
static struct ctx cx;
static struct buf b;

static const char *
shown(struct view_value v, enum format f)
{
	buf_reset(&b);
	buf_add(&b, "", 0);
	template_value_shown(&b, &cx, &v, f);
	return b.data;
}

static const char *
plain(struct view_value v, enum format f)
{
	buf_reset(&b);
	buf_add(&b, "", 0);
	template_value_plain(&b, &cx, &v, f);
	return b.data;
}

static const char *
part(struct view_value v)
{
	buf_reset(&b);
	buf_add(&b, "", 0);
	template_value_part(&b, &cx, &v, FORMAT_KIND);
	return b.data;
}

static struct view_value
whole(int64_t n)
{
	return (struct view_value){ .kind = VIEW_INT, .number = n };
}

static struct view_value
moment(int64_t at)
{
	return (struct view_value){ .kind = VIEW_MOMENT, .number = at };
}

static struct view_value
text(const char *s)
{
	return (struct view_value){ .kind = VIEW_TEXT, .text = s };
}

static const struct view_value flag = { .kind = VIEW_FLAG, .number = 1 };
static const struct view_value none = { .kind = VIEW_ABSENT };

static void
numbers_are_written_for_people(void)
{
	CHECK_TEXT(shown(whole(0), FORMAT_KIND), "0");
	CHECK_TEXT(shown(whole(999), FORMAT_NUMBER), "999");
	CHECK_TEXT(shown(whole(1000), FORMAT_KIND), "1,000");
	CHECK_TEXT(shown(whole(-5), FORMAT_KIND), "-5");
	CHECK_TEXT(shown(whole(8250), FORMAT_PLAIN), "8250");
	CHECK_TEXT(shown(whole(1200000), FORMAT_BYTES), "1.2\xc2\xa0MB");
	CHECK_TEXT(shown(whole(172800), FORMAT_SPAN), "2 days");
	CHECK_TEXT(shown(whole(45), FORMAT_PERCENT), "45%");
	CHECK_TEXT(shown(flag, FORMAT_KIND), "");
	CHECK_TEXT(shown(none, FORMAT_KIND), "");
	cx.lang = "fr";
	CHECK_TEXT(shown(whole(45), FORMAT_PERCENT), "45\xe2\x80\xaf%");
	cx.lang = "de";
	CHECK_TEXT(shown(whole(45), FORMAT_PERCENT), "45\xc2\xa0%");
	cx.lang = "en";
}

static void
moments_are_written_for_people(void)
{
	CHECK_TEXT(shown(moment(NOW), FORMAT_KIND), "Tue 24 Nov 2026, 14:32");
	CHECK_TEXT(shown(moment(NOW), FORMAT_MOMENT),
	    "Tue 24 Nov 2026, 14:32");
	CHECK_TEXT(shown(moment(NOW), FORMAT_DATE), "Tue 24 Nov 2026");
	CHECK_TEXT(shown(moment(NOW), FORMAT_SHORT), "24 Nov");
	CHECK_TEXT(shown(moment(NOW), FORMAT_DAY), "Tue 24 Nov");
	CHECK_TEXT(shown(moment(NOW), FORMAT_STAMP), "24 Nov, 14:32");
	CHECK_TEXT(shown(moment(NOW), FORMAT_TIME), "14:32");
	CHECK_TEXT(shown(moment(NOW), FORMAT_AGO), "now");
	CHECK_TEXT(shown(moment(NOW), FORMAT_PLAIN),
	    "2026-11-24T14:32:00+01:00");
	CHECK_TEXT(shown(text("2026-11-24"), FORMAT_DATE), "Tue 24 Nov 2026");
	CHECK_TEXT(shown(text("<soon>"), FORMAT_DATE), "&lt;soon&gt;");
}

static void
machines_get_plain_values(void)
{
	CHECK_TEXT(plain(whole(8250), FORMAT_KIND), "8250");
	CHECK_TEXT(plain(whole(-8250), FORMAT_KIND), "-8250");
	CHECK_TEXT(plain(whole(8250), FORMAT_NUMBER), "8,250");
	CHECK_TEXT(plain(flag, FORMAT_KIND), "1");
	CHECK_TEXT(plain(moment(NOW), FORMAT_KIND),
	    "2026-11-24T14:32:00+01:00");
	CHECK_TEXT(plain(moment(NOW), FORMAT_DATE), "Tue 24 Nov 2026");
	CHECK_TEXT(plain(none, FORMAT_KIND), "");
	CHECK_TEXT(plain(text("a\"b"), FORMAT_KIND), "a&quot;b");
}

static void
parts_of_addresses_are_encoded(void)
{
	CHECK_TEXT(part(whole(-7)), "-7");
	CHECK_TEXT(part(text("a b/ä?&=#%+~._-")),
	    "a%20b%2F%C3%A4%3F%26%3D%23%25%2B~._-");
	CHECK_TEXT(part(text(".")), "");
	CHECK_TEXT(part(text("..")), "");
	CHECK_TEXT(part(text("...")), "...");
	CHECK_TEXT(part(flag), "1");
	CHECK_TEXT(part(none), "");
	CHECK_TEXT(part(text("\x01\x7f\xff")), "%01%7F%FF");
}

static void
classes_and_times_keep_their_form(void)
{
	struct view_value v = whole(3);

	buf_reset(&b);
	template_value_word(&b, &v);
	v = text("a.b~c d\"");
	template_value_word(&b, &v);
	CHECK_TEXT(b.data, "3a-b-c-d-");
	buf_reset(&b);
	v = text("2026-11-24");
	CHECK(template_value_datetime(&b, &cx, &v));
	CHECK_TEXT(b.data, "2026-11-24");
	v = text("soon\"");
	CHECK(!template_value_datetime(&b, &cx, &v));
	v = moment(NOW);
	CHECK(template_value_datetime(&b, &cx, &v));
	v = whole(1);
	template_value_address(&b, &v, "");
	CHECK_TEXT(b.data, "2026-11-242026-11-24T14:32:00+01:00#");
}

int
main(void)
{
	a = arena_new();
	cx = (struct ctx){ .arena = a, .now = NOW, .lang = "en",
	    .zone = "Europe/Paris", .login = "" };
	RUN(numbers_are_written_for_people);
	RUN(moments_are_written_for_people);
	RUN(machines_get_plain_values);
	RUN(parts_of_addresses_are_encoded);
	RUN(classes_and_times_keep_their_form);
	buf_free(&b);
	arena_free(a);
	return DONE;
}
