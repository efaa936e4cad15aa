/* SPDX-License-Identifier: MIT */
/* admin: for those who look after the house; no page of it shows a case. */
#include "admin.h"

#define COMPARTMENT "/admin/compartments/{compartment}"
#define MEMBER "/admin/staff/{person}"
#define FORMS "/admin/types/{type}/forms"
#define FORM FORMS "/{form}"
#define CALENDAR "/admin/calendars/{calendar}"
#define COURT "/admin/courts/{court}"

static const struct route routes[] = {
	/* method path                            right        level         form             handler */
	{ GET,  "/admin",                         RIGHT_ADMIN, 0,            NULL,            get_house },
	{ GET,  "/admin/directory",               RIGHT_ADMIN, 0,            NULL,            get_directory },
	{ GET,  "/admin/types",                   RIGHT_ADMIN, 0,            NULL,            get_types },
	{ GET,  "/admin/types/{type}",            RIGHT_ADMIN, 0,            NULL,            get_type },
	{ GET,  "/admin/types/{type}/differences", RIGHT_ADMIN, 0,           differences_form, get_type_differences },
	{ GET,  "/admin/types/{type}/tables",     RIGHT_ADMIN, 0,            NULL,            get_type_tables },
	{ GET,  FORMS,                            RIGHT_ADMIN, 0,            NULL,            get_type_forms },
	{ POST, FORMS,                            RIGHT_ADMIN, 0,            editor_new_form, post_type_forms_add,     .again = get_type_forms },
	{ POST, FORMS "/upload",                  RIGHT_ADMIN, 0,            editor_upload_form, post_type_forms_upload, .again = get_type_forms, .files = 256 << 10 },
	{ GET,  FORM,                             RIGHT_ADMIN, 0,            editor_at_form,  get_type_form },
	{ GET,  FORM "/file",                     RIGHT_ADMIN, 0,            NULL,            get_type_form_file },
	{ POST, FORM "/arrange",                  RIGHT_ADMIN, 0,            editor_arrange_form, post_type_form_arrange, .again = get_type_form },
	{ POST, FORM "/undo",                     RIGHT_ADMIN, 0,            editor_version_form, post_type_form_undo, .again = get_type_form },
	{ POST, FORM "/remove",                   RIGHT_ADMIN, 0,            editor_version_form, post_type_form_remove, .again = get_type_form },
	{ POST, FORM "/fill",                     RIGHT_ADMIN, 0,            editor_version_form, post_type_form_fill, .again = get_type_form },
	{ POST, FORM "/take",                     RIGHT_ADMIN, 0,            editor_version_form, post_form_take,      .again = get_form_publish },
	{ POST, FORM "/discard",                  RIGHT_ADMIN, 0,            editor_version_form, post_form_discard,   .again = get_form_publish },
	{ GET,  FORM "/new",                      RIGHT_ADMIN, 0,            part_page_form,  get_form_part_new },
	{ POST, FORM "/new",                      RIGHT_ADMIN, 0,            part_new_form,   post_form_part_add,      .again = get_form_part_new },
	{ GET,  FORM "/parts/{part}",             RIGHT_ADMIN, 0,            NULL,            get_form_part },
	{ POST, FORM "/parts/{part}",             RIGHT_ADMIN, 0,            part_form,       post_form_part_change,   .again = get_form_part },
	{ POST, FORM "/parts/{part}/remove",      RIGHT_ADMIN, 0,            editor_version_form, post_form_part_remove, .again = get_form_part },
	{ GET,  FORM "/try",                      RIGHT_ADMIN, 0,            NULL,            get_form_try },
	{ POST, FORM "/try",                      RIGHT_ADMIN, 0,            editor_try_form, post_form_try_look,      .again = get_form_try },
	{ GET,  FORM "/publish",                  RIGHT_ADMIN, 0,            NULL,            get_form_publish },
	{ POST, FORM "/publish",                  RIGHT_ADMIN, 0,            editor_publish_form, post_form_publish,   .again = get_form_publish },
	{ GET,  "/admin/rights",                  RIGHT_ADMIN, 0,            NULL,            get_rights },
	{ GET,  "/admin/rights/{type}/{team}",    RIGHT_ADMIN, 0,            NULL,            get_scope },
	{ GET,  "/admin/authority",               RIGHT_ADMIN, 0,            authorities_form, get_authorities },
	{ GET,  "/admin/authority/new",           RIGHT_ADMIN, 0,            authority_page_form, get_authority_new },
	{ POST, "/admin/authority/new",           RIGHT_ADMIN, 0,            authority_form,  post_authority_give,     .again = get_authority_new },
	{ GET,  "/admin/authority/{limit}/withdraw", RIGHT_ADMIN, 0,         NULL,            get_authority_withdraw },
	{ POST, "/admin/authority/{limit}/withdraw", RIGHT_ADMIN, 0,         authority_withdraw_form, post_authority_withdraw, .again = get_authority_withdraw },
	{ GET,  "/admin/rates",                   RIGHT_ADMIN, 0,            NULL,            get_rates },
	{ POST, "/admin/rates",                   RIGHT_ADMIN, 0,            rate_form,       post_rate_give,          .again = get_rates },
	{ POST, "/admin/rates/close",             RIGHT_ADMIN, 0,            rate_month_form, post_rate_month_close,   .again = get_rates },
	{ GET,  "/admin/staff",                   RIGHT_ADMIN, 0,            staff_form,      get_staff },
	{ GET,  MEMBER,                           RIGHT_ADMIN, 0,            NULL,            get_member },
	{ POST, MEMBER "/skills",                 RIGHT_ADMIN, 0,            member_skills_form, post_member_skills_set, .again = get_member },
	{ GET,  MEMBER "/sign-out",               RIGHT_ADMIN, 0,            NULL,            get_member_sign_out },
	{ POST, MEMBER "/sign-out",               RIGHT_ADMIN, 0,            sign_out_form,   post_member_sign_out,    .again = get_member_sign_out },
	{ GET,  "/admin/skills",                  RIGHT_ADMIN, 0,            NULL,            get_skills },
	{ POST, "/admin/skills",                  RIGHT_ADMIN, 0,            skill_form,      post_skills_add,         .again = get_skills },
	{ POST, "/admin/skills/{skill}/remove",   RIGHT_ADMIN, 0,            NULL,            post_skill_remove,       .again = get_skills },
	{ GET,  "/admin/compartments",            RIGHT_ADMIN, 0,            NULL,            get_compartments },
	{ POST, "/admin/compartments",            RIGHT_ADMIN, 0,            compartment_form, post_compartments_add,  .again = get_compartments },
	{ GET,  COMPARTMENT,                      RIGHT_ADMIN, 0,            NULL,            get_compartment },
	{ POST, COMPARTMENT,                      RIGHT_ADMIN, 0,            compartment_member_form, post_compartment_admit, .again = get_compartment },
	{ POST, COMPARTMENT "/privilege",         RIGHT_ADMIN, 0,            NULL,            post_compartment_privilege, .again = get_compartment },
	{ GET,  COMPARTMENT "/{person}",          RIGHT_ADMIN, 0,            NULL,            get_compartment_dismiss },
	{ POST, COMPARTMENT "/{person}",          RIGHT_ADMIN, 0,            compartment_why_form, post_compartment_dismiss, .again = get_compartment_dismiss },
	{ GET,  "/admin/calendars",               RIGHT_ADMIN, 0,            NULL,            get_calendars },
	{ POST, "/admin/calendars",               RIGHT_ADMIN, 0,            calendar_new_form, post_calendar_make,    .again = get_calendars },
	{ GET,  CALENDAR,                         RIGHT_ADMIN, 0,            calendar_page_form, get_calendar },
	{ GET,  CALENDAR "/change",               RIGHT_ADMIN, 0,            NULL,            get_calendar_change },
	{ POST, CALENDAR "/change",               RIGHT_ADMIN, 0,            calendar_form,   post_calendar_change,    .again = get_calendar_change },
	{ POST, CALENDAR "/back",                 RIGHT_ADMIN, 0,            calendar_back_form, post_calendar_back,   .again = get_calendar },
	{ POST, CALENDAR "/days",                 RIGHT_ADMIN, 0,            calendar_day_form, post_calendar_day_set, .again = get_calendar },
	{ POST, CALENDAR "/days/{day}/remove",    RIGHT_ADMIN, 0,            NULL,            post_calendar_day_drop,  .again = get_calendar },
	{ POST, CALENDAR "/teams",                RIGHT_ADMIN, 0,            calendar_teams_form, post_calendar_teams, .again = get_calendar },
	{ POST, CALENDAR "/remove",               RIGHT_ADMIN, 0,            NULL,            post_calendar_drop,      .again = get_calendar },
	{ GET,  "/admin/courts",                  RIGHT_ADMIN, 0,            NULL,            get_courts },
	{ POST, "/admin/courts",                  RIGHT_ADMIN, 0,            courts_upload_form, post_courts_look,      .again = get_courts, .files = 256 << 10 },
	{ POST, "/admin/courts/install",          RIGHT_ADMIN, 0,            courts_install_form, post_court_install,   .again = get_courts },
	{ GET,  COURT,                            RIGHT_ADMIN, 0,            court_page_form, get_court },
	{ POST, COURT "/remove",                  RIGHT_ADMIN, 0,            court_remove_form, post_court_remove,      .again = get_court },
	{ GET,  "/admin/mail",                    RIGHT_ADMIN, 0,            NULL,            get_mail },
	{ GET,  "/admin/sessions",                RIGHT_ADMIN, 0,            NULL,            get_sessions },
	{ 0 }
};

int
main(int argc, char **argv)
{
	return serve(argc, argv, routes);
}
