/* SPDX-License-Identifier: MIT */
/* legal: matters as lawyers see them. This table is its map. */
#include "legal/clearances.h"
#include "legal/correspondence.h"
#include "legal/dockets.h"
#include "legal/judgments.h"
#include "legal/legal.h"
#include "legal/papers.h"

#define MATTER "/legal/{number}"
#define DOCKET MATTER "/proceedings/{no}/docket"
#define ENTRY DOCKET "/{entry}"
#define CHECKS "/legal/conflicts"
#define CHECK CHECKS "/{check}"

static const struct route routes[] = {
	/* method path                        right        level       form           handler */
	{ GET,  "/legal",                      RIGHT_STAFF, 0,          matters_form,  get_matters },
	{ GET,  "/legal/contracts",            RIGHT_STAFF, 0,          contracts_form, get_contracts },
	{ GET,  "/legal/contracts.csv",        RIGHT_STAFF, 0,          contracts_csv_form, get_contracts_csv },
	{ GET,  CHECKS,                        RIGHT_LEGAL, 0,          NULL,          get_clearances },
	{ POST, CHECKS,                        RIGHT_LEGAL, 0,          clearance_form, post_clearance_make, .again = get_clearances },
	{ GET,  CHECKS "/asked",               RIGHT_AUDIT, 0,          NULL,          get_clearances_asked },
	{ GET,  CHECKS "/asked/{check}",       RIGHT_AUDIT, 0,          NULL,          get_clearance_asked },
	{ POST, CHECKS "/asked/{check}",       RIGHT_AUDIT, 0,          clearance_answer_form, post_clearance_answer, .again = get_clearance_asked },
	{ POST, CHECKS "/asked/{check}/wall",  RIGHT_AUDIT, 0,          clearance_officer_wall_form, post_clearance_officer_wall, .again = get_clearance_asked },
	{ GET,  CHECK,                         RIGHT_STAFF, 0,          NULL,          get_clearance },
	{ POST, CHECK "/decide",               RIGHT_STAFF, 0,          clearance_decide_form, post_clearance_decide, .again = get_clearance },
	{ POST, CHECK "/ask",                  RIGHT_STAFF, 0,          NULL,          post_clearance_ask,   .again = get_clearance },
	{ POST, CHECK "/wall",                 RIGHT_STAFF, 0,          clearance_wall_form, post_clearance_wall, .again = get_clearance },
	{ GET,  MATTER,                        RIGHT_STAFF, LEVEL_READ, NULL,          get_matter },
	{ GET,  MATTER "/conflicts",           RIGHT_STAFF, LEVEL_READ, NULL,          get_matter_clearances },
	{ POST, MATTER "/conflicts",           RIGHT_STAFF, LEVEL_WORK, NULL,          post_matter_clearance_run, .again = get_matter_clearances },
	{ GET,  MATTER "/proceedings/new",     RIGHT_STAFF, LEVEL_WORK, NULL,          get_proceeding_new },
	{ POST, MATTER "/proceedings/new",     RIGHT_STAFF, LEVEL_WORK, proceeding_form, post_proceeding_add, .again = get_proceeding_new },
	{ GET,  MATTER "/proceedings/{no}",    RIGHT_STAFF, LEVEL_WORK, NULL,          get_proceeding },
	{ POST, MATTER "/proceedings/{no}",    RIGHT_STAFF, LEVEL_WORK, proceeding_change_form, post_proceeding_change, .again = get_proceeding },
	{ GET,  DOCKET,                        RIGHT_STAFF, LEVEL_READ, docket_form,   get_docket },
	{ GET,  DOCKET "/print",               RIGHT_STAFF, LEVEL_READ, docket_print_form, get_docket_print },
	{ GET,  DOCKET "/new",                 RIGHT_STAFF, LEVEL_WORK, NULL,          get_docket_new },
	{ POST, DOCKET "/new",                 RIGHT_STAFF, LEVEL_WORK, docket_new_form, post_docket_add,    .again = get_docket_new, .files = PAPERS_BYTES },
	{ GET,  ENTRY,                         RIGHT_STAFF, LEVEL_READ, NULL,          get_docket_entry },
	{ POST, ENTRY,                         RIGHT_STAFF, LEVEL_WORK, docket_files_form, post_docket_files_add, .again = get_docket_entry, .files = PAPERS_BYTES },
	{ GET,  ENTRY "/change",               RIGHT_STAFF, LEVEL_WORK, NULL,          get_docket_change },
	{ POST, ENTRY "/change",               RIGHT_STAFF, LEVEL_WORK, docket_change_form, post_docket_change, .again = get_docket_change },
	{ POST, ENTRY "/strike",               RIGHT_STAFF, LEVEL_WORK, docket_strike_form, post_docket_strike, .again = get_docket_change },
	{ GET,  ENTRY "/documents",            RIGHT_STAFF, LEVEL_WORK, docket_choose_form, get_docket_choose },
	{ POST, ENTRY "/documents",            RIGHT_STAFF, LEVEL_WORK, docket_attach_form, post_docket_attach, .again = get_docket_choose },
	{ POST, ENTRY "/detach",               RIGHT_STAFF, LEVEL_WORK, docket_detach_form, post_docket_detach, .again = get_docket_entry },
	{ GET,  MATTER "/judgments/{no}",      RIGHT_STAFF, LEVEL_READ, judgment_form, get_judgment },
	{ GET,  MATTER "/hearings/new",        RIGHT_STAFF, LEVEL_WORK, hearing_page_form, get_hearing_new },
	{ POST, MATTER "/hearings/new",        RIGHT_STAFF, LEVEL_WORK, hearing_form,  post_hearing_add,     .again = get_hearing_new },
	{ GET,  MATTER "/correspondence",      RIGHT_STAFF, LEVEL_READ, correspondence_form, get_correspondence },
	{ GET,  MATTER "/correspondence.csv",  RIGHT_STAFF, LEVEL_READ, correspondence_csv_form, get_correspondence_csv },
	{ GET,  MATTER "/offers",              RIGHT_STAFF, LEVEL_READ, NULL,          get_offers },
	{ GET,  MATTER "/offers/new",          RIGHT_STAFF, LEVEL_WORK, offer_page_form, get_offer_new },
	{ POST, MATTER "/offers/new",          RIGHT_STAFF, LEVEL_WORK, offer_form,    post_offer_add,       .again = get_offer_new },
	{ GET,  MATTER "/offers/{no}",         RIGHT_STAFF, LEVEL_WORK, NULL,          get_offer },
	{ POST, MATTER "/offers/{no}",         RIGHT_STAFF, LEVEL_WORK, offer_answer_form, post_offer_answer, .again = get_offer },
	{ GET,  MATTER "/counsel",             RIGHT_STAFF, LEVEL_WORK, NULL,          get_counsel },
	{ POST, MATTER "/counsel",             RIGHT_STAFF, LEVEL_WORK, counsel_form,  post_counsel_add,     .again = get_counsel },
	{ POST, MATTER "/counsel/end",         RIGHT_STAFF, LEVEL_WORK, counsel_end_form, post_counsel_end,  .again = get_counsel },
	{ GET,  MATTER "/bundles",             RIGHT_STAFF, LEVEL_READ, NULL,          get_bundles },
	{ GET,  MATTER "/bundles/new",         RIGHT_STAFF, LEVEL_WORK, NULL,          get_bundle_new },
	{ POST, MATTER "/bundles/new",         RIGHT_STAFF, LEVEL_WORK, bundle_form,   post_bundle_ask,      .again = get_bundle_new },
	{ GET,  MATTER "/bundles/{no}",        RIGHT_STAFF, LEVEL_READ, NULL,          get_bundle },
	{ GET,  MATTER "/compare",             RIGHT_STAFF, LEVEL_READ, compare_show_form, get_compare },
	{ POST, MATTER "/compare",             RIGHT_STAFF, LEVEL_WORK, compare_form,  post_compare_ask,     .again = get_compare },
	{ 0 }
};

int
main(int argc, char **argv)
{
	return serve(argc, argv, routes);
}
