/* SPDX-License-Identifier: MIT */
/* How somebody is, and what was done. */
#include "xml/fhirshape.h"

#define MANY FHIRSHAPE_MANY

static const struct fhirshape_element condition[] = {
	{ "identifier", "Identifier", 0, MANY },
	{ "clinicalStatus", "CodeableConcept", 0, 1 },
	{ "verificationStatus", "CodeableConcept", 0, 1 },
	{ "category", "CodeableConcept", 0, MANY },
	{ "severity", "CodeableConcept", 0, 1 },
	{ "code", "CodeableConcept", 0, 1 },
	{ "bodySite", "CodeableConcept", 0, MANY },
	{ "subject", "Reference", 1, 1 },
	{ "encounter", "Reference", 0, 1 },
	{ "onset[x]", "dateTime Age Period Range string", 0, 1 },
	{ "abatement[x]", "dateTime Age Period Range string", 0, 1 },
	{ "recordedDate", "dateTime", 0, 1 },
	{ "recorder", "Reference", 0, 1 },
	{ "asserter", "Reference", 0, 1 },
	{ "stage", "Condition.Stage", 0, MANY },
	{ "evidence", "Condition.Evidence", 0, MANY },
	{ "note", "Annotation", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element condition_stage[] = {
	{ "summary", "CodeableConcept", 0, 1 },
	{ "assessment", "Reference", 0, MANY },
	{ "type", "CodeableConcept", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element condition_evidence[] = {
	{ "code", "CodeableConcept", 0, MANY },
	{ "detail", "Reference", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element allergy_intolerance[] = {
	{ "identifier", "Identifier", 0, MANY },
	{ "clinicalStatus", "CodeableConcept", 0, 1 },
	{ "verificationStatus", "CodeableConcept", 0, 1 },
	{ "type", "AllergyIntoleranceType", 0, 1 },
	{ "category", "AllergyIntoleranceCategory", 0, MANY },
	{ "criticality", "AllergyIntoleranceCriticality", 0, 1 },
	{ "code", "CodeableConcept", 0, 1 },
	{ "patient", "Reference", 1, 1 },
	{ "encounter", "Reference", 0, 1 },
	{ "onset[x]", "dateTime Age Period Range string", 0, 1 },
	{ "recordedDate", "dateTime", 0, 1 },
	{ "recorder", "Reference", 0, 1 },
	{ "asserter", "Reference", 0, 1 },
	{ "lastOccurrence", "dateTime", 0, 1 },
	{ "note", "Annotation", 0, MANY },
	{ "reaction", "AllergyIntolerance.Reaction", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element allergy_intolerance_reaction[] = {
	{ "substance", "CodeableConcept", 0, 1 },
	{ "manifestation", "CodeableConcept", 1, MANY },
	{ "description", "string", 0, 1 },
	{ "onset", "dateTime", 0, 1 },
	{ "severity", "AllergyIntoleranceSeverity", 0, 1 },
	{ "exposureRoute", "CodeableConcept", 0, 1 },
	{ "note", "Annotation", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element medication_statement[] = {
	{ "identifier", "Identifier", 0, MANY },
	{ "basedOn", "Reference", 0, MANY },
	{ "partOf", "Reference", 0, MANY },
	{ "status", "MedicationStatusCodes", 1, 1 },
	{ "statusReason", "CodeableConcept", 0, MANY },
	{ "category", "CodeableConcept", 0, 1 },
	{ "medication[x]", "CodeableConcept Reference", 1, 1 },
	{ "subject", "Reference", 1, 1 },
	{ "context", "Reference", 0, 1 },
	{ "effective[x]", "dateTime Period", 0, 1 },
	{ "dateAsserted", "dateTime", 0, 1 },
	{ "informationSource", "Reference", 0, 1 },
	{ "derivedFrom", "Reference", 0, MANY },
	{ "reasonCode", "CodeableConcept", 0, MANY },
	{ "reasonReference", "Reference", 0, MANY },
	{ "note", "Annotation", 0, MANY },
	{ "dosage", "Dosage", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element encounter[] = {
	{ "identifier", "Identifier", 0, MANY },
	{ "status", "EncounterStatus", 1, 1 },
	{ "statusHistory", "Encounter.StatusHistory", 0, MANY },
	{ "class", "Coding", 1, 1 },
	{ "classHistory", "Encounter.ClassHistory", 0, MANY },
	{ "type", "CodeableConcept", 0, MANY },
	{ "serviceType", "CodeableConcept", 0, 1 },
	{ "priority", "CodeableConcept", 0, 1 },
	{ "subject", "Reference", 0, 1 },
	{ "episodeOfCare", "Reference", 0, MANY },
	{ "basedOn", "Reference", 0, MANY },
	{ "participant", "Encounter.Participant", 0, MANY },
	{ "appointment", "Reference", 0, MANY },
	{ "period", "Period", 0, 1 },
	{ "length", "Duration", 0, 1 },
	{ "reasonCode", "CodeableConcept", 0, MANY },
	{ "reasonReference", "Reference", 0, MANY },
	{ "diagnosis", "Encounter.Diagnosis", 0, MANY },
	{ "account", "Reference", 0, MANY },
	{ "hospitalization", "Encounter.Hospitalization", 0, 1 },
	{ "location", "Encounter.Location", 0, MANY },
	{ "serviceProvider", "Reference", 0, 1 },
	{ "partOf", "Reference", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element encounter_status_history[] = {
	{ "status", "EncounterStatus", 1, 1 },
	{ "period", "Period", 1, 1 },
	{ 0 }
};

static const struct fhirshape_element encounter_class_history[] = {
	{ "class", "Coding", 1, 1 },
	{ "period", "Period", 1, 1 },
	{ 0 }
};

static const struct fhirshape_element encounter_participant[] = {
	{ "type", "CodeableConcept", 0, MANY },
	{ "period", "Period", 0, 1 },
	{ "individual", "Reference", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element encounter_diagnosis[] = {
	{ "condition", "Reference", 1, 1 },
	{ "use", "CodeableConcept", 0, 1 },
	{ "rank", "positiveInt", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element encounter_hospitalization[] = {
	{ "preAdmissionIdentifier", "Identifier", 0, 1 },
	{ "origin", "Reference", 0, 1 },
	{ "admitSource", "CodeableConcept", 0, 1 },
	{ "reAdmission", "CodeableConcept", 0, 1 },
	{ "dietPreference", "CodeableConcept", 0, MANY },
	{ "specialCourtesy", "CodeableConcept", 0, MANY },
	{ "specialArrangement", "CodeableConcept", 0, MANY },
	{ "destination", "Reference", 0, 1 },
	{ "dischargeDisposition", "CodeableConcept", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element encounter_location[] = {
	{ "location", "Reference", 1, 1 },
	{ "status", "EncounterLocationStatus", 0, 1 },
	{ "physicalType", "CodeableConcept", 0, 1 },
	{ "period", "Period", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element flag[] = {
	{ "identifier", "Identifier", 0, MANY },
	{ "status", "FlagStatus", 1, 1 },
	{ "category", "CodeableConcept", 0, MANY },
	{ "code", "CodeableConcept", 1, 1 },
	{ "subject", "Reference", 1, 1 },
	{ "period", "Period", 0, 1 },
	{ "encounter", "Reference", 0, 1 },
	{ "author", "Reference", 0, 1 },
	{ 0 }
};

const struct fhirshape fhirshape_health[] = {
	{ "Condition", "DomainResource", condition },
	{ "Condition.Stage", "BackboneElement", condition_stage },
	{ "Condition.Evidence", "BackboneElement", condition_evidence },
	{ "AllergyIntolerance", "DomainResource", allergy_intolerance },
	{ "AllergyIntolerance.Reaction", "BackboneElement",
	    allergy_intolerance_reaction },
	{ "MedicationStatement", "DomainResource", medication_statement },
	{ "Encounter", "DomainResource", encounter },
	{ "Encounter.StatusHistory", "BackboneElement",
	    encounter_status_history },
	{ "Encounter.ClassHistory", "BackboneElement",
	    encounter_class_history },
	{ "Encounter.Participant", "BackboneElement", encounter_participant },
	{ "Encounter.Diagnosis", "BackboneElement", encounter_diagnosis },
	{ "Encounter.Hospitalization", "BackboneElement",
	    encounter_hospitalization },
	{ "Encounter.Location", "BackboneElement", encounter_location },
	{ "Flag", "DomainResource", flag },
	{ 0 }
};
