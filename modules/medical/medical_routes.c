/* SPDX-License-Identifier: MIT */
/* medical: cases of patients as nurses, doctors and therapists see them. This
 * table is its map. */
#include "medical/about.h"
#include "medical/careplans.h"
#include "medical/known.h"
#include "medical/medical.h"
#include "medical/notes.h"
#include "medical/models.h"
#include "medical/patient_consents.h"
#include "medical/records.h"
#include "medical/releases.h"
#include "medical/team.h"
#include "web/purpose_ask.h"

#define RELEASE PATIENT "/releases/{no}"
#define ACCOUNT PATIENT "/disclosures"
#define PLAN PATIENT "/plan"
#define SERVICES PATIENT "/services"
#define SERVICE SERVICES "/{no}"
#define PROVIDERS MEDICAL "/providers"
#define PROVIDER PROVIDERS "/{person}"
#define REFERRAL PATIENT "/referrals/{no}"
#define STRENGTH PATIENT "/strengths/{no}"

static const struct route routes[] = {
	/* method path                        right        level       form           handler */
	{ GET,  MEDICAL,                       RIGHT_STAFF, 0,          patients_form, get_patients },
	{ GET,  PROVIDERS,                     RIGHT_STAFF, 0,          providers_form, get_providers },
	{ GET,  PROVIDERS "/new",              RIGHT_LEAD,  0,          provider_new_page_form, get_provider_new },
	{ POST, PROVIDERS "/new",              RIGHT_LEAD,  0,          provider_new_form, post_provider_add,  .again = get_provider_new },
	{ GET,  PROVIDER,                      RIGHT_STAFF, 0,          NULL,          get_provider },
	{ GET,  PROVIDER "/change",            RIGHT_LEAD,  0,          NULL,          get_provider_change },
	{ POST, PROVIDER "/change",            RIGHT_LEAD,  0,          provider_form, post_provider_change,   .again = get_provider_change },
	{ GET,  PROVIDER "/end",               RIGHT_LEAD,  0,          NULL,          get_provider_end },
	{ POST, PROVIDER "/end",               RIGHT_LEAD,  0,          provider_end_form, post_provider_end,  .again = get_provider_end },
	{ GET,  MEDICAL "/consents/ending",    RIGHT_STAFF, 0,          NULL,          get_ending },
	{ GET,  MEDICAL "/gaps",               RIGHT_STAFF, 0,          gaps_form,     get_gaps },
	{ GET,  MEDICAL "/gaps.csv",           RIGHT_STAFF, 0,          gaps_csv_form, get_gaps_csv },
	{ GET,  MEDICAL "/notes",              RIGHT_STAFF, 0,          NULL,          get_notes_mine },
	{ GET,  PATIENT,                       RIGHT_STAFF, LEVEL_READ, NULL,          get_patient },
	{ GET,  PATIENT "/about",              RIGHT_STAFF, LEVEL_WORK, NULL,          get_about },
	{ POST, PATIENT "/about",              RIGHT_STAFF, LEVEL_WORK, about_form,    post_about_save,      .again = get_about },
	{ GET,  PATIENT "/team",               RIGHT_STAFF, LEVEL_READ, team_page_form, get_team },
	{ POST, PATIENT "/team",               RIGHT_STAFF, LEVEL_WORK, team_form,     post_team_add,        .again = get_team },
	{ GET,  PATIENT "/team/{no}/end",      RIGHT_STAFF, LEVEL_WORK, NULL,          get_team_end },
	{ POST, PATIENT "/team/{no}/end",      RIGHT_STAFF, LEVEL_WORK, team_end_form, post_team_end,        .again = get_team_end },
	{ GET,  PATIENT "/purpose",            RIGHT_STAFF, LEVEL_READ, purpose_ask_page_form, purpose_ask_get },
	{ POST, PATIENT "/purpose",            RIGHT_STAFF, LEVEL_READ, purpose_ask_form, purpose_ask_post,  .again = purpose_ask_get },
	{ GET,  PATIENT "/consents",           RIGHT_STAFF, LEVEL_READ, NULL,          get_patient_consents },
	{ GET,  PATIENT "/consents/new",       RIGHT_STAFF, LEVEL_WORK, NULL,          get_patient_consent_new },
	{ POST, PATIENT "/consents/new",       RIGHT_STAFF, LEVEL_WORK, consents_form, post_patient_consent_add, .again = get_patient_consent_new },
	{ GET,  PATIENT "/consents/{no}",      RIGHT_STAFF, LEVEL_READ, NULL,          get_patient_consent },
	{ GET,  PATIENT "/consents/{no}/sheet", RIGHT_STAFF, LEVEL_READ, NULL,         get_patient_consent_sheet },
	{ POST, PATIENT "/consents/{no}/sign", RIGHT_STAFF, LEVEL_WORK, consents_sign_form, post_patient_consent_sign, .again = get_patient_consent },
	{ POST, PATIENT "/consents/{no}/end",  RIGHT_STAFF, LEVEL_WORK, consents_end_form, post_patient_consent_end, .again = get_patient_consent },
	{ GET,  PLAN,                          RIGHT_STAFF, LEVEL_READ, NULL,          get_careplan },
	{ GET,  PLAN "/new",                   RIGHT_STAFF, LEVEL_WORK, careplan_standard_form, get_careplan_new },
	{ POST, PLAN "/new",                   RIGHT_STAFF, LEVEL_WORK, careplan_new_form, post_careplan_add, .again = get_careplan_new },
	{ GET,  PLAN "/agree",                 RIGHT_STAFF, LEVEL_WORK, NULL,          get_careplan_agree },
	{ POST, PLAN "/agree",                 RIGHT_STAFF, LEVEL_WORK, careplan_agree_form, post_careplan_agree, .again = get_careplan_agree },
	{ GET,  PLAN "/revise",                RIGHT_STAFF, LEVEL_WORK, NULL,          get_careplan_revise },
	{ POST, PLAN "/revise",                RIGHT_STAFF, LEVEL_WORK, careplan_revise_form, post_careplan_revise, .again = get_careplan_revise },
	{ GET,  PLAN "/end",                   RIGHT_STAFF, LEVEL_WORK, NULL,          get_careplan_end },
	{ POST, PLAN "/end",                   RIGHT_STAFF, LEVEL_WORK, careplan_end_form, post_careplan_end, .again = get_careplan_end },
	{ GET,  PLAN "/activity",              RIGHT_STAFF, LEVEL_WORK, NULL,          get_careplan_activity },
	{ POST, PLAN "/activity",              RIGHT_STAFF, LEVEL_WORK, careplan_activity_form, post_careplan_activity_add, .again = get_careplan_activity },
	{ POST, PLAN "/tie",                   RIGHT_STAFF, LEVEL_WORK, careplan_tie_form, post_careplan_tie, .again = get_careplan },
	{ GET,  PLAN "/{no}/{edition}",        RIGHT_STAFF, LEVEL_READ, NULL,          get_careplan_edition },
	{ GET,  SERVICES,                      RIGHT_STAFF, LEVEL_READ, NULL,          get_services },
	{ GET,  SERVICES "/new",               RIGHT_STAFF, LEVEL_WORK, NULL,          get_service_new },
	{ POST, SERVICES "/new",               RIGHT_STAFF, LEVEL_WORK, service_form,  post_service_add,     .again = get_service_new },
	{ GET,  SERVICE,                       RIGHT_STAFF, LEVEL_READ, NULL,          get_service },
	{ POST, SERVICE,                       RIGHT_STAFF, LEVEL_WORK, service_change_form, post_service_change, .again = get_service },
	{ POST, SERVICE "/say",                RIGHT_STAFF, LEVEL_WORK, service_say_form, post_service_say,  .again = get_service },
	{ GET,  SERVICE "/stop",               RIGHT_STAFF, LEVEL_WORK, NULL,          get_service_stop },
	{ POST, SERVICE "/stop",               RIGHT_STAFF, LEVEL_WORK, service_stop_form, post_service_stop, .again = get_service_stop },
	{ GET,  RECORD,                        RIGHT_STAFF, LEVEL_READ, NULL,          get_patient_fhir },
	{ POST, RECORD,                        RIGHT_STAFF, LEVEL_WORK, records_take_form, post_patient_fhir_take, .again = get_patient_fhir, .files = RECORD_BYTES },
	{ GET,  RECORD "/record.xml",          RIGHT_STAFF, LEVEL_READ, records_file_form, get_patient_fhir_file },
	{ POST, RECORD "/out",                 RIGHT_STAFF, LEVEL_WORK, records_give_form, post_patient_fhir_give, .again = get_patient_fhir },
	{ GET,  NOTES,                         RIGHT_STAFF, LEVEL_READ, notes_form,    get_notes },
	{ GET,  NOTES "/print",                RIGHT_STAFF, LEVEL_READ, NULL,          get_notes_print },
	{ GET,  NOTES "/new",                  RIGHT_STAFF, LEVEL_WORK, note_new_form, get_note_new },
	{ POST, NOTES "/new",                  RIGHT_STAFF, LEVEL_WORK, note_add_form, post_note_begin,      .again = get_note_new },
	{ GET,  NOTE_DRAFT,                    RIGHT_STAFF, LEVEL_WORK, NULL,          get_note_draft },
	{ POST, NOTE_DRAFT,                    RIGHT_STAFF, LEVEL_WORK, note_write_form, post_note_write,    .again = get_note_draft },
	{ GET,  NOTE_DRAFT "/sign",            RIGHT_STAFF, LEVEL_WORK, NULL,          get_note_sign },
	{ POST, NOTE_DRAFT "/sign",            RIGHT_STAFF, LEVEL_WORK, note_sign_form, post_note_sign,      .again = get_note_sign },
	{ POST, NOTE_DRAFT "/drop",            RIGHT_STAFF, LEVEL_WORK, note_sign_form, post_note_drop,      .again = get_note_sign },
	{ GET,  NOTES "/{no}",                 RIGHT_STAFF, LEVEL_READ, NULL,          get_note },
	{ POST, NOTES "/{no}/sign",            RIGHT_STAFF, LEVEL_WORK, note_countersign_form, post_note_countersign, .again = get_note },
	{ GET,  PATIENT "/allergies/none",     RIGHT_STAFF, LEVEL_WORK, NULL,          get_known_none },
	{ POST, PATIENT "/allergies/none",     RIGHT_STAFF, LEVEL_WORK, known_none_form, post_known_none,    .again = get_known_none },
	/* whatever is known: these take any word, so they come last */
	{ GET,  KNOWN,                         RIGHT_STAFF, LEVEL_READ, known_list_form, get_known },
	{ GET,  KNOWN "/new",                  RIGHT_STAFF, LEVEL_WORK, known_page_form, get_known_new },
	{ POST, KNOWN "/new",                  RIGHT_STAFF, LEVEL_WORK, known_form,    post_known_add,       .again = get_known_new },
	{ GET,  KNOWN "/{no}",                 RIGHT_STAFF, LEVEL_READ, NULL,          get_known_one },
	{ POST, KNOWN "/{no}",                 RIGHT_STAFF, LEVEL_WORK, known_change_form, post_known_change, .again = get_known_one },
	{ GET,  KNOWN "/{no}/end",             RIGHT_STAFF, LEVEL_WORK, NULL,          get_known_end },
	{ POST, KNOWN "/{no}/end",             RIGHT_STAFF, LEVEL_WORK, known_end_form, post_known_end,      .again = get_known_end },
	{ GET,  KNOWN "/{no}/void",            RIGHT_STAFF, LEVEL_WORK, NULL,          get_known_void },
	{ POST, KNOWN "/{no}/void",            RIGHT_STAFF, LEVEL_WORK, known_void_form, post_known_void,    .again = get_known_void },
	{ GET,  MEDICAL "/releases",           RIGHT_STAFF, 0,          releases_form, get_releases },
	{ GET,  PATIENT "/releases",           RIGHT_STAFF, LEVEL_READ, NULL,          get_patient_releases },
	{ GET,  PATIENT "/releases/new",       RIGHT_STAFF, LEVEL_WORK, NULL,          get_release_new },
	{ POST, PATIENT "/releases/new",       RIGHT_STAFF, LEVEL_WORK, release_form,  post_release_add, .again = get_release_new },
	{ GET,  RELEASE,                       RIGHT_STAFF, LEVEL_READ, NULL,          get_release },
	{ POST, RELEASE "/authorise",          RIGHT_STAFF, LEVEL_WORK, release_ground_form, post_release_authorise, .again = get_release },
	{ GET,  RELEASE "/collect",            RIGHT_STAFF, LEVEL_WORK, NULL,          get_release_collect },
	{ POST, RELEASE "/collect",            RIGHT_STAFF, LEVEL_WORK, release_collect_form, post_release_collect, .again = get_release_collect },
	{ GET,  RELEASE "/review",             RIGHT_STAFF, LEVEL_WORK, NULL,          get_release_review },
	{ POST, RELEASE "/review",             RIGHT_STAFF, LEVEL_WORK, release_review_form, post_release_review, .again = get_release_review },
	{ POST, RELEASE "/deliver",            RIGHT_STAFF, LEVEL_WORK, release_deliver_form, post_release_deliver, .again = get_release },
	{ POST, RELEASE "/extend",             RIGHT_STAFF, LEVEL_WORK, release_why_form, post_release_extend, .again = get_release },
	{ GET,  RELEASE "/refuse",             RIGHT_STAFF, LEVEL_WORK, NULL,          get_release_refuse },
	{ POST, RELEASE "/refuse",             RIGHT_STAFF, LEVEL_WORK, release_why_form, post_release_refuse, .again = get_release_refuse },
	{ GET,  RELEASE "/withdraw",           RIGHT_STAFF, LEVEL_WORK, NULL,          get_release_withdraw },
	{ POST, RELEASE "/withdraw",           RIGHT_STAFF, LEVEL_WORK, release_why_form, post_release_withdraw, .again = get_release_withdraw },
	{ GET,  RELEASE "/letter",             RIGHT_STAFF, LEVEL_READ, release_letter_form, get_release_letter },
	{ GET,  ACCOUNT,                       RIGHT_STAFF, LEVEL_READ, disclosures_form, get_disclosures },
	{ GET,  ACCOUNT "/print",              RIGHT_STAFF, LEVEL_READ, disclosures_csv_form, get_disclosures_print },
	{ GET,  PATIENT "/disclosures.csv",    RIGHT_STAFF, LEVEL_READ, disclosures_csv_form, get_disclosures_csv },
	{ GET,  ACCOUNT "/new",                RIGHT_STAFF, LEVEL_WORK, NULL,          get_disclosure_new },
	{ POST, ACCOUNT "/new",                RIGHT_STAFF, LEVEL_WORK, disclosure_form, post_disclosure_add, .again = get_disclosure_new },
	{ GET,  ACCOUNT "/{no}",               RIGHT_STAFF, LEVEL_READ, NULL,          get_disclosure },
	{ POST, ACCOUNT "/{no}",               RIGHT_STAFF, LEVEL_MANAGE, disclosure_suspend_form, post_disclosure_suspend, .again = get_disclosure },
	{ GET,  PATIENT "/part2",              RIGHT_STAFF, LEVEL_READ, NULL,          get_part2 },
	{ POST, PATIENT "/part2",              RIGHT_STAFF, LEVEL_WORK, part2_form,    post_part2_mark,  .again = get_part2 },
	{ GET,  PATIENT "/strengths",          RIGHT_STAFF, LEVEL_READ, NULL,          get_strengths },
	{ GET,  PATIENT "/strengths/new",      RIGHT_STAFF, LEVEL_WORK, strength_page_form, get_strength_new },
	{ POST, PATIENT "/strengths/new",      RIGHT_STAFF, LEVEL_WORK, strength_form, post_strength_add,      .again = get_strength_new },
	{ GET,  STRENGTH,                      RIGHT_STAFF, LEVEL_WORK, NULL,          get_strength },
	{ POST, STRENGTH,                      RIGHT_STAFF, LEVEL_WORK, strength_change_form, post_strength_change, .again = get_strength },
	{ POST, STRENGTH "/end",               RIGHT_STAFF, LEVEL_WORK, strength_end_form, post_strength_end,  .again = get_strength },
	{ GET,  PATIENT "/referrals",          RIGHT_STAFF, LEVEL_READ, NULL,          get_referrals },
	{ GET,  PATIENT "/referrals/new",      RIGHT_STAFF, LEVEL_WORK, referral_page_form, get_referral_new },
	{ POST, PATIENT "/referrals/new",      RIGHT_STAFF, LEVEL_WORK, referral_form, post_referral_add,      .again = get_referral_new },
	{ GET,  REFERRAL,                      RIGHT_STAFF, LEVEL_READ, NULL,          get_referral },
	{ POST, REFERRAL "/act",               RIGHT_STAFF, LEVEL_WORK, referral_act_form, post_referral_act,  .again = get_referral },
	{ POST, REFERRAL "/report",            RIGHT_STAFF, LEVEL_WORK, referral_report_form, post_referral_report, .again = get_referral },
	{ GET,  PATIENT "/rules",              RIGHT_STAFF, LEVEL_READ, NULL,          get_patient_rules },
	{ 0 }
};

int
main(int argc, char **argv)
{
	return serve(argc, argv, routes);
}
