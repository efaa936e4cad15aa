/* SPDX-License-Identifier: MIT */
/* dossier type check, dossier type install */
#include <stdio.h>

#include "domain/course/casetype_install.h"
#include "tool/commands.h"
#include "tool/tool.h"

/* The faults are lines of their own, as a compiler prints them. */
static int
faults(struct tool *t)
{
	fprintf(stderr, "%s\n", t->cx.why);
	return TOOL_FAILED;
}

int
tool_type_check(struct tool *t)
{
	if (casetype_install_check(&t->cx, t->operand[0]) != OK)
		return faults(t);
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
	int status;

	if (casetype_install_check(&t->cx, t->operand[0]) != OK)
		return faults(t);
	if ((status = tool_store(t)) != TOOL_DONE)
		return status;
	return tool_write(t, install);
}
