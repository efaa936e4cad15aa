/* SPDX-License-Identifier: MIT */
/* Three texts of one thing: as a form began, as stored now, as typed. */
#include "domain/spine/reconcile.h"

#include <string.h>

#include "base/digest.h"

#define SEAL 16		/* digits: an accident needs four milliard tries */

const char *
reconcile_seal(struct ctx *cx, const char *text)
{
	unsigned char sum[DIGEST_SIZE];

	if (text[0] == '\0')
		return "";
	digest_of(text, strlen(text), sum);
	return digest_hex(cx->arena, sum, SEAL / 2);
}

const char *
reconcile_add(struct ctx *cx, const char *seals, const char *name,
    const char *text)
{
	if (text[0] == '\0')
		return seals;
	return arena_printf(cx->arena, "%s%s%s=%s", seals,
	    seals[0] == '\0' ? "" : " ", name, reconcile_seal(cx, text));
}

const char *
reconcile_began(struct ctx *cx, const char *seals, const char *name)
{
	size_t len = strlen(name);

	for (;;) {
		if (strncmp(seals, name, len) == 0 && seals[len] == '=') {
			seals += len + 1;
			return arena_textn(cx->arena, seals,
			    strcspn(seals, " "));
		}
		seals += strcspn(seals, " ");
		if (*seals++ == '\0')
			return "";
	}
}

/* The side that was chosen, if the choice is about this stored text. */
static enum reconcile
chosen(const char *choice, const char *seal)
{
	const char *dot = strchr(choice, '.');

	if (dot == NULL || strcmp(dot + 1, seal) != 0)
		return RECONCILE_ASK;
	if (strncmp(choice, "mine.", 5) == 0)
		return RECONCILE_MINE;
	return strncmp(choice, "theirs.", 7) == 0 ? RECONCILE_THEIRS :
	    RECONCILE_ASK;
}

enum reconcile
reconcile(struct ctx *cx, const char *began, const char *stored,
    const char *mine, const char *choice)
{
	const char *seal = reconcile_seal(cx, stored);

	if (strcmp(stored, mine) == 0)
		return RECONCILE_SAME;
	if (strcmp(reconcile_seal(cx, mine), began) == 0)
		return RECONCILE_THEIRS;
	if (strcmp(seal, began) == 0)
		return RECONCILE_MINE;
	return chosen(choice, seal);
}
