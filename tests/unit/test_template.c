/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/count.h"
#include "check.h"
#include "text/message.h"
#include "web/template.h"

#define NS "xmlns:d='https://dossier.example/template'"

static struct arena *a;
static struct templates *ts;
static struct ctx cx;
static struct view *v;
static char folder[] = "/tmp/test_template.XXXXXX";
static struct buf out;
static const struct template_form *form;
static const char *path = "";	/* of the site */

static void
file(const char *name, const char *text)
{
	FILE *f = fopen(arena_printf(a, "%s/%s", folder, name), "w");

	if (f == NULL || fputs(text, f) < 0 || fclose(f) != 0)
		exit(99);
}

static void
start(void)
{
	ts = templates_open(a, "", folder, "");
	v = view_new(a);
	cx = (struct ctx){ .arena = a, .now = 1795527120, .lang = "en",
	    .zone = "Europe/Paris", .login = "" };
	form = NULL;
}

/* The page of a template without its last line end; NULL when refused. */
static const char *
page(const char *text)
{
	file("page.html", text);
	ts = templates_open(a, "", folder, path);
	buf_reset(&out);
	if (template_render(ts, &cx, "page.html", v, form, &out) != OK)
		return NULL;
	return arena_textn(a, out.data, out.len - 1);
}

/* The same for an element's content in one line. */
#define PAGE(text) page("<div " NS ">" text "</div>")

static const char *
fault(const char *text)
{
	const char *faults;

	file("page.html", text);
	ts = templates_open(a, "", folder, "");
	faults = templates_check(ts, a);
	return faults == NULL ? "" : faults;
}

#define REFUSED(text) CHECK(*fault("<div " NS ">" text "</div>") != '\0')

static void
values_are_escaped_for_their_place(void)
{
	start();
	view_text(v, "x", "<b a=\"1\" b='2'>&\x01</b>");
	CHECK_TEXT(PAGE("<p d:text='x'>sample</p>"), "<div><p>&lt;b a="
	    "&quot;1&quot; b=&#39;2&#39;&gt;&amp;\xef\xbf\xbd&lt;/b&gt;</p>"
	    "</div>");
	CHECK_TEXT(PAGE("<p d:title='{x}'/>"), "<div><p title=\"&lt;b a="
	    "&quot;1&quot; b=&#39;2&#39;&gt;&amp;\xef\xbf\xbd&lt;/b&gt;\">"
	    "</p></div>");
	view_text(v, "x", "a/b?c=d&e f\"é");
	CHECK_TEXT(PAGE("<a d:href='/p/{x}?y={x}'/>"), "<div><a href=\"/p/"
	    "a%2Fb%3Fc%3Dd%26e%20f%22%C3%A9?y=a%2Fb%3Fc%3Dd%26e%20f%22%C3%A9"
	    "\"></a></div>");
	view_text(v, "x", "..");
	CHECK_TEXT(PAGE("<a d:href='/p/{x}/y'/>"),
	    "<div><a href=\"/p//y\"></a></div>");
	view_text(v, "x", "high risk\" onclick=\"x");
	CHECK_TEXT(PAGE("<i d:class='{x}'/>"),
	    "<div><i class=\"high-risk--onclick--x\"></i></div>");
}

static void
no_blanks_stand_between_the_cells_of_a_row(void)
{
	start();
	view_text(v, "x", "1");
	CHECK_TEXT(PAGE("<table><tr>\n <td>a</td>\n <d:block d:if='x'>\n"
	    "<td>b <b>c</b></td>\n</d:block></tr>\n</table>"),
	    "<div><table><tr><td>a</td><td>b <b>c</b></td></tr>\n"
	    "</table></div>");
}

static void
addresses_run_nothing(void)
{
	static const char *const bad[] = { "javascript:alert(1)",
	    " JaVaScRiPt:x", "java\tscript:x", "data:text/html,x",
	    "\x01javascript:x", "vbscript:x", "//evil.example/x",
	    "/\\evil.example", "\\\\evil.example" };
	size_t i;

	start();
	for (i = 0; i < COUNT(bad); i++) {
		view_text(v, "x", bad[i]);
		CHECK_TEXT(PAGE("<a d:href='{x}'/>"),
		    "<div><a href=\"#\"></a></div>");
	}
	view_text(v, "x", "/a?b=c&d=<>\"");
	CHECK_TEXT(PAGE("<a d:href='{x}'/>"), "<div><a href=\"/a?b=c&amp;d="
	    "%3C%3E%22\"></a></div>");
	view_text(v, "x", "mailto:mia@example.org");
	CHECK_TEXT(PAGE("<a d:href='{x}'/>"),
	    "<div><a href=\"mailto:mia@example.org\"></a></div>");
}

static void
what_runs_or_styles_is_refused_at_load(void)
{
	REFUSED("<p onclick='x'/>");
	REFUSED("<p OnClick='x'/>");
	REFUSED("<p style='x'/>");
	REFUSED("<p d:style='{x}'/>");
	REFUSED("<p d:onclick='{x}'/>");
	REFUSED("<style>p{}</style>");
	REFUSED("<script>x</script>");
	REFUSED("<script src='https://evil.example/x.js'/>");
	REFUSED("<script d:src='{x}'/>");
	REFUSED("<script src='/static/a.js' d:src='/x/{x}'/>");
	REFUSED("<iframe src='/x'/>");
	REFUSED("<base href='/x'/>");
	REFUSED("<meta http-equiv='refresh' content='0'/>");
	REFUSED("<a href='javascript:x'/>");
	REFUSED("<a d:href='javascript:{x}'/>");
	REFUSED("<svg><image/></svg>");
	REFUSED("<svg><use/></svg>");
	REFUSED("<svg><foreignObject/></svg>");
	REFUSED("<svg><g><script src='/static/a.js'/></g></svg>");
	REFUSED("<svg><d:block d:if='a'><p>no</p></d:block></svg>");
	REFUSED("<svg><rect fill='url(http://x)'/></svg>");
	REFUSED("<svg><rect style='x'/></svg>");
	REFUSED("<svg><a href='javascript:x'/></svg>");
	REFUSED("<svg><rect href='/x'/></svg>");
	REFUSED("<svg><rect d:fill='{a}'/></svg>");
	REFUSED("<form method='dialog'/>");
	REFUSED("<a href='/dossiers/{number}'/>");
	REFUSED("<p d:txet='x'/>");
	REFUSED("<p d:text='x | loud'/>");
	REFUSED("<p d:text='x + 1'/>");
	REFUSED("<p d:if='x > 1'/>");
	REFUSED("<p d:each='tasks'/>");
	REFUSED("<p d:use='nowhere.html'/>");
	REFUSED("<p d:use='../../etc/passwd'/>");
	REFUSED("<d:script/>");
	CHECK(*fault("<!DOCTYPE html><html/>") != '\0');
	CHECK(*fault("<p>&nbsp;</p>") != '\0');
	CHECK(*fault("<p d:text='x'/>") != '\0');
	CHECK(strncmp(fault("<div>\n<p>\n</div>"), "page.html:3: Opening and "
	    "ending tag mismatch: p line 2 and div.\n", 40) == 0);
	CHECK_TEXT(fault("<div " NS ">\n<p style='x'/></div>"),
	    "page.html:2: The attribute “style” is not allowed.");
}

static void
lists_repeat_their_element(void)
{
	struct view *t, *s;

	start();
	CHECK_TEXT(PAGE("<i d:each='t in tasks' d:text='t.x'/>"
	    "<b d:none='tasks'>None</b>"), "<div><b>None</b></div>");
	t = view_item(v, "tasks");
	view_text(t, "x", "one");
	view_flag(t, "late", true);
	s = view_item(t, "subs");
	view_int(s, "n", 1);
	s = view_item(t, "subs");
	view_int(s, "n", 2);
	t = view_item(v, "tasks");
	view_text(t, "x", "two");
	view_text(view_part(t, "owner"), "name", "Mia");
	CHECK_TEXT(PAGE("<li d:each='t in tasks' d:class='late: t.late'><b "
	    "d:text='t.x'/><i d:each='s in t.subs' d:text='s.n'/><u "
	    "d:if='t.owner' d:text='t.owner.name'/></li>"
	    "<b d:none='tasks'>None</b>"), "<div><li class=\"late\">"
	    "<b>one</b><i>1</i><i>2</i></li><li><b>two</b><u>Mia</u></li>"
	    "</div>");
}

static void
conditions_are_names_and_words(void)
{
	start();
	view_text(v, "status", "closed");
	view_int(v, "n", 3);
	view_flag(v, "no", false);
	CHECK_TEXT(PAGE("<i d:if='status = closed'>a</i><i d:unless='status = "
	    "closed'>b</i><i d:if='status'>c</i><i d:if='nothing'>d</i>"
	    "<i d:if='n = 3'>e</i><i d:if='no'>f</i>"),
	    "<div><i>a</i><i>c</i><i>e</i></div>");
	CHECK_TEXT(PAGE("<i class='mark' d:class='late: n; soon: no; "
	    "{status}'/>"), "<div><i class=\"mark late closed\"></i></div>");
	CHECK_TEXT(PAGE("<i d:class='soon: no'/>"), "<div><i></i></div>");
	CHECK_TEXT(PAGE("<a d:current='status = closed'/><a d:current='step: "
	    "n'/>"), "<div><a aria-current=\"page\"></a><a aria-current="
	    "\"step\"></a></div>");
	CHECK_TEXT(PAGE("<input disabled='disabled' d:checked='n' "
	    "d:required='no'/>"), "<div><input disabled checked></div>");
}

static void
values_are_written_by_kind_and_format(void)
{
	start();
	view_int(v, "n", 8250);
	view_moment(v, "m", cx.now);
	view_moment(v, "none", 0);
	view_int(v, "s", 45);
	view_text(v, "day", "2026-11-24");
	CHECK_TEXT(PAGE("<i d:text='n'/><i d:text='n | plain'/><i d:text='n | "
	    "span'/>"), "<div><i>8,250</i><i>8250</i><i>2 hr</i></div>");
	CHECK_TEXT(PAGE("<time d:text='m | date'/>"), "<div><time datetime="
	    "\"2026-11-24T14:32:00+01:00\">Tue 24 Nov 2026</time></div>");
	CHECK_TEXT(PAGE("<i d:text='s | percent'/><i d:text='day | date'/>"),
	    "<div><i>45%</i><i>Tue 24 Nov 2026</i></div>");
	CHECK_TEXT(PAGE("<td d:text='none | date'/><p d:text='none'/>"
	    "<i d:data-n='{n}' d:title='{none}' d:value='{n}'/>"),
	    "<div><td>–</td><p></p><i data-n=\"8250\" value=\"8250\"></i>"
	    "</div>");
	cx.lang = "de";
	CHECK_TEXT(PAGE("<i d:text='n'/><i d:text='m | stamp'/>"),
	    "<div><i>8.250</i><i>24. Nov., 14:32</i></div>");
}

static void
sentences_hold_values_and_tags(void)
{
	start();
	view_text(v, "who", "M&M");
	view_int(v, "n", 1);
	CHECK_TEXT(PAGE("<p>\n Signed in\n as {who}, <b>see <i d:text='who'>x"
	    "</i></b> there. </p>"), "<div><p> Signed in as M&amp;M, <b>see "
	    "<i>M&amp;M</i></b> there. </p></div>");
	CHECK_TEXT(PAGE("<p d:count='n' d:one='{n} task'>{n} tasks</p>"),
	    "<div><p>1 task</p></div>");
	view_int(v, "n", 1200);
	CHECK_TEXT(PAGE("<p d:count='n' d:one='{n} task'>{n} tasks</p>"),
	    "<div><p>1,200 tasks</p></div>");
	CHECK_TEXT(PAGE("<pre> a\n  b </pre><textarea>x</textarea><br/>"),
	    "<div><pre> a\n  b </pre><textarea>\nx</textarea><br></div>");
}

static void
layouts_have_places_and_parts_parameters(void)
{
	struct view *t;

	start();
	file("layout.html", "<html " NS "><title><d:block d:slot='title'>"
	    "None</d:block> · {site}</title><main d:slot='main'>Empty</main>"
	    "<i d:slot='foot'>Foot</i></html>");
	file("part.html", "<b " NS " d:text='who.name'/>");
	view_text(v, "site", "S");
	t = view_item(v, "tasks");
	view_text(view_part(t, "owner"), "name", "Mia");
	CHECK_TEXT(page("<html " NS " d:use='layout.html'><body><d:block "
	    "d:slot='title'>Cases</d:block><main d:slot='main'><d:block "
	    "d:each='t in tasks'><d:block d:use='part.html' d:with='who: "
	    "t.owner'/></d:block></main></body></html>"), "<html lang=\"en\">"
	    "<title>Cases · S</title><main><b>Mia</b></main><i>Foot</i>"
	    "</html>");
	CHECK(strstr(fault("<html " NS " d:use='layout.html'><i d:slot='nope'"
	    "/></html>"), "has no place “nope”") != NULL);
	file("round.html", "<p " NS "><i d:use='round.html'/></p>");
	CHECK(strstr(fault("<p/>"), "without end") != NULL);
	unlink(arena_printf(a, "%s/round.html", folder));
}

static const char *
value(void *request, const char *name)
{
	(void)request;
	return strcmp(name, "title") == 0 ? "a<b>\"" :
	    strcmp(name, "medium") == 0 ? "phone" :
	    strcmp(name, "off") == 0 ? "" : NULL;
}

static const char *
mistake(void *request, const char *name)
{
	(void)request;
	return strcmp(name, "title") == 0 ? "Too <short>" : NULL;
}

static void
forms_keep_what_was_typed(void)
{
	struct template_form f = { NULL, value, mistake, "T&T", "K", NULL };
	struct view *x;

	start();
	form = &f;
	CHECK_TEXT(PAGE("<form method='post' action='/x'><input "
	    "d:field='title' value='sample' aria-describedby='h'/></form>"),
	    "<div><form method=\"post\" action=\"/x\"><input type=\"hidden\" "
	    "name=\"csrf\" value=\"T&amp;T\"><input type=\"hidden\" name="
	    "\"form_key\" value=\"K\"><input name=\"title\" id=\"title\" "
	    "aria-invalid=\"true\" aria-describedby=\"h title-error\" value="
	    "\"a&lt;b&gt;&quot;\"></form></div>");
	CHECK_TEXT(PAGE("<form action='/x'/>"),
	    "<div><form action=\"/x\"></form></div>");
	CHECK_TEXT(PAGE("<p class='e' d:error='title'>x</p><p d:error='y'/>"),
	    "<div><p id=\"title-error\" class=\"e\">Too &lt;short&gt;</p>"
	    "</div>");
	CHECK_TEXT(PAGE("<textarea d:field='title'>x</textarea>"),
	    "<div><textarea name=\"title\" id=\"title\" aria-invalid=\"true\" "
	    "aria-describedby=\"title-error\">\na&lt;b&gt;&quot;</textarea>"
	    "</div>");
	CHECK_TEXT(PAGE("<textarea d:field='z'>x</textarea><input "
	    "d:field='z' value='x'/>"), "<div><textarea name=\"z\" id=\"z\">"
	    "\nx</textarea><input name=\"z\" id=\"z\" value=\"x\"></div>");
	x = view_item(v, "media");
	view_text(x, "code", "letter");
	x = view_item(v, "media");
	view_text(x, "code", "phone");
	CHECK_TEXT(PAGE("<select d:field='medium'><option d:each='m in media' "
	    "d:value='{m.code}' d:text='m.code'/></select>"),
	    "<div><select name=\"medium\" id=\"medium\"><option value="
	    "\"letter\">letter</option><option selected value=\"phone\">phone"
	    "</option></select></div>");
	CHECK_TEXT(PAGE("<input type='radio' d:field='medium' value='phone'/>"
	    "<input type='radio' d:field='medium' value='x'/>"),
	    "<div><input name=\"medium\" id=\"medium-phone\" checked type="
	    "\"radio\" value=\"phone\"><input name=\"medium\" id=\"medium-x\" "
	    "type=\"radio\" value=\"x\"></div>");
	CHECK_TEXT(PAGE("<input type='checkbox' d:field='off' "
	    "checked='checked'/><input type='checkbox' d:field='new' "
	    "checked='checked'/>"), "<div><input name=\"off\" id=\"off\" "
	    "value=\"1\" type=\"checkbox\"><input name=\"new\" id=\"new\" "
	    "value=\"1\" checked type=\"checkbox\"></div>");
	CHECK_TEXT(PAGE("<input type='password' d:field='title'/>"),
	    "<div><input name=\"title\" id=\"title\" aria-invalid=\"true\" "
	    "aria-describedby=\"title-error\" type=\"password\"></div>");
	view_text(v, "c", "title");
	CHECK_TEXT(PAGE("<input d:field='f.{c}'/><label d:for='f.{c}'/>"),
	    "<div><input name=\"f.title\" id=\"f.title\"><label for="
	    "\"f.title\"></label></div>");
	CHECK(strstr(PAGE("<form method='post'><input type='file' d:field='f'"
	    "/></form>"), "enctype=\"multipart/form-data\"") != NULL);
	REFUSED("<input d:field='x' name='y'/>");
	REFUSED("<select d:field='x'><option>y</option></select>");
}

static void
mistakes_are_listed_for_the_top(void)
{
	struct template_form f = { .why = "Closed already." };
	struct mistake m = { NULL, "title", "Too short" };

	start();
	form = &f;
	CHECK_TEXT(PAGE("<p d:if='form.why' d:text='form.why'/>"),
	    "<div><p>Closed already.</p></div>");
	cx.mistakes = &m;
	CHECK_TEXT(PAGE("<a d:each='m in form.mistakes' d:href='#{m.id}' "
	    "d:text='m.text'/>"),
	    "<div><a href=\"#title\">Too short</a></div>");
}

static void
a_site_puts_its_own_file_first(void)
{
	char site[] = "/tmp/test_template_site.XXXXXX";
	FILE *f;

	start();
	if (mkdtemp(site) == NULL)
		exit(99);
	f = fopen(arena_printf(a, "%s/page.html", site), "w");
	fputs("<p>site</p>", f);
	fclose(f);
	file("page.html", "<p>installed</p>");
	ts = templates_open(a, site, folder, "");
	buf_reset(&out);
	CHECK(template_render(ts, &cx, "page.html", v, NULL, &out) == OK);
	CHECK_TEXT(out.data, "<p>site</p>\n");
	CHECK(template_render(ts, &cx, "none.html", v, NULL, &out) ==
	    ERR_BROKEN);
}

/* Asked one after the other, by the same name but of two things. */
static void
what_is_asked_of_one_thing_is_not_told_of_another(void)
{
	struct view *t;

	start();
	t = view_item(v, "list");
	view_text(t, "kind", "three");
	view_text(v, "kind", "two");
	CHECK_TEXT(PAGE("<i d:each='t in list'><b d:if='t.kind = one'>1</b>"
	    "<b d:if='kind = two'>2</b><b d:if='t.kind = three'>3</b></i>"),
	    "<div><i><b>2</b><b>3</b></i></div>");
}

/* A program holds each page in six languages. */
static void
what_pages_have_in_common_is_kept_once(void)
{
	static char text[400001];
	size_t before, one, all;
	int i;

	start();
	memset(text, 'x', sizeof(text) - 1);
	file("long.html", arena_printf(a, "<div " NS "><p translate='no'>%s"
	    "</p><p d:text='x'>y</p></div>", text));
	file("other.html", arena_printf(a, "<div " NS "><p translate='no'>%s"
	    "</p><p d:text='y'>y</p></div>", text));
	before = arena_size(a);
	CHECK(template_render(ts, &cx, "long.html", v, NULL, &out) == OK);
	one = arena_size(a) - before;
	for (i = 0; i < LANGUAGES; i++) {
		cx.lang = message_languages[i];
		CHECK(template_render(ts, &cx, "long.html", v, NULL,
		    &out) == OK);
		CHECK(template_render(ts, &cx, "other.html", v, NULL,
		    &out) == OK);
	}
	all = arena_size(a) - before;
	CHECK(one >= sizeof(text) && all < 2 * sizeof(text));
}

/* Templates are written for the root of a host; only what a browser gets
 * carries the site's path, and each address once. */
static void
addresses_get_the_path_of_the_site(void)
{
	start();
	path = "/a/b";
	view_text(v, "own", "/dossiers?text=/x");
	view_text(v, "other", "https://example.org/x");
	view_text(v, "evil", "//example.org/x");
	view_text(v, "x", "c/d");
	CHECK_TEXT(PAGE("<a href='/x'>1</a><a href='/'>2</a>"
	    "<a d:href='/x/{x}?y=/z'>3</a><a d:href='{own}'>4</a>"),
	    "<div><a href=\"/a/b/x\">1</a><a href=\"/a/b/\">2</a>"
	    "<a href=\"/a/b/x/c%2Fd?y=/z\">3</a>"
	    "<a href=\"/a/b/dossiers?text=/x\">4</a></div>");
	CHECK_TEXT(PAGE("<a d:href='{other}'>1</a><a d:href='{evil}'>2</a>"
	    "<a href='#x'>3</a><a href='?y=/z'>4</a><a d:href='{x}'>5</a>"
	    "<a href='mailto:a@b'>6</a>"),
	    "<div><a href=\"https://example.org/x\">1</a><a href=\"#\">2</a>"
	    "<a href=\"#x\">3</a><a href=\"?y=/z\">4</a>"
	    "<a href=\"c/d\">5</a><a href=\"mailto:a@b\">6</a></div>");
	CHECK_TEXT(PAGE("<form action='/x' method='post'>"
	    "<button formaction='/y'>1</button></form>"
	    "<img src='/z' alt='/z' data-href='/w'/>"
	    "<script d:src='/static/a.js?v={x}'></script>"),
	    "<div><form action=\"/a/b/x\" method=\"post\">"
	    "<button formaction=\"/a/b/y\">1</button></form>"
	    "<img src=\"/a/b/z\" alt=\"/z\" data-href=\"/a/b/w\">"
	    "<script src=\"/a/b/static/a.js?v=c%2Fd\"></script></div>");
	/* inside a sentence, and a value that is none of an address */
	CHECK_TEXT(PAGE("<p>See <a href='/x'>the case</a> now."
	    "<input d:value='{own}'/></p>"),
	    "<div><p>See <a href=\"/a/b/x\">the case</a> now."
	    "<input value=\"/dossiers?text=/x\"></p></div>");
	path = "";
}

static void
sentences_are_listed_for_translators(void)
{
	const char *pot;

	file("page.html", "<div " NS "><p>Due <time d:text='t | date'>x</time>"
	    ",\n see <a href='/x'>the case</a>.</p><td data-label='Title'>"
	    "<b>Yes</b> · <i>No</i></td><p translate='no'>mia</p><p d:count="
	    "'n' d:one='{n} task'>{n} tasks</p><p d:text='x'>sample</p>"
	    "<label><input d:field='x'/> Sure “\"”</label><p>Yes</p></div>");
	ts = templates_open(a, "", folder, "");
	pot = templates_sentences(ts, a);
	CHECK(strstr(pot, "msgid \"Due <1/>, see <2>the case</2>.\"\n") !=
	    NULL);
	CHECK(strstr(pot, "msgid \"Title\"\n") != NULL);
	CHECK(strstr(pot, "msgid \"Yes\"\n") != NULL);
	CHECK(strstr(pot, "msgid \"No\"\n") != NULL);
	CHECK(strstr(pot, "msgid \"{n} task\"\nmsgid_plural \"{n} tasks\"\n")
	    != NULL);
	CHECK(strstr(pot, "msgid \"Sure “\\\"”\"\n") != NULL);
	CHECK(strstr(pot, "sample") == NULL);
	CHECK(strstr(pot, "mia") == NULL);
	CHECK(strstr(pot, "templates/page.html:1") != NULL);
}

int
main(void)
{
	a = arena_new();
	if (mkdtemp(folder) == NULL)
		return 99;
	message_open(folder);
	RUN(values_are_escaped_for_their_place);
	RUN(no_blanks_stand_between_the_cells_of_a_row);
	RUN(addresses_run_nothing);
	RUN(what_runs_or_styles_is_refused_at_load);
	RUN(lists_repeat_their_element);
	RUN(conditions_are_names_and_words);
	RUN(values_are_written_by_kind_and_format);
	RUN(sentences_hold_values_and_tags);
	RUN(layouts_have_places_and_parts_parameters);
	RUN(forms_keep_what_was_typed);
	RUN(mistakes_are_listed_for_the_top);
	RUN(a_site_puts_its_own_file_first);
	RUN(what_is_asked_of_one_thing_is_not_told_of_another);
	RUN(what_pages_have_in_common_is_kept_once);
	RUN(addresses_get_the_path_of_the_site);
	RUN(sentences_are_listed_for_translators);
	buf_free(&out);
	arena_free(a);
	return DONE;
}
