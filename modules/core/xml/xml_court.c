/* SPDX-License-Identifier: MIT */
/* Reads the rules of a court: what fulfils court.rng, then what that cannot
 * say. */
#include "xml/xml_court.h"

#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "text/date.h"
#include "xml/typeword.h"

#define MOST 1000	/* of a period, in its unit */

/* One with its code and source, to the end of a list. */
#define READ_HEAD(r, x, n) do {					\
	(x)->line = (n)->line;						\
	(x)->code = typeword_code(r, n, NULL);				\
	(x)->source = reader_given(n, "source");			\
	typeword_label(r, n, &(x)->label);				\
} while (0)

/* "2 weeks", "1 working day"; false: it is none. */
static bool
term_of(const char *text, struct court_term *out)
{
	static const char *const units[] = { COURT_UNITS };
	size_t i, len;
	char *rest;
	long n = strtol(text, &rest, 10);

	if (rest == text || n < 0 || n > MOST || *rest != ' ')
		return false;
	for (i = 0; i < COUNT(units); i++) {
		len = strlen(units[i]);
		if (strcmp(rest + 1, units[i]) != 0 && (n != 1 ||
		    strlen(rest + 1) != len - 1 ||
		    strncmp(rest + 1, units[i], len - 1) != 0))
			continue;
		out->unit = (enum court_unit)i;
		out->n = (int)n;
		return true;
	}
	return false;
}

static void
read_term(struct typeword *r, const struct reader_node *n, const char *name,
    struct court_term *out)
{
	const char *text = reader_attr(n, name);

	if (text != NULL && !term_of(text, out))
		typeword_fault(r, n->line, "%s=\"%s\" is no time; write "
		    "“2 weeks”, “1 month” or “5 working days”, and %d at "
		    "the most.", name, text, MOST);
}

/* "12-24", or "2026-12-24" where a year may be given. */
static void
read_day(struct typeword *r, const struct reader_node *n, const char *name,
    int *year, int *month, int *day)
{
	const char *text = reader_given(n, name), *iso = text;
	int64_t start;
	int unused;

	if (strlen(text) == 5)
		iso = arena_printf(r->arena, "2024-%s", text);
	else if (year == NULL)
		iso = "";
	if (!date_civil_ok(iso) || !date_start("UTC", iso, &start)) {
		typeword_fault(r, n->line, "%s=\"%s\" is no day; write "
		    "“12-24”%s.", name, text, year == NULL ? "" :
		    ", or “2026-12-24” for that year alone");
		return;
	}
	date_of_days(date_day(start), &unused, month, day);
	if (year != NULL)
		*year = iso == text ? unused : 0;
}

static unsigned
read_weekend(struct typeword *r, const struct reader_node *root)
{
	static const char *const days[] = { "monday", "tuesday",
	    "wednesday", "thursday", "friday", "saturday", "sunday", NULL };
	const char *text = reader_attr(root, "weekend"), *word;
	unsigned mask = 0;
	size_t len;
	int i;

	if (text == NULL)
		text = "saturday sunday";
	for (word = text; *word != '\0'; word += len + strspn(word + len,
	    " ")) {
		len = strcspn(word, " ");
		i = reader_place(days, arena_textn(r->arena, word, len));
		if (i < 0)
			typeword_fault(r, root->line, "“%.*s” is no day of "
			    "the week.", (int)len, word);
		else
			mask |= 1U << i;
	}
	if (mask == 127)
		typeword_fault(r, root->line, "A court is open on one day "
		    "of the week at least.");
	return mask;
}

static void
read_closed(struct typeword *r, const struct reader_node *root,
    struct court *out)
{
	const struct court_closed **tail = &out->closed;
	const struct reader_node *n;
	struct court_closed *c;

	for (n = reader_child(root, "", "closed"); n != NULL;
	    n = reader_after(n, "", "closed")) {
		c = arena_alloc(r->arena, sizeof(*c));
		typeword_label(r, n, &c->label);
		read_day(r, n, "on", &c->year, &c->month, &c->day);
		*tail = c;
		tail = (const struct court_closed **)&c->next;
	}
}

static void
read_recesses(struct typeword *r, const struct reader_node *root,
    struct court *out)
{
	const struct court_recess **tail = &out->recesses;
	const struct reader_node *n;
	struct court_recess *c;

	for (n = reader_child(root, "", "recess"); n != NULL;
	    n = reader_after(n, "", "recess")) {
		c = arena_alloc(r->arena, sizeof(*c));
		typeword_label(r, n, &c->label);
		c->source = reader_given(n, "source");
		c->stops = typeword_yes(n, "stops");
		read_day(r, n, "from", NULL, &c->from_month, &c->from_day);
		read_day(r, n, "until", NULL, &c->until_month,
		    &c->until_day);
		*tail = c;
		tail = (const struct court_recess **)&c->next;
	}
}

static void
read_services(struct typeword *r, const struct reader_node *root,
    struct court *out)
{
	struct court_service *first = NULL, **tail = &first, *s, *o;
	const struct reader_node *n;

	for (n = reader_child(root, "", "service"); n != NULL;
	    n = reader_after(n, "", "service")) {
		s = arena_alloc(r->arena, sizeof(*s));
		READ_HEAD(r, s, n);
		read_term(r, n, "deemed", &s->deemed);
		s->rolls = typeword_yes(n, "rolls");
		read_term(r, n, "adds", &s->adds);
		for (o = first; o != NULL; o = o->next)
			if (strcmp(o->code, s->code) == 0)
				typeword_fault(r, n->line, "There are two "
				    "<service> with the code “%s”.", s->code);
		*tail = s;
		tail = &s->next;
	}
	out->services = first;
}

static void
read_more(struct typeword *r, const struct reader_node *root,
    struct court *out)
{
	struct court_more *first = NULL, **tail = &first, *m, *o;
	const struct reader_node *n;

	for (n = reader_child(root, "", "more"); n != NULL;
	    n = reader_after(n, "", "more")) {
		m = arena_alloc(r->arena, sizeof(*m));
		READ_HEAD(r, m, n);
		read_term(r, n, "adds", &m->adds);
		if (m->adds.unit == COURT_WORKING_DAYS)
			typeword_fault(r, n->line, "Working days cannot be "
			    "added to a period; <more> takes days, weeks, "
			    "months or years.");
		for (o = first; o != NULL; o = o->next)
			if (strcmp(o->code, m->code) == 0)
				typeword_fault(r, n->line, "There are two "
				    "<more> with the code “%s”.", m->code);
		*tail = m;
		tail = &m->next;
	}
	out->more = first;
}

/* A list of codes, each of which the court has. */
static const char *
read_codes(struct typeword *r, const struct reader_node *n, const char *name,
    const struct court *c)
{
	bool service = strcmp(name, "services") == 0;
	const char *list = reader_given(n, name), *word, *code;
	const struct court_service *s;
	const struct court_more *m;
	size_t len;
	bool found;

	for (word = list; *word != '\0'; word += len + strspn(word + len,
	    " ")) {
		len = strcspn(word, " ");
		code = arena_textn(r->arena, word, len);
		found = false;
		for (s = c->services; service && s != NULL; s = s->next)
			found = found || strcmp(s->code, code) == 0;
		for (m = c->more; !service && m != NULL; m = m->next)
			found = found || strcmp(m->code, code) == 0;
		if (!found)
			typeword_fault(r, n->line, "There is no <%s> with "
			    "the code “%s”.", service ? "service" : "more",
			    code);
	}
	return list;
}

static void
check_rule(struct typeword *r, const struct court_rule *x)
{
	bool works = x->period.unit == COURT_WORKING_DAYS;

	if (x->period.n == 0)
		typeword_fault(r, x->line, "The period of the rule “%s” has "
		    "no length.", x->code);
	if (works && x->more[0] != '\0')
		typeword_fault(r, x->line, "Nothing can be added to a period "
		    "of working days; leave more out.");
	if (x->before && (x->services[0] != '\0' || x->more[0] != '\0'))
		typeword_fault(r, x->line, "A period that is counted back "
		    "from its event has neither services nor more.");
}

/* From which event of the court's a rule runs. */
static void
read_event(struct typeword *r, const struct reader_node *n,
    struct label *out)
{
	const char *code = reader_given(n, "from");
	const struct reader_node *c;

	for (c = reader_child(n->parent, "", "event"); c != NULL;
	    c = reader_after(c, "", "event"))
		if (strcmp(reader_given(c, "code"), code) == 0) {
			typeword_label(r, c, out);
			return;
		}
	typeword_fault(r, n->line, "There is no <event> with the code “%s”.",
	    code);
}

static struct court_rule *
read_rule(struct typeword *r, const struct reader_node *n,
    const struct court *c)
{
	struct court_rule *x = arena_alloc(r->arena, sizeof(*x));
	const char *way = reader_given(n, "counts");

	READ_HEAD(r, x, n);
	read_event(r, n, &x->event);
	read_term(r, n, "period", &x->period);
	x->before = strcmp(way, "back") == 0;
	x->stays = strcmp(reader_given(n, "end"), "stays") == 0;
	x->through = strcmp(reader_given(n, "recess"), "runs") == 0;
	x->services = read_codes(r, n, "services", c);
	x->more = read_codes(r, n, "more", c);
	read_term(r, n, "early", &x->early);
	read_term(r, n, "warn", &x->warn);
	x->second = strcmp(reader_given(n, "check"), "second") == 0;
	check_rule(r, x);
	return x;
}

static void
read_rules(struct typeword *r, const struct reader_node *root,
    struct court *out)
{
	struct court_rule *first = NULL, **tail = &first, *x, *o;
	const struct reader_node *n;

	for (n = reader_child(root, "", "rule"); n != NULL;
	    n = reader_after(n, "", "rule")) {
		x = read_rule(r, n, out);
		for (o = first; o != NULL; o = o->next)
			if (strcmp(o->code, x->code) == 0)
				typeword_fault(r, n->line, "There are two "
				    "<rule> with the code “%s”.", x->code);
		*tail = x;
		tail = &x->next;
	}
	out->rules = first;
}

static void
read_root(struct typeword *r, const struct reader_node *root,
    struct court *out)
{
	out->line = root->line;
	out->code = typeword_code(r, root, NULL);
	out->source = reader_given(root, "source");
	typeword_label(r, root, &out->label);
	out->holidays = reader_given(root, "holidays");
	out->weekend = read_weekend(r, root);
	out->few = (int)strtol(reader_given(root, "working-days-up-to"), NULL,
	    10);
	out->clear = typeword_yes(root, "clear-days");
}

struct court *
xml_court_read(struct arena *a, const char *file, const char *bytes,
    size_t len, const char *schema, struct reader_fault **faults)
{
	struct typeword r = { .arena = a, .file = file, .faults = faults };
	const struct reader_node *root;
	struct court *out;

	root = reader_tree(a, file, bytes, len, schema, faults);
	if (root == NULL)
		return NULL;
	out = arena_alloc(a, sizeof(*out));
	read_root(&r, root, out);
	read_closed(&r, root, out);
	read_recesses(&r, root, out);
	read_services(&r, root, out);
	read_more(&r, root, out);
	read_rules(&r, root, out);
	return *faults == NULL ? out : NULL;
}
