/* SPDX-License-Identifier: MIT */
/* Whole trees of 2^n leaves wait for their like, as a counter carries. */
#include "base/merkle.h"

#include <string.h>

#define LEAF 256	/* bytes of a leaf at most */

static void
node(const unsigned char *left, const unsigned char *right,
    unsigned char out[DIGEST_SIZE])
{
	unsigned char both[1 + 2 * DIGEST_SIZE] = { 1 };

	memcpy(both + 1, left, DIGEST_SIZE);
	memcpy(both + 1 + DIGEST_SIZE, right, DIGEST_SIZE);
	digest_of(both, sizeof(both), out);
}

void
merkle_add(struct merkle *m, const void *p, size_t n)
{
	unsigned char leaf[1 + LEAF] = { 0 }, h[DIGEST_SIZE];
	int level = 0;

	if (n > LEAF)
		n = LEAF;
	memcpy(leaf + 1, p, n);
	digest_of(leaf, n + 1, h);
	for (; m->leaves >> level & 1; level++)
		node(m->done[level], h, h);
	memcpy(m->done[level], h, DIGEST_SIZE);
	m->leaves++;
}

void
merkle_root(const struct merkle *m, unsigned char out[DIGEST_SIZE])
{
	int level = 0;

	if (m->leaves == 0) {
		digest_of("", 0, out);
		return;
	}
	while ((m->leaves >> level & 1) == 0)
		level++;
	memcpy(out, m->done[level], DIGEST_SIZE);
	for (level++; level < 64; level++)
		if (m->leaves >> level & 1)
			node(m->done[level], out, out);
}
