/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/count.h"
#include "base/merkle.h"
#include "check.h"

static struct arena *a;

static const char *
root_of(const struct merkle *m)
{
	unsigned char h[DIGEST_SIZE];

	merkle_root(m, h);
	return digest_hex(a, h, sizeof(h));
}

/* The trees that Certificate Transparency tests itself with. */
static void
roots_are_those_of_certificate_transparency(void)
{
	static const struct { const char *leaf; size_t n; const char *root; }
	known[] = {
		{ "", 0, "6e340b9cffb37a989ca544e6bb780a2c"
		    "78901d3fb33738768511a30617afa01d" },
		{ "\x00", 1, "fac54203e7cc696cf0dfcb42c92a1d9d"
		    "baf70ad9e621f4bd8d98662f00e3c125" },
		{ "\x10", 1, "aeb6bcfe274b70a14fb067a5e5578264"
		    "db0fa9b51af5e0ba159158f329e06e77" },
		{ "\x20\x21", 2, "d37ee418976dd95753c1c73862b9398f"
		    "a2a2cf9b4ff0fdfe8b30cd95209614b7" },
		{ "\x30\x31", 2, "4e3bbb1f7b478dcfe71fb631631519a3"
		    "bca12c9aefca1612bfce4c13a86264d4" },
		{ "\x40\x41\x42\x43", 4, "76e67dadbcdf1e10e1b74ddc608abd2f"
		    "98dfb16fbce75277b5232a127f2087ef" },
		{ "\x50\x51\x52\x53\x54\x55\x56\x57", 8,
		    "ddb89be403809e325750d3d263cd7892"
		    "9c2942b7942a34b77e122c9594a74c8c" },
		{ "\x60\x61\x62\x63\x64\x65\x66\x67"
		    "\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f", 16,
		    "5dc9da79a70659a9ad559cb701ded9a2"
		    "ab9d823aad2f4960cfe370eff4604328" },
	};
	struct merkle m = { 0 };
	size_t i;

	CHECK_TEXT(root_of(&m), "e3b0c44298fc1c149afbf4c8996fb924"
	    "27ae41e4649b934ca495991b7852b855");
	for (i = 0; i < COUNT(known); i++) {
		merkle_add(&m, known[i].leaf, known[i].n);
		CHECK_TEXT(root_of(&m), known[i].root);
	}
}

/* By the words of the RFC, for trees of every shape. */
static void
by_the_words(const unsigned char (*leaf)[DIGEST_SIZE], size_t n,
    unsigned char out[DIGEST_SIZE])
{
	unsigned char both[1 + 2 * DIGEST_SIZE] = { 1 };
	size_t k = 1;

	if (n == 1) {
		memcpy(out, leaf[0], DIGEST_SIZE);
		return;
	}
	while (k * 2 < n)
		k *= 2;
	by_the_words(leaf, k, both + 1);
	by_the_words(leaf + k, n - k, both + 1 + DIGEST_SIZE);
	digest_of(both, sizeof(both), out);
}

static void
every_size_is_what_the_words_say(void)
{
	static unsigned char leaves[130][DIGEST_SIZE];
	unsigned char byte[2] = { 0 }, h[DIGEST_SIZE];
	struct merkle m = { 0 };
	size_t n;

	for (n = 0; n < 130; n++) {
		byte[1] = (unsigned char)n;
		digest_of(byte, 2, leaves[n]);
		merkle_add(&m, byte + 1, 1);
		by_the_words((const void *)leaves, n + 1, h);
		CHECK_TEXT(root_of(&m), digest_hex(a, h, sizeof(h)));
	}
}

int
main(void)
{
	a = arena_new();
	digest_start();
	RUN(roots_are_those_of_certificate_transparency);
	RUN(every_size_is_what_the_words_say);
	arena_free(a);
	return DONE;
}
