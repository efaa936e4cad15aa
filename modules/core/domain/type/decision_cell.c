/* SPDX-License-Identifier: MIT */
/* Cells of a table as people read them. */
#include "domain/type/decision_cell.h"

#include <string.h>

#include "base/count.h"
#include "domain/type/casetype.h"
#include "text/message.h"

/* The next text of a list such as "low", "high"; NULL: it is none, or over. */
static const char *
next_text(struct ctx *cx, const char **at)
{
	const char *s = *at, *word;
	size_t len;

	if (*s != '"')
		return NULL;
	len = strcspn(s + 1, "\"\\");
	if (s[len + 1] != '"')
		return NULL;
	word = arena_textn(cx->arena, s + 1, len);
	s += len + 2;
	s += strspn(s, " \t\r\n");
	if (*s == ',')
		s += 1 + strspn(s + 1, " \t\r\n");
	else if (*s != '\0')
		return NULL;
	*at = s;
	return word;
}

const char *
decision_cell(struct ctx *cx, const struct type_field *f, const char *text)
{
	const char *at = text, *all = "", *word;

	if (strcmp(text, "-") == 0 || text[0] == '\0')
		return "–";
	if (f != NULL && f->kind == VALUE_FLAG &&
	    (strcmp(text, "true") == 0 || strcmp(text, "false") == 0))
		return text[0] == 't' ? _("Yes") : _("No");
	if (strcmp(text, "null") == 0)
		return _("no value");
	if (strcmp(text, "not(null)") == 0)
		return _("any value");
	while (*at != '\0') {
		if ((word = next_text(cx, &at)) == NULL)
			return text;
		if (f != NULL && f->kind == VALUE_CHOICE)
			word = casetype_word(cx, f->choices, word);
		all = all[0] == '\0' ? word : arena_printf(cx->arena,
		    "%s, %s", all, word);
	}
	return all;
}

const char *
decision_cell_policy(const char *policy, const char *sum)
{
	static const struct { const char *policy, *sum, *word; } all[] = {
		{ "UNIQUE", "", N_("One rule at most applies.") },
		{ "FIRST", "", N_("The first rule that applies counts.") },
		{ "PRIORITY", "", N_("Of the rules that apply, the "
		    "result that ranks highest counts.") },
		{ "ANY", "", N_("If several rules apply, they agree.") },
		{ "COLLECT", "", N_("The results of all rules that apply "
		    "are collected.") },
		{ "COLLECT", "SUM", N_("The results of all rules that "
		    "apply are added up.") },
		{ "COLLECT", "COUNT", N_("The rules that apply are "
		    "counted.") },
		{ "COLLECT", "MIN", N_("The smallest result of the rules "
		    "that apply counts.") },
		{ "COLLECT", "MAX", N_("The largest result of the rules that "
		    "apply counts.") },
		{ "RULE ORDER", "", N_("The results of all rules that "
		    "apply are listed in the order of the table.") },
		{ "OUTPUT ORDER", "", N_("The results of all rules that "
		    "apply are listed, the highest first.") }
	};
	size_t i;

	for (i = 0; i < COUNT(all); i++)
		if (strcmp(all[i].policy, policy) == 0 &&
		    strcmp(all[i].sum, sum) == 0)
			return _(all[i].word);
	return "";
}
