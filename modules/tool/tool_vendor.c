/* SPDX-License-Identifier: MIT */
/* Additions of vendors, by whether a case runs on without them. */
#include "tool/tool_vendor.h"

#include <string.h>

#include "xml/reader.h"

/* Whatever is not here may decide something. */
static const char *const harmless[] = {
	"activiti-idm-initiator", "assignee", "businessStatus",
	"candidateGroups", "candidateStarterGroups", "candidateStarterUsers",
	"candidateUsers", "category", "default-menu-navigation-size",
	"display_ref_in_diagram", "displayOrder", "docker", "dueDate",
	"event-listener-name", "followUpDate", "formFieldValidation",
	"formKey", "historyLevel", "historyTimeToLive", "idVariableName",
	"ignoreCounterVariable", "in", "includeInHistory",
	"includeInStageOverview", "initiator",
	"initiator-can-complete", "initiatorVariableName", "jobCategory",
	"localizedDescription", "localizedName", "localization", "out",
	"owner", "palette", "priority", "sentryRef", "start-case-model",
	"start-form-field-validation", "stencilid", "stencilsuperid",
	"task-candidates-type", "taskIdVariableName", "versionTag",
	"work-form-field-validation",
	/* what is called, and with which values */
	"caseBinding", "caseTenantId", "caseVersion", "decisionBinding",
	"decisionTenantId", "decisionVersion", "fallbackToDefaultTenant",
	"inheritVariables", "processBinding", "processTenantId",
	"processVersion", "sameDeployment", NULL
};
/* They look on, but where they set a variable. */
static const char *const listeners[] = { "caseExecutionListener",
	"planItemLifecycleListener", NULL };

/* A counter of rounds changes something where a condition looks at it. */
static bool
is_unused(const struct cmmn_model *m, const char *variable)
{
	const struct cmmn_word *w;

	for (w = m->variables; w != NULL; w = w->next)
		if (strcmp(w->name, variable) == 0)
			return false;
	return true;
}

static bool
is_harmless(const struct cmmn_model *m, const struct cmmn_word *w)
{
	if (strcmp(w->name, "counterVariable") == 0)
		return is_unused(m, w->value);
	if (reader_place(listeners, w->name) >= 0)
		return strstr(w->value, "set") == NULL;
	return reader_place(harmless, w->name) >= 0 ||
	    strstr(w->ns, "/spec/DD/") != NULL ||
	    strstr(w->ns, "/spec/CMMN/") != NULL ||
	    strstr(w->ns, "XMLSchema-instance") != NULL;
}

const char *
tool_vendor(struct arena *a, const struct cmmn_model *m,
    const struct cmmn_fault *f)
{
	const char *all = "", *word, *at;
	const struct cmmn_word *w;

	for (w = m->vendors; w != NULL; w = w->next) {
		word = arena_printf(a, "%s/%s", w->element, w->name);
		at = strstr(all, word);
		if (is_harmless(m, w) || (at != NULL &&
		    strchr(",", at[strlen(word)]) != NULL))
			continue;
		all = arena_printf(a, "%s%s%s", all, *all == '\0' ? "" :
		    ", ", word);
	}
	for (; f != NULL; f = f->next)
		if (!f->mild && f->line > 0 &&
		    strstr(f->text, "not translated") != NULL)
			all = arena_printf(a, "%s%sthe expression on line %d",
			    all, *all == '\0' ? "" : ", ", f->line);
	return all;
}
