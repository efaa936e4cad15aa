/* SPDX-License-Identifier: MIT */
/* Datatypes for times, doses and what guidelines say (FHIR R4, sections 2.24
 * and 2.25). */
#include "xml/fhirshape.h"

#define MANY FHIRSHAPE_MANY

static const struct fhirshape_element timing[] = {
	{ "event", "dateTime", 0, MANY },
	{ "repeat", "Timing.Repeat", 0, 1 },
	{ "code", "CodeableConcept", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element timing_repeat[] = {
	{ "bounds[x]", "Duration Range Period", 0, 1 },
	{ "count", "positiveInt", 0, 1 },
	{ "countMax", "positiveInt", 0, 1 },
	{ "duration", "decimal", 0, 1 },
	{ "durationMax", "decimal", 0, 1 },
	{ "durationUnit", "UnitsOfTime", 0, 1 },
	{ "frequency", "positiveInt", 0, 1 },
	{ "frequencyMax", "positiveInt", 0, 1 },
	{ "period", "decimal", 0, 1 },
	{ "periodMax", "decimal", 0, 1 },
	{ "periodUnit", "UnitsOfTime", 0, 1 },
	{ "dayOfWeek", "code", 0, MANY },
	{ "timeOfDay", "time", 0, MANY },
	{ "when", "EventTiming", 0, MANY },
	{ "offset", "unsignedInt", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element dosage[] = {
	{ "sequence", "integer", 0, 1 },
	{ "text", "string", 0, 1 },
	{ "additionalInstruction", "CodeableConcept", 0, MANY },
	{ "patientInstruction", "string", 0, 1 },
	{ "timing", "Timing", 0, 1 },
	{ "asNeeded[x]", "boolean CodeableConcept", 0, 1 },
	{ "site", "CodeableConcept", 0, 1 },
	{ "route", "CodeableConcept", 0, 1 },
	{ "method", "CodeableConcept", 0, 1 },
	{ "doseAndRate", "Dosage.DoseAndRate", 0, MANY },
	{ "maxDosePerPeriod", "Ratio", 0, 1 },
	{ "maxDosePerAdministration", "Quantity", 0, 1 },
	{ "maxDosePerLifetime", "Quantity", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element dosage_dose_and_rate[] = {
	{ "type", "CodeableConcept", 0, 1 },
	{ "dose[x]", "Range Quantity", 0, 1 },
	{ "rate[x]", "Ratio Range Quantity", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element contact_detail[] = {
	{ "name", "string", 0, 1 },
	{ "telecom", "ContactPoint", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element contributor[] = {
	{ "type", "ContributorType", 1, 1 },
	{ "name", "string", 1, 1 },
	{ "contact", "ContactDetail", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element data_requirement[] = {
	{ "type", "code", 1, 1 },
	{ "profile", "canonical", 0, MANY },
	{ "subject[x]", "CodeableConcept Reference", 0, 1 },
	{ "mustSupport", "string", 0, MANY },
	{ "codeFilter", "DataRequirement.CodeFilter", 0, MANY },
	{ "dateFilter", "DataRequirement.DateFilter", 0, MANY },
	{ "limit", "positiveInt", 0, 1 },
	{ "sort", "DataRequirement.Sort", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element data_requirement_code_filter[] = {
	{ "path", "string", 0, 1 },
	{ "searchParam", "string", 0, 1 },
	{ "valueSet", "canonical", 0, 1 },
	{ "code", "Coding", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element data_requirement_date_filter[] = {
	{ "path", "string", 0, 1 },
	{ "searchParam", "string", 0, 1 },
	{ "value[x]", "dateTime Period Duration", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element data_requirement_sort[] = {
	{ "path", "string", 1, 1 },
	{ "direction", "SortDirection", 1, 1 },
	{ 0 }
};

static const struct fhirshape_element expression[] = {
	{ "description", "string", 0, 1 },
	{ "name", "id", 0, 1 },
	{ "language", "ExpressionLanguage", 1, 1 },
	{ "expression", "string", 0, 1 },
	{ "reference", "uri", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element parameter_definition[] = {
	{ "name", "code", 0, 1 },
	{ "use", "code", 1, 1 },
	{ "min", "integer", 0, 1 },
	{ "max", "string", 0, 1 },
	{ "documentation", "string", 0, 1 },
	{ "type", "code", 1, 1 },
	{ "profile", "canonical", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element related_artifact[] = {
	{ "type", "RelatedArtifactType", 1, 1 },
	{ "label", "string", 0, 1 },
	{ "display", "string", 0, 1 },
	{ "citation", "markdown", 0, 1 },
	{ "url", "url", 0, 1 },
	{ "document", "Attachment", 0, 1 },
	{ "resource", "canonical", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element trigger_definition[] = {
	{ "type", "TriggerType", 1, 1 },
	{ "name", "string", 0, 1 },
	{ "timing[x]", "Timing Reference date dateTime", 0, 1 },
	{ "data", "DataRequirement", 0, MANY },
	{ "condition", "Expression", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element usage_context[] = {
	{ "code", "Coding", 1, 1 },
	{ "value[x]", "CodeableConcept Quantity Range Reference", 1, 1 },
	{ 0 }
};

const struct fhirshape fhirshape_order[] = {
	{ "Timing", "BackboneElement", timing },
	{ "Timing.Repeat", "BackboneElement", timing_repeat },
	{ "Dosage", "BackboneElement", dosage },
	{ "Dosage.DoseAndRate", "BackboneElement", dosage_dose_and_rate },
	{ "ContactDetail", "Element", contact_detail },
	{ "Contributor", "Element", contributor },
	{ "DataRequirement", "Element", data_requirement },
	{ "DataRequirement.CodeFilter", "Element",
	    data_requirement_code_filter },
	{ "DataRequirement.DateFilter", "Element",
	    data_requirement_date_filter },
	{ "DataRequirement.Sort", "Element", data_requirement_sort },
	{ "Expression", "Element", expression },
	{ "ParameterDefinition", "Element", parameter_definition },
	{ "RelatedArtifact", "Element", related_artifact },
	{ "TriggerDefinition", "Element", trigger_definition },
	{ "UsageContext", "Element", usage_context },
	{ 0 }
};
