/* SPDX-License-Identifier: MIT */
/* signon: the only program that sees passwords. This table is its map. */
#include "signon.h"

static const struct route routes[] = {
	/* method path               right         level form           handler */
	{ GET,  "/signon",            RIGHT_PUBLIC, 0,    start_form,    get_signin,             .no_session = true },
	{ POST, "/signon",            RIGHT_PUBLIC, 0,    signin_form,   post_signin_enter,      .no_session = true, .before = before_signin, .again = get_signin },
	{ POST, "/signon/remote",     RIGHT_PUBLIC, 0,    remote_form,   post_signin_enter,      .no_session = true, .before = before_remote, .again = get_signin },
	{ POST, "/signon/out",        RIGHT_SELF,   0,    NULL,          post_signin_out },
	{ POST, "/signon/everywhere", RIGHT_SELF,   0,    NULL,          post_signin_everywhere },
	{ GET,  "/signon/break-glass", RIGHT_STAFF, 0,   NULL,          get_breaking },
	{ POST, "/signon/break-glass", RIGHT_STAFF, 0,   breaking_form, post_breaking_open,     .before = before_breaking, .again = get_breaking },
	{ GET,  "/signon/me",         RIGHT_SELF,   0,    NULL,          get_me },
	{ POST, "/signon/me",         RIGHT_SELF,   0,    choice_form,   post_me_choose,         .again = get_me },
	{ POST, "/signon/language",   RIGHT_SELF,   0,    language_form, post_language_switch,   .again = get_me },
	{ 0 }
};

int
main(int argc, char **argv)
{
	return serve(argc, argv, routes);
}
