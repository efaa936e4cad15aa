/* SPDX-License-Identifier: MIT */
#ifndef PAPER_PLAIN_H
#define PAPER_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"

struct plain_bytes {
	unsigned char *data;
	size_t len;
};
/* The part of a ZIP that holds the text: word/document.xml of a DOCX,
 * content.xml of an ODT. 0, or as the program ends: 1 broken, 4 it has
 * none. */
int	 plain_zip(struct arena *, FILE *, struct plain_bytes *out);
/* Its text: a line a paragraph. */
struct plain_bytes plain_xml(struct arena *, const struct plain_bytes *);
bool	 plain_utf8(const unsigned char *, size_t);
/* How many bytes to take, at most so many, so that no character is cut. */
size_t	 plain_cut(const unsigned char *, size_t len, size_t most);

#endif
