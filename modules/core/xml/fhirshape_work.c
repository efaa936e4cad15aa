/* SPDX-License-Identifier: MIT */
/* What is planned and asked for. */
#include "xml/fhirshape.h"

#define MANY FHIRSHAPE_MANY

static const struct fhirshape_element care_plan[] = {
	{ "identifier", "Identifier", 0, MANY },
	{ "instantiatesCanonical", "canonical", 0, MANY },
	{ "instantiatesUri", "uri", 0, MANY },
	{ "basedOn", "Reference", 0, MANY },
	{ "replaces", "Reference", 0, MANY },
	{ "partOf", "Reference", 0, MANY },
	{ "status", "RequestStatus", 1, 1 },
	{ "intent", "CarePlanIntent", 1, 1 },
	{ "category", "CodeableConcept", 0, MANY },
	{ "title", "string", 0, 1 },
	{ "description", "string", 0, 1 },
	{ "subject", "Reference", 1, 1 },
	{ "encounter", "Reference", 0, 1 },
	{ "period", "Period", 0, 1 },
	{ "created", "dateTime", 0, 1 },
	{ "author", "Reference", 0, 1 },
	{ "contributor", "Reference", 0, MANY },
	{ "careTeam", "Reference", 0, MANY },
	{ "addresses", "Reference", 0, MANY },
	{ "supportingInfo", "Reference", 0, MANY },
	{ "goal", "Reference", 0, MANY },
	{ "activity", "CarePlan.Activity", 0, MANY },
	{ "note", "Annotation", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element care_plan_activity[] = {
	{ "outcomeCodeableConcept", "CodeableConcept", 0, MANY },
	{ "outcomeReference", "Reference", 0, MANY },
	{ "progress", "Annotation", 0, MANY },
	{ "reference", "Reference", 0, 1 },
	{ "detail", "CarePlan.Detail", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element care_plan_detail[] = {
	{ "kind", "CarePlanActivityKind", 0, 1 },
	{ "instantiatesCanonical", "canonical", 0, MANY },
	{ "instantiatesUri", "uri", 0, MANY },
	{ "code", "CodeableConcept", 0, 1 },
	{ "reasonCode", "CodeableConcept", 0, MANY },
	{ "reasonReference", "Reference", 0, MANY },
	{ "goal", "Reference", 0, MANY },
	{ "status", "CarePlanActivityStatus", 1, 1 },
	{ "statusReason", "CodeableConcept", 0, 1 },
	{ "doNotPerform", "boolean", 0, 1 },
	{ "scheduled[x]", "Timing Period string", 0, 1 },
	{ "location", "Reference", 0, 1 },
	{ "performer", "Reference", 0, MANY },
	{ "product[x]", "CodeableConcept Reference", 0, 1 },
	{ "dailyAmount", "Quantity", 0, 1 },
	{ "quantity", "Quantity", 0, 1 },
	{ "description", "string", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element goal[] = {
	{ "identifier", "Identifier", 0, MANY },
	{ "lifecycleStatus", "GoalLifecycleStatus", 1, 1 },
	{ "achievementStatus", "CodeableConcept", 0, 1 },
	{ "category", "CodeableConcept", 0, MANY },
	{ "priority", "CodeableConcept", 0, 1 },
	{ "description", "CodeableConcept", 1, 1 },
	{ "subject", "Reference", 1, 1 },
	{ "start[x]", "date CodeableConcept", 0, 1 },
	{ "target", "Goal.Target", 0, MANY },
	{ "statusDate", "date", 0, 1 },
	{ "statusReason", "string", 0, 1 },
	{ "expressedBy", "Reference", 0, 1 },
	{ "addresses", "Reference", 0, MANY },
	{ "note", "Annotation", 0, MANY },
	{ "outcomeCode", "CodeableConcept", 0, MANY },
	{ "outcomeReference", "Reference", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element goal_target[] = {
	{ "measure", "CodeableConcept", 0, 1 },
	{ "detail[x]", "Quantity Range CodeableConcept string "
	    "boolean integer Ratio", 0, 1 },
	{ "due[x]", "date Duration", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element task[] = {
	{ "identifier", "Identifier", 0, MANY },
	{ "instantiatesCanonical", "canonical", 0, 1 },
	{ "instantiatesUri", "uri", 0, 1 },
	{ "basedOn", "Reference", 0, MANY },
	{ "groupIdentifier", "Identifier", 0, 1 },
	{ "partOf", "Reference", 0, MANY },
	{ "status", "TaskStatus", 1, 1 },
	{ "statusReason", "CodeableConcept", 0, 1 },
	{ "businessStatus", "CodeableConcept", 0, 1 },
	{ "intent", "TaskIntent", 1, 1 },
	{ "priority", "RequestPriority", 0, 1 },
	{ "code", "CodeableConcept", 0, 1 },
	{ "description", "string", 0, 1 },
	{ "focus", "Reference", 0, 1 },
	{ "for", "Reference", 0, 1 },
	{ "encounter", "Reference", 0, 1 },
	{ "executionPeriod", "Period", 0, 1 },
	{ "authoredOn", "dateTime", 0, 1 },
	{ "lastModified", "dateTime", 0, 1 },
	{ "requester", "Reference", 0, 1 },
	{ "performerType", "CodeableConcept", 0, MANY },
	{ "owner", "Reference", 0, 1 },
	{ "location", "Reference", 0, 1 },
	{ "reasonCode", "CodeableConcept", 0, 1 },
	{ "reasonReference", "Reference", 0, 1 },
	{ "insurance", "Reference", 0, MANY },
	{ "note", "Annotation", 0, MANY },
	{ "relevantHistory", "Reference", 0, MANY },
	{ "restriction", "Task.Restriction", 0, 1 },
	{ "input", "Task.Input", 0, MANY },
	{ "output", "Task.Output", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element task_restriction[] = {
	{ "repetitions", "positiveInt", 0, 1 },
	{ "period", "Period", 0, 1 },
	{ "recipient", "Reference", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element task_input[] = {
	{ "type", "CodeableConcept", 1, 1 },
	{ "value[x]", FHIRSHAPE_ANY, 1, 1 },
	{ 0 }
};

static const struct fhirshape_element task_output[] = {
	{ "type", "CodeableConcept", 1, 1 },
	{ "value[x]", FHIRSHAPE_ANY, 1, 1 },
	{ 0 }
};

static const struct fhirshape_element service_request[] = {
	{ "identifier", "Identifier", 0, MANY },
	{ "instantiatesCanonical", "canonical", 0, MANY },
	{ "instantiatesUri", "uri", 0, MANY },
	{ "basedOn", "Reference", 0, MANY },
	{ "replaces", "Reference", 0, MANY },
	{ "requisition", "Identifier", 0, 1 },
	{ "status", "RequestStatus", 1, 1 },
	{ "intent", "RequestIntent", 1, 1 },
	{ "category", "CodeableConcept", 0, MANY },
	{ "priority", "RequestPriority", 0, 1 },
	{ "doNotPerform", "boolean", 0, 1 },
	{ "code", "CodeableConcept", 0, 1 },
	{ "orderDetail", "CodeableConcept", 0, MANY },
	{ "quantity[x]", "Quantity Ratio Range", 0, 1 },
	{ "subject", "Reference", 1, 1 },
	{ "encounter", "Reference", 0, 1 },
	{ "occurrence[x]", "dateTime Period Timing", 0, 1 },
	{ "asNeeded[x]", "boolean CodeableConcept", 0, 1 },
	{ "authoredOn", "dateTime", 0, 1 },
	{ "requester", "Reference", 0, 1 },
	{ "performerType", "CodeableConcept", 0, 1 },
	{ "performer", "Reference", 0, MANY },
	{ "locationCode", "CodeableConcept", 0, MANY },
	{ "locationReference", "Reference", 0, MANY },
	{ "reasonCode", "CodeableConcept", 0, MANY },
	{ "reasonReference", "Reference", 0, MANY },
	{ "insurance", "Reference", 0, MANY },
	{ "supportingInfo", "Reference", 0, MANY },
	{ "specimen", "Reference", 0, MANY },
	{ "bodySite", "CodeableConcept", 0, MANY },
	{ "note", "Annotation", 0, MANY },
	{ "patientInstruction", "string", 0, 1 },
	{ "relevantHistory", "Reference", 0, MANY },
	{ 0 }
};

const struct fhirshape fhirshape_work[] = {
	{ "CarePlan", "DomainResource", care_plan },
	{ "CarePlan.Activity", "BackboneElement", care_plan_activity },
	{ "CarePlan.Detail", "BackboneElement", care_plan_detail },
	{ "Goal", "DomainResource", goal },
	{ "Goal.Target", "BackboneElement", goal_target },
	{ "Task", "DomainResource", task },
	{ "Task.Restriction", "BackboneElement", task_restriction },
	{ "Task.Input", "BackboneElement", task_input },
	{ "Task.Output", "BackboneElement", task_output },
	{ "ServiceRequest", "DomainResource", service_request },
	{ 0 }
};
