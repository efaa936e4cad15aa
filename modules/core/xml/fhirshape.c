/* SPDX-License-Identifier: MIT */
/* Finds types of FHIR in the tables. */
#include "xml/fhirshape.h"

#include <ctype.h>
#include <string.h>

#include "base/words.h"

const struct fhirshape *
fhirshape_find(const char *type)
{
	static const struct fhirshape *const tables[] = {
		fhirshape_basic, fhirshape_order, fhirshape_person,
		fhirshape_health, fhirshape_work, fhirshape_paper
	};
	const struct fhirshape *s;
	size_t i;

	for (i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		for (s = tables[i]; s->name != NULL; s++)
			if (strcmp(s->name, type) == 0)
				return s;
	return NULL;
}

const char *
fhirshape_codes(const char *type)
{
	const struct fhirshape_codes *c;

	for (c = fhirshape_code; c->name != NULL; c++)
		if (strcmp(c->name, type) == 0)
			return c->codes;
	return NULL;
}

/* "String" is what "string" stands for behind the name of a choice. */
static const char *
chosen(struct arena *a, const char *types, const char *tail)
{
	size_t n = strlen(tail), len;

	for (; *types != '\0'; types += len + (types[len] == ' ')) {
		len = strcspn(types, " ");
		if (len == n && n > 0 && strncmp(types + 1, tail + 1,
		    n - 1) == 0 && toupper((unsigned char)types[0]) ==
		    (unsigned char)tail[0])
			return arena_textn(a, types, len);
	}
	return NULL;
}

const char *
fhirshape_type(struct arena *a, const struct fhirshape_element *e,
    const char *name)
{
	size_t len = strcspn(e->name, "[");

	if (e->name[len] == '\0')
		return strcmp(e->name, name) == 0 ? e->type : NULL;
	if (strncmp(e->name, name, len) != 0)
		return NULL;
	return chosen(a, e->type, name + len);
}

bool
fhirshape_resource(const char *name)
{
	static const char all[] =
	    "Account ActivityDefinition AdverseEvent AllergyIntolerance "
	    "Appointment AppointmentResponse AuditEvent Basic Binary "
	    "BiologicallyDerivedProduct BodyStructure Bundle "
	    "CapabilityStatement CarePlan CareTeam CatalogEntry ChargeItem "
	    "ChargeItemDefinition Claim ClaimResponse ClinicalImpression "
	    "CodeSystem Communication CommunicationRequest "
	    "CompartmentDefinition Composition ConceptMap Condition Consent "
	    "Contract Coverage CoverageEligibilityRequest "
	    "CoverageEligibilityResponse DetectedIssue Device "
	    "DeviceDefinition DeviceMetric DeviceRequest DeviceUseStatement "
	    "DiagnosticReport DocumentManifest DocumentReference "
	    "EffectEvidenceSynthesis Encounter Endpoint EnrollmentRequest "
	    "EnrollmentResponse EpisodeOfCare EventDefinition Evidence "
	    "EvidenceVariable ExampleScenario ExplanationOfBenefit "
	    "FamilyMemberHistory Flag Goal GraphDefinition Group "
	    "GuidanceResponse HealthcareService ImagingStudy Immunization "
	    "ImmunizationEvaluation ImmunizationRecommendation "
	    "ImplementationGuide InsurancePlan Invoice Library Linkage List "
	    "Location Measure MeasureReport Media Medication "
	    "MedicationAdministration MedicationDispense "
	    "MedicationKnowledge MedicationRequest MedicationStatement "
	    "MedicinalProduct MedicinalProductAuthorization "
	    "MedicinalProductContraindication MedicinalProductIndication "
	    "MedicinalProductIngredient MedicinalProductInteraction "
	    "MedicinalProductManufactured MedicinalProductPackaged "
	    "MedicinalProductPharmaceutical "
	    "MedicinalProductUndesirableEffect MessageDefinition "
	    "MessageHeader MolecularSequence NamingSystem NutritionOrder "
	    "Observation ObservationDefinition OperationDefinition "
	    "OperationOutcome Organization OrganizationAffiliation "
	    "Parameters Patient PaymentNotice PaymentReconciliation Person "
	    "PlanDefinition Practitioner PractitionerRole Procedure "
	    "Provenance Questionnaire QuestionnaireResponse RelatedPerson "
	    "RequestGroup ResearchDefinition ResearchElementDefinition "
	    "ResearchStudy ResearchSubject RiskAssessment "
	    "RiskEvidenceSynthesis Schedule SearchParameter ServiceRequest "
	    "Slot Specimen SpecimenDefinition StructureDefinition "
	    "StructureMap Subscription Substance SubstanceNucleicAcid "
	    "SubstancePolymer SubstanceProtein "
	    "SubstanceReferenceInformation SubstanceSourceMaterial "
	    "SubstanceSpecification SupplyDelivery SupplyRequest Task "
	    "TerminologyCapabilities TestReport TestScript ValueSet "
	    "VerificationResult VisionPrescription";

	return words_have(all, name);
}
