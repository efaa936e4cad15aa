/* SPDX-License-Identifier: MIT */
#ifndef MODEL_VISIT_H
#define MODEL_VISIT_H

#include <stdint.h>

#include "base/digest.h"

/* The stay of a signed-in person: what stands behind a session's cookie. */
struct visit {
	unsigned char hash[DIGEST_SIZE];	/* SHA-256 of the token */
	int64_t person;
	int64_t created, used;
	int64_t ended;				/* 0: it goes on */
	int64_t checked;			/* by the directory */
	int64_t schema;				/* of the store, just now */
};

/* A form that was sent, so that the same one is not done twice. */
struct visit_form {
	unsigned char key[DIGEST_SIZE];		/* of session, path, key */
	unsigned char content[DIGEST_SIZE];	/* of all that was typed */
	const char *redirect, *notice;		/* what it was answered */
};

#endif
