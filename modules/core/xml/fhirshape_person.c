/* SPDX-License-Identifier: MIT */
/* Who there is, and what they agree to. */
#include "xml/fhirshape.h"

#define MANY FHIRSHAPE_MANY

static const struct fhirshape_element patient[] = {
	{ "identifier", "Identifier", 0, MANY },
	{ "active", "boolean", 0, 1 },
	{ "name", "HumanName", 0, MANY },
	{ "telecom", "ContactPoint", 0, MANY },
	{ "gender", "AdministrativeGender", 0, 1 },
	{ "birthDate", "date", 0, 1 },
	{ "deceased[x]", "boolean dateTime", 0, 1 },
	{ "address", "Address", 0, MANY },
	{ "maritalStatus", "CodeableConcept", 0, 1 },
	{ "multipleBirth[x]", "boolean integer", 0, 1 },
	{ "photo", "Attachment", 0, MANY },
	{ "contact", "Patient.Contact", 0, MANY },
	{ "communication", "Patient.Communication", 0, MANY },
	{ "generalPractitioner", "Reference", 0, MANY },
	{ "managingOrganization", "Reference", 0, 1 },
	{ "link", "Patient.Link", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element patient_contact[] = {
	{ "relationship", "CodeableConcept", 0, MANY },
	{ "name", "HumanName", 0, 1 },
	{ "telecom", "ContactPoint", 0, MANY },
	{ "address", "Address", 0, 1 },
	{ "gender", "AdministrativeGender", 0, 1 },
	{ "organization", "Reference", 0, 1 },
	{ "period", "Period", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element patient_communication[] = {
	{ "language", "CodeableConcept", 1, 1 },
	{ "preferred", "boolean", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element patient_link[] = {
	{ "other", "Reference", 1, 1 },
	{ "type", "LinkType", 1, 1 },
	{ 0 }
};

static const struct fhirshape_element practitioner[] = {
	{ "identifier", "Identifier", 0, MANY },
	{ "active", "boolean", 0, 1 },
	{ "name", "HumanName", 0, MANY },
	{ "telecom", "ContactPoint", 0, MANY },
	{ "address", "Address", 0, MANY },
	{ "gender", "AdministrativeGender", 0, 1 },
	{ "birthDate", "date", 0, 1 },
	{ "photo", "Attachment", 0, MANY },
	{ "qualification", "Practitioner.Qualification", 0, MANY },
	{ "communication", "CodeableConcept", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element practitioner_qualification[] = {
	{ "identifier", "Identifier", 0, MANY },
	{ "code", "CodeableConcept", 1, 1 },
	{ "period", "Period", 0, 1 },
	{ "issuer", "Reference", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element care_team[] = {
	{ "identifier", "Identifier", 0, MANY },
	{ "status", "CareTeamStatus", 0, 1 },
	{ "category", "CodeableConcept", 0, MANY },
	{ "name", "string", 0, 1 },
	{ "subject", "Reference", 0, 1 },
	{ "encounter", "Reference", 0, 1 },
	{ "period", "Period", 0, 1 },
	{ "participant", "CareTeam.Participant", 0, MANY },
	{ "reasonCode", "CodeableConcept", 0, MANY },
	{ "reasonReference", "Reference", 0, MANY },
	{ "managingOrganization", "Reference", 0, MANY },
	{ "telecom", "ContactPoint", 0, MANY },
	{ "note", "Annotation", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element care_team_participant[] = {
	{ "role", "CodeableConcept", 0, MANY },
	{ "member", "Reference", 0, 1 },
	{ "onBehalfOf", "Reference", 0, 1 },
	{ "period", "Period", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element consent[] = {
	{ "identifier", "Identifier", 0, MANY },
	{ "status", "ConsentState", 1, 1 },
	{ "scope", "CodeableConcept", 1, 1 },
	{ "category", "CodeableConcept", 1, MANY },
	{ "patient", "Reference", 0, 1 },
	{ "dateTime", "dateTime", 0, 1 },
	{ "performer", "Reference", 0, MANY },
	{ "organization", "Reference", 0, MANY },
	{ "source[x]", "Attachment Reference", 0, 1 },
	{ "policy", "Consent.Policy", 0, MANY },
	{ "policyRule", "CodeableConcept", 0, 1 },
	{ "verification", "Consent.Verification", 0, MANY },
	{ "provision", "Consent.Provision", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element consent_policy[] = {
	{ "authority", "uri", 0, 1 },
	{ "uri", "uri", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element consent_verification[] = {
	{ "verified", "boolean", 1, 1 },
	{ "verifiedWith", "Reference", 0, 1 },
	{ "verificationDate", "dateTime", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element consent_provision[] = {
	{ "type", "ConsentProvisionType", 0, 1 },
	{ "period", "Period", 0, 1 },
	{ "actor", "Consent.Actor", 0, MANY },
	{ "action", "CodeableConcept", 0, MANY },
	{ "securityLabel", "Coding", 0, MANY },
	{ "purpose", "Coding", 0, MANY },
	{ "class", "Coding", 0, MANY },
	{ "code", "CodeableConcept", 0, MANY },
	{ "dataPeriod", "Period", 0, 1 },
	{ "data", "Consent.Data", 0, MANY },
	{ "provision", "Consent.Provision", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element consent_actor[] = {
	{ "role", "CodeableConcept", 1, 1 },
	{ "reference", "Reference", 1, 1 },
	{ 0 }
};

static const struct fhirshape_element consent_data[] = {
	{ "meaning", "ConsentDataMeaning", 1, 1 },
	{ "reference", "Reference", 1, 1 },
	{ 0 }
};

static const struct fhirshape_element communication[] = {
	{ "identifier", "Identifier", 0, MANY },
	{ "instantiatesCanonical", "canonical", 0, MANY },
	{ "instantiatesUri", "uri", 0, MANY },
	{ "basedOn", "Reference", 0, MANY },
	{ "partOf", "Reference", 0, MANY },
	{ "inResponseTo", "Reference", 0, MANY },
	{ "status", "EventStatus", 1, 1 },
	{ "statusReason", "CodeableConcept", 0, 1 },
	{ "category", "CodeableConcept", 0, MANY },
	{ "priority", "RequestPriority", 0, 1 },
	{ "medium", "CodeableConcept", 0, MANY },
	{ "subject", "Reference", 0, 1 },
	{ "topic", "CodeableConcept", 0, 1 },
	{ "about", "Reference", 0, MANY },
	{ "encounter", "Reference", 0, 1 },
	{ "sent", "dateTime", 0, 1 },
	{ "received", "dateTime", 0, 1 },
	{ "recipient", "Reference", 0, MANY },
	{ "sender", "Reference", 0, 1 },
	{ "reasonCode", "CodeableConcept", 0, MANY },
	{ "reasonReference", "Reference", 0, MANY },
	{ "payload", "Communication.Payload", 0, MANY },
	{ "note", "Annotation", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element communication_payload[] = {
	{ "content[x]", "string Attachment Reference", 1, 1 },
	{ 0 }
};

const struct fhirshape fhirshape_person[] = {
	{ "Patient", "DomainResource", patient },
	{ "Patient.Contact", "BackboneElement", patient_contact },
	{ "Patient.Communication", "BackboneElement", patient_communication },
	{ "Patient.Link", "BackboneElement", patient_link },
	{ "Practitioner", "DomainResource", practitioner },
	{ "Practitioner.Qualification", "BackboneElement",
	    practitioner_qualification },
	{ "CareTeam", "DomainResource", care_team },
	{ "CareTeam.Participant", "BackboneElement", care_team_participant },
	{ "Consent", "DomainResource", consent },
	{ "Consent.Policy", "BackboneElement", consent_policy },
	{ "Consent.Verification", "BackboneElement", consent_verification },
	{ "Consent.Provision", "BackboneElement", consent_provision },
	{ "Consent.Actor", "BackboneElement", consent_actor },
	{ "Consent.Data", "BackboneElement", consent_data },
	{ "Communication", "DomainResource", communication },
	{ "Communication.Payload", "BackboneElement", communication_payload },
	{ 0 }
};
