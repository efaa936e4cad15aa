/* SPDX-License-Identifier: MIT */
/* The rules of a type's deadlines: compiled once, for their faults. */
#include "domain/type/casetype_deadline.h"

#include "domain/type/formula.h"
#include "rules/type/reckon.h"

struct checking {
	struct arena *arena;
	const char *file;
	struct reader_fault **faults;
	const struct type_deadline *y;
};

#define fault(c, ...)							\
	reader_add_fault((c)->arena, (c)->faults, (c)->file,		\
	    (c)->y->line, __VA_ARGS__)

static void
check_text(struct checking *c, const char *name, const char *text,
    const struct feel_fault *f)
{
	for (; f != NULL; f = f->next)
		fault(c, "The rule %s=\"%s\" of the deadline “%s”: %s", name,
		    text, c->y->code, f->text);
	if (formula_uses(text, "now") || formula_uses(text, "today"))
		fault(c, "The rule %s=\"%s\" of the deadline “%s” uses the "
		    "present time, and would give another date each day; it "
		    "counts from “start”.", name, text, c->y->code);
}

static bool
gives(const struct feel *code, bool number)
{
	const struct feel_type *t = code == NULL ? NULL : feel_result(code);
	enum feel_kind kind = t == NULL ? FEEL_NULL :
	    feel_type_value(t->kind);

	return kind == FEEL_NULL || kind == FEEL_DATE ||
	    kind == FEEL_DATE_TIME || (number && (kind == FEEL_NUMBER ||
	    kind == FEEL_DAYS));
}

void
casetype_deadline_check(struct arena *a, const struct casetype *t,
    const char *file, struct reader_fault **faults)
{
	struct checking c = { a, file, faults, NULL };
	struct feel_fault *f[3];
	struct reckon_rule *r;

	for (c.y = t->deadlines; c.y != NULL; c.y = c.y->next) {
		r = reckon_compile(a, c.y->due[0] == '\0' ?
		    "date(start)" : c.y->due, c.y->early, c.y->warn, f);
		check_text(&c, "due", c.y->due, f[0]);
		check_text(&c, "early", c.y->early, f[1]);
		check_text(&c, "warn", c.y->warn, f[2]);
		if (r == NULL)
			continue;
		if (!gives(r->code[0], false))
			fault(&c, "The rule due=\"%s\" of the deadline “%s” "
			    "gives neither a date nor a date and time.",
			    c.y->due, c.y->code);
		if (!gives(r->code[1], true) || !gives(r->code[2], true))
			fault(&c, "What comes before the deadline “%s” is a "
			    "number of days, a duration, or a date.",
			    c.y->code);
	}
}
