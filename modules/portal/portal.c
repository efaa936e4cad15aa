/* SPDX-License-Identifier: MIT */
/* portal: what people outside see, and nothing else. This table is its map. */
#include "portal/portal.h"

static const struct route routes[] = {
	/* method path                     right          level form           handler */
	{ GET,  "/portal",                 RIGHT_OUTSIDE, 0,    language_form, get_room },
	{ GET,  "/portal/documents/{no}",  RIGHT_OUTSIDE, 0,    NULL,          get_room_document },
	{ POST, "/portal/leave",           RIGHT_OUTSIDE, 0,    NULL,          post_room_leave },
	{ GET,  "/portal/share/{token}",   RIGHT_OUTSIDE, 0,    language_form, get_link,       .before = before_link },
	{ POST, "/portal/share/{token}",   RIGHT_OUTSIDE, 0,    code_form,     post_link_open, .before = before_link, .again = get_link },
	{ 0 }
};

int
main(int argc, char **argv)
{
	return serve(argc, argv, routes);
}
