/* SPDX-License-Identifier: MIT */
/* Expressions of a CMMN file: 5.1.3, 5.4.7. */
#include "xml/cmmntext.h"

#include <string.h>
#include <strings.h>

#include "xml/cmmnel.h"

/* The language's own address (the default is XPath, which is written of
 * models whose expressions are not), a word of it, or none. */
static bool
is_feel(const char *language)
{
	size_t len = strlen(language);

	return len == 0 || strcasecmp(language, "feel") == 0 ||
	    strstr(language, "/FEEL") != NULL ||
	    strstr(language, "/XPath") != NULL ||
	    strstr(language, "/xpath") != NULL;
}

static const char *
language_of(const struct cmmnword *r, const struct reader_node *n)
{
	const char *own = reader_attr(n, "language");

	return own == NULL ? r->model->language : own;
}

/* Variables of translated expressions, each once. */
static void
note_variables(struct cmmnword *r, const struct reader_node *n,
    const struct cmmnel_name *name)
{
	struct cmmn_word *w;

	for (; name != NULL; name = name->next) {
		for (w = r->model->variables; w != NULL; w = w->next)
			if (strcmp(w->name, name->name) == 0)
				break;
		if (w != NULL)
			continue;
		w = arena_alloc(r->arena, sizeof(*w));
		w->ns = w->element = w->value = "";
		w->name = name->name;
		w->line = n->line;
		*r->variables = w;
		r->variables = &w->next;
	}
}

static const char *
translated(struct cmmnword *r, const struct reader_node *n, const char *text)
{
	struct cmmnel_name *names = NULL;
	const char *why, *feel;

	feel = cmmnel_feel(r->arena, text, &names, &why);
	if (feel == NULL)
		cmmnword_fault(r, n, "“%.200s” has %s, which is not "
		    "translated; write it in FEEL.", text, why);
	note_variables(r, n, names);
	return feel == NULL ? "false" : feel;
}

static struct cmmn_text
text_of(struct cmmnword *r, const struct reader_node *n)
{
	const struct reader_node *body = cmmnword_child(n, "body");
	struct cmmn_text t = { .line = n->line };

	t.written = reader_prose(r->arena, body == NULL ? n : body);
	t.text = t.written;
	return t;
}

static struct cmmn_text
in_feel(struct cmmnword *r, const struct reader_node *n, struct cmmn_text t)
{
	const char *language = language_of(r, n);

	if (cmmnel_is(t.written))
		t.text = translated(r, n, t.written);
	else if (!is_feel(language)) {
		cmmnword_fault(r, n, "“%.200s” is written in “%s”; Dossier "
		    "reads FEEL.", t.written, language);
		t.text = "false";
	}
	return t;
}

/* Without a text where the element says nothing. */
static struct cmmn_text
said(struct cmmnword *r, const struct reader_node *n)
{
	struct cmmn_text t = text_of(r, n);

	if (*t.written == '\0') {
		cmmnword_mild(r, n, "<%s> says nothing.", n->name);
		t.text = NULL;
	}
	return t;
}

struct cmmn_text
cmmntext_read(struct cmmnword *r, const struct reader_node *n)
{
	struct cmmn_text t = { .text = NULL };

	if (n != NULL && (t = said(r, n)).text != NULL)
		t = in_feel(r, n, t);
	return t;
}

struct cmmn_text
cmmntext_condition(struct cmmnword *r, const struct reader_node *n)
{
	struct cmmn_text t = { .text = "true", .written = "" };
	const struct reader_node *c;

	if (n == NULL)
		return (struct cmmn_text){ .text = NULL };
	t.line = n->line;
	if ((c = cmmnword_child(n, "condition")) != NULL) {
		t = text_of(r, c);
		if (*t.written == '\0')
			t.text = "true";
		else
			t = in_feel(r, c, t);
	}
	t.context = cmmnword_ref(r, n, "contextRef", "caseFileItem");
	return t;
}

/* Digits as a pattern has them: 9 one digit, else itself. */
static size_t
like(const char *text, const char *pattern)
{
	size_t i;

	for (i = 0; pattern[i] != '\0'; i++)
		if (pattern[i] == '9' ? text[i] < '0' || text[i] > '9' :
		    text[i] != pattern[i])
			return 0;
	return i;
}

/* P1Y2M3DT4H5M6S; 0: it is none. */
static size_t
duration_length(const char *text)
{
	size_t n = *text == '-';

	if (text[n++] != 'P')
		return 0;
	n += strspn(text + n, "0123456789YMWDTHS.,");
	return n;
}

static bool
is_moment(const char *text)
{
	size_t n = like(text, "9999-99-99");

	if (n == 0 || strpbrk(text, "\"\\") != NULL)
		return false;
	if (text[n] == '\0')
		return true;
	if (text[n++] != 'T' || like(text + n, "99:99") == 0)
		return false;
	return text[n + strspn(text + n, "0123456789:.,+-Z")] == '\0' ||
	    strchr(text + n, '@') != NULL;
}

/* R5/PT1H, R/2026-11-22T08:00:00Z/PT1H, 2026-11-22/P1D, PT1H/2026-11-22 */
static bool
is_iso(const char *text)
{
	size_t n;

	if (*text == 'R') {
		n = 1 + strspn(text + 1, "0123456789");
		if (text[n] != '/')
			return false;
		return strspn(text + n + 1, "0123456789-+:.,/PYMWDTHSZ") ==
		    strlen(text + n + 1);
	}
	n = duration_length(text);
	return (n > 1 && text[n] == '\0') || is_moment(text);
}

/* Five or six fields as a crontab has them. */
static bool
is_cron(const char *text)
{
	size_t fields = 0, n;

	for (; *text != '\0'; text += n + strspn(text + n, " ")) {
		n = strcspn(text, " ");
		if (n == 0 || strspn(text, "0123456789*/?,-LW#") != n)
			return false;
		fields++;
	}
	return fields >= 5;
}

struct cmmn_text
cmmntext_timer(struct cmmnword *r, const struct reader_node *n)
{
	struct cmmn_text t = { .text = NULL };

	if (n == NULL || (t = said(r, n)).text == NULL)
		return t;
	if (is_iso(t.written))
		t.text = arena_printf(r->arena, "\"%s\"", t.written);
	else if (is_cron(t.written)) {
		cmmnword_fault(r, n, "“%s” is a line of a crontab; write a "
		    "moment, a duration or a cycle as ISO 8601 has them, for "
		    "example R/PT5M.", t.written);
		t.text = NULL;
	} else
		t = in_feel(r, n, t);
	return t;
}
