/* SPDX-License-Identifier: MIT */
#ifndef BASE_MERKLE_H
#define BASE_MERKLE_H

#include <stddef.h>
#include <stdint.h>

#include "base/digest.h"

/*
 * The root of a Merkle tree as RFC 9162 has it: a leaf is SHA-256(0x00,
 * bytes), a node SHA-256(0x01, left, right), no leaves SHA-256(). Leaves
 * come one by one; of a million, twenty hashes are kept. Starts as { 0 }.
 */
struct merkle {
	unsigned char done[64][DIGEST_SIZE];	/* of 1, 2, 4 ... leaves */
	uint64_t leaves;	/* its bits say which of them are in use */
};

void	merkle_add(struct merkle *, const void *, size_t);
void	merkle_root(const struct merkle *, unsigned char out[DIGEST_SIZE]);

#endif
