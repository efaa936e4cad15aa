/* SPDX-License-Identifier: MIT */
/* The codes that the standard allows where it allows no others. */
#include "xml/fhirshape.h"

const struct fhirshape_codes fhirshape_code[] = {
	{ "AddressType", "postal physical both" },
	{ "AddressUse", "home work temp old billing" },
	{ "AdministrativeGender", "male female other unknown" },
	{ "AllergyIntoleranceCategory",
	    "food medication environment biologic" },
	{ "AllergyIntoleranceCriticality", "low high unable-to-assess" },
	{ "AllergyIntoleranceSeverity", "mild moderate severe" },
	{ "AllergyIntoleranceType", "allergy intolerance" },
	{ "BundleType",
	    "document message transaction transaction-response batch "
	    "batch-response history searchset collection" },
	{ "CarePlanActivityKind",
	    "Appointment CommunicationRequest DeviceRequest "
	    "MedicationRequest NutritionOrder Task ServiceRequest "
	    "VisionPrescription" },
	{ "CarePlanActivityStatus",
	    "not-started scheduled in-progress on-hold completed cancelled "
	    "stopped unknown entered-in-error" },
	{ "CarePlanIntent", "proposal plan order option" },
	{ "CareTeamStatus",
	    "proposed active suspended inactive entered-in-error" },
	{ "CompositionStatus", "preliminary final amended entered-in-error" },
	{ "ConsentDataMeaning", "instance related dependents authoredby" },
	{ "ConsentProvisionType", "deny permit" },
	{ "ConsentState",
	    "draft proposed active rejected inactive entered-in-error" },
	{ "ContactPointSystem", "phone fax email pager url sms other" },
	{ "ContactPointUse", "home work temp old mobile" },
	{ "ContributorType", "author editor reviewer endorser" },
	{ "DocumentReferenceStatus", "current superseded entered-in-error" },
	{ "DocumentRelationshipType", "replaces transforms signs appends" },
	{ "EnableWhenBehavior", "all any" },
	{ "EncounterLocationStatus", "planned active reserved completed" },
	{ "EncounterStatus",
	    "planned arrived triaged in-progress onleave finished cancelled "
	    "entered-in-error unknown" },
	{ "EventStatus",
	    "preparation in-progress not-done on-hold stopped completed "
	    "entered-in-error unknown" },
	{ "EventTiming",
	    "MORN MORN.early MORN.late NOON AFT AFT.early AFT.late EVE "
	    "EVE.early EVE.late NIGHT PHS HS WAKE C CM CD CV AC ACM ACD ACV "
	    "PC PCM PCD PCV" },
	{ "ExpressionLanguage",
	    "text/cql text/fhirpath application/x-fhir-query" },
	{ "FlagStatus", "active inactive entered-in-error" },
	{ "GoalLifecycleStatus",
	    "proposed planned accepted active on-hold completed cancelled "
	    "entered-in-error rejected" },
	{ "HTTPVerb", "GET HEAD POST PUT DELETE PATCH" },
	{ "IdentifierUse", "usual official temp secondary old" },
	{ "LinkType", "replaced-by replaces refer seealso" },
	/* "inactive" is not of the standard, but all that its schema knows of
	 * what has ended. */
	{ "MedicationStatusCodes",
	    "active completed entered-in-error intended stopped on-hold "
	    "unknown not-taken inactive" },
	{ "NameUse", "usual official temp nickname anonymous old maiden" },
	{ "NarrativeStatus", "generated extensions additional empty" },
	{ "PublicationStatus", "draft active retired unknown" },
	{ "QuantityComparator", "< <= >= >" },
	{ "QuestionnaireItemOperator", "exists = != > < >= <=" },
	{ "QuestionnaireItemType",
	    "group display boolean decimal integer date dateTime time "
	    "string text url choice open-choice attachment reference "
	    "quantity" },
	{ "QuestionnaireResponseStatus",
	    "in-progress completed amended entered-in-error stopped" },
	{ "RelatedArtifactType",
	    "documentation justification citation predecessor successor "
	    "derived-from depends-on composed-of" },
	{ "RequestIntent",
	    "proposal plan directive order original-order reflex-order "
	    "filler-order instance-order option" },
	{ "RequestPriority", "routine urgent asap stat" },
	{ "RequestStatus",
	    "draft active on-hold revoked completed entered-in-error "
	    "unknown" },
	{ "SearchEntryMode", "match include outcome" },
	{ "SortDirection", "ascending descending" },
	{ "TaskIntent",
	    "unknown proposal plan order original-order reflex-order "
	    "filler-order instance-order option" },
	{ "TaskStatus",
	    "draft requested received accepted rejected ready cancelled "
	    "in-progress on-hold failed completed entered-in-error" },
	{ "TriggerType",
	    "named-event periodic data-changed data-added data-modified "
	    "data-removed data-accessed data-access-ended" },
	{ "UnitsOfTime", "s min h d wk mo a" },
	{ 0 }
};
