/* SPDX-License-Identifier: MIT */
/* ICU does not look whether it got memory, and crashes where it did not. */
#include "text/unicode.h"

#include <stdlib.h>
#include <unicode/uclean.h>

#include "base/log.h"

static void *
take(const void *context, size_t n)
{
	void *p = malloc(n);

	(void)context;
	if (p == NULL)
		log_fatal("no memory for %zu bytes of ICU", n);
	return p;
}

static void *
take_again(const void *context, void *old, size_t n)
{
	void *p = realloc(old, n);

	(void)context;
	if (p == NULL)
		log_fatal("no memory for %zu bytes of ICU", n);
	return p;
}

static void
give_back(const void *context, void *p)
{
	(void)context;
	free(p);
}

void
unicode_start(void)
{
	UErrorCode e = U_ZERO_ERROR;

	u_setMemoryFunctions(NULL, take, take_again, give_back, &e);
	if (U_FAILURE(e))
		log_fatal("ICU does not start: %s", u_errorName(e));
}
