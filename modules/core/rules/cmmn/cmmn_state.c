/* SPDX-License-Identifier: MIT */
/* 8.4 The words of the states. */
#include "rules/cmmn/cmmn_instance.h"

#include <string.h>

#include "base/count.h"

static const char *const words[] = {
	[CMMN_NONE] = "", [CMMN_AVAILABLE] = "available",
	[CMMN_ENABLED] = "enabled", [CMMN_DISABLED] = "disabled",
	[CMMN_ACTIVE] = "active", [CMMN_SUSPENDED] = "suspended",
	[CMMN_FAILED] = "failed", [CMMN_COMPLETED] = "completed",
	[CMMN_TERMINATED] = "terminated", [CMMN_CLOSED] = "closed"
};
#define N COUNT(words)

const char *
cmmn_state_word(enum cmmn_state s)
{
	return (size_t)s < N ? words[s] : "";
}

enum cmmn_state
cmmn_state_of(const char *word)
{
	size_t i;

	for (i = 1; i < N; i++)
		if (strcmp(words[i], word) == 0)
			return (enum cmmn_state)i;
	return CMMN_NONE;
}
