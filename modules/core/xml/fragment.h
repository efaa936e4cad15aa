/* SPDX-License-Identifier: MIT */
#ifndef XML_FRAGMENT_H
#define XML_FRAGMENT_H

#include <stddef.h>

/* Markup that may stand in a page as it is. Only files of the room xml that
 * have read it through an allow list make one. */
struct fragment {
	const char *markup;
	size_t len;
};

#endif
