/* SPDX-License-Identifier: MIT */
/* intake: registers requests of any channel and screens them. */
#include "intake.h"

#define UPLOADS ((size_t)512 * 1024 * 1024)	/* of one request, all files */

static const struct route routes[] = {
	/* method path                     right         level        form           handler */
	{ GET,  "/intake",                  RIGHT_INTAKE, 0,           tray_form,     get_tray },
	{ GET,  "/intake/new",              RIGHT_INTAKE, 0,           new_form,      get_new },
	{ POST, "/intake/new",              RIGHT_INTAKE, 0,           register_form, post_new_register,    .again = get_new, .files = UPLOADS },
	{ GET,  "/intake/{number}",         RIGHT_INTAKE, LEVEL_READ,  NULL,          get_request },
	{ GET,  "/intake/{number}/documents/{no}", RIGHT_INTAKE, LEVEL_READ, NULL,    get_request_document },
	{ POST, "/intake/{number}/accept",  RIGHT_SCREEN, LEVEL_WORK,  accept_form,   post_request_accept,  .again = get_request },
	{ POST, "/intake/{number}/solve",   RIGHT_SCREEN, LEVEL_WORK,  solve_form,    post_request_solve,   .again = get_request },
	{ POST, "/intake/{number}/decline", RIGHT_SCREEN, LEVEL_WORK,  decline_form,  post_request_decline, .again = get_request },
	{ 0 }
};

int
main(int argc, char **argv)
{
	return serve(argc, argv, routes);
}
