/* SPDX-License-Identifier: MIT */
/* dossier type check, dossier type install */
#include <stdio.h>

#include "domain/course/casetype_install.h"
#include "domain/type/rulepack_words.h"
#include "tool/commands.h"
#include "tool/tool.h"

/* The faults are lines of their own, as a compiler prints them. */
static int
faults(struct tool *t)
{
	fprintf(stderr, "%s\n", t->cx.why);
	return TOOL_FAILED;
}

/* Which rules of its care models hold, and what gives way to them. */
static void
rules(struct tool *t, const struct casetype *type)
{
	const struct rulepack_yield *y;
	const struct rulepack_held *h;

	for (h = type->rules == NULL ? NULL : type->rules->held; h != NULL;
	    h = h->next) {
		printf("%s: %s\n", rulepack_words_pack(&t->cx,
		    h->rule->pack), rulepack_words(&t->cx, type, h->rule));
		for (y = h->yields; y != NULL; y = y->next)
			printf("    %s\n", rulepack_words_yield(&t->cx, type,
			    h, y));
	}
}

int
tool_type_check(struct tool *t)
{
	const struct casetype *type;

	if (casetype_install_check(&t->cx, t->operand[0], &type) != OK)
		return faults(t);
	rules(t, type);
	printf("%s: a case type without faults\n", t->operand[0]);
	return TOOL_DONE;
}

static enum err
install(struct tool *t)
{
	const struct casetype *type;
	enum err e;

	if ((e = casetype_install(&t->cx, t->operand[0], &type)) == OK)
		printf("%s, version %d\n", type->code, type->version);
	return e;
}

int
tool_type_install(struct tool *t)
{
	const struct casetype *type;
	int status;

	if (casetype_install_check(&t->cx, t->operand[0], &type) != OK)
		return faults(t);
	if ((status = tool_store(t)) != TOOL_DONE)
		return status;
	return tool_write(t, install);
}
