/* SPDX-License-Identifier: MIT */
/* intake: registers requests of any channel and screens them. */
#include "intake.h"

#define UPLOADS ((size_t)512 * 1024 * 1024)	/* of one request, all files */

static const struct route routes[] = {
	/* method path                     right         level        form           handler */
	{ GET,  "/intake",                  RIGHT_INTAKE, 0,           tray_form,     get_tray },
	{ GET,  "/intake/new",              RIGHT_INTAKE, 0,           new_form,      get_new },
	{ POST, "/intake/new",              RIGHT_INTAKE, 0,           register_form, post_new_register,    .again = get_new, .files = UPLOADS },
	{ POST, "/intake/drafts",           RIGHT_INTAKE, 0,           drafts_form,   post_drafts_keep,     .files = UPLOADS },
	{ POST, "/intake/drafts/{draft}/discard", RIGHT_INTAKE, 0,     NULL,          post_draft_discard },
	{ GET,  "/intake/unfiled",          RIGHT_INTAKE, 0,           unfiled_form,  get_unfiled },
	{ GET,  "/intake/unfiled/new",      RIGHT_INTAKE, 0,           NULL,          get_unfiled_new },
	{ POST, "/intake/unfiled/new",      RIGHT_INTAKE, 0,           log_form,      post_unfiled_log,     .again = get_unfiled_new, .files = UPLOADS },
	{ GET,  "/intake/unfiled/{arrival}", RIGHT_INTAKE, 0,          arrival_form,  get_arrival },
	{ GET,  "/intake/unfiled/{arrival}/files/{no}", RIGHT_INTAKE, 0, NULL,        get_arrival_file },
	{ POST, "/intake/unfiled/{arrival}/take", RIGHT_INTAKE, 0,     NULL,          post_arrival_take,    .again = get_arrival },
	{ POST, "/intake/unfiled/{arrival}/give", RIGHT_INTAKE, 0,     give_form,     post_arrival_give,    .again = get_arrival },
	{ POST, "/intake/unfiled/{arrival}/file", RIGHT_INTAKE, 0,     file_form,     post_arrival_file,    .again = get_arrival },
	{ POST, "/intake/unfiled/{arrival}/away", RIGHT_INTAKE, 0,     away_form,     post_arrival_put_away, .again = get_arrival },
	{ POST, "/intake/unfiled/{arrival}/back", RIGHT_INTAKE, 0,     NULL,          post_arrival_take_back, .again = get_arrival },
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
