/* SPDX-License-Identifier: MIT */
/* legal: matters as lawyers see them. This table is its map. */
#include "legal/dockets.h"
#include "legal/judgments.h"
#include "legal/legal.h"
#include "legal/papers.h"

#define MATTER "/legal/{number}"
#define DOCKET MATTER "/proceedings/{no}/docket"
#define ENTRY DOCKET "/{entry}"

static const struct route routes[] = {
	/* method path                        right        level       form           handler */
	{ GET,  "/legal",                      RIGHT_STAFF, 0,          matters_form,  get_matters },
	{ GET,  "/legal/contracts",            RIGHT_STAFF, 0,          contracts_form, get_contracts },
	{ GET,  "/legal/contracts.csv",        RIGHT_STAFF, 0,          contracts_csv_form, get_contracts_csv },
	{ GET,  MATTER,                        RIGHT_STAFF, LEVEL_READ, NULL,          get_matter },
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
	{ 0 }
};

int
main(int argc, char **argv)
{
	return serve(argc, argv, routes);
}
