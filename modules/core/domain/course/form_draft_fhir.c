/* SPDX-License-Identifier: MIT */
#include "domain/course/form_draft_fhir.h"

#include "xml/xml_fhir.h"
#include "xml/xml_questionnaire.h"

#define NAME "questionnaire.xml"	/* as faults call it */
#define TOLD 12				/* lines, of all that there may be */

static const char *
lines(struct ctx *cx, const struct reader_fault *f)
{
	const char *all = "";
	int n;

	for (n = 0; f != NULL && n < TOLD; f = f->next, n++)
		all = arena_printf(cx->arena, "%s%s%s", all, n > 0 ? "\n" : "",
		    f->text);
	return f == NULL ? all : arena_printf(cx->arena, "%s\n…", all);
}

enum err
form_draft_fhir(struct ctx *cx, const char *path, struct reader_node **out,
    const char **told)
{
	struct reader_fault *faults = NULL, *notes = NULL;
	struct xml_fhir *f = xml_fhir_open(cx->arena, path, NAME, &faults);
	struct reader_node *root = xml_fhir_next(f, cx->arena);

	*out = NULL;
	while (root != NULL && xml_fhir_next(f, cx->arena) != NULL)
		;	/* on to what is wrong behind it */
	if (!xml_fhir_close(f) || root == NULL)
		return reader_refuse(cx, faults);
	*out = xml_questionnaire_form(cx->arena, NAME, root, &notes);
	if (*out == NULL)
		return reader_refuse(cx, notes);
	*told = lines(cx, notes);
	return OK;
}
