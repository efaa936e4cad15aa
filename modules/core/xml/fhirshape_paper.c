/* SPDX-License-Identifier: MIT */
/* Documents, questionnaires, and what carries all of them. */
#include "xml/fhirshape.h"

#define MANY FHIRSHAPE_MANY

static const struct fhirshape_element document_reference[] = {
	{ "masterIdentifier", "Identifier", 0, 1 },
	{ "identifier", "Identifier", 0, MANY },
	{ "status", "DocumentReferenceStatus", 1, 1 },
	{ "docStatus", "CompositionStatus", 0, 1 },
	{ "type", "CodeableConcept", 0, 1 },
	{ "category", "CodeableConcept", 0, MANY },
	{ "subject", "Reference", 0, 1 },
	{ "date", "instant", 0, 1 },
	{ "author", "Reference", 0, MANY },
	{ "authenticator", "Reference", 0, 1 },
	{ "custodian", "Reference", 0, 1 },
	{ "relatesTo", "DocumentReference.RelatesTo", 0, MANY },
	{ "description", "string", 0, 1 },
	{ "securityLabel", "CodeableConcept", 0, MANY },
	{ "content", "DocumentReference.Content", 1, MANY },
	{ "context", "DocumentReference.Context", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element document_reference_relates_to[] = {
	{ "code", "DocumentRelationshipType", 1, 1 },
	{ "target", "Reference", 1, 1 },
	{ 0 }
};

static const struct fhirshape_element document_reference_content[] = {
	{ "attachment", "Attachment", 1, 1 },
	{ "format", "Coding", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element document_reference_context[] = {
	{ "encounter", "Reference", 0, MANY },
	{ "event", "CodeableConcept", 0, MANY },
	{ "period", "Period", 0, 1 },
	{ "facilityType", "CodeableConcept", 0, 1 },
	{ "practiceSetting", "CodeableConcept", 0, 1 },
	{ "sourcePatientInfo", "Reference", 0, 1 },
	{ "related", "Reference", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element questionnaire[] = {
	{ "url", "uri", 0, 1 },
	{ "identifier", "Identifier", 0, MANY },
	{ "version", "string", 0, 1 },
	{ "name", "string", 0, 1 },
	{ "title", "string", 0, 1 },
	{ "derivedFrom", "canonical", 0, MANY },
	{ "status", "PublicationStatus", 1, 1 },
	{ "experimental", "boolean", 0, 1 },
	{ "subjectType", "code", 0, MANY },
	{ "date", "dateTime", 0, 1 },
	{ "publisher", "string", 0, 1 },
	{ "contact", "ContactDetail", 0, MANY },
	{ "description", "markdown", 0, 1 },
	{ "useContext", "UsageContext", 0, MANY },
	{ "jurisdiction", "CodeableConcept", 0, MANY },
	{ "purpose", "markdown", 0, 1 },
	{ "copyright", "markdown", 0, 1 },
	{ "approvalDate", "date", 0, 1 },
	{ "lastReviewDate", "date", 0, 1 },
	{ "effectivePeriod", "Period", 0, 1 },
	{ "code", "Coding", 0, MANY },
	{ "item", "Questionnaire.Item", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element questionnaire_item[] = {
	{ "linkId", "string", 1, 1 },
	{ "definition", "uri", 0, 1 },
	{ "code", "Coding", 0, MANY },
	{ "prefix", "string", 0, 1 },
	{ "text", "string", 0, 1 },
	{ "type", "QuestionnaireItemType", 1, 1 },
	{ "enableWhen", "Questionnaire.EnableWhen", 0, MANY },
	{ "enableBehavior", "EnableWhenBehavior", 0, 1 },
	{ "required", "boolean", 0, 1 },
	{ "repeats", "boolean", 0, 1 },
	{ "readOnly", "boolean", 0, 1 },
	{ "maxLength", "integer", 0, 1 },
	{ "answerValueSet", "canonical", 0, 1 },
	{ "answerOption", "Questionnaire.AnswerOption", 0, MANY },
	{ "initial", "Questionnaire.Initial", 0, MANY },
	{ "item", "Questionnaire.Item", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element questionnaire_enable_when[] = {
	{ "question", "string", 1, 1 },
	{ "operator", "QuestionnaireItemOperator", 1, 1 },
	{ "answer[x]", "boolean decimal integer date dateTime time "
	    "string Coding Quantity Reference", 1, 1 },
	{ 0 }
};

static const struct fhirshape_element questionnaire_answer_option[] = {
	{ "value[x]", "integer date time string Coding Reference", 1, 1 },
	{ "initialSelected", "boolean", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element questionnaire_initial[] = {
	{ "value[x]", "boolean decimal integer date dateTime time "
	    "string uri Attachment Coding Quantity Reference", 1, 1 },
	{ 0 }
};

static const struct fhirshape_element questionnaire_response[] = {
	{ "identifier", "Identifier", 0, 1 },
	{ "basedOn", "Reference", 0, MANY },
	{ "partOf", "Reference", 0, MANY },
	{ "questionnaire", "canonical", 0, 1 },
	{ "status", "QuestionnaireResponseStatus", 1, 1 },
	{ "subject", "Reference", 0, 1 },
	{ "encounter", "Reference", 0, 1 },
	{ "authored", "dateTime", 0, 1 },
	{ "author", "Reference", 0, 1 },
	{ "source", "Reference", 0, 1 },
	{ "item", "QuestionnaireResponse.Item", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element questionnaire_response_item[] = {
	{ "linkId", "string", 1, 1 },
	{ "definition", "uri", 0, 1 },
	{ "text", "string", 0, 1 },
	{ "answer", "QuestionnaireResponse.Answer", 0, MANY },
	{ "item", "QuestionnaireResponse.Item", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element questionnaire_response_answer[] = {
	{ "value[x]", "boolean decimal integer date dateTime time "
	    "string uri Attachment Coding Quantity Reference", 0, 1 },
	{ "item", "QuestionnaireResponse.Item", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element bundle[] = {
	{ "identifier", "Identifier", 0, 1 },
	{ "type", "BundleType", 1, 1 },
	{ "timestamp", "instant", 0, 1 },
	{ "total", "unsignedInt", 0, 1 },
	{ "link", "Bundle.Link", 0, MANY },
	{ "entry", "Bundle.Entry", 0, MANY },
	{ "signature", "Signature", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element bundle_link[] = {
	{ "relation", "string", 1, 1 },
	{ "url", "uri", 1, 1 },
	{ 0 }
};

static const struct fhirshape_element bundle_entry[] = {
	{ "link", "Bundle.Link", 0, MANY },
	{ "fullUrl", "uri", 0, 1 },
	{ "resource", "ResourceContainer", 0, 1 },
	{ "search", "Bundle.Search", 0, 1 },
	{ "request", "Bundle.Request", 0, 1 },
	{ "response", "Bundle.Response", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element bundle_search[] = {
	{ "mode", "SearchEntryMode", 0, 1 },
	{ "score", "decimal", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element bundle_request[] = {
	{ "method", "HTTPVerb", 1, 1 },
	{ "url", "uri", 1, 1 },
	{ "ifNoneMatch", "string", 0, 1 },
	{ "ifModifiedSince", "instant", 0, 1 },
	{ "ifMatch", "string", 0, 1 },
	{ "ifNoneExist", "string", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element bundle_response[] = {
	{ "status", "string", 1, 1 },
	{ "location", "uri", 0, 1 },
	{ "etag", "string", 0, 1 },
	{ "lastModified", "instant", 0, 1 },
	{ "outcome", "ResourceContainer", 0, 1 },
	{ 0 }
};

const struct fhirshape fhirshape_paper[] = {
	{ "DocumentReference", "DomainResource", document_reference },
	{ "DocumentReference.RelatesTo", "BackboneElement",
	    document_reference_relates_to },
	{ "DocumentReference.Content", "BackboneElement",
	    document_reference_content },
	{ "DocumentReference.Context", "BackboneElement",
	    document_reference_context },
	{ "Questionnaire", "DomainResource", questionnaire },
	{ "Questionnaire.Item", "BackboneElement", questionnaire_item },
	{ "Questionnaire.EnableWhen", "BackboneElement",
	    questionnaire_enable_when },
	{ "Questionnaire.AnswerOption", "BackboneElement",
	    questionnaire_answer_option },
	{ "Questionnaire.Initial", "BackboneElement", questionnaire_initial },
	{ "QuestionnaireResponse", "DomainResource", questionnaire_response },
	{ "QuestionnaireResponse.Item", "BackboneElement",
	    questionnaire_response_item },
	{ "QuestionnaireResponse.Answer", "BackboneElement",
	    questionnaire_response_answer },
	{ "Bundle", "Resource", bundle },
	{ "Bundle.Link", "BackboneElement", bundle_link },
	{ "Bundle.Entry", "BackboneElement", bundle_entry },
	{ "Bundle.Search", "BackboneElement", bundle_search },
	{ "Bundle.Request", "BackboneElement", bundle_request },
	{ "Bundle.Response", "BackboneElement", bundle_response },
	{ 0 }
};
