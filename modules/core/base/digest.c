/* SPDX-License-Identifier: MIT */
/* The only file that knows libsodium. */
#include "base/digest.h"

#include <sodium.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"

struct digest {
	crypto_hash_sha256_state state;
};

void
digest_start(void)
{
	if (sodium_init() < 0)
		log_fatal("the random source of the machine is not ready");
}

struct digest *
digest_new(struct arena *a)
{
	struct digest *d = arena_alloc(a, sizeof(*d));

	crypto_hash_sha256_init(&d->state);
	return d;
}

void
digest_add(struct digest *d, const void *p, size_t n)
{
	crypto_hash_sha256_update(&d->state, p, n);
}

void
digest_number(struct digest *d, int64_t n)
{
	unsigned char p[8];
	uint64_t u = (uint64_t)n;
	int i;

	for (i = 7; i >= 0; i--, u >>= 8)
		p[i] = (unsigned char)(u & 0xff);
	digest_add(d, p, sizeof(p));
}

void
digest_text(struct digest *d, const char *s)
{
	size_t n = strlen(s);

	digest_number(d, (int64_t)n);
	digest_add(d, s, n);
}

void
digest_end(struct digest *d, unsigned char out[DIGEST_SIZE])
{
	crypto_hash_sha256_final(&d->state, out);
}

void
digest_of(const void *p, size_t n, unsigned char out[DIGEST_SIZE])
{
	crypto_hash_sha256(out, p, n);
}

void
digest_keyed(const void *key, size_t keylen, const void *p, size_t n,
    unsigned char out[DIGEST_SIZE])
{
	crypto_auth_hmacsha256_state state;

	crypto_auth_hmacsha256_init(&state, key, keylen);
	crypto_auth_hmacsha256_update(&state, p, n);
	crypto_auth_hmacsha256_final(&state, out);
}

bool
digest_same(const void *a, const void *b, size_t n)
{
	return sodium_memcmp(a, b, n) == 0;
}

void
digest_random(void *p, size_t n)
{
	randombytes_buf(p, n);
}

uint32_t
digest_below(uint32_t bound)
{
	return randombytes_uniform(bound);
}

char *
digest_hex(struct arena *a, const void *p, size_t n)
{
	char *s = arena_alloc(a, n * 2 + 1);

	return sodium_bin2hex(s, n * 2 + 1, p, n);
}

bool
digest_unhex(const char *s, void *out, size_t n)
{
	size_t len;

	return strlen(s) == n * 2 && sodium_hex2bin(out, n, s, n * 2, NULL,
	    &len, NULL) == 0 && len == n;
}

static char *
spell(struct arena *a, const void *p, size_t n, int variant)
{
	size_t size = sodium_base64_encoded_len(n, variant);

	return sodium_bin2base64(arena_alloc(a, size), size, p, n, variant);
}

char *
digest_token(struct arena *a, const void *p, size_t n)
{
	return spell(a, p, n, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

char *
digest_base64(struct arena *a, const void *p, size_t n)
{
	return spell(a, p, n, sodium_base64_VARIANT_ORIGINAL);
}
