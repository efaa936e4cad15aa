/* SPDX-License-Identifier: MIT */
/* Links and codes of shares: drawn, and hashed. */
#include "domain/desk/share_secret.h"

#include <string.h>

#define TOKEN_BYTES 32
#define CODE_SIGNS 8

/* None that is taken for another when it is said or read. */
static const char signs[] = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

void
share_secret_sum(struct ctx *cx, const char *token, const char *typed,
    unsigned char out[DIGEST_SIZE])
{
	char *code = arena_text(cx->arena, typed);
	size_t n = 0;

	for (; *typed != '\0'; typed++)
		if (*typed >= 'a' && *typed <= 'z')
			code[n++] = (char)(*typed - 'a' + 'A');
		else if (*typed != ' ' && *typed != '-')
			code[n++] = *typed;
	digest_keyed(token, strlen(token), code, n, out);
}

void
share_secret_code(struct ctx *cx, struct share_secret *s)
{
	char code[CODE_SIGNS + 2];
	int i;

	for (i = 0; i < CODE_SIGNS; i++)
		code[i + (i >= CODE_SIGNS / 2)] =
		    signs[digest_below(sizeof(signs) - 1)];
	code[CODE_SIGNS / 2] = '-';
	code[CODE_SIGNS + 1] = '\0';
	s->code = arena_text(cx->arena, code);
}

void
share_secret_link(struct ctx *cx, struct share_secret *s)
{
	unsigned char bytes[TOKEN_BYTES];

	digest_random(bytes, sizeof(bytes));
	s->token = digest_token(cx->arena, bytes, sizeof(bytes));
	digest_of(s->token, strlen(s->token), s->link);
	share_secret_sum(cx, s->token, s->code, s->sum);
}
