/* SPDX-License-Identifier: MIT */
/* dossier import fhir: medical records onto cases of patients. */
#include <stdio.h>

#include "domain/course/dossier_load.h"
#include "domain/desk/docket.h"
#include "domain/desk/fhir.h"
#include "domain/desk/medical.h"
#include "store/db.h"
#include "tool/commands.h"
#include "tool/tool.h"

/* The case as an operator has it, who sees none of it. */
static enum err
case_of(struct tool *t, struct dossier **out)
{
	struct dossier *d;
	enum err e;

	if ((e = docket_case(&t->cx, tool_value(t, "case"), &d)) != OK)
		return e;
	*out = d;
	return medical_is(d->type) ? dossier_load(&t->cx, d) :
	    refuse(&t->cx, ERR_INVALID, "%s is not the case of a patient.",
	    d->number);
}

static void
print(const struct fhir_file *f)
{
	static const char *const words[] = { "new", "changed", "known",
	    "kept" };
	const struct fhir_line *l;

	for (l = f->lines; l != NULL; l = l->next)
		printf("%-8s %s %s%s%s%s%s\n", words[l->fate], l->type,
		    l->kept.name, l->label[0] == '\0' ? "" : ", ", l->label,
		    l->why[0] == '\0' ? "" : ": ", l->why);
	printf("new %zu, changed %zu, known %zu, kept %zu\n",
	    f->fates[FHIR_NEW], f->fates[FHIR_CHANGED],
	    f->fates[FHIR_KNOWN], f->fates[FHIR_KEPT]);
	if (!f->same)
		printf("The file is about %s, which is not the patient of the "
		    "case as far as name and birth date tell.\n",
		    f->named ? f->patient.name : "nobody that it names");
}

/* One file is one transaction; --dry-run writes nothing. */
static enum err
take(struct tool *t, const char *path)
{
	bool dry = tool_flag(t, "dry-run");
	struct fhir_file *f;
	struct dossier *d;
	enum err e;

	if ((e = fhir_read(&t->cx, path, path, &f)) != OK ||
	    (e = db_begin(&t->cx, dry ? DB_READ : DB_WRITE)) != OK)
		return e;
	if ((e = case_of(t, &d)) == OK)
		e = dry ? fhir_weigh(&t->cx, d, f) :
		    fhir_take(&t->cx, d, f, tool_flag(t, "anyway"));
	if (e == OK && !dry)
		e = db_commit(&t->cx);
	else
		db_rollback(&t->cx);
	if (e == OK)
		print(f);
	return e;
}

int
tool_import_fhir(struct tool *t)
{
	int status, i;

	if ((status = tool_store(t)) != TOOL_DONE)
		return status;
	db_patient(t->cx.db);
	for (i = 0; i < t->operands; i++)
		if (take(t, t->operand[i]) != OK)
			return tool_refused(t);
	if (tool_flag(t, "dry-run"))
		puts("nothing was written");
	return TOOL_DONE;
}
