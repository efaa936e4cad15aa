/* SPDX-License-Identifier: MIT */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* SHA-256, HMAC, random bytes and their spellings; libsodium lives here. */
#define DIGEST_SIZE 32

struct digest;			/* a SHA-256 under way */

void	 digest_start(void);	/* once a process, before anything else */
struct digest *digest_new(struct arena *);
void	 digest_add(struct digest *, const void *, size_t);
/* As 8 bytes, the most significant first; its length so, then its bytes. */
void	 digest_number(struct digest *, int64_t);
void	 digest_text(struct digest *, const char *);
void	 digest_end(struct digest *, unsigned char out[DIGEST_SIZE]);
void	 digest_of(const void *, size_t, unsigned char out[DIGEST_SIZE]);
void	 digest_keyed(const void *key, size_t keylen, const void *, size_t,
	    unsigned char out[DIGEST_SIZE]);	/* HMAC-SHA-256 */
bool	 digest_same(const void *, const void *, size_t); /* constant time */
void	 digest_random(void *, size_t);
uint32_t digest_below(uint32_t bound);		/* random, 0 ... bound-1 */
char	*digest_hex(struct arena *, const void *, size_t);
bool	 digest_unhex(const char *, void *out, size_t n); /* exactly n bytes */
char	*digest_token(struct arena *, const void *, size_t); /* base64url */
char	*digest_base64(struct arena *, const void *, size_t); /* of mail */

#endif
