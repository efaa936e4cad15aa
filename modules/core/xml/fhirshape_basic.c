/* SPDX-License-Identifier: MIT */
/* What every type stands on, and the datatypes that all of them use (FHIR R4,
 * sections 2.24 to 2.27). */
#include "xml/fhirshape.h"

#define MANY FHIRSHAPE_MANY

static const struct fhirshape_element element[] = {
	{ "extension", "Extension", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element backbone_element[] = {
	{ "modifierExtension", "Extension", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element resource[] = {
	{ "id", "id", 0, 1 },
	{ "meta", "Meta", 0, 1 },
	{ "implicitRules", "uri", 0, 1 },
	{ "language", "code", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element domain_resource[] = {
	{ "text", "Narrative", 0, 1 },
	{ "contained", "ResourceContainer", 0, MANY },
	{ "extension", "Extension", 0, MANY },
	{ "modifierExtension", "Extension", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element extension[] = {
	{ "value[x]", FHIRSHAPE_ANY, 0, 1 },
	{ 0 }
};

static const struct fhirshape_element narrative[] = {
	{ "status", "NarrativeStatus", 1, 1 },
	{ "div", "xhtml", 1, 1 },
	{ 0 }
};

static const struct fhirshape_element meta[] = {
	{ "versionId", "id", 0, 1 },
	{ "lastUpdated", "instant", 0, 1 },
	{ "source", "uri", 0, 1 },
	{ "profile", "canonical", 0, MANY },
	{ "security", "Coding", 0, MANY },
	{ "tag", "Coding", 0, MANY },
	{ 0 }
};

static const struct fhirshape_element reference[] = {
	{ "reference", "string", 0, 1 },
	{ "type", "uri", 0, 1 },
	{ "identifier", "Identifier", 0, 1 },
	{ "display", "string", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element identifier[] = {
	{ "use", "IdentifierUse", 0, 1 },
	{ "type", "CodeableConcept", 0, 1 },
	{ "system", "uri", 0, 1 },
	{ "value", "string", 0, 1 },
	{ "period", "Period", 0, 1 },
	{ "assigner", "Reference", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element coding[] = {
	{ "system", "uri", 0, 1 },
	{ "version", "string", 0, 1 },
	{ "code", "code", 0, 1 },
	{ "display", "string", 0, 1 },
	{ "userSelected", "boolean", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element codeable_concept[] = {
	{ "coding", "Coding", 0, MANY },
	{ "text", "string", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element period[] = {
	{ "start", "dateTime", 0, 1 },
	{ "end", "dateTime", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element quantity[] = {
	{ "value", "decimal", 0, 1 },
	{ "comparator", "QuantityComparator", 0, 1 },
	{ "unit", "string", 0, 1 },
	{ "system", "uri", 0, 1 },
	{ "code", "code", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element range[] = {
	{ "low", "Quantity", 0, 1 },
	{ "high", "Quantity", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element ratio[] = {
	{ "numerator", "Quantity", 0, 1 },
	{ "denominator", "Quantity", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element money[] = {
	{ "value", "decimal", 0, 1 },
	{ "currency", "code", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element human_name[] = {
	{ "use", "NameUse", 0, 1 },
	{ "text", "string", 0, 1 },
	{ "family", "string", 0, 1 },
	{ "given", "string", 0, MANY },
	{ "prefix", "string", 0, MANY },
	{ "suffix", "string", 0, MANY },
	{ "period", "Period", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element address[] = {
	{ "use", "AddressUse", 0, 1 },
	{ "type", "AddressType", 0, 1 },
	{ "text", "string", 0, 1 },
	{ "line", "string", 0, MANY },
	{ "city", "string", 0, 1 },
	{ "district", "string", 0, 1 },
	{ "state", "string", 0, 1 },
	{ "postalCode", "string", 0, 1 },
	{ "country", "string", 0, 1 },
	{ "period", "Period", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element contact_point[] = {
	{ "system", "ContactPointSystem", 0, 1 },
	{ "value", "string", 0, 1 },
	{ "use", "ContactPointUse", 0, 1 },
	{ "rank", "positiveInt", 0, 1 },
	{ "period", "Period", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element attachment[] = {
	{ "contentType", "code", 0, 1 },
	{ "language", "code", 0, 1 },
	{ "data", "base64Binary", 0, 1 },
	{ "url", "url", 0, 1 },
	{ "size", "unsignedInt", 0, 1 },
	{ "hash", "base64Binary", 0, 1 },
	{ "title", "string", 0, 1 },
	{ "creation", "dateTime", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element annotation[] = {
	{ "author[x]", "Reference string", 0, 1 },
	{ "time", "dateTime", 0, 1 },
	{ "text", "markdown", 1, 1 },
	{ 0 }
};

static const struct fhirshape_element sampled_data[] = {
	{ "origin", "Quantity", 1, 1 },
	{ "period", "decimal", 1, 1 },
	{ "factor", "decimal", 0, 1 },
	{ "lowerLimit", "decimal", 0, 1 },
	{ "upperLimit", "decimal", 0, 1 },
	{ "dimensions", "positiveInt", 1, 1 },
	{ "data", "SampledDataDataType", 0, 1 },
	{ 0 }
};

static const struct fhirshape_element signature[] = {
	{ "type", "Coding", 1, MANY },
	{ "when", "instant", 1, 1 },
	{ "who", "Reference", 1, 1 },
	{ "onBehalfOf", "Reference", 0, 1 },
	{ "targetFormat", "code", 0, 1 },
	{ "sigFormat", "code", 0, 1 },
	{ "data", "base64Binary", 0, 1 },
	{ 0 }
};

const struct fhirshape fhirshape_basic[] = {
	{ "Element", "", element },
	{ "BackboneElement", "Element", backbone_element },
	{ "Resource", "", resource },
	{ "DomainResource", "Resource", domain_resource },
	{ "Extension", "Element", extension },
	{ "Narrative", "Element", narrative },
	{ "Meta", "Element", meta },
	{ "Reference", "Element", reference },
	{ "Identifier", "Element", identifier },
	{ "Coding", "Element", coding },
	{ "CodeableConcept", "Element", codeable_concept },
	{ "Period", "Element", period },
	{ "Quantity", "Element", quantity },
	{ "Age", "Quantity", NULL },
	{ "Count", "Quantity", NULL },
	{ "Distance", "Quantity", NULL },
	{ "Duration", "Quantity", NULL },
	{ "Range", "Element", range },
	{ "Ratio", "Element", ratio },
	{ "Money", "Element", money },
	{ "HumanName", "Element", human_name },
	{ "Address", "Element", address },
	{ "ContactPoint", "Element", contact_point },
	{ "Attachment", "Element", attachment },
	{ "Annotation", "Element", annotation },
	{ "SampledData", "Element", sampled_data },
	{ "Signature", "Element", signature },
	{ 0 }
};
