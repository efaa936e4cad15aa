/* SPDX-License-Identifier: MIT */
/* 5.4.6.1, 5.3.1: the words of the standard events. */
#include "rules/cmmn/cmmn_instance.h"

#include <string.h>

#include "base/count.h"

static const char *const words[] = {
	[CMMN_NO_TRANSITION] = "",
	[CMMN_CREATE] = "create", [CMMN_ENABLE] = "enable",
	[CMMN_DISABLE] = "disable", [CMMN_REENABLE] = "reenable",
	[CMMN_START] = "start", [CMMN_MANUAL_START] = "manualStart",
	[CMMN_SUSPEND] = "suspend", [CMMN_RESUME] = "resume",
	[CMMN_REACTIVATE] = "reactivate", [CMMN_FAULT] = "fault",
	[CMMN_COMPLETE] = "complete", [CMMN_TERMINATE] = "terminate",
	[CMMN_EXIT] = "exit", [CMMN_PARENT_SUSPEND] = "parentSuspend",
	[CMMN_PARENT_RESUME] = "parentResume",
	[CMMN_PARENT_TERMINATE] = "parentTerminate",
	[CMMN_OCCUR] = "occur", [CMMN_CLOSE] = "close",
	[CMMN_FILE_CREATE] = "create", [CMMN_FILE_UPDATE] = "update",
	[CMMN_FILE_REPLACE] = "replace", [CMMN_FILE_DELETE] = "delete",
	[CMMN_FILE_ADD_CHILD] = "addChild",
	[CMMN_FILE_REMOVE_CHILD] = "removeChild",
	[CMMN_FILE_ADD_REFERENCE] = "addReference",
	[CMMN_FILE_REMOVE_REFERENCE] = "removeReference"
};
#define N COUNT(words)

const char *
cmmn_transition_word(enum cmmn_transition t)
{
	return (size_t)t < N ? words[t] : "";
}

enum cmmn_transition
cmmn_transition_of(const char *word, bool file)
{
	size_t i = file ? CMMN_FILE_CREATE : CMMN_CREATE;
	size_t end = file ? N : CMMN_FILE_CREATE;

	for (; i < end; i++)
		if (strcmp(words[i], word) == 0)
			return (enum cmmn_transition)i;
	return CMMN_NO_TRANSITION;
}
